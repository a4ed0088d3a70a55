"""The DAT Execute DAT: callbacks for the changes of another DAT."""

from __future__ import annotations

import inspect
from itertools import zip_longest
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[list[str]]


class PreviousDAT:
    """What a DAT held before its change: it answers as the DAT would have, and can't be changed."""

    def __init__(self, dat: Any, rows: Rows) -> None:
        self.name, self.path, self.isTable, self.isText = (
            dat.name,
            dat.path,
            dat.isTable,
            dat.isText,
        )
        self._rows = rows

    @property
    def numRows(self) -> int:
        """How many rows it had."""
        return len(self._rows)

    @property
    def numCols(self) -> int:
        """How many columns it had."""
        return len(self._rows[0]) if self._rows else 0

    @property
    def text(self) -> str:
        """Its text, or its cells with tabs and new lines between them."""
        return "\n".join("\t".join(row) for row in self._rows)

    def rows(self) -> Rows:
        """Its rows."""
        return [list(row) for row in self._rows]

    def row(self, index: int) -> list[str] | None:
        """One of its rows, None where there was none."""
        return list(self._rows[index]) if -self.numRows <= index < self.numRows else None

    def cols(self) -> Rows:
        """Its columns."""
        return [list(column) for column in zip(*self._rows, strict=True)]

    def col(self, index: int) -> list[str] | None:
        """One of its columns, None where there was none."""
        columns = self.cols()
        return columns[index] if -len(columns) <= index < len(columns) else None

    def __getitem__(self, place: tuple[int, int]) -> str | None:
        row = self.row(place[0])
        return row[place[1]] if row is not None and -len(row) <= place[1] < len(row) else None


def snapshot(dat: Any) -> Rows:
    """What a DAT holds now."""
    return dat.rows(val=True)


def changed(me: Any, dat: Any, before: Rows, after: Rows) -> None:
    """Call what the toggles ask for; nothing when the contents are the same.

    - Source: <https://docs.derivative.ca/DAT_Execute_DAT>
    """
    if before == after:
        return
    info = differences(dat, before, after)
    if me.par.tablechange.eval():
        _call(me, "onTableChange", dat, PreviousDAT(dat, before), info)
    if info.sizeChanged and me.par.sizechange.eval():
        _call(me, "onSizeChange", dat)
    # With rows or columns gone, only the size is told.
    if len(after) < len(before) or _width(after) < _width(before):
        return
    if info.rowsChanged and me.par.rowchange.eval():
        _call(me, "onRowChange", dat, info.rowsChanged)
    if info.colsChanged and me.par.colchange.eval():
        _call(me, "onColChange", dat, info.colsChanged)
    if info.cellsChanged and me.par.cellchange.eval():
        previous = [_cell(before, cell.row, cell.col) for cell in info.cellsChanged]
        _call(me, "onCellChange", dat, info.cellsChanged, previous)


def differences(dat: Any, before: Rows, after: Rows) -> Any:
    """What `onTableChange` gets as `info`."""
    columns = _columns(before), _columns(after)
    names, old_names = [row[0] for row in after if row], [row[0] for row in before if row]
    cells = [
        dat[row, col]
        for row, line in enumerate(after)
        for col, cell in enumerate(line)
        if _cell(before, row, col) != cell
    ]
    return SimpleNamespace(
        rowsChanged=_changed(before, after),
        rowsAdded=[i for i, name in enumerate(names) if name not in old_names],
        rowsRemoved=[i for i, name in enumerate(old_names) if name not in names],
        colsChanged=_changed(*columns),
        colsAdded=_missing(columns[1], columns[0]),
        colsRemoved=_missing(*columns),
        cellsChanged=cells,
        sizeChanged=(len(before), _width(before)) != (len(after), _width(after)),
    )


def _call(me: Any, name: str, *arguments: Any) -> None:
    function = getattr(me.module, name, None)
    if function is not None:
        function(*arguments[: _capacity(function, len(arguments))])


def _capacity(function: Callable[..., Any], most: int) -> int:
    """How many arguments a callback takes: `onTableChange` had one before 2025."""
    kinds = [parameter.kind for parameter in inspect.signature(function).parameters.values()]
    if inspect.Parameter.VAR_POSITIONAL in kinds:
        return most
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return min(most, sum(kind in positional for kind in kinds))


def _changed(before: Rows, after: Rows) -> list[int]:
    pairs = enumerate(zip_longest(before, after))
    return [i for i, (old, new) in pairs if new is not None and old != new]


def _missing(lines: Rows, others: Rows) -> list[int]:
    known = {line[0] for line in others if line}
    return [i for i, line in enumerate(lines) if line and line[0] not in known]


def _columns(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


def _width(rows: Rows) -> int:
    return len(rows[0]) if rows else 0


def _cell(rows: Rows, row: int, col: int) -> str | None:
    return rows[row][col] if row < len(rows) and col < len(rows[row]) else None
