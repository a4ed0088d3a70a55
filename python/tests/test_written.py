"""Scenarios that are written in a file, and how they go on from frame to frame."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
import understudy_written

_TEXT = """
seen = []

def first_things(project):
    '''The lamp is lit twice.

    More words.'''
    project.append('begins')
    yield
    project.append('goes on')
    try:
        yield
    finally:
        project.append('ends')

def at_once(project):
    project.append(op('there'))

def fails(project):
    yield
    assert not project

def _helper():
    pass

class Other:
    def method(self): pass
"""


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget what was read, and have a module td."""
    monkeypatch.setattr(understudy_written, "_files", [])
    td = ModuleType("td")
    td.__dict__["op"] = str.upper
    monkeypatch.setitem(sys.modules, "td", td)
    yield
    understudy_written.end()


def test_functions_are_told_with_what_happens_and_nothing_runs() -> None:
    assert understudy_written.functions(_TEXT + "\nraise SystemExit", "a.py") == [
        ("first_things", "The lamp is lit twice"),
        ("at_once", "at once"),
        ("fails", "fails"),
    ]


def test_each_yield_lets_a_frame_pass_and_the_end_of_the_run_ends_it() -> None:
    understudy_written.functions(_TEXT, "a.py")
    seen: list[str] = []

    understudy_written.begin(0, "first_things", seen)
    assert seen == ["begins"]
    understudy_written.step()
    assert seen == ["begins", "goes on"]

    assert not understudy_written.end()
    assert seen[-1] == "ends"
    assert understudy_written.end()


def test_a_function_that_yields_nothing_is_over_at_once() -> None:
    understudy_written.functions("", "empty.py")
    understudy_written.functions(_TEXT, "a.py")
    seen: list[str] = []

    understudy_written.begin(1, "at_once", seen)
    understudy_written.step()

    assert seen == ["THERE"]
    assert understudy_written.end()


def test_one_that_fails_is_told_by_its_line_and_over() -> None:
    understudy_written.functions(_TEXT, "a.py")
    understudy_written.begin(0, "fails", [1])

    with pytest.raises(AssertionError) as raised:
        understudy_written.step()

    assert raised.traceback[-1].frame.code.raw.co_filename == "a.py"
    assert understudy_written.end()
