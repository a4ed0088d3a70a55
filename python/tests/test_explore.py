"""Points in code change neither what it does nor where its lines are."""

from __future__ import annotations

import inspect

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
