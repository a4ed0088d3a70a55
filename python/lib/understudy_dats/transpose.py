"""The Transpose DAT: rows become columns."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, rows_of, transposed


def cook(me: Any, inputs: list[Any]) -> Rows:  # noqa: ARG001
    """Turn the table over."""
    return transposed(rows_of(inputs[0] if inputs else None))
