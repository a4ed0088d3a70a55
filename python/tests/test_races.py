"""A race is told when nothing orders two threads, and never when something does."""

from __future__ import annotations

import ast
import builtins
import queue
from collections.abc import Callable, Iterator

import pytest
import understudy_race_notes
import understudy_races
import understudy_updates

SHARED = """
total = 0

class Pair:
    def __init__(self):
        self.low = 0
        self.state = ''

    def write(self, value):
        self.low = value

    def done(self):
        self.state = 'done'

    def add(self):
        self.low += 1

    def read(self):
        return self.low

    def both(self):
        self.low, self.state = 1, 'both'

    def constant(self):
        return self.unchanged

def set_total(value):
    global total
    total = value

def get_total():
    return total

def own(total):
    return total
"""


class Clocks:
    """Two threads, and what each knows of the other."""

    def __init__(self) -> None:
        self.me = 0
        self.known = [[1, 0], [0, 1]]
        # What the other thread does when this one is put aside.
        self.meanwhile: Callable[[], object] | None = None

    def now(self) -> tuple[int, tuple[int, ...]]:
        snapshot = tuple(self.known[self.me])
        self.known[self.me][self.me] += 1
        return self.me, snapshot

    def learn(self, clock: tuple[int, ...]) -> None:
        mine = self.known[self.me]
        self.known[self.me] = [max(one, other) for one, other in zip(mine, clock, strict=True)]

    def point(self, value: object, _site: int) -> object:
        if self.meanwhile:
            what, self.meanwhile = self.meanwhile, None
            self.as_other(what)
        return value

    def as_other(self, what: Callable[[], object]) -> None:
        self.me = 1 - self.me
        what()
        self.me = 1 - self.me

    def meet(self) -> None:
        """Let a lock go from this thread to the other."""
        known = tuple(self.known[self.me])
        self.known[self.me][self.me] += 1
        self.as_other(lambda: self.learn(known))


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clocks]:
    """Two threads without any."""
    made = Clocks()
    monkeypatch.setitem(builtins.__dict__, "<clock>", made.now)
    monkeypatch.setitem(builtins.__dict__, "<learn>", made.learn)
    monkeypatch.setitem(builtins.__dict__, "<point>", made.point)
    monkeypatch.setattr(queue, "SimpleQueue", queue.SimpleQueue)
    understudy_updates.install()
    understudy_races.install()
    understudy_races._places.clear()
    understudy_races._races.clear()
    yield made


def _scope() -> dict:
    sites: list[tuple[str, int, str, bool]] = []
    tree = understudy_race_notes.note(ast.parse(SHARED), SHARED, "a.py", 10, sites)
    scope: dict = {"__builtins__": builtins.__dict__, "__name__": "a"}
    exec(compile(ast.fix_missing_locations(tree), "a.py", "exec"), scope)
    assert sites and all(is_added for *_, is_added in sites)
    return scope


def _told() -> list[tuple[str, bool]]:
    """Tell what is raced for, and whether by two writes."""
    return [(name, first[1] and second[1]) for name, first, second in understudy_races.races()]


def test_two_writes_that_nothing_orders_are_a_race(clocks: Clocks) -> None:
    pair = _scope()["Pair"]()
    pair.write(1)
    clocks.as_other(lambda: pair.write(2))
    assert _told() == [("Pair.low", True)]
    _, first, second = understudy_races.races()[0]
    line = SHARED.splitlines().index("        self.low = value") + 11
    assert first[2] == second[2] == ("a.py", line, "self.low = value")
    assert first[3][0] == ("a.py", line - 10, "write")


def test_a_lock_between_them_orders_them(clocks: Clocks) -> None:
    pair = _scope()["Pair"]()
    pair.write(1)
    clocks.meet()
    clocks.as_other(lambda: pair.write(2))
    assert _told() == []
    # What came after the lock was given back is known to nobody.
    pair.write(3)
    assert _told() == [("Pair.low", True)]


def test_who_reads_a_value_comes_after_its_write(clocks: Clocks) -> None:
    pair = _scope()["Pair"]()
    pair.write(1)
    clocks.as_other(pair.read)
    clocks.as_other(lambda: pair.write(2))
    assert _told() == [("Pair.low", False)]


def test_what_another_thread_writes_within_a_change_is_a_race(clocks: Clocks) -> None:
    pair = _scope()["Pair"]()
    pair.add()
    clocks.as_other(pair.add)
    assert _told() == [("Pair.low", False)]
    clocks.meanwhile = lambda: pair.write(7)
    pair.add()
    assert ("Pair.low", True) in _told()


def test_the_same_constant_written_twice_is_none(clocks: Clocks) -> None:
    pair = _scope()["Pair"]()
    pair.done()
    clocks.as_other(pair.done)
    assert _told() == []
    pair.both()
    assert ("Pair.state", True) in _told()


def test_globals_count_and_names_of_a_function_do_not(clocks: Clocks) -> None:
    scope = _scope()
    scope["set_total"](1)
    clocks.as_other(lambda: scope["set_total"](2))
    assert _told() == [("total", True)]
    assert scope["get_total"]() == 2
    assert scope["own"](5) == 5


def test_two_objects_are_two_places(clocks: Clocks) -> None:
    kind = _scope()["Pair"]
    one, other = kind(), kind()
    one.write(1)
    clocks.as_other(lambda: other.write(2))
    assert _told() == []


def test_a_queue_written_in_c_orders_those_who_use_it(clocks: Clocks) -> None:
    pair = _scope()["Pair"]()
    results: queue.SimpleQueue[int] = queue.SimpleQueue()
    pair.write(1)
    results.put(1)
    clocks.as_other(results.get)
    clocks.as_other(lambda: pair.write(2))
    assert _told() == []


def test_code_that_changes_nothing_stays_as_it_is() -> None:
    tree = ast.parse("a = 1\nclass A:\n    def __init__(self):\n        self.b = a\n")
    before = ast.dump(tree)
    assert ast.dump(understudy_race_notes.note(tree, "", "a.py", 0, [])) == before
