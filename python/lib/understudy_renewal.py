"""Gives Python back what it held before a schedule ran, for the next one in the same process.

What a project leaves in operators goes with them. This is for what it may leave beside them, in
Python itself and in its library. Not all can be taken back: the exploration compares now and then.
"""

from __future__ import annotations

import gc
import itertools
import os
import sys

import understudy_backlog
import understudy_explore
import understudy_handles
import understudy_leftovers
import understudy_recall
import understudy_scenarios
import understudy_settings
import understudy_updates
import understudy_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

# The names of modules that are none of the project's own.
_others: set[str] = set()
_path: list[str] = []
_folder = ""
_environment: dict[Any, Any] = {}
_threads = 0
_chance: Any = None
_is_frozen = False


def remember() -> None:
    """Remember what there is before schedules run."""
    global _folder, _threads, _chance
    # It imports what it asks, and sets up what is given back as it is then.
    understudy_settings.remember()
    _others.update(name for name, module in sys.modules.items() if not _is_of_project(module))
    understudy_leftovers.remember(_others)
    _path[:] = sys.path
    _folder = os.getcwd()
    _environment.update(_variables())
    _threads = _thread_number()
    if "random" in sys.modules:
        _chance = sys.modules["random"].getstate()


def give_back() -> bool:
    """Give modules back what they held; say whether that was possible."""
    understudy_settings.set_again()
    return understudy_leftovers.give_back()


def renew() -> bool:
    """Take back what can be; say whether nothing else is known to have changed."""
    for module in (understudy_backlog, understudy_handles, understudy_recall, understudy_updates):
        module.forget()
    understudy_scenarios.forget()
    understudy_written.end()
    _collect()
    # The project's own modules are imported anew, by its load or by the schedule that wants them.
    for name in [name for name in sys.modules if name not in _others]:
        if not _is_of_project(sys.modules[name]):
            # What it does when it is imported would be done in the first schedule only.
            return False
        del sys.modules[name]
    sys.path[:] = _path
    if os.getcwd() != _folder:
        os.chdir(_folder)
    if _variables() != _environment:
        os.environ.clear()
        for name, value in _environment.items():
            os.environ[os.fsdecode(name)] = os.fsdecode(value)
    if "threading" in sys.modules:
        sys.modules["threading"].__dict__["_counter"] = itertools.count(_threads).__next__
    if _chance is not None:
        sys.modules["random"].setstate(_chance)
    return True


def _variables() -> dict[Any, Any]:
    # As they are kept: to decode all of them takes as long as a schedule.
    kept: dict[Any, Any] = os.environ.__dict__["_data"]
    return kept


def _collect() -> None:
    """Let go of what the last project has left, and look at nothing older from now on."""
    global _is_frozen
    gc.collect()
    if not _is_frozen:
        gc.freeze()
        _is_frozen = True


def _is_of_project(module: ModuleType) -> bool:
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", [])]
    return any(place and understudy_explore.is_of_project(place) for place in places)


def _thread_number() -> int:
    """Tell the number in the name of the next thread."""
    if "threading" not in sys.modules:
        return 1
    counter: Any = sys.modules["threading"].__dict__["_counter"]
    return int(repr(counter.__self__).removeprefix("count(").removesuffix(")"))
