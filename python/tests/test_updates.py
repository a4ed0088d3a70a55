"""An update counts as lost when the value it rests on has been changed by another thread."""

from __future__ import annotations

import ast
import threading
from collections.abc import Callable, Iterator

import pytest
import understudy_updates

COUNTER = """
class Counter:
    def __init__(self):
        self.n = 0
        self.running = False
        self.items = {}

    def add(self, between):
        self.n = self.n + between()

    def add_in_place(self, between):
        self.n += between()

    def add_by_name(self, between):
        old = self.n
        between()
        new = old + 1
        self.n = new

    def start(self, between):
        if not self.running:
            between()
            self.running = True

    def start_guarded(self, between):
        if self.running:
            return
        between()
        self.running = True

    def count(self, between):
        self.items['a'] = self.items.get('a', 0) + between()

    def count_item(self, between):
        self.items['a'] = self.items['a'] + between()

    def reset(self, between):
        self.n = 0
        self.running = True
        self.items['a'] = 0

    def late(self, between):
        self.n = between() + self.n

total = 0

def add_to_total(between):
    global total
    total = total + between()
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Each test begins with nothing lost."""
    understudy_updates.install()
    understudy_updates._lost.clear()
    understudy_updates._readings.clear()
    yield


def _scope() -> dict[str, object]:
    tree = understudy_updates.note(ast.parse(COUNTER), COUNTER, "a.py", 10)
    scope: dict[str, object] = {"__builtins__": __builtins__}
    exec(compile(ast.fix_missing_locations(tree), "a.py", "exec"), scope)
    return scope


def _with_other(first: Callable, second: Callable) -> list[understudy_updates.Lost]:
    """Run one function, in whose middle another thread runs the other."""

    def between() -> int:
        other = threading.Thread(target=second, args=(lambda: 1,), name="other")
        other.start()
        other.join()
        return 1

    first(between)
    return understudy_updates.lost()


@pytest.mark.parametrize("name", ["add", "add_in_place", "add_by_name", "start", "start_guarded"])
def test_what_another_thread_changed_in_between_is_lost(name: str) -> None:
    counter = _scope()["Counter"]()  # type: ignore[operator]
    lost = _with_other(getattr(counter, name), counter.reset)
    assert [one[0].split(".")[0] for one in lost] == ["Counter"]
    place, reader, line, writer, there, rule = lost[0]
    assert (reader, writer) == ("MainThread", "other")
    assert line[0] == "a.py" and COUNTER.splitlines()[line[1] - 11].strip() == line[2]
    assert there[2] in ("self.n = 0", "self.running = True")
    assert place in ("Counter.n", "Counter.running")
    assert rule == ("TH502" if place == "Counter.running" else "TH501")


def test_items_and_globals_count_too() -> None:
    scope = _scope()
    counter = scope["Counter"]()  # type: ignore[operator]
    counter.items["a"] = 1
    assert [one[0] for one in _with_other(counter.count_item, counter.reset)] == ["the item 'a'"]
    understudy_updates._lost.clear()
    add = scope["add_to_total"]
    assert [one[0] for one in _with_other(add, add)] == ["total"]  # type: ignore[arg-type]
    assert scope["total"] == 1


def test_one_after_the_other_loses_nothing() -> None:
    counter = _scope()["Counter"]()  # type: ignore[operator]
    counter.add(lambda: 1)
    assert _with_other(lambda _: None, counter.add) == []
    counter.add(lambda: 1)
    assert counter.n == 2
    assert understudy_updates.lost() == []


def test_what_is_read_after_the_other_has_written_is_not_lost() -> None:
    counter = _scope()["Counter"]()  # type: ignore[operator]
    assert _with_other(counter.late, counter.add) == []
    assert counter.n == 2


def test_code_without_such_writes_stays_as_it_is() -> None:
    tree = ast.parse("a = 1\ndef f():\n    b.c = a\n")
    before = ast.dump(tree)
    assert ast.dump(understudy_updates.note(tree, "", "a.py", 0)) == before
