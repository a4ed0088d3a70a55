"""Writes what a callback answers as an HTTP response."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from understudy_network._http import Head

_NO_BODY = (204, 304)
_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_FIELDS = ("statusCode", "statusReason", "data")


def response_bytes(response: dict[Any, Any], head: Head, goes_on: bool) -> tuple[bytes, bool]:
    """The bytes of the answer to a request, and whether the connection goes on after it.

    ValueError or TypeError tell what cannot be sent.
    """
    status = int(response.get("statusCode", 404))
    if not 200 <= status <= 999:
        raise ValueError(f"{status} is no status code of an answer")
    body = _body(response.get("data"))
    headers = _headers(response)
    if "close" in str(headers.pop("connection", "")).lower():
        goes_on = False
    # The framing is the server's: a wrong one would break the connection apart.
    for own in ("content-length", "transfer-encoding"):
        headers.pop(own, None)
    if body:
        headers.setdefault("content-type", ("Content-Type", "text/html; charset=utf-8"))
    lines = [f"HTTP/1.1 {status} {_checked(response.get('statusReason') or '')}"]
    for name, value in headers.values():
        for one in cast("list[Any]", value) if isinstance(value, list) else [value]:
            lines.append(f"{name}: {_checked(one)}")
    if status not in _NO_BODY:
        lines.append(f"Content-Length: {len(body)}")
    lines.append("Connection: " + ("keep-alive" if goes_on else "close"))
    text = "\r\n".join(lines) + "\r\n\r\n"
    is_bare = head.start[0] == "HEAD" or status in _NO_BODY
    return text.encode("latin-1", "replace") + (b"" if is_bare else body), goes_on


def _headers(response: dict[Any, Any]) -> dict[str, tuple[str, Any]]:
    """The headers by their names in lower case: of several spellings the last one counts."""
    headers: dict[str, tuple[str, Any]] = {}
    for name, value in response.items():
        if name in _FIELDS:
            continue
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a header")
        headers[name.lower()] = (name, value)
    return headers


def _body(data: object) -> bytes:
    if data is None:
        return b""
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    return str(data).encode("utf-8", "surrogateescape")


def _checked(value: object) -> str:
    text = str(value)
    if _FORBIDDEN.search(text):
        raise ValueError(f"{text!r} would break the answer's headers apart")
    return text
