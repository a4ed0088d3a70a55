"""Remembers every thread of the project: where it was started, and what became of it."""

from __future__ import annotations

import _thread
import sys
import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

Call = tuple[str, int, str]
Description = tuple[str, int, bool, bool, "int | None", "int | None", list[Call], list[Call]]

frame = 0
_records: list[_Record] = []
_unseen_starts: dict[int, tuple[int, list[Call]]] = {}


class _Record:
    """One started thread."""

    __slots__ = ("thread", "frame", "stack", "ended")

    def __init__(self, thread: threading.Thread, stack: list[Call]) -> None:
        self.thread = thread
        self.frame = frame
        self.stack = stack
        self.ended: int | None = None


def install(failed: Callable[[str, BaseException], None]) -> None:
    """Wrap the ways a thread is started, and hear of exceptions that end one."""
    if getattr(threading.Thread.start, "_understudy", False):
        _replace_hook(failed)
        return
    start = threading.Thread.start
    start_new = _thread.start_new_thread

    def remembering_start(self: threading.Thread) -> None:
        record = _Record(self, _stack(sys._getframe(1)))
        _records.append(record)
        try:
            start(self)
        except BaseException:
            _records.remove(record)
            raise

    def remembering_start_new(*arguments, **keywords):  # type: ignore[no-untyped-def]
        stack = _stack(sys._getframe(1))
        identifier = start_new(*arguments, **keywords)
        _unseen_starts[identifier] = (frame, stack)
        return identifier

    remembering_start._understudy = True  # type: ignore[attr-defined]
    remembering_start.__doc__ = start.__doc__
    threading.Thread.start = remembering_start  # type: ignore[method-assign]
    _thread.start_new_thread = remembering_start_new
    _replace_hook(failed)


def _replace_hook(failed: Callable[[str, BaseException], None]) -> None:
    def hook(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is None or isinstance(arguments.exc_value, SystemExit):
            return
        name = arguments.thread.name if arguments.thread else "?"
        failed(name, arguments.exc_value)

    threading.excepthook = hook


def poll(number: int) -> int:
    """Take note of the frame and of threads that have ended; say how many are alive."""
    global frame
    frame = number
    alive = 0
    for record in _records:
        if record.ended is None:
            if record.thread.is_alive():
                alive += 1
            else:
                record.ended = number
    return alive


def current() -> Description:
    """Describe the calling thread, also one that nobody saw start."""
    identifier = threading.get_ident()
    for record in reversed(_records):
        if record.thread.ident == identifier:
            return _describe(record, {})
    thread = threading.current_thread()
    started, stack = _unseen_starts.get(identifier, (None, []))
    return thread.name, identifier, True, True, started, None, stack, []


def summary() -> list[Description]:
    """Describe every thread in the order of their starts."""
    frames = sys._current_frames()
    return [_describe(record, frames) for record in _records]


def join(seconds: float) -> None:
    """Wait for the threads that are no daemons, all together no longer than `seconds`."""
    import time

    deadline = time.monotonic() + seconds
    for record in list(_records):
        if not record.thread.daemon and record.thread.is_alive():
            record.thread.join(max(0.0, deadline - time.monotonic()))


def forget() -> None:
    """Forget every thread, for the next project in this process."""
    global frame
    frame = 0
    _records.clear()
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


def _stack(start: FrameType | None) -> list[Call]:
    calls: list[Call] = []
    while start is not None and len(calls) < 50:
        code = start.f_code
        if code.co_filename != __file__:
            calls.append((code.co_filename, start.f_lineno, code.co_name))
        start = start.f_back
    calls.reverse()
    return calls
