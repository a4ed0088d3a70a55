"""The Switch DAT: one of its inputs."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, null


def cook(me: Any, inputs: list[Any]) -> str | Rows:
    """Give the chosen input on.

    - Source: <https://docs.derivative.ca/Switch_DAT>
    """
    if not inputs:
        return []
    return null.cook(me, [inputs[_place(int(me.par.index.eval()), len(inputs), me)]])


def _place(index: int, count: int, me: Any) -> int:
    extend = me.par.extend.eval()
    if extend == "loop":
        return index % count
    if extend == "zigzag":
        there = index % max(2 * count - 2, 1)
        return there if there < count else 2 * count - 2 - there
    return min(max(index, 0), count - 1)
