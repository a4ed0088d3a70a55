"""Remembers every thread of the project: where it was started, and what became of it."""

from __future__ import annotations

import _thread
import sys
from _weakref import ref

from understudy_imports import when_imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

Call = tuple[str, int, str]
Description = tuple[
    str, int, bool, bool, "int | None", "int | None", list[Call], list[Call], str, "int | None"
]

# Where our own modules lie: of a thread that they start, people want to know who asked for it.
_OURS = __file__.removesuffix("threads.py")

# Where the standard library lies: what a thread does below the project's own code is no news.
_LIBRARY: str = getattr(sys, "_stdlib_dir", None) or "<frozen"

# What Python's own executors set when the program is about to end.
_CLOSED = (
    ("concurrent.futures.thread", "_shutdown"),
    ("concurrent.futures.process", "_global_shutdown"),
)

# A project may start threads for days; of those that have ended so many are remembered.
_REMEMBERED = 200

frame = 0
started = 0
_alive: list[Record] = []
# Descriptions only: a thread may hold on to much of its project.
_ended: list[tuple[int, Description]] = []
_unseen_starts: dict[int, tuple[int, list[Call]]] = {}
# Asked in each frame while something has lost its extension and may yet end.
look: Callable[[], None] | None = None


class Origin:
    """Where the project's code started something, and the extension that it did it for."""

    __slots__ = ("frame", "objects", "owner", "parted", "stack")

    def __init__(self, start: FrameType | None) -> None:
        self.frame = frame
        self.stack = _start_stack(start)
        # The objects whose methods were running; one of them may be an extension.
        self.objects: tuple[ref[object], ...] = _objects(start)
        # The extension's name once it is torn down, and the frame unless the run was over then.
        self.owner = ""
        self.parted: int | None = None


class Record:
    """One started thread."""

    __slots__ = ("has_started", "number", "origin", "thread")

    def __init__(self, thread: threading.Thread, origin: Origin) -> None:
        self.thread = thread
        self.number = started
        self.origin = origin
        self.has_started = False

    def is_alive(self) -> bool:
        """Whether it runs; Python takes a thread for ended whose `join()` was interrupted."""
        thread = self.thread
        if thread.is_alive():
            return True
        running: dict[int | None, Any] = getattr(sys.modules["threading"], "_active", {})
        return running.get(thread.ident) is thread


# The host imports this on its main thread; `threading` may not be imported at all yet.
_main = _thread.get_ident()
_failed: Callable[..., None] = print
_start_new = _thread.start_new_thread


def start_unseen(call: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Start a thread of the host's own, which is no thread of the project's."""
    _start_new(call, arguments)


def tell(source: str, activity: str, error: BaseException) -> None:
    """Have the host report an exception of the project's code that nobody else hears of."""
    _failed(source, error, activity)


def alive() -> list[Record]:
    """The threads that have not ended."""
    return [one for one in _alive if one.has_started and one.is_alive()]


def torn_down(instance: object, owner: str, is_over: bool) -> None:
    """Note that an extension is no more; what it started and did not end is told a little later.

    At the end of the run, the summary tells it.
    """
    if _alive or "understudy_belongings" in sys.modules:
        __import__("understudy_belongings").torn_down(instance, owner, is_over)


def install(failed: Callable[..., None]) -> None:
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
    if arguments and callable(arguments[0]):
        arguments = _told(arguments[0]), *arguments[1:]
    identifier = _start_new(*arguments, **keywords)
    _unseen_starts[identifier] = (frame, stack)
    return identifier


def _told(call: Callable[..., object]) -> Callable[..., None]:
    """Have the host report the exception that ends a thread of which `threading` knows nothing."""

    def run(*arguments: Any, **keywords: Any) -> None:
        try:
            call(*arguments, **keywords)
        except SystemExit:
            pass
        except BaseException as error:
            # Not this line of ours.
            trace = error.__traceback__.tb_next if error.__traceback__ else None
            _failed(f"thread {_thread.get_ident()}", error.with_traceback(trace))
            if sys.unraisablehook is not sys.__unraisablehook__:
                # Whom Python itself would have told.
                raise

    # Whoever hears of it is told which function it was.
    run.__qualname__ = getattr(call, "__qualname__", run.__qualname__)
    return run


def _teach(module: Any) -> None:
    start: Callable[[threading.Thread], None] = module.Thread.start

    def remembering_start(self: threading.Thread) -> None:
        global started
        if getattr(self, "is_pydev_daemon_thread", False):
            # A debugger's, and none of the project's.
            start(self)
            return
        __import__("understudy_belongings")  # At the end it would wait for the workers.
        record = Record(self, Origin(sys._getframe(1)))
        if getattr(self, "InPool", False) or self.name.startswith("asyncio_"):
            # Workers of the Thread Manager and of an event loop serve whoever comes, not only the
            # one for whose work they were started.
            record.origin.objects = ()
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
    module._make_invoke_excepthook = _hearing(module, module._make_invoke_excepthook)
    # The module's own starts are seen above already.
    if getattr(module, "_start_new_thread", None) is _remembering_start_new:
        module._start_new_thread = _start_new


def _hearing(module: Any, make: Callable[[], Callable[[Any], None]]) -> Any:
    """Hear of a thread's exception also where the project has a hook of its own."""

    def make_both() -> Callable[[Any], None]:
        invoke = make()

        def invoke_both(thread: threading.Thread) -> None:
            if module.excepthook is not _hook:
                _hook(module.ExceptHookArgs([*sys.exc_info(), thread]))
            invoke(thread)

        return invoke_both

    return make_both


def _hook(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is None or isinstance(arguments.exc_value, SystemExit):
        return
    name = arguments.thread.name if arguments.thread else "?"
    _failed(name, arguments.exc_value)


def poll(number: int) -> int:
    """Take note of the frame and of threads that have ended; say how many are alive."""
    global frame
    frame = number
    if look is not None:
        look()
    ended = [one for one in _alive if one.has_started and not one.is_alive()]
    if ended:
        for record in ended:
            _alive.remove(record)
            _ended.append((record.number, _describe(record, {}, number)))
        del _ended[:-_REMEMBERED]
        for identifier in _unseen_starts.keys() - sys._current_frames().keys():
            del _unseen_starts[identifier]
    return len(_alive)


def current() -> Description:
    """Describe the calling thread, also one that nobody saw start."""
    import threading

    identifier = threading.get_ident()
    for record in reversed(_alive):
        # The system gives the number of an ended thread to another one.
        if record.thread.ident == identifier and record.is_alive():
            return _describe(record, {})
    thread = threading.current_thread()
    unknown: tuple[int | None, list[Call]] = (None, [])
    started, stack = _unseen_starts.get(identifier, unknown)
    return thread.name, identifier, True, True, started, None, stack, [], "", None


def main_frame() -> FrameType | None:
    """What the main thread runs."""
    return sys._current_frames().get(_main)


def holder(identifier: int) -> tuple[str, FrameType | None]:
    """Tell the name of a thread that held the GIL, and what it runs unless it has ended."""
    module: Any = sys.modules.get("threading")
    named: list[Any] = module.enumerate() if module else []
    names = [str(thread.name) for thread in named if thread.ident == identifier]
    return names[0] if names else f"thread {identifier}", sys._current_frames().get(identifier)


def awaited() -> str:
    """Say which thread the main thread waits for in `join`, and where that one is."""
    module: Any = sys.modules.get("threading")
    if module is None:
        return ""
    start = main_frame()
    while start is not None:
        waiting_for: Any = start.f_locals.get("self") if start.f_code.co_name == "join" else None
        if isinstance(waiting_for, module.Thread):
            frames = sys._current_frames()
            running = frames.get(waiting_for.ident) if waiting_for.ident else None
            return f"for the end of the thread {waiting_for.name}{_whereabouts(running)}"
        start = start.f_back
    return ""


def summary() -> list[Description]:
    """Describe the threads that are remembered, in the order of their starts."""
    frames = sys._current_frames()
    described = _ended + [(record.number, _describe(record, frames)) for record in _alive]
    return [description for _, description in sorted(described, key=lambda one: one[0])]


def join(seconds: float) -> None:
    """Wait for threads and processes that are no daemons, all together no longer than `seconds`."""
    import time

    _close_executors()
    deadline = time.monotonic() + seconds
    for record in list(_alive):
        if not record.thread.daemon and record.thread.is_alive():
            record.thread.join(max(0.0, deadline - time.monotonic()))
    if "understudy_belongings" in sys.modules:
        sys.modules["understudy_belongings"].wait_for_workers(deadline)


def _close_executors() -> None:
    """Send idle workers of executors home, as Python does before it waits for threads.

    Python's own functions for it wait for the workers as well, however long their work takes.
    """
    for name, flag in _CLOSED:
        if name in sys.modules:
            setattr(sys.modules[name], flag, True)
    threads: Any = sys.modules.get("concurrent.futures.thread")
    for tasks in list(threads._threads_queues.values()) if threads else []:
        tasks.put(None)
    processes: Any = sys.modules.get("concurrent.futures.process")
    for manager in list(processes._threads_wakeups.values()) if processes else []:
        manager.wakeup()


def forget() -> None:
    """Forget every thread, for the next project in this process."""
    global frame, started, look
    frame = started = 0
    look = None
    if "understudy_belongings" in sys.modules:
        sys.modules["understudy_belongings"].forget()
    _alive.clear()
    _ended.clear()
    _unseen_starts.clear()
    # The end of the last project has closed the executors for good.
    for name, flag in _CLOSED:
        if name in sys.modules:
            setattr(sys.modules[name], flag, False)


def _describe(
    record: Record, frames: dict[int, FrameType], ended: int | None = None
) -> Description:
    thread, lives = record.thread, record.is_alive()
    running = frames.get(thread.ident) if thread.ident and lives else None
    calls = [call for call in _stack(running) if not call[0].startswith(_OURS)]
    origin = record.origin
    return (
        thread.name, thread.ident or 0, thread.daemon, lives, origin.frame, ended, origin.stack,
        calls, origin.owner, origin.parted,
    )  # fmt: skip


def _start_stack(start: FrameType | None) -> list[Call]:
    stack = _stack(start)
    stack = [call for call in stack if not call[0].startswith(_OURS)] or stack
    if max(map(_nearness, stack), default=0) < 2:
        # A thread of a package, or one that runs a function of the standard library.
        identifier = _thread.get_ident()
        for record in _alive:
            if record.thread.ident == identifier:
                return project_part(record.origin.stack) + stack
    return stack


def _objects(start: FrameType | None) -> tuple[ref[object], ...]:
    found: list[ref[object]] = []
    while start is not None:
        code = start.f_code
        if code.co_argcount and not code.co_filename.startswith(_OURS):
            first: object = start.f_locals.get(code.co_varnames[0])
            # A number or a text, say, is no extension.
            if getattr(type(first), "__weakrefoffset__", 0):
                found.append(ref(first))
        start = start.f_back
    identifier = _thread.get_ident()
    for record in _alive:
        if record.thread.ident == identifier:
            found += record.origin.objects
    return tuple(found)


def _whereabouts(start: FrameType | None) -> str:
    if not (calls := project_part(_stack(start))):
        return ""
    import understudy_start

    file, line, function = calls[-1]
    return f", which is at {understudy_start.place(file, line)} in {function}"


def project_part(calls: list[Call]) -> list[Call]:
    """Leave out the calls of the standard library, and of packages where others are left."""
    calls = [call for call in calls if _nearness(call)]
    return [call for call in calls if _nearness(call) == 2] or calls


def _nearness(call: Call) -> int:
    """Tell whose code it is: 2 the project's, 1 a package's, 0 the standard library's."""
    if "/site-packages/" in call[0] or "/dist-packages/" in call[0]:
        return 1
    return 0 if call[0].startswith(_LIBRARY) else 2


def _stack(start: FrameType | None) -> list[Call]:
    calls: list[Call] = []
    while start is not None and len(calls) < 50:
        code = start.f_code
        if code.co_filename != __file__:
            calls.append((code.co_filename, start.f_lineno, code.co_name))
        start = start.f_back
    calls.reverse()
    return calls
