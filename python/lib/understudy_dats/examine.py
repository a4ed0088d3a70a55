"""The Examine DAT: Python objects of an operator, taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import tdu

from understudy_dats import Rows, expression, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS = ("level", "key", "type", "value")


def cook(me: Any, inputs: list[Any]) -> str | Rows:  # noqa: ARG001
    """List what the source holds, containers before what is in them.

    - Source: <https://docs.derivative.ca/Examine_DAT>
    """
    subject = _subject(me)
    subkey = str(me.par.subkey.eval())
    if subkey and isinstance(subject, dict):
        subject = cast("dict[Any, Any]", subject).get(subkey)
    limit = int(me.par.maxlevels.eval())
    found = [row for row in _walk("", subject, 0, limit, me) if row[1] and _passes(me, row)]
    shown = [i for i, name in enumerate(_COLUMNS) if me.par[f"output{name}"].eval()]
    rows = [[row[i] for i in shown] for row in found]
    if me.par.format.eval() == "text":
        return "\n".join(f"{'  ' * (int(row[0]) - 1)}{row[1]}: {row[3]}" for row in found)
    if me.par.outputheaders.eval():
        rows.insert(0, [_COLUMNS[i].capitalize() for i in shown])
    return padded(rows)


def _subject(me: Any) -> Any:
    source, other = me.par.source.eval(), me.par.op.eval()
    if source == "expression":
        return me.evalExpression(expression(me.par.expression))
    if source == "globals":
        return me.evalExpression("globals()")
    if other is None:
        return None
    if source == "extensions":
        return {type(extension).__name__: extension for extension in other.extensions}
    return other.locals if source == "locals" else other.storage


def _walk(key: str, value: Any, level: int, limit: int, me: Any) -> Iterator[list[str]]:
    yield [str(level), key, type(value).__name__, "" if level == 0 else str(value)]
    if level >= limit:
        return
    for name, inner in _members(value, bool(me.par.expandclasses.eval()) or level == 1):
        yield from _walk(name, inner, level + 1, limit, me)


def _members(value: Any, expands: bool) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [(str(key), inner) for key, inner in cast("dict[Any, Any]", value).items()]
    if isinstance(value, (list, tuple)):
        return [(str(i), inner) for i, inner in enumerate(cast("list[Any]", value))]
    if expands and hasattr(value, "__dict__"):
        return list(cast("dict[str, Any]", vars(value)).items())
    return []


def _passes(me: Any, row: list[str]) -> bool:
    for name, text in zip(_COLUMNS, row, strict=True):
        pattern = str(me.par[name].eval())
        if pattern not in ("", "*") and not tdu.match(pattern, [text]):
            return False
    return True
