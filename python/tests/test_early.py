"""What schedules import is told by one of them and imported before the others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import understudy_early


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the modules as they were."""
    monkeypatch.setattr(understudy_early, "_before", set[str]())
    before = dict(sys.modules)
    for name in ("wave", "colorsys"):
        sys.modules.pop(name, None)
    yield
    sys.modules.clear()
    sys.modules.update(before)


def test_tells_what_was_imported_since_it_began() -> None:
    understudy_early.begin()
    import wave

    names = understudy_early.imported().splitlines()

    assert wave.__name__ in names
    assert "sys" not in names


def test_leaves_the_projects_own_modules_to_the_schedules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_helper.py").write_text("import colorsys")
    monkeypatch.syspath_prepend(tmp_path)
    understudy_early.begin()
    __import__("own_helper")

    names = understudy_early.imported().splitlines()

    assert "own_helper" not in names
    assert "colorsys" in names


def test_brings_what_it_can_and_passes_over_the_rest() -> None:
    understudy_early.bring("no_such_module\ncolorsys")

    assert "colorsys" in sys.modules
    assert "no_such_module" not in sys.modules
