"""Where object components stand in space: by their own parameters, and below their parents.

Matrices stand left of what they are applied to, so what is done first is the rightmost factor.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from tdu import Matrix, _transforms
from understudy_td import td

if TYPE_CHECKING:
    from collections.abc import Callable

    from tdu._transforms import Rows

# Operators that may place an object in other ways, which are not computed here.
_OTHER_WAYS = ("lookat", "pathsop", "xformmatrixop")


def transform(node: Any) -> Matrix:
    """What the Xform page says: scale, rotation and translation about the pivot, in their order.

    - Source: <https://docs.derivative.ca/ObjectCOMP_Class>, <https://docs.derivative.ca/Null_COMP>
    """
    return _page(node, "")


def pre_transform(node: Any) -> Matrix:
    """What the Pre-Xform page says, whether it is applied or not."""
    return _page(node, "p")


def local_transform(node: Any) -> Matrix:
    """Both pages; the Pre-Xform page stands to the left, as a parent would.

    - Throws: tdError when Look At, a path or a matrix places the object.
    """
    for name in _OTHER_WAYS:
        par = node.par[name]
        if par is not None and par.eval() is not None:
            raise _refusal(node, f"its parameter {name} is set, which is not computed here")
    own = transform(node)
    return pre_transform(node) * own if node.par.pxform.eval() else own


def world_transform(node: Any) -> Matrix:
    """The local transforms from the outermost parent inwards.

    - Throws: tdError as `local_transform` does, or when parents form a circle.
    - Source: <https://docs.derivative.ca/3D_Parenting>
    """
    chain = [node]
    while (above := _parent(chain[-1])) is not None:
        if above in chain:
            raise _refusal(node, f"{above.path} is a parent of itself")
        chain.append(above)
    return prod((local_transform(each) for each in reversed(chain)), start=Matrix())


def set_transform(node: Any, matrix: Matrix) -> None:
    """Write a matrix into the Xform page."""
    _set_page(node, "", matrix)


def set_pre_transform(node: Any, matrix: Matrix) -> None:
    """Write a matrix into the Pre-Xform page."""
    _set_page(node, "p", matrix)


def _page(node: Any, prefix: str) -> Matrix:
    def values(name: str) -> list[float]:
        return [float(node.par[f"{prefix}{name}{axis}"].eval()) for axis in "xyz"]

    uniform, pivot = float(node.par[prefix + "scale"].eval()), values("p")
    sx, sy, sz = (uniform * value for value in values("s"))
    (rx, ry, rz), (tx, ty, tz) = values("r"), values("t")
    order = str(node.par[prefix + "rord"].eval())
    parts: dict[str, Callable[[], Rows]] = {
        "s": lambda: _about(pivot, _transforms.scaling(sx, sy, sz)),
        "r": lambda: _about(pivot, _transforms.rotation(rx, ry, rz, order)),
        "t": lambda: _transforms.translation(tx, ty, tz),
    }
    rows = _transforms.identity()
    for letter in str(node.par[prefix + "xord"].eval()):
        rows = _transforms.multiplied(parts[letter](), rows)
    return _matrix(rows)


def _about(pivot: list[float], rows: Rows) -> Rows:
    x, y, z = pivot
    there, back = _transforms.translation(x, y, z), _transforms.translation(-x, -y, -z)
    return _transforms.multiplied(there, _transforms.multiplied(rows, back))


def _matrix(rows: Rows) -> Matrix:
    return Matrix(*(value for column in _transforms.transposed(rows) for value in column))


def _set_page(node: Any, prefix: str, matrix: Matrix) -> None:
    if str(node.par[prefix + "xord"].eval()) != "srt":
        name = prefix + "xord"
        raise _refusal(node, f"its parameter {name} is not 'srt', the only order taken apart here")
    scale, _, moved = _transforms.decomposed(matrix.rows)
    turn = [
        [v / (s or 1.0) for v, s in zip(row[:3], scale, strict=True)] for row in matrix.rows[:3]
    ]
    angles = _transforms.euler_angles(turn, str(node.par[prefix + "rord"].eval()))
    for name, values in (("t", moved), ("r", angles), ("s", scale), ("p", (0, 0, 0))):
        for axis, value in zip("xyz", values, strict=True):
            node.par[f"{prefix}{name}{axis}"] = value
    node.par[prefix + "scale"] = 1


def _parent(node: Any) -> Any:
    source = str(node.par.parentxformsrc.eval())
    if source == "worldorigin":
        return None
    if source == "specify":
        return node.par.parentobject.eval()
    above = node.inputCOMPs[0] if node.inputCOMPs else node.parent()
    return above if above is not None and above.isObject else None


def _refusal(node: Any, why: str) -> Exception:
    return td.tdError(f"The transform of {node.path} ({node.OPType}) is not to be had: {why}.")
