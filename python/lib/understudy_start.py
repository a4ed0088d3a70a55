"""Prepares the standard library for a project, and remembers what the project starts with it."""

from __future__ import annotations

import os
import sys
import time

from understudy_imports import when_imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

_settings: tuple[str, Callable[[str], None]] = ("", print)

# When this program began, in seconds since the machine did; the project starts nothing before.
began = time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else 0.0
_has_taught_forks = False

# Describes processes, a line each, or the one of a number; the host sets it where it can.
processes: Callable[[int], str] | None = None

# Names a line of a DAT as a line of the file it came from; the host gives a better one.
place: Callable[[str, int], str] = "{}:{}".format


def announce(text: str) -> None:
    """Tell people something, as the host does."""
    _settings[1](text)


def prepare(folder: str, announce: Callable[[str], None]) -> None:
    """Remember the project's folder; teach modules now or when they are imported."""
    global _settings, _has_taught_forks
    _settings = (folder, announce)
    if not _has_taught_forks and hasattr(os, "register_at_fork"):
        _has_taught_forks = True
        os.register_at_fork(after_in_child=_give_signals_back)
    if "understudy_windows" in sys.modules:
        sys.modules["understudy_windows"].stand_ins.clear()
    when_imported("socket", _teach_socket)
    if sys.platform == "win32":
        return
    when_imported("subprocess", _teach)
    when_imported("multiprocessing.process", _teach_multiprocessing)


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


def _give_signals_back() -> None:
    """Let a forked process hear of signals as Python's do: the host's run is not its own to end."""
    import signal

    plain = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
    for number, handler in plain.items():
        # What the host has set, Python knows nothing of.
        if signal.getsignal(number) is None:
            signal.signal(number, handler)


def _teach_multiprocessing(module: ModuleType) -> None:
    kind: Any = module.__dict__["BaseProcess"]
    start: Callable[[Any], None] = kind.start
    if hasattr(start, "__wrapped__"):
        return

    def remembering_start(self: Any) -> None:
        target = getattr(self, "_target", None)
        start(self)
        import understudy_belongings

        # A manager's server ends with its manager.
        is_helper = getattr(target, "__name__", "") == "_run_server"
        understudy_belongings.worker(self, is_helper)

    remembering_start.__doc__ = start.__doc__
    remembering_start.__wrapped__ = start  # type: ignore[attr-defined]
    kind.start = remembering_start


def _teach_socket(module: ModuleType) -> None:
    import understudy_ports

    understudy_ports.install(module)
