"""Pipes between commands, and the output of a command as text."""

from __future__ import annotations

import os
from collections.abc import Callable

from understudy_cmdexe import processes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from understudy_cmdexe.interpreter import Interpreter
    from understudy_cmdexe.syntax import Pair


def run(shell: Interpreter, node: Pair) -> int:
    """Runs `left | right`; each side in a copy of this interpreter, as cmd.exe does.

    - Returns: the exit code of the right side, which is the error level now.
    """
    reader, writer = os.pipe()
    left = _aside(shell, lambda: shell.execute(node.left), writer, 1)
    os.close(writer)
    right = _aside(shell, lambda: shell.execute(node.right), reader, 0)
    os.close(reader)
    processes.wait(left)
    shell.errorlevel = processes.wait(right)
    return shell.errorlevel


def output_of(shell: Interpreter, command: str) -> str:
    """What a command line writes to its standard output."""
    reader, writer = os.pipe()
    child = _aside(shell, lambda: shell.run_line(command), writer, 1)
    os.close(writer)
    data = b""
    while part := os.read(reader, 65536):
        data += part
    os.close(reader)
    shell.errorlevel = processes.wait(child)
    return data.decode("utf-8", "surrogateescape")


def _aside(
    shell: Interpreter, action: Callable[[], object], descriptor: int, stands_for: int
) -> int:
    from understudy_cmdexe.interpreter import run_to_end

    child = processes.fork()
    if child == 0:
        os.dup2(descriptor, stands_for)
        os._exit(run_to_end(shell, action))
    return child
