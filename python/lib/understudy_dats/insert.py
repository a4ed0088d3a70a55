"""The Insert DAT: a row or column more."""

from __future__ import annotations

from typing import Any

import tdu

from understudy_dats import Rows, rows_of, transposed


def cook(me: Any, inputs: list[Any]) -> Rows:
    """Insert one row or column of the given contents.

    - Source: <https://docs.derivative.ca/Insert_DAT>
    """
    rows = rows_of(inputs[0] if inputs else None)
    is_row = me.par.insert.eval() == "row"
    lines = rows if is_row else transposed(rows)
    cells = [str(cell) for cell in tdu.split(str(me.par.contents.eval()))]
    width = len(lines[0]) if lines else len(cells)
    line = (cells + [""] * width)[:width]
    replaces = me.par["replaceduplicate"]
    if replaces is not None and replaces.eval() and line:
        lines = [old for old in lines if old[0] != line[0]]
    at = me.par.at.eval()
    index = {"start": 0, "end": len(lines)}.get(at, int(me.par.index.eval()))
    lines.insert(min(max(index, 0), len(lines)), line)
    return lines if is_row else transposed(lines)
