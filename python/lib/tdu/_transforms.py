"""The arithmetic of 4x4 matrices as lists of rows."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tdu._vectors import Vector

    Rows = list[list[float]]


def identity() -> Rows:
    """The matrix that changes nothing."""
    return [[1.0 if row == column else 0.0 for column in range(4)] for row in range(4)]


def multiplied(left: Rows, right: Rows) -> Rows:
    """The product."""
    columns = transposed(right)
    return [[sum(a * b for a, b in zip(r, c, strict=True)) for c in columns] for r in left]


def combined(left: Rows, right: Rows, factor: float) -> Rows:
    """The first and a multiple of the second, value by value."""
    return [
        [a + factor * b for a, b in zip(r, s, strict=True)]
        for r, s in zip(left, right, strict=True)
    ]


def transposed(rows: Rows) -> Rows:
    """Rows as columns."""
    return [list(column) for column in zip(*rows, strict=True)]


def translation(x: float, y: float, z: float) -> Rows:
    """A move."""
    return [[1.0, 0.0, 0.0, x], [0.0, 1.0, 0.0, y], [0.0, 0.0, 1.0, z], [0.0, 0.0, 0.0, 1.0]]


def scaling(x: float, y: float, z: float) -> Rows:
    """A scale along the axes."""
    return [[x, 0.0, 0.0, 0.0], [0.0, y, 0.0, 0.0], [0.0, 0.0, z, 0.0], [0.0, 0.0, 0.0, 1.0]]


def rotation(rx: float, ry: float, rz: float, order: str = "xyz") -> Rows:
    """A turn about the three axes, one after the other, in the given order.

    - Units: degrees.
    """
    angles = {"x": rx, "y": ry, "z": rz}
    out = identity()
    for axis in order:
        out = multiplied(_turn("xyz".index(axis), angles[axis]), out)
    return out


def _turn(axis: int, angle: float) -> Rows:
    c, s = cos(radians(angle)), sin(radians(angle))
    second, third = (axis + 1) % 3, (axis + 2) % 3
    out = identity()
    out[second][second] = out[third][third] = c
    out[second][third], out[third][second] = -s, s
    return out


def axis_rotation(axis: Vector, angle: float) -> Rows:
    """A turn about any axis.

    - Units: degrees.
    - Throws: ValueError when the axis has no length.
    """
    length = axis.length()
    if length == 0:
        raise ValueError("A rotation needs an axis with a length; (0, 0, 0) points nowhere.")
    half = radians(angle) / 2
    x, y, z = axis * (sin(half) / length)
    return quaternion_rotation(x, y, z, cos(half))


def quaternion_rotation(x: float, y: float, z: float, w: float) -> Rows:
    """The turn that a quaternion of any length but 0 stands for."""
    norm = x * x + y * y + z * z + w * w
    s = 2 / norm if norm else 0.0
    return [
        [1 - s * (y * y + z * z), s * (x * y - w * z), s * (x * z + w * y), 0.0],
        [s * (x * y + w * z), 1 - s * (x * x + z * z), s * (y * z - w * x), 0.0],
        [s * (x * z - w * y), s * (y * z + w * x), 1 - s * (x * x + y * y), 0.0],
        [0.0, 0.0, 0.0, 1.0],
    ]


def euler_angles(rows: Rows, order: str = "xyz") -> tuple[float, float, float]:
    """The angles about x, y and z of a turn, for an order of the turns.

    - Units: degrees.
    """
    i, j, k = ("xyz".index(axis) for axis in order)
    sign = 1.0 if (j - i) % 3 == 1 else -1.0
    sine = -sign * rows[k][i]
    angles = [0.0, 0.0, 0.0]
    angles[j] = asin(max(-1.0, min(1.0, sine)))
    if abs(sine) < 1 - 1e-9:
        angles[i] = atan2(sign * rows[k][j], rows[k][k])
        angles[k] = atan2(sign * rows[j][i], rows[i][i])
    else:  # The first and the third axis have become one: all the turn goes to the first.
        angles[i] = atan2(-sign * rows[j][k], rows[j][j])
    x, y, z = map(degrees, angles)
    return x, y, z


def view(eye: Vector, target: Vector, up: Vector) -> Rows:
    """What carries the world before an eye that looks along -z.

    - Throws: ValueError when the directions do not span a space.
    """
    back = eye - target
    back.normalize()
    side = up.cross(back)
    side.normalize()
    if side.lengthSquared() == 0:
        raise ValueError(
            "lookat needs a target apart from the eye and an up that is not the direction of "
            f"the look; it was given eye {eye}, target {target} and up {up}."
        )
    rows = [[*axis, -axis.dot(eye)] for axis in (side, back.cross(side), back)]
    return [*rows, [0.0, 0.0, 0.0, 1.0]]


def decomposed(rows: Rows) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Scale, rotation and translation of a matrix.

    - Units: degrees.
    """
    columns = [[rows[row][column] for row in range(3)] for column in range(3)]
    scale = [sqrt(sum(v * v for v in column)) for column in columns]
    if determinant(rows) < 0:  # A mirror image: one axis has to point the other way.
        scale[0] = -scale[0]
    turned = identity()
    for column in range(3):
        for row in range(3):
            turned[row][column] = columns[column][row] / (scale[column] or 1.0)
    return tuple(scale), euler_angles(turned), (rows[0][3], rows[1][3], rows[2][3])


def determinant(rows: Rows) -> float:
    """The determinant."""
    return _reduced(rows)[0]


def inverse(rows: Rows) -> Rows:
    """The inverse.

    - Throws: ValueError when there is none.
    """
    value, result = _reduced(rows)
    if value == 0:
        raise ValueError(
            "This matrix has no inverse: its determinant is 0, so it flattens space "
            "(a scale of 0 does that)."
        )
    return result


def _reduced(rows: Rows) -> tuple[float, Rows]:
    # Gauss and Jordan, with the biggest pivot of each column.
    left = [list(row) for row in rows]
    right = identity()
    value = 1.0
    for column in range(4):
        pivot = max(range(column, 4), key=lambda row: abs(left[row][column]))
        if left[pivot][column] == 0:
            return 0.0, right
        if pivot != column:
            value = -value
            for side in (left, right):
                side[pivot], side[column] = side[column], side[pivot]
        value *= left[column][column]
        divisor = left[column][column]
        for side in (left, right):
            side[column] = [v / divisor for v in side[column]]
        for row in range(4):
            factor = left[row][column]
            if row != column and factor:
                for side in (left, right):
                    pairs = zip(side[row], side[column], strict=True)
                    side[row] = [v - factor * p for v, p in pairs]
    return value, right
