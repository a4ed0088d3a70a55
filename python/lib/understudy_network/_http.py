"""HTTP/1.1 messages, read strictly and piece by piece as they come.

Source: RFC 9110 and RFC 9112.
"""

from __future__ import annotations

import re
from typing import NamedTuple

HEAD_LIMIT = 64 * 1024
_HEADER_LIMIT = 256
_CHUNK_LINE_LIMIT = 4096

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_TARGET = re.compile(r"[!-~\x80-\xff]+")
_VERSION = re.compile(r"HTTP/1\.([01])")
_FORBIDDEN_IN_VALUE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class HTTPError(Exception):
    """A message that is not HTTP, with the status that tells its sender so."""

    def __init__(self, status: int, what: str) -> None:
        super().__init__(what)
        self.status = status


class Head(NamedTuple):
    """The first line of a message, in its three parts, and its headers as they were written."""

    start: tuple[str, str, str]
    headers: list[tuple[str, str]]

    def values(self, name: str) -> list[str]:
        """Every value of a header, whatever the case of its name."""
        return [value for known, value in self.headers if known.lower() == name]

    def value(self, name: str) -> str:
        """The values of a header in one line; empty without one."""
        return ", ".join(self.values(name))

    def words(self, name: str) -> list[str]:
        """The comma-separated words of a header, in lower case."""
        return [word.strip().lower() for word in self.value(name).split(",") if word.strip()]


def take_head(buffer: bytearray, is_request: bool) -> Head | None:
    """Take a message's head off the front of a buffer; nothing as long as it is not all there."""
    # Empty lines before a request are left over from the message before.
    while is_request and buffer.startswith(b"\r\n"):
        del buffer[:2]
    end = buffer.find(b"\r\n\r\n", 0, HEAD_LIMIT)
    if end < 0:
        if len(buffer) >= HEAD_LIMIT:
            raise HTTPError(431, "the headers are too long")
        if len(buffer) > 16 and b"\n" in buffer and b"\r\n" not in buffer:
            raise HTTPError(400, "lines must end with CR LF")
        return None
    lines = bytes(buffer[:end]).decode("latin-1").split("\r\n")
    del buffer[: end + 4]
    if len(lines) > _HEADER_LIMIT:
        raise HTTPError(431, "there are too many headers")
    start = _read_request_line(lines[0]) if is_request else _read_status_line(lines[0])
    return Head(start, [_read_header(line) for line in lines[1:]])


def _read_request_line(line: str) -> tuple[str, str, str]:
    parts = line.split(" ")
    if len(parts) != 3 or not _TOKEN.fullmatch(parts[0]) or not _TARGET.fullmatch(parts[1]):
        raise HTTPError(400, "the request line is malformed")
    if not _VERSION.fullmatch(parts[2]):
        known = parts[2].startswith("HTTP/")
        raise HTTPError(505 if known else 400, "only HTTP/1.0 and HTTP/1.1 are spoken here")
    return parts[0], parts[1], parts[2]


def _read_status_line(line: str) -> tuple[str, str, str]:
    version, _, rest = line.partition(" ")
    code, _, message = rest.partition(" ")
    if not version.startswith("HTTP/1.") or not re.fullmatch("[1-9][0-9]{2}", code):
        raise HTTPError(502, "the server's answer is not HTTP")
    return version, code, message


def _read_header(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    value = value.strip(" \t")
    if not colon or not _TOKEN.fullmatch(name) or _FORBIDDEN_IN_VALUE.search(value):
        raise HTTPError(400, "a header is malformed")
    return name, value


def keeps_alive(head: Head) -> bool:
    """Whether another message may follow on the same connection."""
    version = head.start[2] if head.start[2].startswith("HTTP/") else head.start[0]
    words = head.words("connection")
    return "keep-alive" in words if version.endswith("1.0") else "close" not in words


class Body:
    """Takes a message's body off the front of a buffer, as its headers frame it."""

    def __init__(self, head: Head, is_request: bool, is_empty: bool = False) -> None:
        codings = head.words("transfer-encoding")
        lengths = {
            length.strip() for value in head.values("content-length") for length in value.split(",")
        }
        if len(lengths) > 1 or (codings and lengths and is_request):
            raise HTTPError(400, "the length of the body is ambiguous")
        self._is_chunked = codings[-1:] == ["chunked"]
        if codings and is_request and codings != ["chunked"]:
            raise HTTPError(501, "only the chunked transfer coding is known")
        length = lengths.pop() if lengths and not codings else None
        if length is not None and not re.fullmatch("[0-9]{1,18}", length):
            raise HTTPError(400, "the length of the body is no number")
        # What is left of the body or of the chunk; an answer without a length ends with the peer.
        self.left: int | None = int(length) if length else 0 if is_request else None
        self._is_in_chunk = False
        self._in_trailer = False
        if is_empty:
            self._is_chunked, self.left = False, 0
        elif self._is_chunked:
            self.left = 0
        self.is_done = not self._is_chunked and self.left == 0

    def take(self, buffer: bytearray) -> bytes:
        """Take what has come of the body."""
        if self._is_chunked:
            return self._take_chunks(buffer)
        taken = bytes(buffer if self.left is None else buffer[: self.left])
        del buffer[: len(taken)]
        if self.left is not None:
            self.left -= len(taken)
            self.is_done = self.left == 0
        return taken

    def end(self) -> bool:
        """The peer sends no more; whether the body is whole."""
        if not self._is_chunked and self.left is None:
            self.is_done = True
        return self.is_done

    def _take_chunks(self, buffer: bytearray) -> bytes:
        pieces: list[bytes] = []
        while not self.is_done:
            if self.left:
                if not buffer:
                    break
                taken = bytes(buffer[: self.left])
                del buffer[: len(taken)]
                self.left -= len(taken)
                pieces.append(taken)
            elif self._is_in_chunk:
                if len(buffer) < 2:
                    break
                if not buffer.startswith(b"\r\n"):
                    raise HTTPError(400, "a chunk does not end where it says")
                del buffer[:2]
                self._is_in_chunk = False
            else:
                line = _take_line(buffer)
                if line is None:
                    break
                self._read_line(line)
        return b"".join(pieces)

    def _read_line(self, line: bytes) -> None:
        if self._in_trailer:
            self.is_done = not line
            return
        size = line.partition(b";")[0].strip(b" \t")
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,15}", size):
            raise HTTPError(400, "the size of a chunk is no number")
        if int(size, 16) == 0:
            self._in_trailer = True
        else:
            self.left = int(size, 16)
            self._is_in_chunk = True


def _take_line(buffer: bytearray) -> bytes | None:
    end = buffer.find(b"\r\n", 0, _CHUNK_LINE_LIMIT)
    if end < 0:
        if len(buffer) >= _CHUNK_LINE_LIMIT:
            raise HTTPError(400, "a line of the chunked body is too long")
        return None
    line = bytes(buffer[:end])
    del buffer[: end + 2]
    return line
