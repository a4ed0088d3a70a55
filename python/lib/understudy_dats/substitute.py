"""The Substitute DAT: other words for the ones that match."""

from __future__ import annotations

import re
from typing import Any

from understudy_dats import Rows, rows_of
from understudy_dats._scope import scoped


def cook(me: Any, inputs: list[Any]) -> str | Rows:
    """Replace what the pattern matches in the cells of the scope.

    - Source: <https://docs.derivative.ca/Substitute_DAT>
    """
    source = inputs[0] if inputs else None
    if source is None:
        return []
    pattern, after = _pattern(me), str(me.par.after.eval())
    count = 1 if me.par.first.eval() else 0

    def other(text: str) -> str:
        return pattern.sub(lambda _: after, text, count=count) if pattern.pattern else text

    if source.isText:
        return other(source.text)
    rows = rows_of(source)
    cells = scoped(me, source, rows)
    return [
        [other(cell) if (row, col) in cells else cell for col, cell in enumerate(line)]
        for row, line in enumerate(rows)
    ]


def _pattern(me: Any) -> re.Pattern[str]:
    text = _regular(str(me.par.before.eval()))
    where = me.par.match.eval()
    if text and where in ("exact", "start"):
        text = r"\A" + text
    if text and where in ("exact", "end"):
        text += r"\Z"
    return re.compile(text, 0 if me.par.case.eval() else re.IGNORECASE)


def _regular(pattern: str) -> str:
    r"""A pattern of `*`, `?` and `[…]` as a regular expression; a backslash takes their meaning."""
    parts: list[str] = []
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        end = pattern.find("]", place + 2) if letter == "[" else -1
        if letter == "\\" and place + 1 < len(pattern):
            place += 1
            parts.append(re.escape(pattern[place]))
        elif letter in "*?":
            parts.append(".*" if letter == "*" else ".")
        elif end > 0:
            inside = pattern[place + 1 : end].replace("\\", r"\\").replace("^", r"\^")
            parts.append(f"[{inside}]")
            place = end
        else:
            parts.append(re.escape(letter))
        place += 1
    return "".join(parts)
