"""Between two schedules of one process, Python gets back what it held before."""

from __future__ import annotations

import os
import random
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import understudy_renewal


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave what there is as it was, and let the collector look at what pytest keeps."""
    for name, value in (("_others", set()), ("_path", []), ("_environment", {}), ("_folder", "")):
        monkeypatch.setattr(understudy_renewal, name, value)
    monkeypatch.setattr(understudy_renewal, "_is_frozen", True)
    modules, path, folder = dict(sys.modules), list(sys.path), os.getcwd()
    environment, chance = dict(os.environ), random.getstate()
    counter = vars(threading)["_counter"]
    yield
    sys.modules.clear()
    sys.modules.update(modules)
    sys.path[:] = path
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    random.setstate(chance)
    vars(threading)["_counter"] = counter


def test_chance_names_and_variables_are_as_they_were(tmp_path: Path) -> None:
    os.environ["UNDERSTUDY_KEPT"] = "a"
    understudy_renewal.remember()
    first = (random.random(), threading.Thread().name)
    os.environ["UNDERSTUDY_KEPT"] = "b"
    os.environ["UNDERSTUDY_NEW"] = "c"
    sys.path.append("elsewhere")
    folder = os.getcwd()
    os.chdir(tmp_path)

    assert understudy_renewal.renew()

    assert (random.random(), threading.Thread().name) == first
    assert os.environ["UNDERSTUDY_KEPT"] == "a"
    assert "UNDERSTUDY_NEW" not in os.environ
    assert os.getenv("UNDERSTUDY_NEW") is None
    assert "elsewhere" not in sys.path
    assert os.getcwd() == folder


def test_the_projects_own_modules_are_imported_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_counter.py").write_text("count = 0")
    monkeypatch.syspath_prepend(tmp_path)
    understudy_renewal.remember()
    import own_counter

    own_counter.count = 5

    assert understudy_renewal.renew()

    import own_counter as again

    assert again.count == 0


def test_a_module_of_the_library_that_came_later_is_not_passed_over() -> None:
    sys.modules.pop("wave", None)
    understudy_renewal.remember()
    import wave

    assert wave.__name__ in sys.modules
    assert not understudy_renewal.renew()
