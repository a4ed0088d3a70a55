"""Runs batch files and command lines as cmd.exe would."""

from __future__ import annotations

import os
from collections.abc import Callable

from understudy_cmdexe import for_loops, pipes, processes, shell_commands, starting
from understudy_cmdexe.command_lines import BATCH_SEPARATORS, batch_arguments, first_word
from understudy_cmdexe.conditions import holds
from understudy_cmdexe.errors import BatchError, Jump, LeaveAll, LeaveBatch, not_here
from understudy_cmdexe.expansion import expand_delayed, expand_loop, expand_percents
from understudy_cmdexe.file_commands import NAMES as FILE_COMMANDS
from understudy_cmdexe.file_commands import run as run_file_command
from understudy_cmdexe.parser import Parser
from understudy_cmdexe.syntax import For, If, Node, Pair, Redirection, Simple
from understudy_cmdexe.variables import Variables

_DEEPEST = 200


class Batch:
    """A batch file on its way: its lines, its arguments and the next line to run."""

    def __init__(self, path: str, arguments: list[str]) -> None:
        with open(path, "rb") as file:
            text = file.read().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
        self.path = os.path.abspath(path)
        self.name = os.path.basename(path)
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\x1a")[0].split("\n")
        self.arguments = arguments
        self.next = 0

    def again(self, arguments: list[str]) -> Batch:
        """The same file with other arguments: for `call :label`."""
        inner = object.__new__(Batch)
        inner.__dict__.update(self.__dict__, arguments=arguments)
        return inner

    def line_of(self, label: str) -> int | None:
        """The line after a label, looked for from here on and then from the start."""
        wanted = label.lstrip(":").strip().lower()
        for offset in range(len(self.lines)):
            number = (self.next + offset) % len(self.lines)
            line = self.lines[number].lstrip(BATCH_SEPARATORS)
            if line.startswith(":"):
                words = batch_arguments(line[1:], BATCH_SEPARATORS + ":+")
                if words and words[0].lower() == wanted:
                    return number + 1
        return None


class Interpreter:
    """One cmd.exe: variables, error level, echo, and the batch files that run in each other."""

    def __init__(self) -> None:
        self.variables = Variables.inherited()
        self.errorlevel = 0
        self.echoes = True
        self.delayed = False
        self.folders: list[str] = []
        self.loop: dict[str, str] = {}
        self.batch: Batch | None = None
        self.line = 1
        self._locals: list[tuple[Variables, bool, str]] = []
        self._depth = 0

    @property
    def where(self) -> str:
        """File and line of the command that runs, for messages."""
        return f"{self.batch.name if self.batch else 'cmd /c'}:{self.line}"

    def value_of(self, name: str) -> str | None:
        """A variable's value now."""
        return self.variables.get(name, self.errorlevel)

    def failed(self, reason: str, level: int = 1) -> int:
        """Says why a command failed, as cmd.exe says it, and sets the error level."""
        processes.write(2, reason + "\n")
        self.errorlevel = level
        return level

    def begin_local(self) -> None:
        """setlocal."""
        self._locals.append((self.variables, self.delayed, os.getcwd()))
        self.variables = self.variables.copy()

    def end_local(self) -> None:
        """endlocal."""
        if self._locals:
            self.variables, self.delayed, folder = self._locals.pop()
            os.chdir(folder)

    def run_line(self, text: str) -> None:
        """Runs a command line outside any file (cmd /c)."""
        self.echoes = False
        text = expand_percents(text, self.value_of, None, "")
        self.execute(Parser(text, 1, lambda: None, "cmd /c").parse())

    def run_batch(self, batch: Batch) -> None:
        """Runs a batch file, from its next line to its end or its `exit /b`."""
        if self._depth >= _DEEPEST:
            raise BatchError(
                f"{self.where}: batch files call each other more than {_DEEPEST} deep."
            )
        outer, line, held = self.batch, self.line, len(self._locals)
        self.batch = batch
        self._depth += 1
        try:
            self._run_lines(batch)
        except LeaveBatch:
            pass
        finally:
            while len(self._locals) > held:
                self.end_local()
            self.batch, self.line = outer, line
            self._depth -= 1

    def _run_lines(self, batch: Batch) -> None:
        def more() -> str | None:
            if batch.next >= len(batch.lines):
                return None
            raw = batch.lines[batch.next]
            batch.next += 1
            return expand_percents(raw, self.value_of, batch.arguments, batch.path)

        while (text := more()) is not None:
            self.line = batch.next
            begin = text.lstrip(BATCH_SEPARATORS)
            if not begin or begin.startswith(":"):
                continue
            parser = Parser(text, self.line, more, batch.name)
            node = parser.parse()
            if self.echoes and not begin.startswith("@"):
                processes.write(1, f"\n{os.getcwd()}>{parser.text}\n")
            try:
                self.execute(node)
            except Jump as jump:
                after = batch.line_of(jump.label)
                if after is None:
                    raise BatchError(
                        f"{self.where}: goto finds no label ':{jump.label}' in {batch.name}; "
                        "write the label at the beginning of a line."
                    ) from None
                batch.next = after

    def execute(self, node: Node) -> int:
        """Runs one node.

        - Returns: what `&&` and `||` go by: 0 when the command went well.
        """
        if not node.redirections:
            return self._execute(node)
        targets = [
            Redirection(r.descriptor, r.kind, self.filled(r.target)) for r in node.redirections
        ]
        redirected = processes.Redirected(targets)
        try:
            redirected.__enter__()
        except OSError as fault:
            named = fault.filename or targets[0].target
            return self.failed(f"The system cannot open '{named}': {fault.strerror}.")
        with_result = 1
        try:
            with_result = self._execute(node)
        finally:
            redirected.__exit__(None, None, None)
        return with_result

    def filled(self, text: str) -> str:
        """Text with the variables that are known only when a command runs."""
        if self.loop:
            text = expand_loop(text, self.loop)
        return expand_delayed(text, self.value_of) if self.delayed else text

    def _execute(self, node: Node) -> int:
        self.line = node.line
        if isinstance(node, Simple):
            return self.run_command(self.filled(node.text))
        if isinstance(node, If):
            operands = [self.filled(operand) for operand in node.operands]
            if holds(node, operands, self.value_of, self.errorlevel):
                return self.execute(node.then)
            return self.execute(node.otherwise) if node.otherwise else 0
        if isinstance(node, For):
            return for_loops.run(self, node)
        if isinstance(node, Pair):
            if node.operator == "|":
                return pipes.run(self, node)
            code = self.execute(node.left)
            return self.execute(node.right) if (code == 0) == (node.operator == "&&") else code
        code = 0
        for command in getattr(node, "commands", []):
            code = self.execute(command)
        return code

    def run_command(self, text: str, called: bool = False) -> int:
        """Runs one command from its text: built in, a batch file or a program.

        - Parameters: called: whether `call` stands before it, so that a batch file returns here.
        """
        if not text.strip():
            return 0
        name, tail = _split(text)
        lowered = name.lower()
        built_in = shell_commands.find(lowered)
        if built_in is not None:
            return built_in(self, tail)
        if lowered in FILE_COMMANDS:
            return self._on_files(lowered, tail)
        if len(name) == 2 and name[1] == ":":
            raise not_here(self.where, name, "there are no drives; use cd with the folder's path.")
        return starting.run_program(self, name, tail, called)

    def _on_files(self, name: str, tail: str) -> int:
        try:
            self.errorlevel = run_file_command(name, tail) or 0
        except OSError as fault:
            return self.failed(f"{name}: {fault.strerror}: '{fault.filename}'.")
        return self.errorlevel


def run_to_end(interpreter: Interpreter, action: Callable[[], object]) -> int:
    """Runs something to its end, whatever way it ends.

    - Returns: the exit code, 0 to 255; a bigger one becomes 1.
    """
    try:
        action()
    except (LeaveAll, LeaveBatch):
        pass
    except Jump as jump:
        processes.write(2, f"{interpreter.where}: goto {jump.label} works only in a batch file.\n")
        return 1
    except BatchError as fault:
        processes.write(2, f"{fault}\n")
        return 1
    except RecursionError:
        processes.write(2, f"{interpreter.where}: this line nests too deep to be read.\n")
        return 1
    except BrokenPipeError:
        # Nobody reads any more: the batch file ends and takes its children along.
        processes.end_children()
        return 1
    level = interpreter.errorlevel
    return level if 0 <= level <= 255 else 1


def _split(text: str) -> tuple[str, str]:
    name, tail = first_word(text)
    letters = 0
    while letters < len(name) and name[letters].isalpha():
        letters += 1
    # `echo.`, `cd..`, `exit/b`: a built-in command needs no blank before its tail.
    word = name[:letters].lower()
    known = shell_commands.find(word) is not None or word in FILE_COMMANDS
    if letters < len(name) and name[letters] in "./\\:+([]" and known:
        return word, name[letters:] + tail
    return name, tail
