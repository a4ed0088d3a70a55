"""The Monitors DAT: the screens, of which a headless run has none."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows


def cook(me: Any, inputs: list[Any]) -> Rows:  # noqa: ARG001
    """Give the header alone.

    - Source: <https://docs.derivative.ca/Monitors_DAT>
    """
    header = ["index", "is_primary", "width", "height"]
    bounds = ["left", "right", "bottom", "top"] if me.par.bounds.eval() else []
    return [header + bounds]
