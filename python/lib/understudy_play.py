"""Tells what a thread sees where it stands, without running any code of the project."""

from __future__ import annotations

import collections
import queue
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import cast

_ours = __file__.removesuffix("understudy_play.py")
_library = queue.__file__.removesuffix("queue.py")
_LONGEST = 48
_MOST = 8

_PLAIN = (int, float, bool, str, type(None))
_CONTAINERS = (list, tuple, set, frozenset, dict, collections.deque)


def values(identifier: int) -> list[str]:
    """Name locks, queues, events and plain values of the project's innermost call in a thread."""
    frame = _own(sys._current_frames().get(identifier))
    if frame is None:
        return []
    found: list[str] = []
    for name, value in list(frame.f_locals.items()):
        if name == "self":
            for inner, one in list(getattr(value, "__dict__", {}).items()):
                _add(found, f"self.{inner}", one)
        else:
            _add(found, name, value)
    return found[:_MOST]


def _own(frame: FrameType | None) -> FrameType | None:
    while frame is not None and frame.f_code.co_filename.startswith((_ours, _library, "<frozen")):
        frame = frame.f_back
    return frame


def _add(found: list[str], name: str, value: object) -> None:
    text = _text(value)
    if text:
        found.append(f"{name} = {text}")


def _lock(value: object) -> str:
    return "a lock, free" if "unlocked" in repr(value) else "a lock, taken"


def _queue(value: object) -> str:
    items = list(value.__dict__["queue"])
    shown = f": {_short(items)}" if items and _is_plain(items) else ""
    return f"a queue of {len(items)}{shown}"


def _event(value: object) -> str:
    return "an event, set" if value.__dict__["_flag"] else "an event, not set"


def _thread(value: object) -> str:
    return f"the thread {value.__dict__['_name']}"


_DESCRIBED: list[tuple[type, Callable[[object], str]]] = [
    (type(threading.Lock()), _lock),
    (type(threading.RLock()), _lock),
    (queue.Queue, _queue),
    (threading.Event, _event),
    (threading.Thread, _thread),
]


def _text(value: object) -> str:
    """Describe a value; empty for one whose description would run the project's code."""
    if _is_plain(value):
        return _short(value)
    for kind, describe in _DESCRIBED:
        if isinstance(value, kind):
            return describe(value)
    return ""


def _is_plain(value: object, depth: int = 0) -> bool:
    if type(value) in _PLAIN:
        return True
    if depth > 3 or type(value) not in _CONTAINERS:
        return False
    if isinstance(value, dict):
        pairs = list(cast("dict[object, object]", value).items())
        return all(_is_plain(one, depth + 1) for pair in pairs for one in pair)
    return all(_is_plain(one, depth + 1) for one in list(cast("list[object]", value)))


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
