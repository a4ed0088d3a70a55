"""A view that the mouse turns, moves and brings nearer: ArcBall."""

from __future__ import annotations

from math import sqrt

from tdu._matrix import Matrix
from tdu._quaternion import Quaternion
from tdu._vectors import Vector


class ArcBall:
    """Turns what it shows as a ball under the mouse, whose places are u and v from 0 to 1.

    The turn between two places is the one that carries the first over to the second on a ball that
    fills the panel, as Ken Shoemake describes it (Graphics Interface 1992); TouchDesigner does not
    tell how far it turns and moves for a distance, so these amounts are Understudy's.
    - Source: <https://docs.derivative.ca/ArcBall_Class>
    """

    def __init__(self, forCamera: bool = False) -> None:
        self._forCamera = forCamera
        self._turn = Matrix()
        self._place = [0.0, 0.0, 0.0]
        # Where the mouse went down, and what was so then.
        self._begun = (0.0, 0.0)
        self._turnBefore = Matrix()
        self._placeBefore = [0.0, 0.0, 0.0]

    def identity(self) -> None:
        """Puts everything back to the start."""
        self._turn = Matrix()
        self._place = [0.0, 0.0, 0.0]
        self._begin(0.0, 0.0)

    def beginRotate(self, u: float, v: float) -> None:
        """Takes hold of the ball at a place."""
        self._begin(u, v)

    def rotateTo(self, u: float, v: float, scale: float = 1.0) -> None:
        """Turns the ball so that the place it was held at comes to another one."""
        first, second = _on_ball(*self._begun), _on_ball(u, v)
        axis = first.cross(second)
        turned = Matrix()
        if axis.length() > 1e-12:
            angle = Quaternion(first, second).angle() * scale
            turned.rotateOnAxis(axis, angle)
        self._turn = turned * self._turnBefore

    def beginPan(self, u: float, v: float) -> None:
        """Takes hold of the view at a place."""
        self._begin(u, v)

    def panTo(self, u: float, v: float, scale: float = 1.0) -> None:
        """Moves the view so that the place it was held at comes to another one."""
        self._place[0] = self._placeBefore[0] + (u - self._begun[0]) * scale
        self._place[1] = self._placeBefore[1] + (v - self._begun[1]) * scale

    def pan(self, u: float, v: float) -> None:
        """Moves the view."""
        self._place[0] += u
        self._place[1] += v

    def beginDolly(self, u: float, v: float) -> None:
        """Takes hold of the view at a place, to bring it nearer."""
        self._begin(u, v)

    def dollyTo(self, u: float, v: float, scale: float = 1.0) -> None:  # noqa: ARG002
        """Brings the view nearer or takes it away, as far as the mouse moved up or down."""
        self._place[2] = self._placeBefore[2] + (v - self._begun[1]) * scale

    def dolly(self, z: float) -> None:
        """Brings the view nearer or takes it away."""
        self._place[2] += z

    def transform(self) -> Matrix:
        """The turn and then the move, as a matrix; its inverse for a camera."""
        moved = Matrix()
        moved.translate(self._place[0], self._place[1], self._place[2])
        made: Matrix = moved * self._turn
        return made.getInverse() if self._forCamera else made

    def setTransform(self, matrix: Matrix) -> None:
        """Takes over the turn and the move of a matrix; its scales are left out."""
        source = matrix.getInverse() if self._forCamera else matrix
        _, angles, place = source.decompose()
        self._turn = Matrix()
        self._turn.rotate(angles[0], angles[1], angles[2])
        self._place = list(place)

    def _begin(self, u: float, v: float) -> None:
        self._begun = (u, v)
        self._turnBefore, self._placeBefore = self._turn.copy(), list(self._place)


def _on_ball(u: float, v: float) -> Vector:
    x, y = 2 * u - 1, 2 * v - 1
    length = x * x + y * y
    if length > 1:
        return Vector(x / sqrt(length), y / sqrt(length), 0)
    return Vector(x, y, sqrt(1 - length))
