"""The processes of a batch file: started, waited for, and ended together with the interpreter."""

from __future__ import annotations

import os
import signal
from types import FrameType, TracebackType

from understudy_cmdexe.paths import place
from understudy_cmdexe.syntax import Redirection

_running: set[int] = set()
_forwarded = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

# Asks for what SIGKILL does: SIGKILL itself cannot be caught, so its bearer could not pass it on.
KILL_ALL = signal.SIGUSR1


def end_together() -> None:
    """Makes a signal that ends this interpreter end its children first.

    - Thread: main.
    """
    for number in (*_forwarded, KILL_ALL):
        signal.signal(number, _pass_on)


def _pass_on(number: int, _frame: FrameType | None) -> None:
    told = signal.SIGKILL if number == KILL_ALL else number
    end_children(told)
    if told != signal.SIGKILL:
        signal.signal(told, signal.SIG_DFL)
    os.kill(os.getpid(), told)


def end_children(number: int = signal.SIGTERM) -> None:
    """Sends a signal to every process started here that may still run."""
    for child in list(_running):
        try:
            os.kill(child, number)
        except OSError:
            _running.discard(child)


def start(program: str, arguments: list[str], environment: dict[str, str]) -> int:
    """Starts a program on this interpreter's standard streams.

    - Parameters: program: its path. arguments: beginning with its name.
    - Returns: its process id.
    - Throws: OSError when it cannot be started.
    """
    held = (*_forwarded, KILL_ALL)
    # A signal between the start and the note of the child would miss the child.
    signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        try:
            child = _spawn(program, arguments, environment)
        except OSError as fault:
            if fault.errno != 8:  # ENOEXEC: a script without a first line that names its shell.
                raise
            child = _spawn("/bin/sh", ["sh", program, *arguments[1:]], environment)
        _running.add(child)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, held)
    return child


def _spawn(program: str, arguments: list[str], environment: dict[str, str]) -> int:
    return os.posix_spawn(
        program, arguments, environment, setsigmask=(), setsigdef=(signal.SIGPIPE,)
    )


def wait(child: int) -> int:
    """Waits for a process and gives its exit code; a signal's number comes as 128 and it."""
    _, status = os.waitpid(child, 0)
    _running.discard(child)
    code = os.waitstatus_to_exitcode(status)
    return 128 - code if code < 0 else code


def fork() -> int:
    """Splits off a copy of this interpreter for one side of a pipe; 0 in the copy."""
    child = os.fork()
    if child:
        _running.add(child)
    else:
        _running.clear()
    return child


def write(descriptor: int, text: str) -> None:
    """Writes text at once: a reader gets each line as it is made."""
    data = text.encode("utf-8", "surrogateescape")
    while data:
        data = data[os.write(descriptor, data) :]


class Redirected:
    """Standard streams pointing elsewhere while a command runs."""

    def __init__(self, redirections: list[Redirection]) -> None:
        self._redirections = redirections
        self._saved: list[tuple[int, int]] = []

    def __enter__(self) -> None:
        try:
            for redirection in self._redirections:
                self._saved.append((redirection.descriptor, _kept(redirection.descriptor)))
                _point(redirection)
        except OSError:
            self._restore()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._restore()

    def _restore(self) -> None:
        for descriptor, saved in reversed(self._saved):
            os.dup2(saved, descriptor)
            os.close(saved)
        self._saved.clear()


def _kept(descriptor: int) -> int:
    import fcntl

    # Above 9, so that a later `3>` does not hit it; not inherited by what is started.
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)


def _point(redirection: Redirection) -> None:
    if redirection.kind == "&":
        if redirection.target not in ("0", "1", "2"):
            raise OSError(9, "The handle is invalid", redirection.target)
        os.dup2(int(redirection.target), redirection.descriptor)
        return
    target = "/dev/null" if redirection.target.lower().rstrip(":") == "nul" else redirection.target
    flags = {
        "<": os.O_RDONLY,
        ">": os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
        ">>": os.O_WRONLY | os.O_CREAT | os.O_APPEND,
    }[redirection.kind]
    opened = os.open(place(target, os.getcwd()), flags, 0o666)
    os.dup2(opened, redirection.descriptor)
    os.close(opened)
