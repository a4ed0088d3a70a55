"""Prepares the standard library for a project, and remembers what the project starts with it."""

from __future__ import annotations

import sys

from understudy_imports import when_imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_settings: tuple[str, Callable[[str], None]] = ("", print)

# Names a line of a DAT as a line of the file it came from; the host gives a better one.
place: Callable[[str, int], str] = "{}:{}".format


def announce(text: str) -> None:
    """Tell people something, as the host does."""
    _settings[1](text)


def prepare(folder: str, announce: Callable[[str], None]) -> None:
    """Remember the project's folder; teach modules now or when they are imported."""
    global _settings
    _settings = (folder, announce)
    if "understudy_windows" in sys.modules:
        sys.modules["understudy_windows"].stand_ins.clear()
    when_imported("socket", _teach_socket)
    if sys.platform == "win32":
        return
    when_imported("subprocess", _teach)


def stand_in(program: str, cwd: str) -> bool:
    """Let a line of text stand in for a program whose folder is missing; say whether it is."""
    if sys.platform == "win32":
        return False
    import understudy_windows
    from understudy_cmdexe import paths

    if paths.find(cwd, _settings[0]) is not None:
        return False
    understudy_windows.stand_ins[cwd] = program
    return True


def _teach(module: ModuleType) -> None:
    import understudy_windows

    understudy_windows.install(module, *_settings)


def _teach_socket(module: ModuleType) -> None:
    import understudy_ports

    understudy_ports.install(module)
