"""Starts programs and other batch files: at once, after `call`, or beside with `start`."""

from __future__ import annotations

import os

from understudy_cmdexe import processes
from understudy_cmdexe.command_lines import (
    batch_arguments,
    first_word,
    program_arguments,
    unquoted,
)
from understudy_cmdexe.errors import LeaveBatch, not_here
from understudy_cmdexe.paths import argument, find
from understudy_cmdexe.programs import WINDOWS_ONLY, Found, look_up, python_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from understudy_cmdexe.interpreter import Interpreter

NOT_RECOGNISED = 9009


def run_program(shell: Interpreter, name: str, tail: str, called: bool) -> int:
    """Runs a program or a batch file that a command names, and waits for it.

    A batch file named without `call` does not come back: the one that named it is done.
    - Returns: its exit code, which is the error level now.
    """
    found = _found(shell, name)
    if found is None:
        return _not_recognised(shell, name)
    if found.is_batch:
        from understudy_cmdexe.interpreter import Batch

        shell.run_batch(Batch(found.path, [name, *batch_arguments(tail)]))
        if shell.batch is not None and not called:
            raise LeaveBatch
        return shell.errorlevel
    child = _started(shell, name, found, tail)
    if child is not None:
        shell.errorlevel = processes.wait(child)
    return shell.errorlevel


def start_command(shell: Interpreter, tail: str) -> int:
    """`start ["title"] [/b] [/wait] [/d folder] command`: runs a command beside this one."""
    rest = tail.lstrip()
    folder = None
    waits = False
    if rest.startswith('"'):
        rest = first_word(rest)[1].lstrip()
    while rest.startswith("/") and not os.path.lexists(first_word(rest)[0]):
        switch, rest = first_word(rest)
        rest = rest.lstrip()
        waits |= switch.lower() == "/wait"
        if switch[:2].lower() == "/d":
            folder = unquoted(switch[2:])
            if not folder:
                folder, rest = first_word(rest)
                rest = rest.lstrip()
    name, arguments = first_word(rest)
    if not name:
        raise not_here(shell.where, "start", "name the command to start; there are no windows.")
    child = _beside(shell, name, arguments, rest, folder)
    if child is None:
        return shell.errorlevel
    if waits:
        shell.errorlevel = processes.wait(child)
    return 0


def _beside(
    shell: Interpreter, name: str, arguments: str, text: str, folder: str | None
) -> int | None:
    from understudy_cmdexe.interpreter import run_to_end
    from understudy_cmdexe.shell_commands import find as find_command

    found = _found(shell, name) if find_command(name.lower()) is None else None
    if "://" in name or (found is None and find(name, os.getcwd()) is not None):
        raise not_here(shell.where, f"start {name}", "open it from Python with webbrowser.open.")
    here = os.getcwd()
    if folder is not None:
        inside = find(folder, here)
        if inside is None:
            shell.failed(f"The system cannot find the path specified. ({folder})")
            return None
        os.chdir(inside)
    try:
        if found is not None and not found.is_batch:
            return _started(shell, name, found, arguments)
        child = processes.fork()
        if child == 0:
            os._exit(run_to_end(shell, lambda: shell.run_command(text, called=True)))
        return child
    finally:
        os.chdir(here)


def _found(shell: Interpreter, name: str) -> Found | None:
    plain = name.lower().removesuffix(".exe")
    if plain == "find":  # The program of that name here is another one.
        raise not_here(shell.where, name, WINDOWS_ONLY[plain])
    return look_up(name, os.getcwd(), shell.value_of("PATH"))


def _started(shell: Interpreter, name: str, found: Found, tail: str) -> int | None:
    arguments = python_arguments(name, program_arguments(tail))
    arguments = [argument(word, os.getcwd()) for word in arguments]
    words = [name, *found.before, *arguments]
    try:
        return processes.start(found.path, words, shell.variables.environment())
    except PermissionError:
        shell.failed(f"Access is denied. ({found.path} may not be run by this user.)", 5)
    except (OSError, ValueError) as fault:
        shell.failed(f"{shell.where}: '{name}' could not be started: {fault}.", 1)
    return None


def _not_recognised(shell: Interpreter, name: str) -> int:
    plain = name.lower().removesuffix(".exe")
    if plain in WINDOWS_ONLY:
        raise not_here(shell.where, name, WINDOWS_ONLY[plain])
    if name.lower().endswith((".exe", ".com", ".msi", ".vbs", ".ps1", ".lnk")):
        raise not_here(shell.where, name, "install the program for this system, on the PATH.")
    return shell.failed(
        f"'{name}' is not recognized as an internal or external command,\n"
        "operable program or batch file.",
        NOT_RECOGNISED,
    )
