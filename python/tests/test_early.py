"""What schedules import is told by one of them and imported before the others."""

from __future__ import annotations

import random
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

    assert f"library {wave.__name__}" in names
    assert "library sys" not in names


def test_leaves_the_projects_own_modules_to_the_schedules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_helper.py").write_text("import colorsys")
    monkeypatch.syspath_prepend(tmp_path)
    understudy_early.begin()
    __import__("own_helper")

    names = understudy_early.imported().splitlines()

    assert not [name for name in names if "own_helper" in name]
    assert "library colorsys" in names


@pytest.mark.parametrize("with_packages", [False, True])
def test_brings_what_it_can_and_passes_over_the_rest(
    with_packages: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "site-packages"
    packages.mkdir()
    (packages / "a_package.py").write_text("import wave")
    monkeypatch.syspath_prepend(packages)
    understudy_early.begin()
    __import__("a_package")
    told = understudy_early.imported()
    assert "package a_package" in told.splitlines()
    del sys.modules["a_package"]

    understudy_early.bring(f"library no_such_module\nlibrary colorsys\n{told}", with_packages)

    assert "colorsys" in sys.modules
    assert "no_such_module" not in sys.modules
    assert ("a_package" in sys.modules) == with_packages


def test_tells_whether_random_numbers_were_drawn() -> None:
    understudy_early.begin()
    random.seed(1)
    assert "drawn random" not in understudy_early.imported().splitlines()

    random.random()

    assert understudy_early.imported().splitlines()[-1] == "drawn random"
    sys.modules.pop("colorsys", None)
    understudy_early.bring("drawn colorsys", True)
    assert "colorsys" not in sys.modules
