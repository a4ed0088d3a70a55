"""A direction and a place in space: Vector, Position."""

from __future__ import annotations

from math import acos, degrees, sin, sqrt

from tdu._components import Components, component, numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


class _Triple(Components):
    __slots__ = ()
    x: float = component(0)
    y: float = component(1)
    z: float = component(2)

    def __init__(self, *args: Any) -> None:
        super().__init__(numbers(type(self).__name__, args, 3) if args else [0.0, 0.0, 0.0])

    def scale(self, x: float, y: float, z: float) -> None:
        """Multiplies each component."""
        self._values = [self.x * x, self.y * y, self.z * z]

    def __neg__(self) -> Self:
        return self._like([-value for value in self])

    def __pos__(self) -> Self:
        return self.copy()

    def __abs__(self) -> Self:
        return self._like([abs(value) for value in self])

    def __mul__(self, factor: Any) -> Self:
        if not isinstance(factor, (int, float)):
            return NotImplemented
        return self._like([value * factor for value in self])

    __rmul__ = __mul__

    def __truediv__(self, divisor: Any) -> Self:
        if not isinstance(divisor, (int, float)):
            return NotImplemented
        return self._like([value / divisor for value in self])

    def __rsub__(self, number: Any) -> Self:
        if not isinstance(number, (int, float)):
            return NotImplemented
        return self._like([number - value for value in self])

    # What is changed in place stays the same object, for whoever else holds it.
    def __iadd__(self, other: Any) -> Self:
        if not isinstance(other, (int, float, Vector)):
            return NotImplemented
        return self._become(_sum(self, _numbers(other), 1))

    def __isub__(self, other: Any) -> Self:
        if not isinstance(other, (int, float, Vector)):
            return NotImplemented
        return self._become(_sum(self, _numbers(other), -1))

    def __imul__(self, factor: Any) -> Self:
        if isinstance(factor, type(self)):
            self._values = [a * b for a, b in zip(self, factor, strict=True)]
            return self
        try:
            result = factor * self  # A matrix stands on the left.
        except TypeError:
            return NotImplemented
        return self._become(result)

    def __itruediv__(self, divisor: Any) -> Self:
        if not isinstance(divisor, (int, float)):
            return NotImplemented
        return self._become(self / divisor)

    def _become(self, other: Any) -> Self:
        self._values = list(other)
        return self


class Vector(_Triple):
    """A direction with a length: matrices turn and scale it and never move it.

    - Source: <https://docs.derivative.ca/Vector_Class>
    """

    __slots__ = ()

    def __add__(self, other: Any) -> Any:
        if isinstance(other, Position):
            return other + self
        addend = _addend(other)
        return NotImplemented if addend is None else self._like(_sum(self, addend, 1))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        addend = None if isinstance(other, Position) else _addend(other)
        return NotImplemented if addend is None else self._like(_sum(self, addend, -1))

    def length(self) -> float:
        """How long it is."""
        return sqrt(self.lengthSquared())

    def lengthSquared(self) -> float:
        """The square of its length."""
        return self.dot(self)

    def normalize(self) -> None:
        """Makes it 1 long; one of no length stays."""
        length = self.length()
        if length > 0:
            self._values = [value / length for value in self]

    def dot(self, vec: Any) -> float:
        """The dot product."""
        x, y, z = vec
        return self.x * x + self.y * y + self.z * z

    def cross(self, vec: Any) -> Vector:
        """The cross product, this one first."""
        x, y, z = vec
        return Vector(self.y * z - self.z * y, self.z * x - self.x * z, self.x * y - self.y * x)

    def angle(self, vec: Any) -> float:
        """The angle to another vector.

        - Units: degrees.
        """
        return degrees(_angle(self, Vector(vec)))

    def distance(self, vec: Any) -> float:
        """How far the ends of the two are apart."""
        return (self - Vector(vec)).length()

    def lerp(self, vec2: Any, t: float) -> Vector:
        """The straight way to another vector: 0 is this one, 1 the other; t may lie outside."""
        return self * (1.0 - t) + Vector(vec2) * t

    def slerp(self, vec2: Any, t: float) -> Vector:
        """The way to another vector along an arc; t may lie outside 0 to 1."""
        other = Vector(vec2)
        angle = _angle(self, other)
        if sin(angle) < 1e-9:
            return self.lerp(other, t)
        return self * (sin((1.0 - t) * angle) / sin(angle)) + other * (sin(t * angle) / sin(angle))

    def project(self, vec1: Any, vec2: Any) -> None:
        """Projects it in place onto the plane through two directions, each 1 long."""
        first = Vector(vec1)
        normal = first.cross(vec2)
        normal.normalize()
        if normal.lengthSquared() == 0:  # Two equal directions span a line.
            self._values = list(first * self.dot(first))
        else:
            self._values = list(self - normal * self.dot(normal))

    def reflect(self, vec: Any) -> None:
        """Reflects it in place at the plane that a vector stands upon."""
        normal = Vector(vec)
        normal.normalize()
        self._values = list(self - normal * (2 * self.dot(normal)))


class Position(_Triple):
    """A place in space: matrices move it as well.

    - Source: <https://docs.derivative.ca/Position_Class>
    """

    __slots__ = ()

    def translate(self, x: float, y: float, z: float) -> None:
        """Moves it."""
        self._values = [self.x + x, self.y + y, self.z + z]

    def __add__(self, other: Any) -> Position:
        addend = None if isinstance(other, Position) else _addend(other)
        return NotImplemented if addend is None else self._like(_sum(self, addend, 1))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, Position):
            return Vector(*_sum(self, list(other), -1))
        addend = _addend(other)
        return NotImplemented if addend is None else self._like(_sum(self, addend, -1))


def _addend(other: Any) -> list[float] | None:
    return _numbers(other) if isinstance(other, (int, float, _Triple)) else None


def _numbers(other: float | _Triple) -> list[float]:
    return [float(other)] * 3 if isinstance(other, (int, float)) else list(other)


def _sum(first: _Triple, second: list[float], sign: int) -> list[float]:
    return [a + sign * b for a, b in zip(first, second, strict=True)]


def _angle(first: Vector, second: Vector) -> float:
    lengths = first.length() * second.length()
    if lengths == 0:
        return 0.0
    return acos(max(-1.0, min(1.0, first.dot(second) / lengths)))
