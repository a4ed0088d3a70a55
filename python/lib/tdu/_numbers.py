"""Numbers made, kept in a range and carried to another: rand, clamp, remap."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")

_MASK = (1 << 64) - 1


def rand(seed: object) -> float:
    """A number that looks random and is the same for the same seed.

    The numbers are not those of TouchDesigner, whose way of making them is not published.
    - Parameters: seed: a number, or anything else by its text (an operator by its path).
    - Returns: from 0.0 up to, and never, 1.0.
    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    state = _mixed(_seed(seed))
    return (state >> 11) / (1 << 53)


def clamp(inputVal: T, min: T, max: T) -> T:
    """A value kept between two others; anything that can be compared.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    value: Any = inputVal
    if value < min:
        return min
    return max if value > max else inputVal


def remap(inputVal: float, fromMin: float, fromMax: float, toMin: float, toMax: float) -> float:
    """A value carried from one range to another, without keeping it inside.

    An empty first range has no inside to carry: then it is `toMin`.
    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    if fromMax == fromMin:
        return toMin
    return toMin + (inputVal - fromMin) / (fromMax - fromMin) * (toMax - toMin)


def _seed(seed: Any) -> int:
    number = seed
    if not isinstance(seed, (int, float, str)) and hasattr(seed, "__float__"):
        number = float(seed)
    if isinstance(number, (int, float)):
        try:
            return _bits(float(number))
        except OverflowError:
            pass
    mixed = 0xCBF29CE484222325
    for byte in str(seed).encode("utf-8", "surrogatepass"):
        mixed = (mixed ^ byte) * 0x100000001B3 & _MASK
    return mixed


def _bits(number: float) -> int:
    from struct import pack

    # 0.0 and -0.0 are equal, so they are one seed.
    return int.from_bytes(pack("<d", number or 0.0), "little")


def _mixed(state: int) -> int:
    state = state + 0x9E3779B97F4A7C15 & _MASK
    state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    state = (state ^ state >> 27) * 0x94D049BB133111EB & _MASK
    return state ^ state >> 31
