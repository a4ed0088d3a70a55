"""Prepares the standard library for a project: Windows idioms in `subprocess` off Windows."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any

_settings: tuple[str, Callable[[str], None]] = ("", print)


class _SubprocessLoader:
    """Loads `subprocess` as ever, then teaches it the idioms."""

    def __init__(self, loader: object) -> None:
        self._loader: Any = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        _teach(module)

    def __getattr__(self, name: str) -> object:
        return getattr(self._loader, name)


class _SubprocessFinder:
    """Waits for the first import of `subprocess`, which is too slow to import for every project."""

    def find_spec(
        self, fullname: str, path: object = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "subprocess":
            return None
        # Imported here: it is in memory already, but its own names are slow to reach at the start.
        from importlib.machinery import PathFinder

        spec = PathFinder.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _SubprocessLoader(spec.loader)
        return spec


def prepare(folder: str, announce: Callable[[str], None]) -> None:
    """Remember the project's folder; teach `subprocess` now or when it is imported."""
    global _settings
    _settings = (folder, announce)
    if sys.platform == "win32":
        return
    if "subprocess" in sys.modules:
        _teach(sys.modules["subprocess"])
    elif not any(isinstance(finder, _SubprocessFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _SubprocessFinder())


def _teach(module: ModuleType) -> None:
    import understudy_windows

    understudy_windows.install(module, *_settings)
