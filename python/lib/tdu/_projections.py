"""Matrices that project: a frustum onto the view, a square onto four corners.

- Source: <https://docs.derivative.ca/Matrix_Class>
"""

from __future__ import annotations

from math import radians, tan

TYPE_CHECKING = False
if TYPE_CHECKING:
    Rows = list[list[float]]


def frustum(left: float, right: float, bottom: float, top: float, near: float, far: float) -> Rows:
    """A frustum before an eye that looks along -z; depth runs from 0 at near to 1 at far.

    - Throws: ValueError when it has no width, no height or no depth.
    """
    if right == left or top == bottom or far == near:
        raise ValueError(
            "A projection needs a frustum with width, height and depth, not "
            f"{left} to {right}, {bottom} to {top}, {near} to {far}."
        )
    width, height, depth = right - left, top - bottom, far - near
    return [
        [2 * near / width, 0.0, (right + left) / width, 0.0],
        [0.0, 2 * near / height, (top + bottom) / height, 0.0],
        [0.0, 0.0, -far / depth, -far * near / depth],
        [0.0, 0.0, -1.0, 0.0],
    ]


def field_of_view(
    fov_x: float, aspect_x: float, aspect_y: float, near: float, far: float, shift: float
) -> Rows:
    """A frustum from a horizontal angle, shifted sideways on the near plane.

    - Units: degrees.
    - Throws: ValueError when it has no width, no height or no depth.
    """
    half = near * tan(radians(fov_x) / 2)
    high = half * aspect_y / aspect_x if aspect_x else 0.0
    return frustum(shift - half, shift + half, -high, high, near, far)


def square_to_quad(corners: tuple[float, ...]) -> Rows:
    """The projection of the unit square onto four corners.

    - Parameters: corners: x and y of bottom left, bottom right, top left, top right.
    - Throws: TypeError for another count, ValueError when the corners lie on a line.
    """
    if len(corners) != 8:
        raise TypeError(f"A quad has 8 numbers, x and y of each corner, not {len(corners)}.")
    (ax, ay), (bx, by), (dx, dy), (cx, cy) = zip(corners[::2], corners[1::2], strict=True)
    # The corner opposite the first fixes how far the plane is tilted.
    ux, uy, vx, vy = bx - cx, by - cy, dx - cx, dy - cy
    sx, sy = ax - bx + cx - dx, ay - by + cy - dy
    area = ux * vy - vx * uy
    if area == 0:
        raise ValueError(f"The corners {corners} lie on a line; they must span an area.")
    g = (sx * vy - vx * sy) / area
    h = (ux * sy - sx * uy) / area
    return [
        [bx - ax + g * bx, dx - ax + h * dx, 0.0, ax],
        [by - ay + g * by, dy - ay + h * dy, 0.0, ay],
        [0.0, 0.0, 1.0, 0.0],
        [g, h, 0.0, 1.0],
    ]
