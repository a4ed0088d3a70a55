"""Imports what every schedule would import, once and before the first of them.

A schedule begins as a copy of a process that has loaded the project and run nothing of it, so an
import in the project's code is done anew in each schedule and can take longer than all the rest.
"""

from __future__ import annotations

import contextlib
import sys
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

_library = contextlib.__file__.removesuffix("contextlib.py")
_ours = __file__.removesuffix("understudy_early.py")
_before: set[str] = set()


def begin() -> None:
    """Remember what is imported already."""
    _before.update(sys.modules)


def imported() -> str:
    """Tell what has been imported since, in order, a line each: what it is of, and its name.

    The project's own modules are left out: what they do while they are imported is what the
    schedules are about. The last line tells whether random numbers were drawn.
    """
    fresh = [(name, module) for name, module in list(sys.modules.items()) if name not in _before]
    told = [(_part(module), name) for name, module in fresh]
    if _has_drawn():
        told.append(("drawn", "random"))
    return "\n".join(f"{part} {name}" for part, name in told if part)


def bring(told: str, with_packages: bool) -> None:
    """Import what a rehearsal has told of; one that cannot be is left to the schedules."""
    for line in told.splitlines():
        part, name = line.split(" ", 1)
        if part == "library" or (with_packages and part == "package"):
            with contextlib.suppress(Exception):
                import_module(name)


def _has_drawn() -> bool:
    """Tell whether somebody has drawn a random number since they were seeded."""
    random = sys.modules.get("random")
    # How many of the numbers at hand are used up; all of them after seeding.
    return random is not None and random.getstate()[1][-1] != 624


def _part(module: ModuleType) -> str:
    """Tell whether a module is of the library or of an installed package; empty for neither."""
    spec = getattr(module, "__spec__", None)
    origin = str(getattr(spec, "origin", None) or "")
    if "-packages" in origin:
        return "package"
    is_built_in = origin in ("built-in", "frozen")
    return "library" if is_built_in or origin.startswith((_library, _ours)) else ""
