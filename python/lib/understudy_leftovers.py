"""Remembers what modules hold that are none of the project's, and gives it back to them.

A project may leave something in packages and in Python's library: a setting, an attribute of a
class, an item of a list. The next schedule in the same process would find it, and so would not
fail where it is too early for it.
"""

from __future__ import annotations

import builtins
import sys
from collections import OrderedDict, defaultdict, deque
from contextlib import suppress
from types import ModuleType

import understudy_explore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_DICTS = (dict, defaultdict, OrderedDict)
_CONTAINERS = (*_DICTS, list, set, deque)
# Larger ones are tables, which nobody changes.
_MOST = 500
# So many steps from a module, in a package and in Python's library.
_STEPS = 4
_STEPS_IN_LIBRARY = 2
_IS_MADE_IN_PYTHON = 1 << 9
# What is given back elsewhere, or is as the threads and files are that there are.
_LEFT = {("sys", "modules"), ("sys", "path"), ("sys", "path_importer_cache"), ("os", "environ")}
_LEFT_MODULES = {"td", "tdu", "linecache", "_weakrefset", "weakref"}
# Ours, in which the project may leave something of its own.
_SHARED = "td", "tdu"

# What there was: what shows what a namespace, container or class holds, what that was, and itself.
_held: list[tuple[Any, Any, Any]] = []
# The names that there were in our own modules.
_names: dict[str, set[str]] = {}


def remember(names: set[str]) -> None:
    """Remember what modules hold."""
    _held.clear()
    # What is looked at next, by the steps that are left from there.
    waiting: list[list[Any]] = [[] for _ in range(_STEPS + 1)]
    for name in sorted(names):
        module = sys.modules.get(name)
        # Whoever asks another kind of module for something may make it import more.
        origin = _origin(module) if type(module) is ModuleType else ""
        if module and origin and name not in _LEFT_MODULES:
            steps = _STEPS if "-packages" in origin else _STEPS_IN_LIBRARY
            waiting[steps] += _values(name, module)
            _hold(module.__dict__, module.__dict__)
    if logging := sys.modules.get("logging"):
        waiting[_STEPS].append(logging.__dict__["root"].manager.loggerDict)
    _hold_shared()
    seen: set[int] = {id(_held)}
    for steps in range(_STEPS, 0, -1):
        for value in waiting[steps]:
            if id(value) not in seen:
                seen.add(id(value))
                waiting[steps - 1] += _look(value)


def _hold_shared() -> None:
    """Remember the names in our own modules, and what their classes hold."""
    _names.clear()
    for name, module in list(sys.modules.items()):
        if name in _SHARED:
            _names[name] = set(module.__dict__)
        if name.startswith("tdu."):
            for value in module.__dict__.values():
                if isinstance(value, type) and value.__module__ == name:
                    _look(value)
    main = sys.modules["__main__"].__dict__
    _hold(main, main)


def _drop_names() -> None:
    """Take out of our own modules what was put in; their own classes are made when needed."""
    for name, names in _names.items():
        namespace = sys.modules[name].__dict__
        for fresh in namespace.keys() - names:
            if getattr(namespace[fresh], "__module__", None) not in _SHARED:
                del namespace[fresh]


def _origin(module: ModuleType) -> str:
    """Tell where a module comes from; empty for ours and the project's."""
    origin = str(getattr(module.__dict__.get("__spec__"), "origin", None) or "")
    if origin in ("built-in", "frozen"):
        return origin
    return "" if origin.startswith(understudy_explore.ours) else origin


def _values(name: str, module: ModuleType) -> Iterator[object]:
    for key, value in module.__dict__.items():
        if not key.startswith("__") and (name, key) not in _LEFT:
            yield value


def _look(value: Any) -> list[Any]:
    """Remember what a value holds, if that may change, and tell what is inside."""
    kind = _kind(value)
    if kind in _CONTAINERS:
        if len(value) > _MOST:
            return []
        _held.append((value, value.copy(), value))
        return list(value.values() if kind in _DICTS else value)
    if issubclass(kind, type):
        is_pythons = value.__flags__ & _IS_MADE_IN_PYTHON
        return _hold(value, type.__getattribute__(value, "__dict__")) if is_pythons else []
    if issubclass(kind, ModuleType):
        return []
    if kind.__flags__ & _IS_MADE_IN_PYTHON and kind.__dictoffset__:
        # Some stand for another thing, which may not be there.
        with suppress(Exception):
            namespace = object.__getattribute__(value, "__dict__")
            if type(namespace) is dict:
                return _hold(namespace, namespace)
    return []


def _kind(value: object) -> type:
    return type(value)


def _hold(holder: Any, namespace: Any) -> list[Any]:
    _held.append((namespace, dict(namespace), holder))
    return list(namespace.values())


def give_back() -> bool:
    """Give all of it back that has changed; say whether that was possible."""
    try:
        for _, before, holder in _changed(_held):
            _restore(holder, before)
        _drop_names()
    except Exception:
        return False
    return True


def _changed(held: list[tuple[Any, Any, Any]]) -> list[tuple[Any, Any, Any]]:
    # The explorer's own takes a fifth of the time.
    fast = builtins.__dict__.get("<changed>")
    return fast(held) if fast else [one for one in held if _differ(one[0], one[1])]


def _differ(now: Any, before: Any) -> bool:
    try:
        return bool(now != before)
    except Exception:
        # What cannot be compared is another thing than it was.
        return True


def _restore(holder: Any, before: Any) -> None:
    kind = _kind(holder)
    if issubclass(kind, type):
        now = dict(holder.__dict__)
        for name in now.keys() - before.keys():
            type.__delattr__(holder, name)
        for name, value in before.items():
            if now.get(name, now) is not value:
                type.__setattr__(holder, name, value)
    elif kind in (dict, defaultdict):
        for name in holder.keys() - before.keys():
            del holder[name]
        for name, value in before.items():
            if holder.get(name, holder) is not value:
                holder[name] = value
    else:
        holder.clear()
        (holder.update if kind in (set, OrderedDict) else holder.extend)(before)
