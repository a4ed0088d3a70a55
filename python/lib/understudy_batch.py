"""Runs a Windows batch file off Windows: `python understudy_batch.py FILE [ARGUMENT …]`."""

from __future__ import annotations

import os
import sys

# This program is started with -E and -S: what it needs lies beside it.
if __name__ == "__main__" and sys.path[:1] != [os.path.dirname(os.path.abspath(__file__))]:
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

USAGE = """usage: python understudy_batch.py FILE [ARGUMENT ...]
       python understudy_batch.py -c COMMANDLINE
"""


def main(arguments: list[str]) -> int:
    """Runs the file, or the command line after `-c`, to its end.

    - Returns: its error level as an exit code: 0 to 255, 1 for everything bigger.
    """
    from understudy_cmdexe import processes
    from understudy_cmdexe.interpreter import Batch, Interpreter, run_to_end

    if not arguments or (arguments[0] == "-c" and len(arguments) != 2):
        processes.write(2, USAGE)
        return 2
    processes.end_together()
    sys.setrecursionlimit(20_000)
    interpreter = Interpreter()
    if arguments[0] == "-c":
        return run_to_end(interpreter, lambda: interpreter.run_line(arguments[1]))
    try:
        batch = Batch(arguments[0], [arguments[0], *map(_quoted, arguments[1:])])
    except OSError as fault:
        processes.write(2, f"The batch file '{arguments[0]}' cannot be read: {fault.strerror}.\n")
        return 1
    return run_to_end(interpreter, lambda: interpreter.run_batch(batch))


def _quoted(argument: str) -> str:
    return f'"{argument}"' if not argument or any(c in argument for c in " \t,;=&") else argument


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))
