"""The Indices DAT: round numbers along an axis."""

from __future__ import annotations

import math
from typing import Any

from understudy_dats import Rows


def cook(me: Any, inputs: list[Any]) -> Rows:  # noqa: ARG001
    """Divide the range into steps of 1, 2 or 5 times a power of ten, finer with the level.

    How TouchDesigner picks its steps is not documented; the numbers are round as its are.
    - Source: <https://docs.derivative.ca/Indices_DAT>
    """
    start, end = float(me.par.start.eval()), float(me.par.end.eval())
    origin, level = float(me.par.origin.eval()), float(me.par.level.eval())
    low, high = min(start, end), max(start, end)
    if high == low or not math.isfinite(high - low):
        return [[_plain(low)]]
    step = _round((high - low) / (4 * 2 ** min(max(level, 0.0), 8.0)))
    first = math.ceil((low - origin) / step - 1e-9)
    last = math.floor((high - origin) / step + 1e-9)
    return [[_plain(origin + number * step)] for number in range(first, last + 1)]


def _round(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return next((power * digit for digit in (1, 2, 5) if power * digit >= step), power * 10)


def _plain(number: float) -> str:
    return f"{round(number, 10):g}"
