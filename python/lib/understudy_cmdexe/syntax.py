"""What a parsed line of a batch file is made of."""

from __future__ import annotations


class Redirection:
    """One `>`, `>>`, `<` or `2>&1`."""

    __slots__ = ("descriptor", "kind", "target")

    def __init__(self, descriptor: int, kind: str, target: str) -> None:
        self.descriptor = descriptor
        self.kind = kind  # ">", ">>", "<" or "&"
        self.target = target


class Node:
    """Anything that can be executed; `line` is where it begins in its file."""

    __slots__ = ("line", "redirections")

    def __init__(self, line: int) -> None:
        self.line = line
        self.redirections: list[Redirection] = []


class Simple(Node):
    """One command with its raw text: carets are gone, quotes are still there."""

    __slots__ = ("text",)

    def __init__(self, line: int, text: str) -> None:
        super().__init__(line)
        self.text = text


class Block(Node):
    """Commands one after the other: a line with `&`, or a parenthesised block."""

    __slots__ = ("commands",)

    def __init__(self, line: int, commands: list[Node]) -> None:
        super().__init__(line)
        self.commands = commands


class Pair(Node):
    """Two commands joined by `&&`, `||` or `|`."""

    __slots__ = ("left", "operator", "right")

    def __init__(self, line: int, operator: str, left: Node, right: Node) -> None:
        super().__init__(line)
        self.operator = operator
        self.left = left
        self.right = right


class If(Node):
    """A condition with one or two branches."""

    __slots__ = ("ignores_case", "negated", "operands", "otherwise", "test", "then")

    def __init__(self, line: int, test: str, operands: list[str], then: Node) -> None:
        super().__init__(line)
        self.test = test  # "exist", "defined", "errorlevel", "==", "EQU", …
        self.operands = operands
        self.then = then
        self.negated = False
        self.ignores_case = False
        self.otherwise: Node | None = None


class For(Node):
    """A loop over words, files, numbers or lines."""

    __slots__ = ("body", "kind", "options", "over", "variable")

    def __init__(self, line: int, kind: str, options: str, variable: str, over: str) -> None:
        super().__init__(line)
        self.kind = kind  # "", "/l", "/f" or "/d"
        self.options = options
        self.variable = variable
        self.over = over
        self.body: Node = Block(line, [])
