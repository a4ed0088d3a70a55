"""Remembers the queues of a project, to see whether they grow from frame to frame."""

from __future__ import annotations

import queue
import sys
from typing import Any

_LIBRARY = queue.__file__.removesuffix("queue.py")
_OURS = __file__.removesuffix("backlog.py")

# Each queue with the line of the project that made it.
_queues: list[tuple[Any, str, int]] = []


def install() -> None:
    """Remember each queue that is made from now on; what it is and does stays as it was."""
    made: Any = queue.Queue
    original = made.__init__
    if hasattr(original, "__wrapped__"):
        return

    def __init__(self: Any, maxsize: int = 0) -> None:
        original(self, maxsize)
        frame = sys._getframe(1)
        while frame.f_back and frame.f_code.co_filename.startswith((_LIBRARY, _OURS)):
            frame = frame.f_back
        if not frame.f_code.co_filename.startswith((_LIBRARY, _OURS)):
            _queues.append((self, frame.f_code.co_filename, frame.f_lineno))

    __init__.__wrapped__ = original  # type: ignore[attr-defined]  # as inspect expects it
    made.__init__ = __init__


def forget() -> None:
    """Forget this schedule's queues."""
    _queues.clear()


def sizes() -> list[tuple[str, int, int]]:
    """Tell how much is in each queue: the file and line that made it, and its size."""
    return [(file, line, one.qsize()) for one, file, line in _queues]
