"""The WebSocket protocol, for both ends of a connection.

Source: RFC 6455.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from understudy_network._streams import Stream

    class Listener(Protocol):
        """What is told of a WebSocket's messages."""

        def text_came(self, text: str) -> None:
            """A whole text message has come."""
            ...

        def binary_came(self, data: bytes) -> None:
            """A whole binary message has come."""
            ...

        def ping_came(self, data: bytes) -> None:
            """The peer asks for a sign of life."""
            ...

        def pong_came(self, data: bytes) -> None:
            """The peer gives a sign of life."""
            ...

        def good_bye_came(self) -> None:
            """Nothing more will come: the peer has said good-bye or broken the protocol."""
            ...


CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
MESSAGE_LIMIT = 64 * 1024 * 1024
_CONTROL_LIMIT = 125
_FRAMES_AT_ONCE = 500
_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_GOING_AWAY, _PROTOCOL_ERROR, _NOT_UTF8, _TOO_BIG, _NO_ROOM = 1001, 1002, 1007, 1009, 1013


class _Violation(Exception):
    """The peer breaks the protocol; the code that the close frame tells it."""

    def __init__(self, code: int, what: str) -> None:
        super().__init__(what)
        self.code = code


def new_key() -> str:
    """A client's key for one handshake."""
    return base64.b64encode(os.urandom(16)).decode()


def is_key(key: str) -> bool:
    """Whether a client's key is one."""
    try:
        return len(base64.b64decode(key, validate=True)) == 16
    except (binascii.Error, ValueError):
        return False


def answer_to(key: str) -> str:
    """What a server answers to a client's key."""
    return base64.b64encode(hashlib.sha1(key.encode() + _GUID).digest()).decode()


class WebSocket:
    """One connection after its handshake."""

    def __init__(self, stream: Stream, listener: Listener, is_server: bool) -> None:
        self._stream = stream
        self._listener = listener
        self._is_server = is_server
        self._buffer = bytearray()
        self._message = bytearray()
        self._opcode = 0
        self._has_sent_close = False
        # Set once nothing more is taken from the peer.
        self.is_over = False
        self.close_code = 1006
        self.close_reason = ""

    def feed(self, data: bytes) -> None:
        """Take bytes from the peer and tell the messages in them."""
        if self.is_over:
            return
        self._buffer += data
        try:
            for _ in range(_FRAMES_AT_ONCE):
                if self.is_over or not self._take_frame():
                    break
            else:
                # A flood of tiny frames must not hold up everybody else.
                self._stream.go_on_later(lambda: self.feed(b""))
            if not self._stream.hold(len(self._buffer) + len(self._message)):
                raise _Violation(_NO_ROOM, "too much is unread here")
        except _Violation as violation:
            self.close(violation.code, str(violation))
            self._end()

    def send(self, opcode: int, data: bytes) -> int:
        """Send a message in one frame; the bytes it took, or -1 when the connection is closing."""
        if opcode >= CLOSE and len(data) > _CONTROL_LIMIT:
            raise ValueError(f"a ping or pong carries {_CONTROL_LIMIT} bytes at most")
        if self._has_sent_close or not self._stream.is_open:
            return -1
        frame = _frame(opcode, data, None if self._is_server else os.urandom(4))
        self._stream.write(frame)
        return len(frame)

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Say good-bye; the connection ends with the peer's answer."""
        if self._has_sent_close:
            return
        words = reason.encode()[: _CONTROL_LIMIT - 2].decode(errors="ignore").encode()
        self.send(CLOSE, struct.pack("!H", code) + words if code else b"")
        self._has_sent_close = True
        self._stream.end_soon()

    def _take_frame(self) -> bool:
        buffer = self._buffer
        if len(buffer) < 2:
            return False
        is_last, opcode = bool(buffer[0] & 0x80), buffer[0] & 0x0F
        is_masked, length = bool(buffer[1] & 0x80), buffer[1] & 0x7F
        self._check(buffer[0], is_last, opcode, is_masked, length)
        start = 2
        if length > 125:
            size, form = (2, "!H") if length == 126 else (8, "!Q")
            if len(buffer) < start + size:
                return False
            (length,) = struct.unpack_from(form, buffer, start)
            start += size
        if length + len(self._message) > MESSAGE_LIMIT:
            raise _Violation(_TOO_BIG, "the message is too long")
        end = start + (4 if is_masked else 0) + length
        if len(buffer) < end:
            return False
        mask = bytes(buffer[start : start + 4]) if is_masked else None
        data = bytes(buffer[end - length : end])
        del buffer[:end]
        self._frame_came(is_last, opcode, _masked(data, mask) if mask else data)
        return True

    def _check(self, first: int, is_last: bool, opcode: int, is_masked: bool, length: int) -> None:
        if first & 0x70:
            raise _Violation(_PROTOCOL_ERROR, "no extension was agreed on")
        if is_masked != self._is_server:
            raise _Violation(_PROTOCOL_ERROR, "clients mask their frames, servers do not")
        if opcode not in (CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG):
            raise _Violation(_PROTOCOL_ERROR, "there is no such opcode")
        if opcode >= CLOSE and (length > _CONTROL_LIMIT or not is_last):
            raise _Violation(_PROTOCOL_ERROR, "control frames are short and whole")
        if opcode in (TEXT, BINARY) and self._opcode:
            raise _Violation(_PROTOCOL_ERROR, "the message before has not ended")
        if opcode == CONTINUATION and not self._opcode:
            raise _Violation(_PROTOCOL_ERROR, "there is no message to continue")

    def _frame_came(self, is_last: bool, opcode: int, data: bytes) -> None:
        if opcode == PING:
            self._listener.ping_came(data)
        elif opcode == PONG:
            self._listener.pong_came(data)
        elif opcode == CLOSE:
            self._close_came(data)
        else:
            self._opcode = opcode or self._opcode
            self._message += data
            if is_last:
                self._message_came()

    def _message_came(self) -> None:
        opcode, data = self._opcode, bytes(self._message)
        self._opcode, self._message = 0, bytearray()
        if opcode == BINARY:
            self._listener.binary_came(data)
            return
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise _Violation(_NOT_UTF8, "a text is not UTF-8") from None
        self._listener.text_came(text)

    def _close_came(self, data: bytes) -> None:
        if len(data) == 1:
            raise _Violation(_PROTOCOL_ERROR, "a close code has two bytes")
        self.close_code = 1005
        if data:
            (self.close_code,) = struct.unpack_from("!H", data)
            try:
                self.close_reason = data[2:].decode()
            except UnicodeDecodeError:
                raise _Violation(_NOT_UTF8, "the reason to close is not UTF-8") from None
            if not _may_be_sent(self.close_code):
                raise _Violation(_PROTOCOL_ERROR, "there is no such close code")
        self.close(self.close_code if data else 0)
        self._end()

    def _end(self) -> None:
        self.is_over = True
        self._stream.close()
        self._listener.good_bye_came()


def _may_be_sent(code: int) -> bool:
    return (1000 <= code <= 1014 and code not in (1004, 1005, 1006)) or 3000 <= code <= 4999


def _frame(opcode: int, data: bytes, mask: bytes | None) -> bytes:
    flag = 0x80 if mask else 0
    if len(data) < 126:
        head = struct.pack("!BB", 0x80 | opcode, flag | len(data))
    elif len(data) < 1 << 16:
        head = struct.pack("!BBH", 0x80 | opcode, flag | 126, len(data))
    else:
        head = struct.pack("!BBQ", 0x80 | opcode, flag | 127, len(data))
    return head + mask + _masked(data, mask) if mask else head + data


def _masked(data: bytes, mask: bytes) -> bytes:
    # As one big number: a loop over the bytes would take a hundred times as long.
    repeated = (mask * (len(data) // 4 + 1))[: len(data)]
    number = int.from_bytes(data, "little") ^ int.from_bytes(repeated, "little")
    return number.to_bytes(len(data), "little")
