"""Tests of understudy_debugger, with a debugpy that only remembers."""

from __future__ import annotations

import sys
from types import ModuleType

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
