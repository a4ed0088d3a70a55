"""Open Sound Control packets.

Source: OSC 1.0, <https://opensoundcontrol.stanford.edu/spec-1_0.html>, and the type tags that
<https://docs.derivative.ca/OSC_In_DAT> lists.
"""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    # pyright cannot know what a peer puts into a message.
    Value = object

_NESTING_LIMIT = 32
_IMMEDIATELY = 1


class Message(NamedTuple):
    """One message: where to, the types of its values, the values, and its bundle's time tag."""

    address: str
    tags: str
    values: list[Value]
    time_tag: int


def decode(packet: bytes) -> list[Message]:
    """Read a packet: a message, or every message of a bundle; ValueError for anything else."""
    messages: list[Message] = []
    _decode(packet, 0, 0, messages)
    return messages


def _decode(packet: bytes, time_tag: int, depth: int, messages: list[Message]) -> None:
    if not packet.startswith(b"#bundle\0"):
        messages.append(_Reader(packet).message(time_tag))
        return
    if depth > _NESTING_LIMIT:
        raise ValueError("the bundles are nested too deeply")
    if len(packet) < 16:
        raise ValueError("the bundle is cut off")
    (time_tag,) = struct.unpack_from("!Q", packet, 8)
    place = 16
    while place < len(packet):
        if place + 4 > len(packet):
            raise ValueError("the bundle is cut off")
        (size,) = struct.unpack_from("!i", packet, place)
        place += 4
        if size <= 0 or size % 4 or place + size > len(packet):
            raise ValueError("an element of the bundle has an impossible size")
        _decode(packet[place : place + size], time_tag, depth + 1, messages)
        place += size


class _Reader:
    """Reads one message from its start to its end."""

    def __init__(self, packet: bytes) -> None:
        self._packet = packet
        self._place = 0

    def message(self, time_tag: int) -> Message:
        address = self._text()
        if not address.startswith("/"):
            raise ValueError("an OSC address begins with a slash")
        # Old senders leave the type tags out when there are no values.
        tags = self._text() if self._place < len(self._packet) else ","
        if not tags.startswith(","):
            raise ValueError("the type tags begin with a comma")
        stack: list[list[Value]] = [[]]
        for tag in tags[1:]:
            if tag == "[":
                if len(stack) > _NESTING_LIMIT:
                    raise ValueError("the arrays are nested too deeply")
                stack.append([])
            elif tag == "]":
                if len(stack) == 1:
                    raise ValueError("an array ends that has not begun")
                array = stack.pop()
                stack[-1].append(array)
            else:
                stack[-1].append(self._value(tag))
        if len(stack) > 1:
            raise ValueError("an array does not end")
        return Message(address, tags[1:], stack[0], time_tag)

    def _value(self, tag: str) -> Value:
        if tag in _CONSTANTS:
            return _CONSTANTS[tag]
        if tag in _NUMBERS:
            form, size = _NUMBERS[tag]
            return struct.unpack(form, self._take(size))[0]
        if tag in "sS":
            return self._text()
        if tag == "b":
            (size,) = struct.unpack("!i", self._take(4))
            if size < 0:
                raise ValueError("a blob has a negative size")
            data = self._take(size)
            self._take(-size % 4)
            return data
        if tag == "c":
            (code,) = struct.unpack("!I", self._take(4))
            return chr(code) if code < 0x110000 else "\ufffd"
        if tag in "rm":
            return tuple(self._take(4))
        raise ValueError(f"the type tag {tag!r} is unknown")

    def _take(self, size: int) -> bytes:
        taken = self._packet[self._place : self._place + size]
        if len(taken) < size:
            raise ValueError("the message is cut off")
        self._place += size
        return taken

    def _text(self) -> str:
        end = self._packet.find(b"\0", self._place)
        if end < 0:
            raise ValueError("a text does not end")
        text = self._packet[self._place : end].decode(errors="replace")
        self._place = min(len(self._packet), end + 4 - (end - self._place) % 4)
        return text


_CONSTANTS: dict[str, Value] = {"T": True, "F": False, "N": None, "I": math.inf}
_NUMBERS = {"i": ("!i", 4), "f": ("!f", 4), "h": ("!q", 8), "d": ("!d", 8), "t": ("!Q", 8)}


def encode(
    pairs: Sequence[tuple[str, Sequence[Value]]],
    as_bundle: bool = False,
    non_standard: bool = True,
    wide: bool = False,
) -> list[bytes]:
    """Write messages, each a packet, or all of them in one bundle that is due at once."""
    packets = [_encode(address, values, non_standard, wide) for address, values in pairs]
    if not as_bundle:
        return packets
    parts = [b"#bundle\0", struct.pack("!Q", _IMMEDIATELY)]
    for packet in packets:
        parts += [struct.pack("!i", len(packet)), packet]
    return [b"".join(parts)]


def _encode(address: str, values: Sequence[Value], non_standard: bool, wide: bool) -> bytes:
    if not address.startswith("/"):
        raise ValueError(f"an OSC address begins with a slash, unlike {address!r}")
    tags, parts = [","], [b""]
    _add(values, tags, parts, non_standard, wide, 0)
    return _padded(address) + _padded("".join(tags)) + b"".join(parts)


def _add(
    values: Sequence[Value],
    tags: list[str],
    parts: list[bytes],
    non_standard: bool,
    wide: bool,
    depth: int,
) -> None:
    if depth > _NESTING_LIMIT:
        raise ValueError("the lists are nested too deeply")
    for value in values:
        if isinstance(value, (list, tuple)):
            tags.append("[")
            _add(value, tags, parts, non_standard, wide, depth + 1)  # pyright: ignore
            tags.append("]")
        else:
            tag, data = _encoded(value, non_standard, wide and non_standard)
            tags.append(tag)
            parts.append(data)


def _encoded(value: Value, non_standard: bool, wide: bool) -> tuple[str, bytes]:
    if isinstance(value, (bool, type(None))):
        if non_standard:
            return ("N" if value is None else "T" if value else "F"), b""
        value = int(value or 0)
    if isinstance(value, int):
        fits = -(1 << 31) <= value < 1 << 31
        if not fits and not non_standard:
            raise OverflowError(f"{value} does not fit into the 32 bits of an OSC integer")
        if wide or not fits:
            if not -(1 << 63) <= value < 1 << 63:
                raise OverflowError(f"{value} does not fit into 64 bits")
            return "h", struct.pack("!q", value)
        return "i", struct.pack("!i", value)
    if isinstance(value, (bytes, bytearray)):
        return "b", struct.pack("!i", len(value)) + bytes(value) + bytes(-len(value) % 4)
    if isinstance(value, str):
        return "s", _padded(value)
    number = float(value)  # pyright: ignore[reportArgumentType]
    if number == math.inf and non_standard:
        return "I", b""
    if wide:
        return "d", struct.pack("!d", number)
    try:
        return "f", struct.pack("!f", number)
    except OverflowError:
        return "f", struct.pack("!f", math.copysign(math.inf, number))


def _padded(text: str) -> bytes:
    data = text.encode()
    return data + bytes(4 - len(data) % 4)


def text_of(message: Message, with_tags: bool = False) -> str:
    """A message as people read it: the address, the type tags if asked for, and the values."""
    parts = [message.address]
    if with_tags:
        parts.append("," + message.tags)
    parts += [word(value) for value in message.values]
    return " ".join(parts)


def word(value: Value) -> str:
    """A value as people read it; texts and lists stand in double quotes."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, (bytes, tuple, list)):
        return '"' + " ".join(plain(one) for one in value) + '"'  # pyright: ignore
    return plain(value)


def plain(value: Value) -> str:
    """A value as a cell of its own holds it."""
    if isinstance(value, float):
        return f"{value:.7g}"
    if isinstance(value, (bytes, tuple, list)):
        return " ".join(plain(one) for one in value)  # pyright: ignore
    return str(value)
