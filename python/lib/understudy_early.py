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
    """Tell what has been imported since, of the standard library and of our own, a name a line."""
    fresh = [(name, module) for name, module in list(sys.modules.items()) if name not in _before]
    return "\n".join(name for name, module in fresh if _is_of_library(module))


def bring(names: str) -> None:
    """Import modules; one that cannot be is left to the schedules."""
    for name in names.splitlines():
        with contextlib.suppress(Exception):
            import_module(name)


def _is_of_library(module: ModuleType) -> bool:
    # What a project or a package does while it is imported may be what the schedules are about.
    spec = getattr(module, "__spec__", None)
    origin = str(getattr(spec, "origin", None) or "")
    if origin in ("built-in", "frozen"):
        return True
    return origin.startswith((_library, _ours)) and "-packages" not in origin
