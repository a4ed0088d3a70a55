"""Weighs the API by what real scripts use of it.

A use of a name that several documented classes have counts for each of them, in proportion to how
often scripts use names that only that class has. Names that the documentation does not know are the
scripts' own or another library's: they do not count.
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from understudy_api import documentation
from understudy_api.grading import Grade, find, grade, grade_type, owners, td

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_GLOBALS = set(
    """
    me op ops opex parent iop ipar ext mod root project app ui absTime sysinfo licenses monitors
    runs families run debug passive clear var varExists varOwner fetchStamp isMainThread tdu td
    ParMode PaneType CookLevel tdError tdAttributeError
    math re sys collections enum inspect traceback warnings
""".split()  # noqa: SIM905
)
_PLACES = {
    "absTime": "absTime", "app": "App", "monitors": "Monitors", "project": "Project",
    "sysinfo": "SysInfo", "tdu": "TDU", "ui": "UI", "par-member": "Par",
}  # fmt: skip
_SUBSCRIPTS = {"op[row,col]": ("DAT",), "op[...]": ("DAT", "CHOP"), "par[name]": ("ParCollection",)}
_RUN_VALUES: dict[str, Any] = {
    "delayFrames": 1000, "fromOP": None, "delayMilliSeconds": 99999, "delayRef": None,
    "endFrame": False, "group": "probe", "asParameter": False, "wallTime": False,
}  # fmt: skip

Parts = list[tuple[str, Grade]]
"""Where a use may fall: the place's name and its grade."""


def parts(kind: str, name: str) -> Parts:
    """Give where a use falls; nothing when the documentation does not know the name."""
    if kind in _PLACES:
        return _member_parts([_PLACES[kind]], name)
    return _ANSWERS[kind](name) if kind in _ANSWERS else []


def shares(places: Parts) -> list[float]:
    """Give how much of a use falls on each place.

    `x.eval()` is that of a parameter far more often than that of a primitive, and what scripts do
    with names of only one of the two tells how much more.
    """
    weights = [1 + _certain_uses()[place.split(".")[0]] for place, _ in places]
    return [weight / sum(weights) for weight in weights]


@cache
def _certain_uses() -> Counter[str]:
    """How often a class is used by names that no other has."""
    found: Counter[str] = Counter()
    for kind, name, count in documentation.uses():
        places = parts(kind, name)
        if len(places) == 1:
            found[places[0][0].split(".")[0]] += count
    return found


def _member_parts(places: list[str], name: str) -> Parts:
    classes = documentation.classes()
    return [
        (f"{place}.{name}", grade(find(place), name))
        for place in places
        if name in classes[place].members
    ]


def _is_operator_class(name: str) -> bool:
    while name in documentation.classes():
        if name in ("OP", "COMP", "CHOP", "DAT", "TOP", "SOP", "POP", "MAT"):
            return True
        name = documentation.classes()[name].base
    return name in ("OP", "MAT") or name.endswith("COMP")


def _operator_member(name: str) -> Parts:
    places = [place for place in owners(name) if _is_operator_class(place)]
    families = [place for place in places if place.isupper() or place[0].isupper()]
    return _member_parts(families or places, name) or _promoted(name)


def _promoted(name: str) -> Parts:
    """OP members that older documentation spells otherwise."""
    return [(f"OP.{name}", grade(find("OP"), name))] if name in ("OPType", "customTuplets") else []


def _loose_member(name: str) -> Parts:
    return _operator_member(name) or _member_parts(list(owners(name)), name)


def _global(name: str) -> Parts:
    known = {*_GLOBALS, *documentation.operator_types(), *documentation.classes()}
    if name not in known:
        return []
    if name in documentation.operator_types():
        return _type(name)
    try:
        td().op("/").evalExpression(name)
    except NameError:
        # Not defined in expressions only because nobody's code is running.
        return [(name, Grade.LIVE if name in ("me", "args") else Grade.ABSENT)]
    return [(name, Grade.LIVE)]


def _type(name: str) -> Parts:
    return [(name, grade_type(name))] if name in documentation.operator_types() else []


def _parameter(name: str) -> Parts:
    types = _parameter_owners().get(name, ())
    return [(f"par.{name}", Grade.ABSENT if grade_type(t) is Grade.ABSENT else Grade.LIVE)
            for t in types[:1]]  # fmt: skip


@cache
def _parameter_owners() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind in sorted(documentation.operator_types().values(), key=lambda k: not _is_live(k.name)):
        for name in kind.parameters:
            found.setdefault(name, []).append(kind.name)
    return found


def _is_live(name: str) -> bool:
    return grade_type(name) is Grade.LIVE


def _keyword(use: str) -> Parts:
    match = re.fullmatch(r"(\w+)\((\w+)=\)", use)
    if match is None:
        return []
    method, keyword = match.groups()
    known = [
        place
        for place in owners(method)
        if re.search(rf"\b{keyword}\b", documentation.classes()[place].members[method].arguments)
    ]
    return [(f"{place}.{use}", _keyword_grade(place, method, keyword)) for place in known]


def _keyword_grade(place: str, method: str, keyword: str) -> Grade:
    found = grade(find(place), method)
    if found is not Grade.LIVE:
        return found
    try:
        parameters = inspect.signature(getattr(find(place), method)).parameters
    except (TypeError, ValueError):
        return Grade.ABSENT
    takes_all = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in parameters.values())
    return Grade.LIVE if takes_all or keyword in parameters else Grade.ABSENT


def _run_keyword(name: str) -> Parts:
    values = {"delayFrames": 1000, name: _RUN_VALUES.get(name)}
    if name in ("fromOP", "delayRef"):
        values[name] = td().op("/")
    try:
        pending = td().run("None", **values)
        pending.kill()
    except TypeError:
        return [(f"run({name}=)", Grade.ABSENT)]
    return [(f"run({name}=)", Grade.LIVE)]


def _callback(name: str) -> Parts:
    return [(f"callback {name}", Grade.LIVE if name in _live_callbacks() else Grade.ABSENT)]


@cache
def _live_callbacks() -> frozenset[str]:
    """What fresh operators of the live types, and the DATs docked to them, hold as functions, and
    what a DAT Execute DAT calls by the toggles that are there for older projects.
    """
    found: set[str] = set()
    scratch = td().op("/").create(find("baseCOMP"))
    try:
        for name in documentation.operator_types():
            if _is_live(name):
                scratch.create(find(name))
        for made in scratch.findChildren(type=find("DAT")):
            found |= set(re.findall(r"^def (\w+)\(", made.text, re.MULTILINE))
    finally:
        scratch.destroy()
    # Older callbacks, which no fresh DAT holds any more, are called all the same.
    source = inspect.getsource(importlib.import_module("understudy_watches.datexecute"))
    return frozenset(found | set(re.findall(r'_call\(me, "(\w+)"', source)))


def _shortcut(name: str) -> Parts:
    if name not in ("TDResources", "TDModules"):
        return []
    return [(f"op.{name}", Grade.LIVE if hasattr(td().op, name) else Grade.ABSENT)]


def _import(name: str) -> Parts:
    module, _, attribute = name.partition(".")
    if module not in ("td", "tdu", "TDStoreTools", "TDFunctions", "TDJSON", "TDCodec"):
        return []
    try:
        found = importlib.import_module(module)
    except ImportError:
        return [(f"import {name}", Grade.ABSENT)]
    is_there = attribute in ("", "*") or hasattr(found, attribute)
    return [(f"import {name}", Grade.LIVE if is_there else Grade.ABSENT)]


def _subscript(name: str) -> Parts:
    return [(f"{place}[]", grade(find(place), "__getitem__")) for place in _SUBSCRIPTS[name]]


def _td_name(name: str) -> Parts:
    return _type(name) or _global(name)


def _run_argument(name: str) -> Parts:
    return [(f"run({name})", Grade.LIVE if hasattr(td(), "run") else Grade.ABSENT)]


_ANSWERS: dict[str, Callable[[str], Parts]] = {
    "callback": _callback, "create-type": _type, "global": _global, "op-member": _operator_member,
    "op-member-loose": _loose_member, "op-method-kwarg": _keyword, "op-shortcut": _shortcut,
    "par-name": _parameter, "run-arg0": _run_argument, "run-kwarg": _run_keyword,
    "subscript": _subscript, "td": _td_name, "td-module": _import,
}  # fmt: skip
