"""Prepares the standard library for a project: Windows idioms in `subprocess` off Windows."""

from __future__ import annotations

import sys

from understudy_imports import when_imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_settings: tuple[str, Callable[[str], None]] = ("", print)


def prepare(folder: str, announce: Callable[[str], None]) -> None:
    """Remember the project's folder; teach `subprocess` now or when it is imported."""
    global _settings
    _settings = (folder, announce)
    if sys.platform == "win32":
        return
    when_imported("subprocess", _teach)


def _teach(module: ModuleType) -> None:
    import understudy_windows

    understudy_windows.install(module, *_settings)
