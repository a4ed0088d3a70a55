"""A pure function works once for all schedules, and never takes another's result."""

from __future__ import annotations

import builtins
from collections.abc import Callable

import pytest
import understudy_explore
import understudy_recall

PURE = """
def triangle(n: int, times: int = 1) -> int:
    '''Adds up.'''
    total = 0
    for number in range(n):
        total += number
    return total * times
"""


@pytest.fixture
def recall(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known yet."""
    monkeypatch.setattr(understudy_recall, "_results", {})
    monkeypatch.setattr(understudy_recall, "_fresh", {})
    monkeypatch.setitem(builtins.__dict__, understudy_recall.RECALL, understudy_recall._recall)
    monkeypatch.setitem(builtins.__dict__, understudy_recall.NOTE, understudy_recall._note)


def _run(text: str) -> Callable[..., int]:
    scope: dict[str, Callable[..., int]] = {}
    exec(understudy_explore.compile_text(text, "a.py"), scope)
    return scope["triangle"]


@pytest.mark.usefixtures("recall")
def test_a_pure_function_works_once_for_all_schedules(passed: list[int]) -> None:
    triangle = _run(PURE)
    passed.clear()
    assert triangle(5, times=2) == 20
    assert triangle.__doc__ == "Adds up."
    assert len(passed) == 1
    learned = understudy_recall.learned()
    understudy_recall.learn(learned.replace("20", "99"))
    assert triangle(5, times=2) == 99
    # Equal to 5 and 2, and not the same.
    assert triangle(5, times=True) == 10
    assert triangle(4) == 6


@pytest.mark.usefixtures("recall", "passed")
def test_what_stands_at_the_same_place_in_another_schedule_is_another_function(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def first_of_its_schedule(text: str) -> Callable[..., int]:
        monkeypatch.setattr(understudy_explore, "sites", [("", 0, "", False)])
        return _run(text)

    assert first_of_its_schedule(PURE)(5) == 10
    understudy_recall.learn(understudy_recall.learned())
    assert first_of_its_schedule(PURE.replace("range(n)", "range(n + 1)"))(5) == 15
