"""The Evaluate DAT: cells changed by expressions."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, expression, position, rows_of, text_of
from understudy_dats._scope import scoped


def cook(me: Any, inputs: list[Any]) -> str | Rows:
    """Evaluate an expression for each cell of the scope; its value becomes the cell.

    The expressions come from a second table, whose last row and column are repeated, or from the
    parameter. Without an input the parameter's one value is the output.
    - Source: <https://docs.derivative.ca/Evaluate_DAT>
    """
    source = _table(me, "dat", inputs, 0)
    formulas = _table(me, "datexpr", inputs, 1)
    if source is None and formulas is None:
        return text_of(me.evalExpression(expression(me.par.expr)))
    rows, lines = rows_of(source), rows_of(formulas)
    output = me.par.output.eval()
    if output == "data" or (output == "expression" and not lines):
        return rows
    size = lines if me.par.outputsize.eval() == "in2" and lines else rows or lines
    cells = scoped(me, source, rows) if rows else None
    made = [
        [
            _cell(me, source, formulas, rows, lines, row, col, cells, output)
            for col in range(len(size[row]))
        ]
        for row in range(len(size))
    ]
    if source is not None and source.isText and size is rows:
        return made[0][0]
    return made


def _table(me: Any, par: str, inputs: list[Any], place: int) -> Any:
    named = me.par[par].eval()
    return named if named is not None else inputs[place] if place < len(inputs) else None


def _cell(
    me: Any,
    source: Any,
    formulas: Any,
    rows: Rows,
    lines: Rows,
    row: int,
    col: int,
    cells: set[tuple[int, int]] | None,
    output: str,
) -> str:
    data_row, data_col = min(row, len(rows) - 1), col
    if rows:
        data_col = min(col, len(rows[data_row]) - 1)
        if cells is not None and (data_row, data_col) not in cells:
            return rows[data_row][data_col]
    formula_row, formula_col = min(row, len(lines) - 1), col
    if lines:
        formula_col = min(col, len(lines[formula_row]) - 1)
        text = lines[formula_row][formula_col]
        if output == "expression":
            return text
    else:
        text = expression(me.par.expr) or "me.inputCell.val"
    with position(
        me,
        inputCell=source[data_row, data_col] if rows else None,
        inputRow=data_row,
        inputCol=data_col,
        inputTable=source,
        exprCell=formulas[formula_row, formula_col] if lines else None,
        exprRow=formula_row,
        exprCol=formula_col,
        exprTable=formulas,
    ):
        value = text_of(me.evalExpression(text))
    if me.par.backslash.eval():
        value = value.replace("\\n", " " if rows else "\n").replace("\\t", " " if rows else "\t")
    return value
