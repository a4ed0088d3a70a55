"""Tells where threads stand and what they wait for, by their frames and without a lock."""

from __future__ import annotations

import dis
import sys

import understudy_explore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

Call = tuple[str, int, str]
Description = tuple[int, str, bool, str, list[Call], int]


def threads() -> list[Description]:
    """Describe each thread: number, name, whether a daemon, what it waits for, its calls.

    At last comes the number of the thread whose end it waits for, 0 for none.
    """
    # Without the lock of `threading`, which a thread that gets no further may have.
    known = dict(sys.modules["threading"].__dict__["_active"]) if "threading" in sys.modules else {}
    found: list[Description] = []
    for identifier, frame in sys._current_frames().items():
        thread = known.get(identifier)
        name = thread.name if thread else "a thread without a name"
        daemon = bool(thread.daemon) if thread else True
        own = _below_ours(frame)
        found.append((identifier, name, daemon, _wait(own), _calls(own), _awaited(own)))
    return found


def doing(identifier: int) -> tuple[str, str]:
    """Tell the call that a thread is in where it left the project's code, and that whole line."""
    frame = _below_ours(sys._current_frames().get(identifier))
    while frame is not None and frame.f_code.co_filename not in understudy_explore.texts:
        frame = frame.f_back
    if frame is None:
        return "", ""
    lines = understudy_explore.texts[frame.f_code.co_filename].splitlines()
    line = lines[frame.f_lineno - 1].strip() if frame.f_lineno <= len(lines) else ""
    last = [one for one in dis.get_instructions(frame.f_code) if one.offset <= frame.f_lasti][-1:]
    place = last[0].positions if last and last[0].opname.startswith(_WORKING) else None
    if place is None or None in place:
        return "", line
    first, end, start, stop = [int(one or 0) for one in place]
    # Columns are counted in bytes.
    text = lines[first - 1].encode()
    return (text[start:stop] if first == end else text[start:] + b" ...").decode(), line


# What may take for ever in one instruction.
_WORKING = (
    "CALL",
    "PRECALL",
    "BINARY",
    "COMPARE",
    "CONTAINS",
    "FOR_ITER",
    "GET_ITER",
    "LIST",
    "DICT",
)


def _below_ours(frame: FrameType | None) -> FrameType | None:
    """Leave out the call that asks."""
    while frame is not None and frame.f_code.co_filename.startswith(understudy_explore.ours):
        frame = frame.f_back
    return frame


def _calls(frame: FrameType | None) -> list[Call]:
    calls: list[Call] = []
    while frame is not None and len(calls) < 50:
        code = frame.f_code
        if not code.co_filename.startswith(understudy_explore.ours):
            calls.append((code.co_filename, frame.f_lineno, code.co_name))
        frame = frame.f_back
    return calls


_WAITS = {
    ("queue", "get"): "an item of a queue",
    ("queue", "put"): "room in a queue",
    ("queue", "join"): "a queue's items to be done with",
    ("threading", "acquire"): "a semaphore",
    ("threading", "wait_for"): "a condition",
    ("threading", "__enter__"): "a lock",
    ("concurrent", "result"): "a future's result",
    ("concurrent", "shutdown"): "a pool's threads to end",
    ("subprocess", "wait"): "a program to end",
    ("socketserver", "serve_forever"): "a connection",
    ("asyncio", "run_forever"): "an event loop to be stopped",
    ("asyncio", "run_until_complete"): "an event loop's work to be done",
}


def _wait(frame: FrameType | None) -> str:
    """Say what a thread waits for, going by the standard library's functions that it is in."""
    best = _WAITS_IN_C.get(_called(frame), "") if frame is not None else ""
    # Event loops ask a clock of ours inside of the library's own calls.
    places = understudy_explore.library, understudy_explore.ours
    while frame is not None and frame.f_code.co_filename.startswith(places):
        module = frame.f_code.co_filename.removeprefix(understudy_explore.library).removesuffix(
            ".py"
        )
        name = frame.f_code.co_name
        if module == "threading" and name == "join":
            best = f"the end of {getattr(frame.f_locals.get('self'), 'name', 'a thread')}"
        elif module == "threading" and name == "wait":
            owner = type(frame.f_locals.get("self")).__name__.lower()
            best = f"an {owner}" if owner[0] in "aeiou" else f"a {owner}"
        else:
            best = _WAITS.get((module.split("/")[0], name), best)
        frame = frame.f_back
    return best


_WAITS_IN_C = {"with": "a lock", "acquire": "a lock", "get": "an item of a queue"}


def _called(frame: FrameType) -> str:
    """Tell the name of the method that a call is in which is not written in Python."""
    if frame.f_code.co_filename.startswith("<frozen"):
        # What importing is made of takes its own locks twice.
        return ""
    before: list[dis.Instruction] = []
    for one in dis.get_instructions(frame.f_code):
        if one.offset > frame.f_lasti:
            break
        before.append(one)
    if not before or before[-1].opname == "BEFORE_WITH":
        return "with" if before else ""
    call = before[-1].positions
    for one in reversed(before[:-1]):
        # The method is looked up where the whole call begins, after what it is a method of.
        there = one.positions
        is_lookup = one.opname in ("LOAD_METHOD", "LOAD_ATTR")
        if is_lookup and call and there and there[::2] == call[::2]:
            return str(one.argval)
    return ""


def _awaited(frame: FrameType | None) -> int:
    """Tell the number of the thread that is joined, by the innermost `join` of `threading`."""
    while frame is not None and frame.f_code.co_filename.startswith(understudy_explore.library):
        if frame.f_code.co_name == "join" and frame.f_code.co_filename.endswith("threading.py"):
            return int(getattr(frame.f_locals.get("self"), "ident", None) or 0)
        frame = frame.f_back
    return 0


def end_joins(identifier: int) -> bool:
    """Let those who wait for a thread's end get on, on a CPython that has no lock for that."""
    if "threading" not in sys.modules:
        return False
    known: dict[int, Any] = sys.modules["threading"].__dict__["_active"]
    handle = getattr(known.get(identifier), "_handle", None)
    if handle is None:
        return False
    handle._set_done()
    return True
