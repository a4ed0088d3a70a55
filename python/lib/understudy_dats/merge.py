"""The Merge DAT: several tables as one."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, operators, padded, rows_of, transposed


def cook(me: Any, inputs: list[Any]) -> Rows:
    """Merge the inputs and the DATs that the parameter names, in that order.

    - Source: <https://docs.derivative.ca/Merge_DAT>
    """
    dats = [dat for dat in inputs if dat is not None]
    dats += operators(me.par.dat)
    tables = [rows_of(dat) for dat in dats]
    how, spacer = me.par.how.eval(), str(me.par.spacer.eval())
    if how == "row":
        return _append(me, tables)
    if how == "col":
        return transposed(_append(me, [transposed(table) for table in tables]))
    if how == "reprowcells":
        return _replace(me, tables)
    if how == "repcolcells":
        return transposed(_replace(me, [transposed(table) for table in tables]))
    rows = padded([row for table in tables for row in table])
    if how == "collapserow":
        return [[spacer.join(column) for column in transposed(rows)]] if rows else []
    lines = _beside(tables)
    if how == "collapsecol":
        return [[spacer.join(line)] for line in lines]
    return [[spacer.join(cell for row in rows for cell in row)]] if rows else []


def _beside(tables: list[Rows]) -> Rows:
    count = max((len(table) for table in tables), default=0)
    return [[cell for table in tables if i < len(table) for cell in table[i]] for i in range(count)]


def _append(me: Any, tables: list[Rows]) -> Rows:
    tables = [table for table in tables if table]
    if not me.par.byname.eval() or not tables:
        return padded([list(row) for table in tables for row in table])
    merged = [list(row) for row in tables[0]]
    header = merged[0]
    for table in tables[1:]:
        if me.par.unmatched.eval():
            header += [name for name in table[0] if name not in header]
        for row in table[1:]:
            cells = dict(zip(table[0], row, strict=True))
            merged.append([cells.get(name, "") for name in header])
    return padded(merged)


def _replace(me: Any, tables: list[Rows]) -> Rows:
    """Overwrite rows of the first table by later rows of the same name."""
    tables = [table for table in tables if table]
    if not tables:
        return []
    merged = [list(row) for row in tables[0]]
    for table in tables[1:]:
        places = {name: place for place, name in enumerate(merged[0])}
        lines = {row[0]: row for row in merged if row}
        for row in table[1:]:
            target = lines.get(row[0])
            if target is None:
                if me.par.unmatched.eval():
                    target = [row[0]] + [""] * (len(merged[0]) - 1)
                    merged.append(target)
                else:
                    continue
            for name, cell in zip(table[0], row, strict=True):
                if name in places:
                    target[places[name]] = cell
    return padded(merged)
