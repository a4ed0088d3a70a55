"""Remembers every thread of the project: where it was started, and what became of it."""

from __future__ import annotations

import _thread
import sys

from understudy_imports import when_imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

Call = tuple[str, int, str]
Description = tuple[str, int, bool, bool, "int | None", "int | None", list[Call], list[Call]]

# Where our own modules lie: of a thread that they start, people want to know who asked for it.
_OURS = __file__.removesuffix("threads.py")

# A project may start threads for days; of those that have ended so many are remembered.
_REMEMBERED = 200

frame = 0
started = 0
_alive: list[_Record] = []
_ended: list[_Record] = []
_unseen_starts: dict[int, tuple[int, list[Call]]] = {}


class _Record:
    """One started thread."""

    __slots__ = ("ended", "frame", "has_started", "number", "stack", "thread")

    def __init__(self, thread: threading.Thread, stack: list[Call]) -> None:
        self.thread = thread
        self.number = started
        self.frame = frame
        self.stack = stack
        self.has_started = False
        self.ended: int | None = None


_failed: Callable[[str, BaseException], None] = print
_start_new = _thread.start_new_thread


def start_unseen(call: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Start a thread of the host's own, which is no thread of the project's."""
    _start_new(call, arguments)


def install(failed: Callable[[str, BaseException], None]) -> None:
    """Wrap the ways a thread is started, and hear of exceptions that end one."""
    global _failed
    _failed = failed
    if _thread.start_new_thread is _start_new:
        _thread.start_new_thread = _remembering_start_new
        # `threading` is slow to import, and most projects start no thread in their first frame.
        when_imported("threading", _teach)
    elif "threading" in sys.modules:
        module: Any = sys.modules["threading"]
        module.excepthook = _hook


def _remembering_start_new(*arguments: Any, **keywords: Any) -> int:
    # It takes the thread that imports it for the main thread, so that must not be the new one.
    __import__("threading")

    stack = _start_stack(sys._getframe(1))
    identifier = _start_new(*arguments, **keywords)
    _unseen_starts[identifier] = (frame, stack)
    return identifier


def _teach(module: Any) -> None:
    start: Callable[[threading.Thread], None] = module.Thread.start

    def remembering_start(self: threading.Thread) -> None:
        global started
        record = _Record(self, _start_stack(sys._getframe(1)))
        _alive.append(record)
        try:
            start(self)
        except BaseException:
            _alive.remove(record)
            raise
        record.has_started = True
        started += 1

    remembering_start.__doc__ = start.__doc__
    module.Thread.start = remembering_start
    module.excepthook = _hook
    # The module's own starts are seen above already.
    if getattr(module, "_start_new_thread", None) is _remembering_start_new:
        module._start_new_thread = _start_new


def _hook(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is None or isinstance(arguments.exc_value, SystemExit):
        return
    name = arguments.thread.name if arguments.thread else "?"
    _failed(name, arguments.exc_value)


def poll(number: int) -> int:
    """Take note of the frame and of threads that have ended; say how many are alive."""
    global frame, _alive, _ended
    frame = number
    ended = [one for one in _alive if one.has_started and not one.thread.is_alive()]
    if ended:
        for record in ended:
            record.ended = number
            _alive.remove(record)
        _ended = (_ended + ended)[-_REMEMBERED:]
        for identifier in _unseen_starts.keys() - sys._current_frames().keys():
            del _unseen_starts[identifier]
    return len(_alive)


def current() -> Description:
    """Describe the calling thread, also one that nobody saw start."""
    import threading

    identifier = threading.get_ident()
    for record in reversed(_alive):
        # The system gives the number of an ended thread to another one.
        if record.thread.ident == identifier and record.thread.is_alive():
            return _describe(record, {})
    thread = threading.current_thread()
    unknown: tuple[int | None, list[Call]] = (None, [])
    started, stack = _unseen_starts.get(identifier, unknown)
    return thread.name, identifier, True, True, started, None, stack, []


def summary() -> list[Description]:
    """Describe the threads that are remembered, in the order of their starts."""
    frames = sys._current_frames()
    records = sorted(_ended + _alive, key=lambda record: record.number)
    return [_describe(record, frames) for record in records]


def join(seconds: float) -> None:
    """Wait for the threads that are no daemons, all together no longer than `seconds`."""
    import time

    deadline = time.monotonic() + seconds
    for record in list(_alive):
        if not record.thread.daemon and record.thread.is_alive():
            record.thread.join(max(0.0, deadline - time.monotonic()))


def forget() -> None:
    """Forget every thread, for the next project in this process."""
    global frame, started
    frame = started = 0
    _alive.clear()
    _ended.clear()
    _unseen_starts.clear()


def _describe(record: _Record, frames: dict[int, FrameType]) -> Description:
    thread = record.thread
    running = frames.get(thread.ident) if thread.ident and thread.is_alive() else None
    return (
        thread.name,
        thread.ident or 0,
        thread.daemon,
        thread.is_alive(),
        record.frame,
        record.ended,
        record.stack,
        _stack(running) if running else [],
    )


def _start_stack(start: FrameType | None) -> list[Call]:
    stack = _stack(start)
    return [call for call in stack if not call[0].startswith(_OURS)] or stack


def _stack(start: FrameType | None) -> list[Call]:
    calls: list[Call] = []
    while start is not None and len(calls) < 50:
        code = start.f_code
        if code.co_filename != __file__:
            calls.append((code.co_filename, start.f_lineno, code.co_name))
        start = start.f_back
    calls.reverse()
    return calls
