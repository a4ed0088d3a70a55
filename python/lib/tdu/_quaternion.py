"""A rotation as four numbers: Quaternion."""

from __future__ import annotations

from math import acos, cos, degrees, radians, sin, sqrt
from math import exp as e_to
from math import log as ln

from tdu._components import Components, component, numbers
from tdu._matrix import Matrix
from tdu._transforms import euler_angles, quaternion_rotation, rotation
from tdu._vectors import Vector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ORDERS = ("xyz", "xzy", "yxz", "yzx", "zxy", "zyx")


class Quaternion(Components):
    """A rotation; at first the one that changes nothing.

    Built from 4 numbers or a list of them, a Vector of angles about x, y and z, an angle and a
    Vector as axis, two Vectors (the turn from the first to the second), a Matrix, a Quaternion.
    - Units: degrees.
    - Source: <https://docs.derivative.ca/Quaternion_Class>
    """

    __slots__ = ()
    x: float = component(0)
    y: float = component(1)
    z: float = component(2)
    w: float = component(3)

    def __init__(self, *args: Any) -> None:
        super().__init__(_from_arguments(args))

    def length(self) -> float:
        """Its length; 1 for a rotation."""
        return sqrt(self.dot(self))

    def dot(self, q2: Any) -> float:
        """The dot product."""
        return sum(a * b for a, b in zip(self, Quaternion(q2), strict=True))

    def cross(self, q2: Any) -> Vector:
        """The cross product of the vector parts, this one first."""
        other = Quaternion(q2)
        return Vector(self.x, self.y, self.z).cross((other.x, other.y, other.z))

    def angle(self) -> float:
        """How far it turns.

        - Units: degrees.
        """
        return degrees(2 * acos(max(-1.0, min(1.0, self._unit().w))))

    def axis(self) -> Vector:
        """The axis it turns about, 1 long; z when it does not turn."""
        axis = Vector(self.x, self.y, self.z)
        axis.normalize()
        return axis if axis.lengthSquared() else Vector(0, 0, 1)

    def inverse(self) -> None:
        """Becomes the rotation back; one of no length stays."""
        norm = self.dot(self)
        if norm:
            self._values = [-self.x / norm, -self.y / norm, -self.z / norm, self.w / norm]

    def rotate(self, vec: Any) -> Vector:
        """A vector, turned."""
        return Matrix(list(self._unit())) * Vector(vec)

    def lerp(self, q2: Any, factor: float) -> Quaternion:
        """The straight way to another one.

        - Parameters: factor: 0 is this one, 1 the other.
        """
        pairs = zip(self, Quaternion(q2), strict=True)
        return Quaternion([a * (1 - factor) + b * factor for a, b in pairs])

    def slerp(self, q2: Any, factor: float) -> Quaternion:
        """The shortest way to another one, along an arc.

        - Parameters: factor: 0 is this one, 1 the other.
        """
        first, second = self._unit(), Quaternion(q2)._unit()
        cosine = first.dot(second)
        if cosine < 0:
            second, cosine = Quaternion([-value for value in second]), -cosine
        angle = acos(min(1.0, cosine))
        if sin(angle) < 1e-9:
            return first.lerp(second, factor)._unit()
        a, b = sin((1 - factor) * angle) / sin(angle), sin(factor * angle) / sin(angle)
        return Quaternion([a * u + b * v for u, v in zip(first, second, strict=True)])

    def eulerAngles(self, order: str = "xyz") -> tuple[float, float, float]:
        """The angles about x, y and z for an order of the turns.

        - Units: degrees.
        - Throws: ValueError for another order than one of x, y and z.
        """
        return euler_angles(quaternion_rotation(*self), _checked(order))

    def fromEuler(self, *angles: Any, order: str = "xyz") -> tuple[float, ...]:
        """Becomes the rotation of three angles, given one by one or as a list.

        - Units: degrees.
        - Returns: its four numbers.
        - Throws: ValueError for another order than one of x, y and z.
        """
        x, y, z = numbers("Quaternion.fromEuler", angles, 3)
        self._values = _of_rotation(rotation(x, y, z, _checked(order)))
        return tuple(self)

    def exp(self) -> Quaternion:
        """The exponential."""
        vector = Vector(self.x, self.y, self.z)
        angle = vector.length()
        vector.normalize()
        grown = e_to(min(self.w, 700.0))
        return Quaternion([*(vector * (sin(angle) * grown)), cos(angle) * grown])

    def log(self) -> Quaternion:
        """The natural logarithm.

        - Throws: ValueError when it has no length.
        """
        length = self.length()
        if length == 0:
            raise ValueError("A quaternion of length 0 has no logarithm.")
        angle = acos(max(-1.0, min(1.0, self.w / length)))
        vector = Vector(self.x, self.y, self.z)
        vector.normalize()
        return Quaternion([*(vector * angle), ln(length)])

    def __mul__(self, other: Any) -> Quaternion:
        if not isinstance(other, Quaternion):
            return NotImplemented
        a, b = Vector(self.x, self.y, self.z), Vector(other.x, other.y, other.z)
        vector = b * self.w + a * other.w + a.cross(b)
        return Quaternion([*vector, self.w * other.w - a.dot(b)])

    def _unit(self) -> Quaternion:
        length = self.length()
        return Quaternion([value / length for value in self]) if length else Quaternion()


def _from_arguments(args: tuple[Any, ...]) -> list[float]:
    first, second = (*args, None, None)[:2]
    if not args:
        return [0.0, 0.0, 0.0, 1.0]
    if len(args) == 1 and isinstance(first, Matrix):
        return _of_rotation(first.rows)
    if len(args) == 1 and isinstance(first, Vector):
        return _of_rotation(rotation(first.x, first.y, first.z))
    if len(args) == 2 and isinstance(first, Vector) and isinstance(second, Vector):
        return _between(first, second)
    if len(args) == 2 and isinstance(first, (int, float)):
        axis = Vector(second)
        axis.normalize()
        return [*(axis * sin(radians(first) / 2)), cos(radians(first) / 2)]
    return numbers("Quaternion", args, 4)


def _between(first: Vector, second: Vector) -> list[float]:
    first, second = first.copy(), second.copy()
    first.normalize()
    second.normalize()
    cosine = first.dot(second)
    if cosine < -1 + 1e-9:
        # Opposite: any axis across will do.
        axis = first.cross((1, 0, 0) if abs(first.x) < 0.9 else (0, 1, 0))
        axis.normalize()
        return [*axis, 0.0]
    made = [*first.cross(second), 1 + cosine]
    length = sqrt(sum(value * value for value in made))
    return [value / length for value in made]


def _of_rotation(m: list[list[float]]) -> list[float]:
    # The biggest of the four numbers is the one to divide by.
    squares = [
        1 + m[0][0] - m[1][1] - m[2][2],
        1 - m[0][0] + m[1][1] - m[2][2],
        1 - m[0][0] - m[1][1] + m[2][2],
        1 + m[0][0] + m[1][1] + m[2][2],
    ]
    sums = {
        (0, 1): m[1][0] + m[0][1],
        (0, 2): m[0][2] + m[2][0],
        (1, 2): m[2][1] + m[1][2],
        (0, 3): m[2][1] - m[1][2],
        (1, 3): m[0][2] - m[2][0],
        (2, 3): m[1][0] - m[0][1],
    }
    biggest = max(range(4), key=squares.__getitem__)
    twice = sqrt(max(squares[biggest], 1e-300))
    out = [sums.get((min(n, biggest), max(n, biggest)), 0.0) / (2 * twice) for n in range(4)]
    out[biggest] = twice / 2
    return out


def _checked(order: str) -> str:
    if order.lower() not in _ORDERS:
        raise ValueError(f"A rotation order is one of {', '.join(_ORDERS)}, not '{order}'.")
    return order.lower()
