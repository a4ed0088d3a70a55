"""A 4x4 matrix that places, turns, scales and projects: Matrix."""

from __future__ import annotations

from tdu import _projections, _transforms
from tdu._transforms import multiplied
from tdu._vectors import Position, Vector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Rows = list[list[float]]


class Matrix:
    """Four columns of four; it stands left of the vectors it is applied to.

    Built from nothing (identity), a Matrix, a Quaternion or its 4 numbers, 9 or 16 numbers column
    by column, one by one or in a list, or 3 or 4 columns.
    - Source: <https://docs.derivative.ca/Matrix_Class>
    """

    __slots__ = ("_rows",)
    # It changes in place, so it cannot be a key.
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, *args: Any, zero: bool = False) -> None:
        self._rows: Rows = _transforms.identity()
        if zero:
            self._rows = [[0.0] * 4 for _ in range(4)]
        elif args:
            self._rows = _from_arguments(args)

    @property
    def vals(self) -> list[float]:
        """All 16 values, column by column."""
        return [self._rows[row][column] for column in range(4) for row in range(4)]

    @vals.setter
    def vals(self, values: Any) -> None:
        self._rows = _from_arguments((list(values),))

    @property
    def rows(self) -> Rows:
        """The rows."""
        return [list(row) for row in self._rows]

    @property
    def cols(self) -> Rows:
        """The columns."""
        return _transforms.transposed(self._rows)

    def copy(self) -> Matrix:
        """Another one with the same values."""
        return _matrix(self.rows)

    def identity(self) -> None:
        """Becomes the matrix that changes nothing."""
        self._rows = _transforms.identity()

    def transpose(self) -> None:
        """Swaps rows and columns, in place."""
        self._rows = self.cols

    def getTranspose(self) -> Matrix:
        """The transpose, as another matrix."""
        return _matrix(self.cols)

    def determinant(self) -> float:
        """The determinant."""
        return _transforms.determinant(self._rows)

    def invert(self) -> None:
        """Becomes its inverse.

        - Throws: ValueError when it has none.
        """
        self._rows = _transforms.inverse(self._rows)

    def getInverse(self) -> Matrix:
        """The inverse, as another matrix.

        - Throws: ValueError when it has none.
        """
        return _matrix(_transforms.inverse(self._rows))

    def translate(self, tx: float, ty: float, tz: float, fromRight: bool = False) -> None:
        """Multiplies a move from the left, or from the right."""
        self._apply(_transforms.translation(tx, ty, tz), fromRight, None)

    def rotate(
        self, rx: float, ry: float, rz: float, fromRight: bool = False, pivot: Any = None
    ) -> None:
        """Multiplies a turn about x, then y, then z.

        - Parameters: pivot: the place that stays where it is.
        - Units: degrees.
        """
        self._apply(_transforms.rotation(rx, ry, rz), fromRight, pivot)

    def rotateOnAxis(
        self, rotationAxis: Any, angle: float, fromRight: bool = False, pivot: Any = None
    ) -> None:
        """Multiplies a turn about any axis.

        - Units: degrees.
        - Throws: ValueError when the axis has no length.
        """
        self._apply(_transforms.axis_rotation(Vector(rotationAxis), angle), fromRight, pivot)

    def scale(
        self, sx: float, sy: float, sz: float, fromRight: bool = False, pivot: Any = None
    ) -> None:
        """Multiplies a scale along the axes."""
        self._apply(_transforms.scaling(sx, sy, sz), fromRight, pivot)

    def lookat(self, eyePos: Any, target: Any, up: Any) -> None:
        """Multiplies from the left the view of an eye that looks at a target.

        - Throws: ValueError when eye and target are one, or up is the direction of the look.
        """
        view = _transforms.view(Vector(list(eyePos)), Vector(list(target)), Vector(list(up)))
        self._apply(view, False, None)

    def decompose(self) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
        """Scale, rotation (degrees, x then y then z) and translation."""
        return _transforms.decomposed(self._rows)

    def fillTable(self, tableDAT: Any) -> None:
        """Writes the rows into a table DAT, in place of what it holds.

        - Thread: that of the table: main for an operator.
        """
        tableDAT.clear()
        for row in self._rows:
            tableDAT.appendRow(row)

    def numpyArray(self) -> Any:
        """The rows as a NumPy array.

        - Throws: ImportError where NumPy is not installed.
        """
        from numpy import array  # pyright: ignore

        return array(self._rows)  # pyright: ignore

    def mapUnitSquareToQuad(self, *corners: float) -> None:
        """Becomes the projection of the unit square onto four corners.

        - Parameters: corners: x and y of bottom left, bottom right, top left, top right.
        - Throws: ValueError when the corners lie on a line.
        """
        self._rows = _projections.square_to_quad(corners)

    def mapQuadToUnitSquare(self, *corners: float) -> None:
        """Becomes the inverse of `mapUnitSquareToQuad`."""
        self._rows = _transforms.inverse(_projections.square_to_quad(corners))

    def projectionFrustum(
        self, left: float, right: float, bottom: float, top: float, near: float, far: float
    ) -> None:
        """Becomes the projection of a frustum whose sides are given on the near plane."""
        self._rows = _projections.frustum(left, right, bottom, top, near, far)

    def projectionFovX(
        self, fovX: float, aspectX: float, aspectY: float, near: float, far: float
    ) -> None:
        """Becomes the projection of a horizontal angle of view.

        - Units: degrees.
        """
        self._rows = _projections.field_of_view(fovX, aspectX, aspectY, near, far, 0.0)

    def projectionStereo(
        self,
        ipd: float,
        convergeZ: float,
        fovX: float,
        aspectX: float,
        aspectY: float,
        near: float,
        far: float,
        rightEye: bool = False,
    ) -> None:
        """Becomes the projection of one of two eyes that converge at a distance.

        - Units: degrees; `ipd` and `convergeZ` in the same unit of length.
        """
        shift = ipd / 2 * near / convergeZ
        shift = -shift if rightEye else shift
        self._rows = _projections.field_of_view(fovX, aspectX, aspectY, near, far, shift)

    def projectAndClip(self, pos: Any) -> Position | None:
        """Where this projection puts a place, or None when it is out of view."""
        x, y, z, w = self._times(list(pos), 1.0)
        if w <= 0 or abs(x) > w or abs(y) > w or not 0 <= z <= w:
            return None
        return Position(x / w, y / w, z / w)

    def __getitem__(self, key: tuple[int, int]) -> float:
        row, column = key
        return self._rows[row][column]

    def __setitem__(self, key: tuple[int, int], value: float) -> None:
        row, column = key
        self._rows[row][column] = float(value)

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, Matrix):
            return _matrix(multiplied(self._rows, other._rows))
        if isinstance(other, Vector):
            return Vector(self._times(list(other), 0.0)[:3])
        if isinstance(other, Position):
            x, y, z, w = self._times(list(other), 1.0)
            w = w or 1.0
            return Position(x / w, y / w, z / w)
        return NotImplemented

    def __add__(self, other: Any) -> Matrix:
        if not isinstance(other, Matrix):
            return NotImplemented
        return _matrix(_transforms.combined(self._rows, other._rows, 1.0))

    def __sub__(self, other: Any) -> Matrix:
        if not isinstance(other, Matrix):
            return NotImplemented
        return _matrix(_transforms.combined(self._rows, other._rows, -1.0))

    def __eq__(self, other: object) -> bool:
        return self._rows == other._rows if isinstance(other, Matrix) else NotImplemented

    def __repr__(self) -> str:
        return f"Matrix({self.vals})"

    def _times(self, values: list[float], w: float) -> list[float]:
        column = [*values, w]
        return [sum(a * b for a, b in zip(row, column, strict=True)) for row in self._rows]

    def _apply(self, change: Rows, from_right: bool, pivot: Any) -> None:
        if pivot is not None:
            x, y, z = pivot
            change = multiplied(_transforms.translation(x, y, z), change)
            change = multiplied(change, _transforms.translation(-x, -y, -z))
        pair = (self._rows, change) if from_right else (change, self._rows)
        self._rows = multiplied(*pair)


def _matrix(rows: Rows) -> Matrix:
    made = Matrix()
    made._rows = rows
    return made


def _from_arguments(args: tuple[Any, ...]) -> Rows:
    if len(args) == 1 and isinstance(args[0], Matrix):
        return args[0].rows
    given: Any = args[0] if len(args) == 1 else args
    try:
        if len(given) in (3, 4) and hasattr(given[0], "__iter__"):
            given = [value for column in given for value in _column(list(column))]
        values = [float(value) for value in given]
    except (TypeError, ValueError):
        values = []
    if len(values) == 4:
        return _transforms.quaternion_rotation(*values)
    if len(values) == 9:
        values = [v for at in (0, 3, 6) for v in _column(values[at : at + 3])]
    if len(values) == 12:
        values += [0.0, 0.0, 0.0, 1.0]
    if len(values) != 16:
        raise TypeError(
            "tdu.Matrix takes a Matrix, a Quaternion, 9 or 16 numbers column by column, or 3 or 4 "
            f"columns, not {args!r}."
        )
    return [values[row::4] for row in range(4)]


def _column(values: list[Any]) -> list[Any]:
    return values if len(values) == 4 else [*values, 0.0]
