"""Finds documented classes in the running program and grades their members."""

from __future__ import annotations

import enum
import importlib
import inspect
from functools import cache
from typing import TYPE_CHECKING

from understudy_api import documentation

if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any


class Grade(enum.Enum):
    """How far something behaves as in TouchDesigner."""

    LIVE = "live"
    HEADLESS = "headless"
    DECLARED = "declared"
    ABSENT = "absent"


_MARKS = {"Declared:": Grade.DECLARED, "Headless:": Grade.HEADLESS}
"""What the `__doc__` of what is not live begins with: members, operator types."""

# Classes that no name in `td` leads to: the expression that gives an instance.
_INSTANCES = {
    "App": "app",
    "Colors": "ui.colors",
    "Licenses": "licenses",
    "Monitors": "monitors",
    "Options": "ui.options",
    "Panes": "ui.panes",
    "Preferences": "ui.preferences",
    "Project": "project",
    "SysInfo": "sysinfo",
    "UI": "ui",
    "Undo": "ui.undo",
    "VFS": "op('/').vfs",
    "absTime": "absTime",
    "SequenceCollection": "op('/').seq",
    "ParGroupCollection": "op('/').parGroup",
}


# How the documentation calls what Python has special methods for.
_SPECIAL = {"len": "__len__", "Iterator": "__iter__", "abs": "__abs__"}


def td() -> ModuleType:
    """Give the running program's module `td`."""
    return importlib.import_module("td")


@cache
def find(name: str) -> Any:
    """Give the class, or the module, of a documented name; None when there is none."""
    if name == "TDU":
        return importlib.import_module("tdu")
    module = td()
    for place in (module, importlib.import_module("tdu")):
        found = getattr(place, name, None)
        if isinstance(found, type):
            return found
    if name in _INSTANCES:
        try:
            instance: object = module.op("/").evalExpression(_INSTANCES[name])
        except Exception:
            return None
        return instance.__class__
    return None


def grade(owner: Any, name: str) -> Grade:
    """Grade a member of a class or module that `find` gave."""
    if owner is None:
        return Grade.ABSENT
    if inspect.ismodule(owner):
        return Grade.LIVE if hasattr(owner, name) else Grade.ABSENT
    for kind in inspect.getmro(owner):
        if name in vars(kind) and kind is not object:
            return _of_member(vars(kind)[name])
    if name in _SPECIAL:
        return grade(owner, _SPECIAL[name])
    if name in ("__getstate__", "__setstate__") and owner.__reduce__ is not object.__reduce__:
        return Grade.LIVE
    return Grade.ABSENT


def grade_type(name: str) -> Grade:
    """Grade an operator type."""
    found = find(name)
    return Grade.ABSENT if found is None else _of_member(found)


def _of_member(member: Any) -> Grade:
    text = getattr(member, "__doc__", None)
    mark = text.split(" ", 1)[0] if isinstance(text, str) else ""
    return _MARKS.get(mark, Grade.LIVE)


@cache
def class_grades(name: str) -> dict[str, Grade]:
    """Grade every documented member of a class."""
    owner = find(name)
    members = documentation.classes()[name].members
    return {member: grade(owner, member) for member in members}


@cache
def owners(member: str) -> tuple[str, ...]:
    """Name the documented classes that have a member of that name."""
    return tuple(name for name, kind in documentation.classes().items() if member in kind.members)
