"""The Info DAT: what an operator tells about itself in words."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows


def cook(me: Any, inputs: list[Any]) -> Rows:  # noqa: ARG001
    """List an operator's errors and warnings, a row each.

    Most operators tell nothing more; what a few types add (a codec, a shader's log) comes from
    devices that a headless run does not have.
    - Source: <https://docs.derivative.ca/Info_DAT>
    """
    other = me.par.op.eval()
    if other is None:
        return []
    told = [("error", other.errors()), ("warning", other.warnings())]
    return [[kind, line] for kind, text in told for line in text.splitlines()]
