"""The tests of `if`: files, variables, error levels and comparisons."""

from __future__ import annotations

import os
from collections.abc import Callable

from understudy_cmdexe.command_lines import unquoted
from understudy_cmdexe.paths import find
from understudy_cmdexe.syntax import If


def holds(node: If, operands: list[str], lookup: Callable[[str], str | None], level: int) -> bool:
    """Whether the condition of an `if` is true.

    - Parameters: operands: the node's own, with every variable replaced. level: ERRORLEVEL.
    """
    return _test(node, operands, lookup, level) != node.negated


def _test(node: If, operands: list[str], lookup: Callable[[str], str | None], level: int) -> bool:
    first = operands[0]
    if node.test == "exist":
        return exists(unquoted(first))
    if node.test == "defined":
        return lookup(first) is not None
    if node.test == "errorlevel":
        number = _number(first)
        return number is not None and level >= number
    return compare(first, node.test, operands[1], node.ignores_case)


def exists(pattern: str) -> bool:
    """Whether a file, a folder or anything matching a wildcard is there."""
    folder, _, name = pattern.replace("\\", "/").rpartition("/")
    if name.lower() == "nul" and folder:  # `if exist folder\nul` asks for the folder.
        return find(folder, os.getcwd()) is not None
    if "*" in pattern or "?" in pattern:
        from understudy_cmdexe.file_commands import matching

        return bool(matching(pattern))
    return find(pattern, os.getcwd()) is not None


def compare(left: str, operator: str, right: str, ignores_case: bool) -> bool:
    """Compares as cmd.exe does: as numbers where both are whole numbers, else as text."""
    if ignores_case:
        left, right = left.lower(), right.lower()
    if operator == "==":
        return left == right
    order = _order(left, right)
    return {
        "EQU": order == 0,
        "NEQ": order != 0,
        "LSS": order < 0,
        "LEQ": order <= 0,
        "GTR": order > 0,
        "GEQ": order >= 0,
    }[operator]


def _order(left: str, right: str) -> int:
    first, second = _number(left), _number(right)
    if first is not None and second is not None:
        return (first > second) - (first < second)
    return (left > right) - (left < right)


def _number(text: str) -> int | None:
    try:
        return int(text.strip(), 0)
    except ValueError:
        pass
    try:
        return int(text.strip())
    except ValueError:
        return None
