"""The Sort DAT: rows or columns in another order."""

from __future__ import annotations

import random
import re
from typing import Any

from understudy_dats import Rows, rows_of, transposed


def cook(me: Any, inputs: list[Any]) -> Rows:
    """Sort, thin out and reverse the rows or columns.

    - Source: <https://docs.derivative.ca/Sort_DAT>
    """
    rows = rows_of(inputs[0] if inputs else None)
    method = me.par.sortmethod.eval()
    by_column = method.startswith("col")
    lines = rows if by_column else transposed(rows)
    head: Rows = []
    if me.par.preservefirst.eval():
        head, lines = lines[:1], lines[1:]
    place = _place(me, method, head or lines, rows if by_column else transposed(rows))
    if place is not None:
        lines = _ordered(me, lines, place)
    lines = _unique(me.par.unique.eval(), lines, place or 0)
    if me.par.reverse.eval():
        lines.reverse()
    lines = head + lines
    return lines if by_column else transposed(lines)


def _place(me: Any, method: str, lines: Rows, all_lines: Rows) -> int | None:
    """The position in each line that is sorted by; None leaves the order as it is."""
    if method.endswith("preserve") or not lines:
        return None
    if method.endswith("name"):
        header, name = all_lines[0], str(me.par.name.eval())
        return header.index(name) if name in header else None
    index = int(me.par.index.eval())
    return index if 0 <= index < len(lines[0]) else None


def _ordered(me: Any, lines: Rows, place: int) -> Rows:
    order = me.par.order.eval()
    if order == "random":
        shuffled = list(lines)
        random.Random(float(me.par.seed.eval())).shuffle(shuffled)
        return shuffled
    if order == "nums":
        return sorted(lines, key=lambda line: _number(line[place]))
    fold = bool(me.par.ignorecase.eval())

    def text(line: list[str]) -> str:
        return line[place].lower() if fold else line[place]

    if order == "alpha":
        return sorted(lines, key=text)
    return sorted(lines, key=lambda line: _parts(text(line)))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _parts(text: str) -> list[tuple[int, int, str]]:
    """Words and numbers in turn, so that `a10` comes after `a9`."""
    parts = re.findall(r"\d+|\D+", text)
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts]


def _unique(how: str, lines: Rows, place: int) -> Rows:
    if how == "off":
        return list(lines)
    seen: set[tuple[str, ...]] = set()
    kept: Rows = []
    for line in lines:
        key = tuple(line) if how == "entire" else (line[place],)
        if key not in seen:
            seen.add(key)
            kept.append(line)
    return kept
