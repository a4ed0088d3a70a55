"""Between two schedules of one process, modules get back what they held before."""

from __future__ import annotations

import sys
from collections import OrderedDict, deque
from pathlib import Path
from typing import Any

import pytest
import understudy_leftovers

_TEXT = """
from collections import OrderedDict, deque
number, names, seen, last = 1, ["a"], {"a"}, deque("a")
table, ordered = {"deep": {"names": ["a"]}}, OrderedDict(a=1, b=2)

class Kept:
    limit, names = 1, ["a"]

class Refusing:
    def __eq__(self, other):
        raise ValueError("no comparison")

kept, refusing = Kept(), [Refusing()]
kept.own = 1
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "kept_package.py").write_text(_TEXT)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(understudy_leftovers, "_held", [])
    monkeypatch.delitem(sys.modules, "kept_package", raising=False)
    module = __import__("kept_package")
    understudy_leftovers.remember({"kept_package"})
    yield module
    del sys.modules["kept_package"]


def test_what_modules_hold_is_given_back(package: Any) -> None:
    names, kept = package.names, package.kept
    package.number, package.fresh, package.names = 2, 1, ["b"]
    names.append("b")
    package.seen.clear()
    package.last.append("b")
    package.table["deep"]["names"].append("b")
    package.table["deep"]["more"] = 1
    package.ordered.move_to_end("a")
    package.Kept.limit, package.Kept.fresh = 2, 1
    package.Kept.names.append("b")
    kept.own, kept.limit = 2, 3
    del package.deque

    assert understudy_leftovers.give_back()

    assert (package.number, hasattr(package, "fresh"), package.names) == (1, False, ["a"])
    assert package.names is names
    assert package.kept is kept
    assert (package.seen, package.last) == ({"a"}, deque("a"))
    assert package.table == {"deep": {"names": ["a"]}}
    assert package.ordered == OrderedDict(a=1, b=2)
    assert (package.Kept.limit, hasattr(package.Kept, "fresh")) == (1, False)
    assert (package.Kept.names, vars(kept)) == (["a"], {"own": 1})
    assert package.deque is deque


def test_what_cannot_be_compared_is_given_back_as_well(package: Any) -> None:
    before = package.refusing[0]
    package.refusing[0] = type(before)()
    package.number = 2

    assert understudy_leftovers.give_back()

    assert package.refusing[0] is before
    assert package.number == 1
