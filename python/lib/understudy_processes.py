"""Processes of this machine by their numbers: who descends from whom, and who still runs."""

from __future__ import annotations

import os

import understudy_start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_HELPERS = b"multiprocessing.resource_tracker", b"multiprocessing.forkserver"


class Process:
    """A process, which a later one with the same number is not taken for."""

    __slots__ = ("_start", "number", "parent", "session")

    def __init__(self, number: int, parent: int, session: int, start: str) -> None:
        self.number, self.parent, self.session, self._start = number, parent, session, start

    def started_at(self) -> int:
        """When it was started, in clock ticks since the machine was."""
        return int(self._start or 0)

    def words(self) -> str:
        """Its command line."""
        try:
            with open(f"/proc/{self.number}/cmdline", "rb") as file:
                return file.read().replace(b"\0", b" ").decode(errors="replace").strip()
        except OSError:
            return ""

    def is_alive(self) -> bool:
        """Whether it runs; one that has ended and whose parent has not heard of it does not."""
        now = _look(self.number)
        return now is not None and now._start == self._start

    def send(self, signal: int) -> None:
        """Send a signal, unless it has ended."""
        try:
            if self.is_alive():
                os.kill(self.number, signal)
        except OSError:
            pass


def children_since(moment: float) -> list[Process]:
    """List the children of this process that were started since then and are in its session.

    Whoever became this program may have started some before. None where the system does not tell.
    - Parameter moment: seconds since the machine was started.
    """
    if not os.path.isdir("/proc/self") or not (us := _look(os.getpid())):
        return []
    first = int(moment * os.sysconf("SC_CLK_TCK"))
    return [
        one
        for one in _all()
        if one.parent == us.number and one.session == us.session and one.started_at() >= first
        and not _ends_last(one.number)
    ]  # fmt: skip


def family(numbers: Iterable[int]) -> list[Process]:
    """List processes and those that descend from them and have not left their session.

    Where the system does not tell who descends from whom, only the processes themselves.
    """
    first = {one.number: one for one in map(_look, numbers) if one}
    children: dict[int, list[Process]] = {}
    for one in _all():
        children.setdefault(one.parent, []).append(one)
    found: dict[int, Process] = {}
    open_ends = list(first.values())
    while open_ends:
        one = open_ends.pop()
        if one.number in found:
            continue
        found[one.number] = one
        open_ends += [
            child
            for child in children.get(one.number, [])
            if child.session == one.session and not _ends_last(child.number)
        ]
    return list(found.values())


def _all() -> list[Process]:
    """List all processes, where the system tells."""
    if understudy_start.processes is not None:
        return [_described(line) for line in understudy_start.processes(0).splitlines()]
    entries = os.listdir("/proc") if os.path.isdir("/proc/self") else []
    found = [_look(int(entry)) for entry in entries if entry.isdigit()]
    return [one for one in found if one]


def _ends_last(number: int) -> bool:
    """Whether it is a helper of `multiprocessing`'s, which ends when all others have ended."""
    try:
        with open(f"/proc/{number}/cmdline", "rb") as file:
            words = file.read()
    except OSError:
        return False
    return any(name in words for name in _HELPERS)


def _look(number: int) -> Process | None:
    """Ask the system for a process; None for one that has ended."""
    if understudy_start.processes is not None:
        line = understudy_start.processes(number)
        return _described(line) if line else None
    if not os.path.isdir("/proc/self"):
        return _ask(number)
    try:
        with open(f"/proc/{number}/stat", "rb") as file:
            text = file.read().decode(errors="replace")
    except OSError:
        return None
    # A program may be called anything, also what looks like the end of its name.
    fields = text.rpartition(")")[2].split()
    if len(fields) < 20 or fields[0] in "ZX":
        return None
    return Process(number, int(fields[1]), int(fields[3]), fields[19])


def _described(line: str) -> Process:
    number, parent, session, start = line.split()
    return Process(int(number), int(parent), int(session), start)


def _ask(number: int) -> Process | None:
    try:
        if hasattr(os, "waitid"):
            options = os.WEXITED | os.WNOHANG | os.WNOWAIT
            if os.waitid(os.P_PID, number, options) is not None:
                return None
        else:
            os.kill(number, 0)
    except OSError:
        return None
    return Process(number, 0, 0, "")
