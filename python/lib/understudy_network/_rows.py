"""The rows in which a network DAT shows what it has received."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from understudy_network._device import Device

_LINE_END = re.compile(rb"[\r\n\0]")
# A line without an end must not fill the memory.
_LINE_LIMIT = 16 * 1024 * 1024
_NO_LIMIT = -1


class Rows:
    """The table of one device: a heading, and below it what has come, the newest last."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._heading: list[str] = []

    def clear(self) -> None:
        """Leave nothing but the heading."""
        self._heading = self._current_heading()
        self._device.host.set_rows(self._device.dat, [self._heading])

    def add(self, cells: list[str], data: bytes) -> int:
        """Add a row; its place in the table."""
        device = self._device
        if self._current_heading() != self._heading:
            self.clear()
        if self._heading[-1] == "bytes":
            # A message that is split into columns has as many as it needs behind this one.
            place = len(self._heading) - 1
            cells = [*cells[:place], " ".join(map(str, data)), *cells[place:]]
        limit = int(device.value("maxlines", 100)) if device.value("clamp", True) else _NO_LIMIT
        return device.host.add_row(device.dat, cells, limit)

    def _current_heading(self) -> list[str]:
        device = self._device
        heading = ["timestamp"] if device.value("bundletimestamp") else []
        return [*heading, "message", *(["bytes"] if device.value("bytes") else [])]


def text_of(data: bytes) -> str:
    """Received bytes as a text, without the NUL that ends it."""
    return data.rstrip(b"\0").decode(errors="replace")


class Splitter:
    """Cuts received bytes as the parameter Row/Callback Format says."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._rest = b""

    def cut(self, data: bytes, is_whole: bool) -> list[bytes]:
        """The pieces that are complete; a datagram is whole, a stream goes on."""
        if self._form == "perbyte":
            return [data[place : place + 1] for place in range(len(data))]
        if self._form != "perline":
            return [data]
        pieces = _LINE_END.split(self._rest + data)
        self._rest = b"" if is_whole else pieces.pop()
        if len(self._rest) > _LINE_LIMIT:
            pieces.append(self._rest)
            self._rest = b""
        return [piece for piece in pieces if piece]
