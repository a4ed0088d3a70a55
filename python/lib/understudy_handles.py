"""Notices forgotten threads: the attribute that held one gets another while the first one works.

The explored code asks here before it writes a new thread into an attribute.
"""

from __future__ import annotations

import ast
import builtins
import sys
from _thread import get_ident
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    # A line of a file, and its text.
    Line = tuple[str, int, str]
    # The attribute, the thread that it held, the line.
    Forgotten = tuple[str, str, Line]

_HOLDS = "<holds>"
_MAKERS = {"Thread", "Timer"}

_lines: list[Line] = []
_forgotten: dict[tuple[str, int], Forgotten] = {}


def install() -> None:
    """Make the function known that noted code calls."""
    builtins.__dict__[_HOLDS] = _holds


def forgotten() -> list[Forgotten]:
    """Tell the threads that were forgotten in this schedule, once for each line."""
    return list(_forgotten.values())


def forget() -> None:
    """Forget the threads that were forgotten in this schedule."""
    _forgotten.clear()


def note(tree: ast.Module, text: str, file: str, above: int) -> ast.Module:
    """Let the code of a tree ask before it writes a new thread into an attribute."""
    noted: ast.Module = _Noter(text.splitlines(), file, above).visit(tree)
    return noted


def _holds(owner: object, name: str, line: int) -> None:
    """Note whether an attribute holds a thread that has begun and not ended."""
    if "threading" not in sys.modules:
        return
    held: Any = getattr(owner, "__dict__", {}).get(name)
    # Without the locks of `threading`, which would be a part of the schedule.
    running = sys.modules["threading"].__dict__["_active"]
    # A thread that puts its own heir there is about to end: a timer that starts itself anew.
    others = [one for number, one in list(running.items()) if number != get_ident()]
    if held is not None and any(held is one for one in others):
        full = f"{type(owner).__name__}.{name}"
        _forgotten.setdefault((full, line), (full, str(held.name), _lines[line]))


class _Noter(ast.NodeTransformer):
    """Puts the questions into a tree."""

    def __init__(self, lines: list[str], file: str, above: int) -> None:
        self._lines = lines
        self._file = file
        self._above = above

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.AST]:
        target = node.targets[0]
        if not isinstance(target, ast.Attribute) or not isinstance(target.value, ast.Name):
            return node
        if not _makes_thread(node.value):
            return node
        text = self._lines[node.lineno - 1].strip() if node.lineno <= len(self._lines) else ""
        _lines.append((self._file, node.lineno + self._above, text))
        owner = ast.Name(target.value.id, ast.Load())
        given: list[ast.expr] = [owner, ast.Constant(target.attr), ast.Constant(len(_lines) - 1)]
        ask = ast.Expr(ast.Call(ast.Name(_HOLDS, ast.Load()), given, []))
        return [ast.copy_location(ask, node), node]


def _makes_thread(value: ast.expr) -> bool:
    """Say whether an expression spells a new thread, with or without a point around it."""
    return any(
        isinstance(one, ast.Call) and ast.unparse(one.func).split(".")[-1] in _MAKERS
        for one in (value, *(value.args[:1] if isinstance(value, ast.Call) else []))
    )
