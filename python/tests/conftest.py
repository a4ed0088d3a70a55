"""Lets the tests import what the host bundles, and run batch files in folders of their own."""

import builtins
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LIB = Path(__file__).resolve().parent.parent / "lib"
sys.path.insert(0, str(LIB))


class Shell:
    """Runs batch files in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = LIB / "understudy_batch.py"

    def __call__(self, text, *arguments, name="try.cmd", stdin="", env=None):
        self.write(name, text)
        return self.command(name, *arguments, stdin=stdin, env=env)

    def command(self, *arguments, stdin="", env=None):
        return subprocess.run(
            [sys.executable, "-u", "-E", "-S", self.program, *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            input=stdin,
            env={**os.environ, **(env or {})},
            timeout=30,
        )

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace("\n", "\r\n").encode())
        return path

    def lines(self, text, *arguments, **more):
        result = self("@echo off\n" + text, *arguments, **more)
        assert result.stderr == ""
        return result.stdout.splitlines()


@pytest.fixture
def shell(tmp_path):
    return Shell(tmp_path)


@pytest.fixture
def stage():
    """A project with network DATs, whose sockets are closed in the end."""
    # Not found before the path above is there.
    from network_stage import Stage

    stage = Stage()
    yield stage
    stage.network.close()
    assert stage.host.failures == []


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The sites of compiled code that were passed, in order."""
    import understudy_explore

    seen: list[int] = []

    def point(value: object, site: int) -> object:
        seen.append(site)
        return value

    monkeypatch.setitem(builtins.__dict__, understudy_explore.POINT, point)
    monkeypatch.setattr(understudy_explore, "_has_points", True)
    yield seen
