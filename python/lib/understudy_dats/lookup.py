"""The Lookup DAT: rows or columns of a table, in the order that another table says."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, rows_of, transposed


def cook(me: Any, inputs: list[Any]) -> Rows:
    """Look each index of the first input up in the second; what is not found is left out.

    - Source: <https://docs.derivative.ca/Lookup_DAT>
    """
    index = rows_of(inputs[0] if inputs else None)
    table = rows_of(inputs[1] if len(inputs) > 1 else None)
    how = me.par.index.eval()
    by_row = how.startswith("row")
    lines = table if by_row else transposed(table)
    wanted = [line[0] for line in (index if by_row else transposed(index)) if line]
    found: list[list[str]] = []
    if me.par.includeheader.eval() and lines:
        found.append(lines[0])
    if how.endswith("indices"):
        numbers = [int(word) for word in wanted if word.lstrip("-").isdigit()]
        found += [lines[n] for n in numbers if -len(lines) <= n < len(lines)]
    else:
        place = _place(me, lines)
        known = {line[place]: line for line in reversed(lines) if place < len(line)}
        found += [known[word] for word in wanted if word in known]
    return found if by_row else transposed(found)


def _place(me: Any, lines: Rows) -> int:
    if me.par.valueloction.eval() == "index":
        return int(me.par.valueindex.eval())
    name = str(me.par.valuename.eval())
    return lines[0].index(name) if lines and name in lines[0] else 0
