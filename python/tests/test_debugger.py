"""Tests of understudy_debugger, with a debugpy that only remembers."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest
import understudy_debugger


def test_the_port_is_opened_on_this_machine_only(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []

    def listen(address: tuple[str, int]) -> tuple[str, int]:
        said.append(address)
        return address[0], 4711

    debugpy = ModuleType("debugpy")
    debugpy.listen = listen  # type: ignore[attr-defined]
    debugpy.wait_for_client = lambda: said.append("waits")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "debugpy", debugpy)

    port = understudy_debugger.listen(0)
    understudy_debugger.wait()

    assert port == 4711
    assert said == [("127.0.0.1", 0), "waits"]


def test_without_debugpy_nothing_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "debugpy", None)

    with pytest.raises(ModuleNotFoundError, match="debugpy"):
        understudy_debugger.listen(0)


@pytest.mark.parametrize(
    ("file", "function", "looks"),
    [
        ("/packages/pydevd.py", "_do_wait_suspend", True),
        ("/packages/_pydevd_bundle/pydevd_frame.py", "do_wait_suspend", True),
        ("/packages/pydevd.py", "run", False),
        ("/show/lamp.py", "do_wait_suspend", False),
    ],
)
def test_a_debugger_is_told_from_the_project(file: str, function: str, looks: bool) -> None:
    scope: dict[str, Any] = {}
    exec(compile(f"def {function}(ask): return ask()", file, "exec"), scope)

    assert scope[function](understudy_debugger.is_looking) is looks
    assert not understudy_debugger.is_looking()
