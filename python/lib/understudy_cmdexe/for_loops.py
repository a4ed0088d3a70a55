"""The loops of `for`: words and files, folders (/d), numbers (/l) and lines (/f)."""

from __future__ import annotations

import os
from collections.abc import Iterator

from understudy_cmdexe.command_lines import batch_arguments, unquoted
from understudy_cmdexe.errors import BatchError
from understudy_cmdexe.file_commands import matching
from understudy_cmdexe.paths import find
from understudy_cmdexe.pipes import output_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from understudy_cmdexe.interpreter import Interpreter
    from understudy_cmdexe.syntax import For


def run(shell: Interpreter, node: For) -> int:
    """Runs the body once for each value; the values stand in `%i` and the letters after it."""
    over = shell.filled(node.over)
    if node.kind == "/l":
        values = _numbers(over, f"{shell.where}")
    elif node.kind == "/f":
        values = _LineOptions(shell.filled(node.options), node.variable, shell.where).rows(
            shell, over
        )
    else:
        values = _names(over, folders=node.kind == "/d")
    outer = shell.loop
    code = 0
    try:
        for row in values:
            letters = row if isinstance(row, dict) else {node.variable: row}
            shell.loop = {**outer, **letters}
            code = shell.execute(node.body)
    finally:
        shell.loop = outer
    return code


def _names(over: str, folders: bool) -> Iterator[str]:
    for word in batch_arguments(over):
        if "*" not in word and "?" not in word:
            yield word
            continue
        for path in matching(unquoted(word)):
            if os.path.isdir(path) == folders:
                yield path


def _numbers(over: str, where: str) -> Iterator[str]:
    try:
        start, step, end = (int(word) for word in batch_arguments(over))
    except ValueError:
        raise BatchError(
            f"{where}: for /l needs three whole numbers: (start,step,end), not ({over})."
        ) from None
    at = start
    # A step of 0 never ends, as under cmd.exe: servers are kept alive that way.
    while at <= end if step >= 0 else at >= end:
        yield str(at)
        at += step


class _LineOptions:
    """What `for /f "tokens=… delims=… skip=… eol=… usebackq"` asks for."""

    def __init__(self, text: str, variable: str, where: str) -> None:
        self._variable = variable
        self._where = where
        self._delimiters = " \t"
        self._eol = ";"
        self._skip = 0
        self._tokens = "1"
        self._backquotes = "usebackq" in text.lower()
        for part, value in self._parts(text):
            if part == "tokens":
                self._tokens = value
            elif part == "skip" and value.isdecimal():
                self._skip = int(value[:6])
            elif part == "eol":
                self._eol = value[:1]
            elif part == "delims":
                self._delimiters = value

    def _parts(self, text: str) -> Iterator[tuple[str, str]]:
        while "=" in text:
            name, _, text = text.partition("=")
            name = name.split()[-1].lower() if name.split() else ""
            if name == "delims":
                # A blank among the delimiters is meant when delims comes last.
                value, _, after = text.partition(" ")
                value = value if after.strip() else text
                text = after
            else:
                value, _, text = text.partition(" ")
            yield name, value

    def rows(self, shell: Interpreter, over: str) -> Iterator[dict[str, str]]:
        """The values of one round after the other."""
        for line in self._lines(shell, over)[self._skip :]:
            if not line or (self._eol and line.startswith(self._eol)):
                continue
            row = self._row(line)
            if row is not None:
                yield row

    def _lines(self, shell: Interpreter, over: str) -> list[str]:
        command, text = ("`", "'") if self._backquotes else ("'", '"')
        if over[:1] == over[-1:] == command and len(over) > 1:
            return output_of(shell, over[1:-1]).splitlines()
        if over[:1] == over[-1:] == text and len(over) > 1:
            return [over[1:-1]]
        lines: list[str] = []
        for name in batch_arguments(over):
            path = find(unquoted(name), os.getcwd())
            if path is None:
                raise BatchError(f"{self._where}: for /f finds no file '{unquoted(name)}'.")
            with open(path, encoding="utf-8", errors="surrogateescape") as file:
                lines += file.read().splitlines()
        return lines

    def _row(self, line: str) -> dict[str, str] | None:
        row: dict[str, str] = {}
        letter = ord(self._variable)
        words = self._words(line)
        if not words:
            return None
        for number in self._wanted():
            if number == 0:  # `*`: all that is left after the tokens before it.
                last = max([n for n in self._wanted() if n], default=0)
                row[chr(letter)] = line[words[last][0] :] if last < len(words) else ""
            else:
                found = words[number - 1] if number <= len(words) else (0, 0)
                row[chr(letter)] = line[found[0] : found[1]]
            letter += 1
        return row

    def _words(self, line: str) -> list[tuple[int, int]]:
        words: list[tuple[int, int]] = []
        start: int | None = None
        for at, char in enumerate(line + self._delimiters[:1]):
            if char in self._delimiters:
                if start is not None:
                    words.append((start, at))
                start = None
            elif start is None:
                start = at
        if start is not None:
            words.append((start, len(line)))
        return words

    def _wanted(self) -> list[int]:
        wanted: list[int] = []
        for part in self._tokens.replace("*", ",0").split(","):
            first, dash, last = part.partition("-")
            if first.isdecimal() and last.isdecimal() and dash:
                wanted += range(int(first[:3]), int(last[:3]) + 1)
            elif first.isdecimal():
                wanted.append(int(first[:3]))
        return wanted[:26]
