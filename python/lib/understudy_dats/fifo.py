"""The FIFO DAT: a table that forgets its oldest rows and tells of its new ones."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from understudy_td import td

# How many rows each had when it was looked at last.
_known: WeakKeyDictionary[Any, int] = WeakKeyDictionary()
_busy: set[int] = set()  # those whose rows are dropped now


def cook(me: Any, inputs: list[Any]) -> None:  # noqa: ARG001
    """Drop what is too much, as when the limit becomes lower."""
    edited(me)


def edited(me: Any) -> None:
    """Drop the oldest rows beyond the limit and call `onNewRow` for each that was added at the end.

    The first row may be a heading that stays.

    - Source: <https://docs.derivative.ca/FIFO_DAT>, <https://docs.derivative.ca/FifoDAT_Class>
    """
    if me.id in _busy:
        return
    _busy.add(me.id)
    try:
        added = me.numRows - _known.get(me, 0)
        kept = 1 if me.par.firstrow.eval() else 0
        limit = int(me.par.maxlines.eval()) if me.par.clamp.eval() else me.numRows
        surplus = me.numRows - kept - max(limit, 0)
        if surplus > 0:
            me.deleteRows(list(range(kept, kept + surplus)))
        _known[me] = me.numRows
    finally:
        _busy.discard(me.id)
    for row in range(max(kept, me.numRows - added), me.numRows):
        td._call_back(me, "onNewRow", row, me.row(row))


def pulsed(me: Any, par: Any) -> None:
    """Clear the table, but for a heading that is kept."""
    if par.name == "clear":
        me.clear(keepFirstRow=bool(me.par.firstrow.eval()))
