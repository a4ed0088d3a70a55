"""Which rows and columns the Select and Scope parameters of a DAT choose."""

from __future__ import annotations

from typing import Any

import tdu

from understudy_dats import Rows, expression, position, transposed


def chosen(me: Any, source: Any, rows: Rows, axis: str) -> list[int]:
    """The numbers of the rows (axis `row`) or columns (`col`) that the parameters choose.

    - Source: <https://docs.derivative.ca/Select_DAT>
    """
    lines = rows if axis == "row" else transposed(rows)
    how = me.par[f"extract{axis}s"].eval()
    every = list(range(len(lines)))
    if how == "all" or not lines:
        return every
    if how == "bynames":
        return _by_values(me, lines, axis)
    if how == "byexpr":
        return _by_condition(me, source, len(lines), axis)
    by_name = {"byname": (True, True), "bynameindex": (True, False), "byindexname": (False, True)}
    start_named, end_named = by_name.get(how, (False, False))
    start = _end(me, lines, f"{axis}namestart" if start_named else f"{axis}indexstart")
    end = _end(me, lines, f"{axis}nameend" if end_named else f"{axis}indexend")
    return [] if start is None or end is None else every[max(start, 0) : end + 1]


def _end(me: Any, lines: Rows, par: str) -> int | None:
    value = me.par[par].eval()
    if "name" in par:
        return next((i for i, line in enumerate(lines) if line and line[0] == str(value)), None)
    return int(value) + (len(lines) if value < 0 else 0)


def _from(me: Any, lines: Rows, axis: str) -> int:
    """The column in which rows are looked up, or the row in which columns are."""
    value = str(me.par["fromcol" if axis == "row" else "fromrow"].eval())
    if value.lstrip("-").isdigit():
        return int(value)
    header = [line[0] for line in transposed(lines)] if lines else []
    return header.index(value) if value in header else 0


def _by_values(me: Any, lines: Rows, axis: str) -> list[int]:
    pattern = str(me.par[f"{axis}names"].eval())
    place = _from(me, lines, axis)
    return [
        number
        for number, line in enumerate(lines)
        if -len(line) <= place < len(line) and tdu.match(pattern, [line[place]])
    ]


def _by_condition(me: Any, source: Any, count: int, axis: str) -> list[int]:
    text = expression(me.par[f"{axis}expr"])
    if not text.strip():
        return list(range(count))
    found: list[int] = []
    place = int(me.par["fromcol" if axis == "row" else "fromrow"].eval() or 0)
    for number in range(count):
        row, col = (number, place) if axis == "row" else (place, number)
        with position(
            me, inputCell=source[row, col], inputRow=row, inputCol=col, inputTable=source
        ):
            if me.evalExpression(text):
                found.append(number)
    return found


def scoped(me: Any, source: Any, rows: Rows) -> set[tuple[int, int]]:
    """The cells that the parameters of a Scope page choose."""
    chosen_rows = set(chosen(me, source, rows, "row"))
    chosen_cols = set(chosen(me, source, rows, "col"))
    if me.par.xfirstrow.eval():
        chosen_rows.discard(0)
    if me.par.xfirstcol.eval():
        chosen_cols.discard(0)
    return {(row, col) for row in chosen_rows for col in chosen_cols}
