"""The OP Find DAT: the operators inside a component that filters let through, a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tdu

from understudy_dats import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FAMILIES = {"TOP": "tops", "CHOP": "chops", "SOP": "sops", "MAT": "mats", "DAT": "dats"}
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
    if me.par.activecook.eval() == "off":
        return None
    root = me.par.component.eval()
    if root is None:
        return []
    columns = [(title, get) for par, title, get in _COLUMNS if me.par[par].eval()]
    rows = [[title for title, _ in columns]]
    limit = int(me.par.maxops.eval()) if me.par.limitmaxops.eval() else None
    for number, node in enumerate(_walk(me, root)):
        if limit is not None and number >= limit:
            break
        if _family(me, node) and _passes(me, node):
            rows.append([_text(me, get(node, root)) for _, get in columns])
    return rows


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


def _passes(me: Any, node: Any) -> bool:
    sensitive = bool(me.par.casesensitive.eval())
    results: list[bool] = []
    for par, values in _FILTERS:
        pattern = str(me.par[par].eval())
        if pattern.strip() and pattern != "*":
            found = tdu.match(pattern, values(node), caseSensitive=sensitive)
            results.append(bool(found))
    by_par = _par_filter(me, node, sensitive)
    if by_par is not None:
        results.append(by_par)
    return any(results) or not results if me.par.combinefilters.eval() == "any" else all(results)


def _par_filter(me: Any, node: Any, sensitive: bool) -> bool | None:
    names = ("parnamefilter", "parvaluefilter", "parexpressionfilter")
    patterns = [str(me.par[name].eval()) for name in names]
    changed_only = bool(me.par.parnondefaultonly.eval())
    if not changed_only and all(pattern in ("", "*") for pattern in patterns):
        return None
    for par in node.pars():
        texts = (par.name, str(par.val), par.expr)
        if changed_only and par.isDefault:
            continue
        if all(
            pattern in ("", "*") or tdu.match(pattern, [text], caseSensitive=sensitive)
            for pattern, text in zip(patterns, texts, strict=True)
        ):
            return True
    return False


def _par(node: Any, name: str) -> str:
    par = node.par[name]
    return "" if par is None else str(par.eval())


def _text(me: Any, value: Any) -> str:
    if value is None and me.par.convertnone.eval():
        return ""
    if isinstance(value, bool) and me.par.convertbool.eval():
        return str(int(value))
    return str(value)
