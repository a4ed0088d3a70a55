"""Does something to a module of the standard library when a project first imports it."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any
else:
    # The real one is slow to import, and Python asks no loader whether it is one.
    Loader = object

_lessons: dict[str, Callable[[ModuleType], None]] = {}


class _Loader(Loader):
    """Loads a module as ever, then does what was asked for."""

    def __init__(self, loader: object, lesson: Callable[[ModuleType], None]) -> None:
        self._loader: Any = loader
        self._lesson = lesson

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        self._lesson(module)

    def __getattr__(self, name: str) -> object:
        return getattr(self._loader, name)


class _Finder:
    """Waits for the first import of modules that are too slow to import for every project."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in _lessons:
            return None
        # Imported here: it is in memory already, but its own names are slow to reach at the start.
        from importlib.machinery import PathFinder

        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader, _lessons[fullname])
        return spec


def when_imported(name: str, lesson: Callable[[ModuleType], None]) -> None:
    """Call `lesson` with the module of that name, now or when it is imported first."""
    _lessons[name] = lesson
    if name in sys.modules:
        lesson(sys.modules[name])
    elif not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
