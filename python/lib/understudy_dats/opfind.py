"""The OP Find DAT: the operators inside a component that filters let through, a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tdu
from understudy_td import td

from understudy_dats import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_pressed: set[int] = set()  # those whose Cook Pulse was pressed just now
_FAMILIES = {"TOP": "tops", "CHOP": "chops", "SOP": "sops", "MAT": "mats", "DAT": "dats"}
_PAR_KINDS = ("name", "value", "expression")
# What is not done here, and told by a warning: the documentation does not say what it would give.
_UNDONE = (
    *("includewired", "wirepathfilter", "wirepathcol", "legacycols", "cooktimescol", "genprop"),
    *("gputime", "cpumem", "gpumem"),
)
_FILTERS: tuple[tuple[str, Callable[[Any], list[str]]], ...] = (
    ("namefilter", lambda node: [node.name]),
    ("typefilter", lambda node: [node.OPType]),
    ("parentshortcutfilter", lambda node: [_par(node, "parentshortcut")]),
    ("opshortcutfilter", lambda node: [_par(node, "opshortcut")]),
    ("pathfilter", lambda node: [node.path]),
    ("commentfilter", lambda node: [node.comment]),
    ("tagsfilter", lambda node: sorted(node.tags)),
    ("textfilter", lambda node: [node.text] if node.isDAT else []),
)
_COLUMNS: tuple[tuple[str, str, Callable[[Any, Any], Any]], ...] = (
    ("idcol", "id", lambda node, _: node.id),
    ("namecol", "name", lambda node, _: node.name),
    ("typecol", "type", lambda node, _: node.OPType),
    ("parentshortcutcol", "parentShortcut", lambda node, _: _par(node, "parentshortcut")),
    ("opshortcutcol", "opShortcut", lambda node, _: _par(node, "opshortcut")),
    ("pathcol", "path", lambda node, _: node.path),
    ("relpathcol", "relpath", lambda node, root: _relative(node, root)),
    ("parentpath", "parentPath", lambda node, _: node.parent().path if node.parent() else ""),
    ("depthcol", "depth", lambda node, root: _depth(node, root)),
    ("tagscol", "tags", lambda node, _: " ".join(sorted(node.tags))),
    ("cputime", "cpuTime", lambda node, _: node.cpuCookTime),
    ("children", "children", lambda node, _: len(node.children)),
)


def cook(me: Any, inputs: list[Any]) -> Rows | None:  # noqa: ARG001
    """List the operators that the filters let through.

    - Source: <https://docs.derivative.ca/OP_Find_DAT>
    """
    if me.par.activecook.eval() == "off" and me.id not in _pressed:
        return None
    root = me.par.component.eval()
    if root is None:
        return []
    _warn(me)
    columns = [(title, get) for par, title, get in _COLUMNS if me.par[par].eval()]
    own = [str(title) for title in _answers(me, "onInitGetColumnNames")]
    rows = [[title for title, _ in columns] + own]
    limit = int(me.par.maxops.eval()) if me.par.limitmaxops.eval() else None
    for number, node in enumerate(_walk(me, root)):
        if limit is not None and number >= limit:
            break
        if not (_family(me, node) and _passes(me, node, root) and _is_wanted(me, node, len(rows))):
            continue
        values: list[Any] = [get(node, root) for _, get in columns]
        if own:
            added = _answers(me, "onFindOPGetValues", node, len(rows))
            values += (added + [""] * len(own))[: len(own)]
        rows.append([_text(me, value) for value in values])
        td._call_back(me, "onOPFound", node, len(rows) - 1, _matches(me, node))
    return rows


def _warn(me: Any) -> None:
    """Tell which options are on that have no effect here."""
    names = [name for name in _UNDONE if me.par[name].eval()]
    if me.par.combinefilters.eval() == "custom":
        names.append("combinefilters 'custom'")
    if names:
        told = ", ".join(names)
        me.addWarning(f"Understudy does not do {told} of an opfindDAT; it cooks as without it.")


def pulsed(me: Any, par: Any) -> None:
    """Look for the operators now, even where Active Cook is off."""
    if par.name == "cookpulse":
        _pressed.add(me.id)
        try:
            me.cook(force=True)
        finally:
            _pressed.discard(me.id)


def _is_wanted(me: Any, node: Any, row: int) -> bool:
    """Ask the callbacks; where they have no such function every operator is wanted."""
    answer = td._call_back(me, "onFindOPGetInclude", node, row)
    return answer is NotImplemented or bool(answer)


def _answers(me: Any, function: str, *arguments: Any) -> list[Any]:
    answer = td._call_back(me, function, *arguments)
    return [] if answer is NotImplemented or answer is None else list(answer)


def _matches(me: Any, node: Any) -> dict[str, Any]:
    """What is told of an operator that was found: the tags, cells and parameters that matched."""
    sensitive = bool(me.par.casesensitive.eval())
    tags, text = (str(me.par[name].eval()) for name in ("tagsfilter", "textfilter"))
    cells = [cell for row in node.rows() for cell in row] if node.isDAT and text else []
    pars: list[Any] = node.pars() if _filters_pars(me) else []
    return {
        "name": node.name,
        "type": node.OPType,
        "path": node.path,
        "parent": node.parent(),
        "comment": node.comment,
        "tags": tdu.match(tags, sorted(node.tags), caseSensitive=sensitive) if tags else [],
        "text": [cell for cell in cells if tdu.match(text, [cell.val], caseSensitive=sensitive)],
        "par": {par.name: found for par in pars if (found := _matched(me, par))},
    }


def _walk(me: Any, root: Any) -> Iterator[Any]:
    if me.par.includecomponent.eval():
        yield root
    lowest = int(me.par.mindepth.eval())
    deepest = int(me.par.maxdepth.eval()) if me.par.limitmaxdepth.eval() else None
    for node in root.findChildren(maxDepth=deepest):
        if _depth(node, root) >= lowest:
            yield node


def _relative(node: Any, root: Any) -> str:
    return node.path.removeprefix(root.path).lstrip("/") or "."


def _depth(node: Any, root: Any) -> int:
    depth = 0
    while node is not None and node != root:
        node, depth = node.parent(), depth + 1
    return depth


def _family(me: Any, node: Any) -> bool:
    if not node.isCOMP:
        par = _FAMILIES.get(node.family)
        return par is None or bool(me.par[par].eval())
    kind = "objects" if node.isObject else "panels" if node.isPanel else "other"
    return bool(me.par[kind].eval())


def _passes(me: Any, node: Any, root: Any) -> bool:
    sensitive = bool(me.par.casesensitive.eval())
    results: list[bool] = []
    for par, values in _FILTERS:
        pattern = str(me.par[par].eval())
        if pattern.strip() and pattern != "*":
            found = tdu.match(pattern, values(node), caseSensitive=sensitive)
            results.append(bool(found))
    parent = str(me.par.parentfilter.eval())
    if parent:
        place = _relative(node.parent(), root) if node != root else ""
        results.append(bool(tdu.match(parent, [place], caseSensitive=sensitive)))
    if _filters_pars(me):
        results.append(any(_matched(me, par) for par in node.pars()))
    excluded = str(me.par.excludefilter.eval())
    if excluded and tdu.match(excluded, [_relative(node, root)], caseSensitive=sensitive):
        return False
    return any(results) or not results if me.par.combinefilters.eval() == "any" else all(results)


def _filters_pars(me: Any) -> bool:
    patterns = [str(me.par[f"par{kind}filter"].eval()) for kind in _PAR_KINDS]
    return bool(me.par.parnondefaultonly.eval()) or any(p not in ("", "*") for p in patterns)


def _matched(me: Any, par: Any) -> dict[str, bool] | None:
    """By which of its texts a parameter was found; None where one of the filters refuses it."""
    if me.par.parnondefaultonly.eval() and par.isDefault:
        return None
    sensitive = bool(me.par.casesensitive.eval())
    found: dict[str, bool] = {}
    for kind, text in zip(_PAR_KINDS, (par.name, str(par.val), par.expr), strict=True):
        pattern = str(me.par[f"par{kind}filter"].eval())
        if pattern in ("", "*"):
            continue
        if not tdu.match(pattern, [text], caseSensitive=sensitive):
            return None
        found[kind] = True
    return found


def _par(node: Any, name: str) -> str:
    par = node.par[name]
    return "" if par is None else str(par.eval())


def _text(me: Any, value: Any) -> str:
    if value is None and me.par.convertnone.eval():
        return ""
    if isinstance(value, bool) and me.par.convertbool.eval():
        return str(int(value))
    return str(value)
