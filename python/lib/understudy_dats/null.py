"""The Null DAT, and In and Out: what comes in goes out."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, rows_of


def cook(me: Any, inputs: list[Any]) -> str | Rows:  # noqa: ARG001
    """Give the first input on, a text as a text."""
    source = next((dat for dat in inputs if dat is not None), None)
    return source.text if source is not None and source.isText else rows_of(source)
