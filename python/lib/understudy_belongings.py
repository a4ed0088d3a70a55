"""What extensions have started and not ended: threads, child processes and open ports.

An extension that is made anew while they live loses them, and makes its own beside them. That is
told with the line that started each one; a port that is taken is told with its holder.
"""

from __future__ import annotations

import os
import sys
import time
from _weakref import ref

import understudy_processes
import understudy_start
import understudy_threads
from understudy_threads import Origin

# `typing` is slow to import, and so is what a named tuple takes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import Any

    from understudy_processes import Process
    from understudy_threads import Call, Record

# What ends itself within this time after `onDestroyTD` has done what it was told.
grace = 0.5
# What was asked to end at the end of the run has this time, all together.
_patience = 0.1


class Child:
    """A process that the project started."""

    __slots__ = ("is_detached", "number", "origin", "words")

    def __init__(self, number: int, words: str, is_detached: bool, origin: Origin) -> None:
        self.number, self.words = number, words
        self.is_detached, self.origin = is_detached, origin

    def is_alive(self) -> bool:
        """Whether it runs; it is left to the project to hear of its end."""
        try:
            if hasattr(os, "waitid"):
                options = os.WEXITED | os.WNOHANG | os.WNOWAIT
                return os.waitid(os.P_PID, self.number, options) is None
            os.kill(self.number, 0)
        except OSError:
            return False
        return True


class Worker(Child):
    """A process of `multiprocessing`."""

    __slots__ = ("_process", "is_awaited")

    def __init__(self, process: Any, is_helper: bool, origin: Origin) -> None:
        super().__init__(process.pid, process.name, False, origin)
        self._process: ref[Any] = ref(process)
        # Python waits for its end before it ends itself; all others it ends.
        self.is_awaited = not process.daemon and not is_helper

    def is_alive(self) -> bool:
        """Whether it runs; it may be no child of ours, but one of a fork server."""
        process = self._process()
        try:
            return process is not None and process.is_alive()
        except (AssertionError, ValueError):
            # Another process's, or closed.
            return False


class Port:
    """An address that the project bound a socket to."""

    __slots__ = ("host", "number", "origin", "sock")

    def __init__(self, sock: ref[socket.socket], host: str, number: int, origin: Origin) -> None:
        self.sock, self.origin = sock, origin
        self.host, self.number = host, number

    def is_alive(self) -> bool:
        """Whether the socket is open."""
        sock = self.sock()
        return sock is not None and sock.fileno() != -1

    def covers(self, host: str, number: int) -> bool:
        """Whether it keeps another socket from that address."""
        wild = {"", "0.0.0.0", "::"}
        return self.number == number and (self.host == host or bool({self.host, host} & wild))


class _Parting:
    __slots__ = ("due", "frame", "owner", "what")

    def __init__(self, due: float, owner: str, frame: int, what: Record | Child | Port) -> None:
        self.due, self.owner = due, owner
        self.frame, self.what = frame, what


# So many of the same line are told one by one.
_MOST = 3
_KINDS: dict[type, str] = {Child: "processes", Worker: "processes", Port: "ports"}

_children: list[Child] = []
_ports: list[Port] = []
_partings: list[_Parting] = []
_said: set[str] = set()


def child(number: int, arguments: object, is_detached: bool) -> None:
    """Remember a child process that has just been started."""
    words = arguments if isinstance(arguments, str) else _joined(arguments)
    _children[:] = [one for one in _children if one.is_alive()]
    _children.append(Child(number, words, is_detached, Origin(sys._getframe(1))))


def worker(process: Any, is_helper: bool) -> None:
    """Remember a process that `multiprocessing` has just started; a helper serves only itself."""
    _children[:] = [one for one in _children if one.is_alive()]
    _children.append(Worker(process, is_helper, Origin(sys._getframe(1))))


def port(sock: ref[socket.socket], host: str, number: int) -> None:
    """Remember an address that a socket has just been bound to."""
    _ports[:] = [one for one in _ports if one.is_alive()]
    _ports.append(Port(sock, host, number, Origin(sys._getframe(1))))


def taken(host: str, number: int) -> None:
    """Tell who holds an address that cannot be bound, where it is one of us."""
    for one in _ports:
        if one.covers(host, number) and one.is_alive():
            _say(
                f"port {number} is taken by {_owner(one.origin)}, which bound it "
                f"{_started(one.origin)} and has not closed it"
            )


def torn_down(instance: object, owner: str, is_over: bool) -> None:
    """Note what of an extension outlives it."""
    now, frame = time.monotonic(), understudy_threads.frame
    for one in [*understudy_threads.alive(), *_children, *_ports]:
        origin = one.origin
        if origin.owner or not any(known() is instance for known in origin.objects):
            continue
        origin.owner = owner
        if not is_over:
            origin.parted = frame
            _partings.append(_Parting(now + grace, owner, frame, one))
            understudy_threads.look = _look


def wait_for_workers(deadline: float) -> None:
    """Give processes that Python would wait for a little time to end."""
    while time.monotonic() < deadline:
        awaited = [one for one in _children if isinstance(one, Worker) and one.is_awaited]
        if not any(one.is_alive() for one in awaited):
            break
        time.sleep(0.002)


def children(
    is_alone: bool = False,
) -> list[tuple[int, str, int | None, list[Call], str, int | None, bool]]:
    """Describe the child processes that still run.

    Where this process is the project's alone, those as well that nobody saw start.
    """
    found: list[tuple[int, str, int | None, list[Call], str, int | None, bool]] = [
        (one.number, one.words, one.origin.frame, one.origin.stack, one.origin.owner,
         one.origin.parted, one.is_detached)
        for one in _children
        if one.is_alive()
    ]  # fmt: skip
    unseen = _unseen() if is_alone else {}
    return found + [(number, words, None, [], "", None, False) for number, words in unseen.items()]


def end_children(is_alone: bool = False) -> None:
    """End the child processes that still run, and theirs, but for those that were detached.

    They are asked first, which one may not hear, and a shell does not hand on to what it waits for.
    What `multiprocessing` ends itself is left to it: its pools replace workers that end.
    """
    ours = {one.number: one.words for one in _children if _is_ended_here(one) and one.is_alive()}
    if is_alone:
        ours |= _unseen()
    if not ours:
        return
    import signal

    family = understudy_processes.family(ours)
    for process in family:
        process.send(signal.SIGTERM)
    deadline = time.monotonic() + _patience
    while (living := _living(family)) and time.monotonic() < deadline:
        time.sleep(0.002)
    for process in living:
        process.send(signal.SIGKILL)
        words = ours.get(process.number)
        what = f" ({words})" if words else ", which a child started,"
        fate = "did not end when it was asked to, so it was ended at once"
        _say(f"process {process.number}{what} {fate}.")


def _is_ended_here(one: Child) -> bool:
    return one.is_awaited if isinstance(one, Worker) else not one.is_detached


def _unseen() -> dict[int, str]:
    """Find children that no `subprocess` and no `multiprocessing` has started, such as a fork."""
    known = {one.number for one in _children}
    return {
        one.number: one.words()
        for one in understudy_processes.children_since(understudy_start.began)
        if one.number not in known
    }


def _living(family: list[Process]) -> list[Process]:
    # `verify` gives other programs their time where the system is asked for the end of a child.
    for one in _children:
        one.is_alive()
    return [one for one in family if one.is_alive()]


def forget() -> None:
    """Forget everything, for the next project in this process."""
    for known in (_children, _ports, _partings):
        known.clear()
    _said.clear()


def _look() -> None:
    """Tell of what had time enough to end after its extension did."""
    now = time.monotonic()
    # What has ended is let go of at once.
    living = [one for one in _partings if one.what.is_alive()]
    _partings[:] = [one for one in living if one.due > now]
    alike: dict[tuple[str, int, str, type], list[str]] = {}
    for one in living:
        if one.due <= now:
            key = one.owner, one.frame, _started(one.what.origin), type(one.what)
            alike.setdefault(key, []).append(_name(one.what))
    for (owner, frame, started, kind), names in alike.items():
        head = f"{owner} was torn down in frame {frame} without ending"
        for name in names[:_MOST]:
            _say(f"{head} {name}, started {started}. onDestroyTD is the place to end it.")
        if (more := len(names) - _MOST) > 0:
            _say(f"{head} {more} more {_KINDS.get(kind, 'threads')}, started {started}.")
    if not _partings:
        understudy_threads.look = None


def _name(one: Record | Child | Port) -> str:
    if isinstance(one, Child):
        return f"process {one.number} ({one.words})"
    if isinstance(one, Port):
        return f"its use of port {one.number}"
    return f"the thread {one.thread.name}"


def _started(origin: Origin) -> str:
    moment = f"in frame {origin.frame}" if origin.frame else "while loading"
    calls = understudy_threads.project_part(
        [call for call in origin.stack if call[0].startswith("/") and _is_project(call[0])]
    )
    if not calls:
        return moment
    file, line, function = calls[-1]
    return f"{moment} at {understudy_start.place(file, line)} in {function}"


def _is_project(file: str) -> bool:
    return not file.startswith((os.path.dirname(os.__file__), os.path.dirname(__file__)))


def _owner(origin: Origin) -> str:
    """The extension that started something; its class names it while it is there."""
    if origin.owner:
        return origin.owner
    for known in origin.objects:
        kind = type(known())
        if kind.__module__.startswith("/"):
            return f"{kind.__qualname__} of {kind.__module__.rpartition('/')[0]}"
    return "this project"


def _joined(arguments: Any) -> str:
    words: list[Any] = [*arguments] if type(arguments) in (list, tuple) else [arguments]
    return " ".join(map(str, words))


def _say(text: str) -> None:
    if text not in _said:
        _said.add(text)
        understudy_start.announce(text)
