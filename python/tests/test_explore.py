"""Points in code change neither what it does nor where its lines are."""

from __future__ import annotations

import builtins
import copy
import inspect
import queue
import sys
import threading
import time
import types
from collections.abc import Iterator

import pytest
import understudy_explore

TEXT = '''
"""A module."""
from __future__ import annotations


def double(values: list[int]) -> list[int]:
    """Doubles."""
    return [int(value) * 2 for value in values]


class Base:
    def name(self) -> str:
        return "base"


class Derived(Base):
    def name(self) -> str:
        return super().name() + str(len(locals()))


def count():
    n = 0
    while n < 3:
        n = n + 1
    return n


def line():
    return failing(
        1)


def failing(value): raise ValueError(value)
'''


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The sites passed, in order."""
    seen: list[int] = []

    def point(value: object, site: int) -> object:
        seen.append(site)
        return value

    monkeypatch.setitem(builtins.__dict__, understudy_explore.POINT, point)
    monkeypatch.setattr(understudy_explore, "_has_points", True)
    yield seen


def _run(text: str, file: str = "a.py") -> dict[str, object]:
    scope: dict[str, object] = {"__name__": "a"}
    exec(understudy_explore.compile_text(text, file), scope)
    return scope


def test_code_does_what_it_did(passed: list[int]) -> None:
    scope = _run(TEXT)
    assert scope["double"]([1, 2]) == [2, 4]  # type: ignore[operator]
    assert scope["Derived"]().name() == "base2"  # type: ignore[operator]
    assert scope["count"]() == 3  # type: ignore[operator]
    assert scope["__doc__"] == "A module."
    assert scope["double"].__doc__ == "Doubles."
    assert passed


def test_lines_of_tracebacks_stay(passed: list[int]) -> None:
    scope = _run(TEXT)
    with pytest.raises(ValueError) as caught:
        scope["line"]()  # type: ignore[operator]
    lines = [entry.lineno for entry in inspect.getinnerframes(caught.tb)[1:]]
    assert lines == [TEXT[: TEXT.index("failing(\n")].count("\n") + 1, TEXT.count("\n")]
    assert passed


def test_points_are_at_entries_calls_and_loops(passed: list[int]) -> None:
    scope = _run(
        "def f(n):\n    i = 0\n    while i < n:\n        i += 1\n    g()\ndef g(): ...\n", "b.py"
    )
    passed.clear()
    scope["f"](2)  # type: ignore[operator]
    lines = [understudy_explore.sites[site][1] for site in passed]
    assert lines == [1, 3, 3, 6, 5]


def test_sites_count_from_the_file_that_holds_the_text(passed: list[int]) -> None:
    understudy_explore.prepare("x = len('a')  # prepared\n", "notes.md", 40)
    _run("x = len('a')  # prepared\n", "/project1/x")
    place = ("notes.md", 40, "x = len('a')  # prepared", False)
    assert understudy_explore.sites[passed[-1]] == place


def test_the_level_sync_leaves_code_alone(
    passed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(understudy_explore, "_has_points", False)
    _run("x = len('b')\n")
    assert not passed


PURE = """
def triangle(n: int, times: int = 1) -> int:
    '''Adds up.'''
    total = 0
    for number in range(n):
        total += number
    return total * times
"""


def test_a_pure_function_works_once_for_all_schedules(
    passed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(understudy_explore, "_results", {})
    monkeypatch.setattr(understudy_explore, "_fresh", {})
    monkeypatch.setitem(builtins.__dict__, "<recall>", understudy_explore._recall)
    monkeypatch.setitem(builtins.__dict__, "<note>", understudy_explore._note)
    triangle = _run(PURE)["triangle"]
    passed.clear()
    assert triangle(5, times=2) == 20  # type: ignore[operator]
    assert triangle.__doc__ == "Adds up."
    assert len(passed) == 1
    learned = understudy_explore.learned()
    understudy_explore.learn(learned.replace("20", "99"))
    assert triangle(5, times=2) == 99  # type: ignore[operator]
    # Equal to 5 and 2, and not the same.
    assert triangle(5, times=True) == 10  # type: ignore[operator]
    assert triangle(4) == 6  # type: ignore[operator]


def test_a_thread_says_what_it_waits_for() -> None:
    import queue
    import threading

    items: queue.Queue[int] = queue.Queue()
    gone = threading.Event()

    def work() -> None:
        items.get()
        gone.set()

    thread = threading.Thread(target=work, name="waiter", daemon=True)
    thread.start()
    while "get" not in {frame[2] for frame in _described("waiter")[4]}:
        pass
    assert _described("waiter")[1:4] == ("waiter", True, "an item of a queue")
    items.put(1)
    gone.wait()
    thread.join()


def _described(name: str) -> understudy_explore.Description:
    assert "threading" in sys.modules
    return next(one for one in understudy_explore.threads() if one[1] == name)


def test_who_waits_for_a_thread_gets_on_where_no_lock_is_waited_for() -> None:
    over = threading.Event()
    sleeper = threading.Thread(target=over.wait, daemon=True)
    sleeper.start()
    waiter = threading.Thread(target=sleeper.join, daemon=True)
    waiter.start()
    assert understudy_explore.end_joins(sleeper.ident or 0) == (sys.version_info >= (3, 13))
    if sys.version_info >= (3, 13):
        waiter.join(60)
        assert not waiter.is_alive()
    over.set()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("with lock:\n    pass", "a lock"),
        ("holder.lock.acquire()", "a lock"),
        ("print(\n    holder.lock.acquire(True, -1))", "a lock"),
        ("with condition:\n    pass", "a lock"),
        ("simple.get()", "an item of a queue"),
        ("results.get(timeout=60)", "an item of a queue"),
        ("event.wait()", "an event"),
        ("thread.join()", "the end of sleeper"),
    ],
)
def test_what_a_thread_waits_for_is_told_by_what_it_has_called(code: str, words: str) -> None:
    lock = threading.Lock()
    lock.acquire()
    over = threading.Event()
    sleeper = threading.Thread(target=over.wait, name="sleeper", daemon=True)
    sleeper.start()
    scope = {
        "lock": lock,
        "holder": types.SimpleNamespace(lock=lock),
        "condition": threading.Condition(lock),
        "simple": queue.SimpleQueue(),
        "results": queue.Queue(),
        "event": threading.Event(),
        "thread": sleeper,
    }
    waiter = threading.Thread(target=exec, args=(code, scope), daemon=True)
    waiter.start()
    seen = ""
    limit = time.monotonic() + 60
    while seen != words and time.monotonic() < limit:
        told = [one for one in understudy_explore.threads() if one[0] == waiter.ident]
        seen = told[0][3] if told else seen
    assert seen == words
    over.set()
    lock.release()
    scope["simple"].put(1)  # type: ignore[attr-defined]
    scope["results"].put(1)  # type: ignore[attr-defined]
    scope["event"].set()  # type: ignore[attr-defined]
    waiter.join(60)


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("told = doing(me)", "doing(me)"),
        ("told = '\u00e4' and [doing(me)][0]", "doing(me)"),
        ("told = copy(Told())", "copy(Told())"),
        ("told = doing(\n    me)", "doing( ..."),
    ],
)
def test_the_call_that_a_thread_is_in_is_told_as_it_is_written(
    passed: list[int], line: str, call: str
) -> None:
    class Told:
        def __copy__(self) -> tuple[str, str]:
            return understudy_explore.doing(threading.get_ident())

    scope: dict[str, object] = {
        "doing": understudy_explore.doing,
        "copy": copy.copy,
        "Told": Told,
        "me": threading.get_ident(),
    }
    exec(understudy_explore.compile_text(f"before = 1\n{line}\n", "told.py"), scope)
    assert scope["told"] == (call, line.split("\n")[0])
    assert passed
