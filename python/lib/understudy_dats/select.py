"""The Select DAT: rows and columns of another DAT."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, first, position, rows_of, text_of
from understudy_dats._scope import chosen


def cook(me: Any, inputs: list[Any]) -> str | Rows:
    """Take the chosen rows and columns; first row and column if they are wanted anyway.

    - Source: <https://docs.derivative.ca/Select_DAT>
    """
    source = first(me, inputs)
    if source is None:
        return []
    how = me.par.extractrows.eval(), me.par.extractcols.eval(), me.par.output.eval()
    if source.isText and how == ("all", "all", "data"):
        return source.text
    rows = rows_of(source)
    lines, places = chosen(me, source, rows, "row"), chosen(me, source, rows, "col")
    if me.par.firstrow.eval() and rows and 0 not in lines:
        lines = [0, *lines]
    if me.par.firstcol.eval() and rows and 0 not in places:
        places = [0, *places]
    output = me.par.output.eval()
    return [[_cell(me, source, rows, row, col, output) for col in places] for row in lines]


def _cell(me: Any, source: Any, rows: Rows, row: int, col: int, output: str) -> str:
    if output != "expr":
        return rows[row][col]
    with position(me, inputCell=source[row, col], inputRow=row, inputCol=col, inputTable=source):
        return text_of(me.evalExpression(rows[row][col]))
