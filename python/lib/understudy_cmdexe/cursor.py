"""The characters of one logical line: words, operands, redirections and carets."""

from __future__ import annotations

from collections.abc import Callable

from understudy_cmdexe.command_lines import BLANKS
from understudy_cmdexe.errors import BatchError
from understudy_cmdexe.syntax import Redirection


class Cursor:
    """A place in a logical line that can grow while it is read.

    - Parameters: text: the line, its variables already replaced. line: its number. more: gives
      the next line, or None at the end of the file. file: named in messages.
    """

    def __init__(self, text: str, line: int, more: Callable[[], str | None], file: str) -> None:
        self._text = text
        self._at = 0
        self._line: int = line
        self._more = more
        self._file = file

    @property
    def text(self) -> str:
        """The line, with every line that was joined to it."""
        return self._text

    @property
    def _where(self) -> str:
        return f"{self._file}:{self._line}"

    def _redirection(self, descriptor: int) -> Redirection:
        kind = self._peek()
        self._at += 1
        if self._starts(">"):
            kind = ">>"
            self._at += 1
        if self._starts("&"):
            self._at += 1
            kind = "&"
        self._skip(BLANKS)
        target = ""
        quoted = False
        while self._at < len(self._text):
            char = self._peek()
            if char == '"':
                quoted = not quoted
            elif char == "^" and not quoted:
                target += self._escaped()
                continue
            elif char == "\n" or (not quoted and char in " \t,;=&|<>()"):
                break
            else:
                target += char
            self._at += 1
        if not target:
            raise BatchError(f"{self._where}: a redirection names no file.")
        return Redirection(descriptor, kind, target)

    def _escaped(self) -> str:
        self._at += 1
        if self._at >= len(self._text) and not self._feed(""):
            return ""
        char = self._text[self._at : self._at + 1]
        self._at += 1
        return char

    def _operand(self) -> str:
        self._skip(BLANKS)
        start = self._at
        quoted = False
        while self._at < len(self._text):
            char = self._peek()
            if char == '"':
                quoted = not quoted
            elif char == "\n" or (not quoted and (char in BLANKS or self._starts("=="))):
                break
            self._at += 1
        if start == self._at:
            self._unexpected()
        return self._text[start : self._at]

    def _word(self) -> str:
        self._skip(BLANKS)
        start = self._at
        quoted = False
        while self._at < len(self._text):
            char = self._peek()
            if char == '"':
                quoted = not quoted
            elif not quoted and char in " \t\n(":
                break
            self._at += 1
        return self._text[start : self._at]

    def _ahead(self) -> str:
        at = self._at
        while at < len(self._text) and self._text[at].isalpha():
            at += 1
        ends = at >= len(self._text) or self._text[at] in ' \t\n("/.:;,='
        return self._text[self._at : at] if ends else ""

    def _unexpected(self) -> None:
        found = self._text[self._at : self._at + 12].split("\n")[0] or "the line's end"
        raise BatchError(f"{self._where}: {found} was unexpected at this place.")

    def _peek(self) -> str:
        return self._text[self._at]

    def _starts(self, text: str) -> bool:
        return self._text.startswith(text, self._at)

    def _skip(self, chars: str) -> None:
        while self._at < len(self._text) and self._text[self._at] in chars:
            self._at += 1

    def _feed(self, joint: str) -> bool:
        line = self._more()
        if line is None:
            return False
        self._line += 0 if joint == "\n" else 1
        self._text += joint + line
        return True
