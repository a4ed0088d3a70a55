"""How the operators of the DAT types make their content, a module for each type.

The host calls `cook(me, inputs)`: `me` is the operator, `inputs` what is wired in, None for gaps.
What comes back becomes the content: a text, or a table as a list of rows. Everything a cook reads
through `me` and `inputs` is noted by the host, and a change of it brings the next cook.
A module that wants to hear of pulses has `pulsed(me, par)`, too.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Generator

Rows = list[list[str]]

# What `me.inputCell`, `me.subRow` and their kin answer while an expression is evaluated, by the
# number of the operator; the host reads it.
positions: dict[int, dict[str, Any]] = {}


@contextmanager
def position(me: Any, **members: Any) -> Generator[None]:
    """Let an operator's position members answer while the body runs."""
    before = positions.get(me.id)
    positions[me.id] = members
    try:
        yield
    finally:
        if before is None:
            del positions[me.id]
        else:
            positions[me.id] = before


def rows_of(dat: Any) -> Rows:
    """The cells of a DAT; free text is one cell. Nothing gives no rows."""
    return [] if dat is None else dat.rows(val=True)


def first(me: Any, inputs: list[Any], par: str = "dat") -> Any:
    """The DAT that a parameter names, else the first input; None without both."""
    named = me.par[par].eval()
    return named if named is not None else inputs[0] if inputs else None


def operators(par: Any) -> list[Any]:
    """The operators that a parameter names: none, one or several."""
    named = par.eval()
    if isinstance(named, (list, tuple)):
        return list(cast("list[Any]", named))
    return [] if named is None else [named]


def transposed(rows: Rows) -> Rows:
    """Rows as columns."""
    return [list(column) for column in zip(*rows, strict=True)]


def padded(rows: Rows) -> Rows:
    """Rows filled with blanks to the length of the longest."""
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def expression(par: Any) -> str:
    """What a parameter says as an expression, whether it is in expression mode or a text."""
    return par.expr if par.mode.name == "EXPRESSION" else str(par.val)


def text_of(value: Any) -> str:
    """An expression's value as a cell holds it."""
    return "" if value is None else str(value)
