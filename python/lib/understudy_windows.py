"""Lets code that starts processes the Windows way run on Linux and macOS, and says so once."""

from __future__ import annotations

import errno
import os
import sys
import threading
import weakref
from collections.abc import Callable
from types import ModuleType

import understudy_belongings
from understudy_cmdexe import paths
from understudy_cmdexe.foreign_commands import ForeignCommand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Announce = Callable[[str], None]

_CONSTANTS = {
    "CREATE_NEW_CONSOLE": 0x10,
    "CREATE_NEW_PROCESS_GROUP": 0x200,
    "CREATE_NO_WINDOW": 0x08000000,
    "CREATE_DEFAULT_ERROR_MODE": 0x04000000,
    "CREATE_BREAKAWAY_FROM_JOB": 0x01000000,
    "DETACHED_PROCESS": 0x8,
    "ABOVE_NORMAL_PRIORITY_CLASS": 0x8000,
    "BELOW_NORMAL_PRIORITY_CLASS": 0x4000,
    "HIGH_PRIORITY_CLASS": 0x80,
    "IDLE_PRIORITY_CLASS": 0x40,
    "NORMAL_PRIORITY_CLASS": 0x20,
    "REALTIME_PRIORITY_CLASS": 0x100,
    "STARTF_USESHOWWINDOW": 1,
    "STARTF_USESTDHANDLES": 0x100,
    "SW_HIDE": 0,
}


class STARTUPINFO:
    """What Windows lets a caller say of a new window; kept, and of no effect here.

    - Source: <https://docs.python.org/3/library/subprocess.html#subprocess.STARTUPINFO>
    """

    def __init__(
        self,
        *,
        dwFlags: int = 0,
        hStdInput: Any = None,
        hStdOutput: Any = None,
        hStdError: Any = None,
        wShowWindow: int = 0,
        lpAttributeList: dict[str, Any] | None = None,
    ) -> None:
        self.dwFlags = dwFlags
        self.hStdInput = hStdInput
        self.hStdOutput = hStdOutput
        self.hStdError = hStdError
        self.wShowWindow = wShowWindow
        self.lpAttributeList = lpAttributeList or {"handle_list": []}


stand_ins: dict[str, str] = {}
"""The folders in whose place a stand-in runs, and what was to run in them."""


def install(subprocess_module: ModuleType, project_folder: str, announce: Announce) -> None:
    """Makes `Popen` take Windows commands, paths and flags; on Windows it does nothing.

    Only `Popen.__init__` is wrapped: the class, its signature and all that is built on it stay.
    A second call changes the folder and the announcer.
    - Parameters: subprocess_module: the module `subprocess`. project_folder: what relative paths
      start from. announce: gets one sentence for each distinct translation.
    - Thread: any, and so may `announce` be called.
    """
    if sys.platform == "win32":
        return
    popen: Any = subprocess_module.Popen
    reader = _Reader(project_folder, announce, subprocess_module)
    original: Any = getattr(popen.__init__, "__wrapped__", popen.__init__)
    code = original.__code__
    names: tuple[str, ...] = code.co_varnames[1 : code.co_argcount]

    def __init__(self: Any, *positional: Any, **named: Any) -> None:
        if len(positional) > len(names) or not (positional or "args" in named):
            original(self, *positional, **named)  # It has the right words for a wrong call.
            return
        asked = {**dict(zip(names, positional, strict=False)), **named}
        given = asked["args"]
        is_detached = _is_detached(asked)
        is_batch = reader.translate(asked)
        original(self, **asked)
        self.args = given
        understudy_belongings.child(self.pid, given, is_detached)
        if is_batch:
            self.send_signal = _passing_on_kill(popen, self)
            _batches.add(self)

    __init__.__wrapped__ = original  # type: ignore[attr-defined]  # inspect.signature follows it
    __init__.__doc__ = original.__doc__
    __init__.__qualname__ = original.__qualname__
    popen.__init__ = __init__
    for name, value in _CONSTANTS.items():
        if not hasattr(subprocess_module, name):
            setattr(subprocess_module, name, value)
    if not hasattr(subprocess_module, "STARTUPINFO"):
        subprocess_module.STARTUPINFO = STARTUPINFO  # type: ignore[attr-defined]


def _is_detached(asked: dict[str, Any]) -> bool:
    """Whether the child is meant to outlive whoever starts it."""
    flags = _CONSTANTS["DETACHED_PROCESS"] | _CONSTANTS["CREATE_BREAKAWAY_FROM_JOB"]
    return bool(asked.get("start_new_session") or asked.get("creationflags", 0) & flags)


def end_batches() -> None:
    """Ends every batch file that still runs, and what it started: for the end of the program."""
    for batch in list(_batches):
        if batch.poll() is None:
            batch.terminate()


_batches: weakref.WeakSet[Any] = weakref.WeakSet()


def _passing_on_kill(popen: Any, process: Any) -> Callable[[int], None]:
    # SIGKILL cannot be caught, so the batch interpreter is asked to kill all it started. The weak
    # reference keeps a forgotten Popen from keeping itself alive.
    weakly = weakref.ref(process)

    def send_signal(sig: int) -> None:
        import signal

        popen.send_signal(weakly(), signal.SIGUSR1 if sig == signal.SIGKILL else sig)

    return send_signal


class _Reader:
    """Reads the arguments of one `Popen` call as Windows would."""

    def __init__(self, folder: str, announce: Announce, subprocess_module: ModuleType) -> None:
        self._folder = os.path.abspath(folder)
        self._announce = announce
        self._module: Any = subprocess_module
        self._said: set[str] = set()
        self._lock = threading.Lock()

    def _say(self, text: str) -> None:
        with self._lock:
            if text in self._said:
                return
            self._said.add(text)
        self._announce(text)

    def translate(self, asked: dict[str, Any]) -> bool:
        """Rewrites the arguments in place.

        - Returns: whether the batch interpreter is to run.
        - Throws: FileNotFoundError for what exists only on Windows.
        """
        self._drop_window_flags(asked)
        cwd = asked.get("cwd")
        if isinstance(cwd, str) and cwd in stand_ins:
            line = f"[stand-in] {stand_ins[cwd]} would run here, but there is no folder '{cwd}'"
            asked.update(args=["echo", line], cwd=None, shell=False, executable=None)
            return False
        if isinstance(cwd, (str, os.PathLike)):
            asked["cwd"] = cwd = self._cwd(os.fspath(cwd))
        args = asked["args"]
        if asked.get("executable") is not None or isinstance(args, (bytes, os.PathLike)):
            return False
        folder = os.path.abspath(cwd) if isinstance(cwd, str) else self._folder
        search = (asked.get("env") or os.environ).get("PATH")
        command = ForeignCommand(self._module, folder, search, self._say)
        if isinstance(args, str):
            return command.read_line(args, asked)
        words = list(args)
        if not words or not all(isinstance(word, (str, os.PathLike)) for word in words):
            return False
        return command.read_words([os.fspath(word) for word in words], asked)

    def _drop_window_flags(self, asked: dict[str, Any]) -> None:
        for name, nothing in (("startupinfo", None), ("creationflags", 0)):
            if asked.get(name, nothing) != nothing:
                self._say(f"{name}= has no effect off Windows: there is no window to hide or show")
            asked.pop(name, None)

    def _cwd(self, cwd: str) -> str:
        if os.path.isdir(cwd):
            return cwd
        found = paths.find(cwd, self._folder)
        if found is not None and os.path.isdir(found):
            read_as = os.path.relpath(found, self._folder)
            what = "Windows path" if "\\" in cwd else "from the project's folder"
            self._say(f"'{cwd}' read as '{read_as}' ({what})")
            return found
        if "\\" not in cwd and not paths.has_root(cwd):
            return cwd
        if paths.has_root(cwd):
            reason = "names a drive, a share or the root of a drive, and there is none off Windows"
        else:
            looked_for = os.path.join(self._folder, cwd.replace("\\", "/"))
            reason = f"was looked for as '{looked_for}', also with other capitals, and is not there"
        raise FileNotFoundError(
            errno.ENOENT,
            f"the folder cwd='{cwd}' {reason}; make it in the project's folder "
            f"'{self._folder}', or give its path relative to that folder",
            cwd,
        )
