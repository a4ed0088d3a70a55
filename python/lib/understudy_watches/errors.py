"""The Error DAT: a table of what went wrong, the newest last."""

from __future__ import annotations

from typing import Any

import tdu
from understudy_td import td

_HEADING = ["source", "message", "absframe", "frame", "severity", "type"]
# The words that the Severity parameter filters by; `onError` is given the number.
_SEVERITIES = ("message", "warning", "abort", "fatal")


def log(
    dat: Any,
    source: Any,
    path: str,
    message: str,
    absframe: int,
    frame: int,
    severity: int,
    family: str,
) -> None:
    """Append a row if the filters let it through, and call `onError` for it.

    - Source: <https://docs.derivative.ca/Error_DAT>
    """
    word = _SEVERITIES[severity]
    cells = [path, message, absframe, frame, word, family]
    texts = {"source": path, "message": message, "severity": word, "type": family}
    if not dat.par.active.eval() or not all(_passes(dat, *item) for item in texts.items()):
        return
    if dat.numRows == 0 or dat[0, 0] != _HEADING[0]:
        clear(dat)
    dat.appendRow(cells)
    _forget_oldest(dat)
    row = dat.numRows - 1
    td._call_back(dat, "onError", row, message, absframe, frame, severity, family, source)


def clear(dat: Any) -> None:
    """Delete all lines except the heading."""
    dat.clear()
    dat.appendRow(_HEADING)


def _passes(dat: Any, column: str, text: str) -> bool:
    pattern = str(dat.par[column].eval()).strip()
    return pattern in ("", "*") or bool(tdu.match(pattern, [text]))


def _forget_oldest(dat: Any) -> None:
    if not dat.par.clamp.eval():
        return
    surplus = dat.numRows - 1 - max(int(dat.par.maxlines.eval()), 0)
    if surplus > 0:
        dat.deleteRows(list(range(1, 1 + surplus)))
