"""The FIFO DAT: a table that forgets its oldest rows."""

from __future__ import annotations

from typing import Any


def cook(me: Any, inputs: list[Any]) -> None:  # noqa: ARG001
    """Drop what is too much, as when the limit becomes lower."""
    edited(me)


def edited(me: Any) -> None:
    """Drop the oldest rows beyond the limit; the first row may be a heading that stays.

    - Source: <https://docs.derivative.ca/FIFO_DAT>
    """
    kept = 1 if me.par.firstrow.eval() else 0
    limit = int(me.par.maxlines.eval()) if me.par.clamp.eval() else me.numRows
    surplus = me.numRows - kept - max(limit, 0)
    if surplus > 0:
        me.deleteRows(list(range(kept, kept + surplus)))


def pulsed(me: Any, par: Any) -> None:
    """Clear the table, but for a heading that is kept."""
    if par.name == "clear":
        me.clear(keepFirstRow=bool(me.par.firstrow.eval()))
