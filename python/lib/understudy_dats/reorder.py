"""The Reorder DAT: rows or columns in a given order."""

from __future__ import annotations

from typing import Any

import tdu

from understudy_dats import Rows, rows_of, transposed


def cook(me: Any, inputs: list[Any]) -> Rows:
    """Reverse, replace, swap or line up the rows or columns.

    - Source: <https://docs.derivative.ca/Reorder_DAT>
    """
    rows = rows_of(inputs[0] if inputs else None)
    by_row = me.par.reorder.eval() == "row"
    lines = rows if by_row else transposed(rows)
    method = me.par.method.eval()
    if method == "reverse":
        lines.reverse()
    elif method.startswith("specify"):
        lines = _specified(me, lines, method)
    else:
        _move(me, lines, method)
    return lines if by_row else transposed(lines)


def _named(lines: Rows, words: str, method: str) -> list[int]:
    found: list[int] = []
    for word in tdu.split(words):
        if method.endswith(("name", "names")):
            names = [line[0] for line in lines]
            matches = set(tdu.match(str(word), names))
            found += [number for number, name in enumerate(names) if name in matches]
        else:
            for part in tdu.expand(str(word)):
                if part.lstrip("-").isdigit() and -len(lines) <= int(part) < len(lines):
                    found.append(int(part) % len(lines))
    return found


def _specified(me: Any, lines: Rows, method: str) -> Rows:
    order = _named(lines, str(me.par.order.eval()), method)
    if not me.par.delete.eval():
        order += [number for number in range(len(lines)) if number not in order]
    return [list(lines[number]) for number in order]


def _move(me: Any, lines: Rows, method: str) -> None:
    before = _named(lines, str(me.par.before.eval()), method)
    after = _named(lines, str(me.par.after.eval()), method)
    original = [list(line) for line in lines]
    for one, other in zip(before, after, strict=False):
        if method.startswith("swap"):
            lines[one], lines[other] = lines[other], lines[one]
        else:
            lines[other] = list(original[one])
