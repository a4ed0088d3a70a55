"""Reads a logical line of a batch file into nodes, with more lines while a block is open."""

from __future__ import annotations

from understudy_cmdexe.command_lines import BLANKS
from understudy_cmdexe.cursor import Cursor
from understudy_cmdexe.errors import BatchError, not_here
from understudy_cmdexe.syntax import Block, For, If, Node, Pair, Redirection, Simple

_COMPARISONS = ("EQU", "NEQ", "LSS", "LEQ", "GTR", "GEQ")
_DEEPEST = 60


class Parser(Cursor):
    """A parser of one logical line."""

    _depth = 0

    def parse(self) -> Node:
        """The whole line as one node.

        - Throws: BatchError where the line cannot be understood.
        """
        return self._sequence(inside=False)

    # A sequence is everything up to the end of the line or of the block.

    def _sequence(self, inside: bool) -> Block:
        commands: list[Node] = []
        start = self._line
        while True:
            self._skip(BLANKS + "&" if commands else BLANKS)
            if self._at >= len(self._text):
                if not inside:
                    break
                if not self._feed("\n"):
                    raise BatchError(f"{self._file}:{start}: this '(' is never closed by a ')'.")
            elif self._peek() == "\n":
                self._at += 1
                self._line += 1
            elif self._peek() == ")":
                if inside:
                    break
                self._at = len(self._text)  # cmd.exe passes over what follows a stray ')'.
            else:
                commands.append(self._either(inside))
        return Block(start, commands)

    def _clause(self, inside: bool) -> Block:
        commands = [self._either(inside)]
        while self._starts("&"):
            self._at += 1
            self._skip(BLANKS)
            if self._at < len(self._text) and self._peek() not in "\n)":
                commands.append(self._either(inside))
        return Block(commands[0].line, commands)

    def _either(self, inside: bool) -> Node:
        left = self._both(inside)
        while self._starts("||"):
            self._at += 2
            left = Pair(left.line, "||", left, self._both(inside))
        return left

    def _both(self, inside: bool) -> Node:
        left = self._piped(inside)
        while self._starts("&&"):
            self._at += 2
            left = Pair(left.line, "&&", left, self._piped(inside))
        return left

    def _piped(self, inside: bool) -> Node:
        left = self._command(inside)
        while self._starts("|") and not self._starts("||"):
            self._at += 1
            left = Pair(left.line, "|", left, self._command(inside))
        return left

    def _command(self, inside: bool) -> Node:
        self._skip(BLANKS + "@")
        if self._at >= len(self._text):
            raise BatchError(f"{self._where}: a command is missing at the line's end.")
        before: list[Redirection] = []
        while self._at < len(self._text) and self._peek() in "<>":
            before.append(self._redirection(1 if self._peek() == ">" else 0))
            self._skip(BLANKS)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BatchError(f"{self._where}: blocks lie more than {_DEEPEST} deep in each other.")
        node = self._one(inside)
        self._depth -= 1
        node.redirections[:0] = before
        return node

    def _one(self, inside: bool) -> Node:
        if self._starts("("):
            return self._block()
        word = self._ahead().lower()
        if word == "if":
            return self._if(inside)
        if word == "for":
            return self._for(inside)
        if word == "rem" or self._starts(":"):
            while self._at < len(self._text) and self._peek() != "\n":
                self._at += 1
            return Block(self._line, [])
        return self._simple(inside)

    def _block(self) -> Node:
        self._at += 1
        block = self._sequence(inside=True)
        self._at += 1
        while self._at < len(self._text):
            self._skip(BLANKS)
            two = self._text[self._at : self._at + 2]
            if two[:1] and two[0] in "<>":
                block.redirections.append(self._redirection(0 if two[0] == "<" else 1))
            elif len(two) == 2 and two[0] in "012" and two[1] in "<>":
                self._at += 1
                block.redirections.append(self._redirection(int(two[0])))
            else:
                break
        return block

    def _simple(self, inside: bool) -> Node:
        node = Simple(self._line, "")
        text: list[str] = []
        quoted = False
        while self._at < len(self._text):
            char = self._peek()
            if char == "\n":
                break
            if char == '"':
                quoted = not quoted
            elif quoted:
                pass
            elif char == "^":
                text.append(self._escaped())
                continue
            elif char in "&|" or (char == ")" and inside):
                break
            elif char in "<>":
                descriptor = 1 if char == ">" else 0
                if text and text[-1] in "012" and (len(text) == 1 or text[-2] in BLANKS):
                    descriptor = int(text.pop())
                node.redirections.append(self._redirection(descriptor))
                continue
            text.append(char)
            self._at += 1
        node.text = "".join(text)
        if not node.text.strip() and not node.redirections:
            self._unexpected()
        return node

    def _if(self, inside: bool) -> Node:
        line = self._line
        self._word()
        ignores_case = negated = False
        word = self._operand()
        while word.lower() in ("/i", "not"):
            ignores_case |= word.lower() == "/i"
            negated |= word.lower() == "not"
            word = self._operand()
        test = word.lower()
        if test in ("exist", "defined", "errorlevel"):
            operands = [self._operand()]
        else:
            self._skip(BLANKS)
            if self._starts("=="):
                self._at += 2
                test = "=="
            else:
                test = self._word().upper()
                if test not in _COMPARISONS:
                    raise not_here(self._where, f"if {word} {test}", "compare with == or EQU.")
            operands = [word, self._operand()]
        node = If(line, test, operands, self._clause(inside))
        node.negated, node.ignores_case = negated, ignores_case
        self._skip(BLANKS)
        if self._ahead().lower() == "else":
            self._word()
            node.otherwise = self._clause(inside)
        return node

    def _for(self, inside: bool) -> Node:
        line = self._line
        self._word()
        kind = options = ""
        word = self._word()
        while word.startswith("/"):
            kind = word.lower()
            word = self._word()
            if kind == "/f" and not word.startswith("%"):
                options, word = word.strip('"'), self._word()
        where = f"{self._file}:{line}"
        if kind not in ("", "/l", "/f", "/d"):
            raise not_here(where, f"for {kind}", "list the files, or use for /f with dir /b.")
        if len(word) != 2 or word[0] != "%" or self._word().lower() != "in":
            raise BatchError(f"{where}: 'for' needs the form: for %%i in (…) do command.")
        node = For(line, kind, options, word[1], self._bracketed(where))
        if self._word().lower() != "do":
            raise BatchError(f"{where}: 'do' is missing after the brackets of 'for'.")
        node.body = self._clause(inside)
        return node

    def _bracketed(self, where: str) -> str:
        self._skip(BLANKS)
        if not self._starts("("):
            raise BatchError(f"{where}: 'for' needs brackets after 'in'.")
        self._at += 1
        over = ""
        quoted = False
        while True:
            if self._at >= len(self._text) and not self._feed(" "):
                raise BatchError(f"{where}: the '(' of this 'for' is never closed by a ')'.")
            char = self._peek()
            if char == '"':
                quoted = not quoted
            elif char == "^" and not quoted:
                over += self._escaped()
                continue
            elif char == ")" and not quoted:
                self._at += 1
                return over.strip()
            over += char
            self._at += 1
