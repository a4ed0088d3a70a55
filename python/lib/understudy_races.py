"""Notices races: two threads use the same value, one of them writes it, and nothing orders them.

The explored code notes what `understudy_race_notes` has put into it. What orders two threads is
known by the threads' clocks: locks and all that is made of them, starts and ends. One thing more
does in CPython: who reads what another thread has written comes after that write.
"""

from __future__ import annotations

import builtins
import queue
import sys
import weakref
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType

    Clock = tuple[int, ...]
    # A line of a file, and its text.
    Line = tuple[str, int, str]
    # The file, the line and the function of each call, the innermost first.
    Stack = list[tuple[str, int, str]]
    # Who did it, whether he wrote, the line, the calls.
    Side = tuple[str, bool, Line, Stack]
    # What is used, and what happened first and then.
    Race = tuple[str, Side, Side]

READ = "<read>"
WRITE = "<write>"
_POINT = "<point>"
_CLOCK = "<clock>"
_LEARN = "<learn>"

# The lines that accesses are noted with.
lines: list[Line] = []
_most_calls = 8


class _Access:
    """A thread has used a value."""

    __slots__ = ("calls", "clock", "is_write", "line", "name", "same", "thread")

    def __init__(self, thread: int, clock: Clock, line: int, is_write: bool, same: str) -> None:
        self.thread = thread
        self.clock = clock
        self.line = line
        self.is_write = is_write
        # What a constant that was written spells; empty for another value.
        self.same = same
        self.name = _thread_name()
        self.calls = _calls()

    def is_before(self, clock: Clock) -> bool:
        """Say whether a thread with such a clock knows of this."""
        return clock[self.thread] >= self.clock[self.thread]


class _Place:
    """An attribute of an object, or a global."""

    __slots__ = ("owner", "reads", "write")

    def __init__(self, owner: Any) -> None:
        self.owner = owner
        self.write: _Access | None = None
        # The last read of each thread.
        self.reads: dict[int, _Access] = {}


_places: dict[tuple[int, str], _Place] = {}
_races: dict[tuple[str, int, int], tuple[str, _Access, _Access]] = {}


def install() -> None:
    """Make the functions known that noted code calls."""
    builtins.__dict__[READ] = _read
    builtins.__dict__[WRITE] = _write
    queue.__dict__["SimpleQueue"] = SimpleQueue


def races() -> list[Race]:
    """Tell the races of this schedule."""
    return [(name, _side(first), _side(second)) for name, first, second in _races.values()]


def _side(access: _Access) -> Side:
    calls = [(code.co_filename, line, code.co_name) for code, line in access.calls]
    return access.name, access.is_write, lines[access.line], calls


def _now() -> tuple[int, Clock] | None:
    """Tell the calling thread's number and clock; nothing where threads are not controlled."""
    now: tuple[int, Clock] | None = builtins.__dict__[_CLOCK]()
    return now


def _read(owner: object, name: str, value: object, line: int, site: int) -> object:
    """Note that the calling thread has read a value, and pass it on; it may be put aside here."""
    now = _now()
    place = _place(owner, name) if now else None
    if now and place:
        me, clock = now
        access = _Access(me, clock, line, False, "")
        write = place.write
        if write and write.thread != me:
            if not write.is_before(clock):
                _note(owner, name, write, access)
            builtins.__dict__[_LEARN](write.clock)
        place.reads[me] = access
    builtins.__dict__[_POINT](None, site)
    return value


def _write(owner: object, name: str, line: int, same: str) -> None:
    """Note that the calling thread has written a value, which may be a constant that is spelt."""
    now = _now()
    place = _place(owner, name) if now else None
    if not now or not place:
        return
    me, clock = now
    access = _Access(me, clock, line, True, same)
    earlier = [one for one in (place.write, *place.reads.values()) if one]
    for one in earlier:
        # Who writes the same as the other loses nothing by it.
        if one.thread != me and not one.is_before(clock) and not (same and one.same == same):
            _note(owner, name, one, access)
    place.write = access


def _place(owner: object, name: str) -> _Place | None:
    key = id(owner), name
    place = _places.get(key)
    if place is None:
        if isinstance(owner, dict):
            place = _Place(owner)
        else:

            def forget(_: object) -> None:
                # An object that comes to lie in the same place is another one.
                _places.pop(key, None)

            try:
                place = _Place(weakref.ref(owner, forget))
            except TypeError:
                return None
        _places[key] = place
    return place


def _note(owner: object, name: str, first: _Access, second: _Access) -> None:
    full = name if isinstance(owner, dict) else f"{type(owner).__name__}.{name}"
    # One of a place is enough where nothing but an old value comes of it.
    writes = first.is_write and second.is_write
    lines = sorted((first.line, second.line)) if writes else [-1, -1]
    _races.setdefault((full, lines[0], lines[1]), (full, first, second))


def _thread_name() -> str:
    if "threading" not in sys.modules:
        return "a thread"
    known: Any = sys.modules["threading"].__dict__["_active"]
    thread = known.get(sys.modules["_thread"].get_ident())
    return str(thread.name) if thread else "a thread"


def _calls() -> list[tuple[CodeType, int]]:
    found: list[tuple[CodeType, int]] = []
    frame: FrameType | None = sys._getframe(3)
    while frame is not None and len(found) < _most_calls:
        found.append((frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return found


class SimpleQueue(queue.SimpleQueue[Any]):
    """Python's own, which uses no lock: it remembers what those knew who put something in."""

    _clock: tuple[int, ...] = ()

    def put(self, item: object, block: bool = True, timeout: float | None = None) -> None:
        """Put an item in."""
        now = _now()
        if now:
            known, mine = self._clock, now[1]
            longer = max(len(known), len(mine))
            known += (0,) * (longer - len(known))
            mine += (0,) * (longer - len(mine))
            self._clock = tuple(map(max, known, mine))
        super().put(item, block, timeout)

    def put_nowait(self, item: object) -> None:
        """Put an item in."""
        self.put(item)

    def get(self, block: bool = True, timeout: float | None = None) -> object:
        """Take an item out."""
        item = super().get(block, timeout)
        builtins.__dict__[_LEARN](self._clock)
        return item

    def get_nowait(self) -> object:
        """Take an item out, if there is one."""
        return self.get(False)
