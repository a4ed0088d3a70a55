"""The programs that resolvers are compared on, and how calls are followed in them."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from resolvers import PROGRAMS, RIGHT, TOUCH, reaches, text_of


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_program_is_python_and_has_the_line_once(name: str) -> None:
    text = text_of(name)

    compile(text, name, "exec")
    assert text.count(TOUCH) == 1
    assert set(PROGRAMS) > RIGHT


def by_name(text: str) -> list[tuple[str, int]]:
    """What stands for what, when every name means the function of that name."""
    return [
        (node.name, node.lineno)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    ]


@pytest.mark.parametrize(("name", "is_reached"), [("call inside", True), ("main only", False)])
def test_calls_are_followed_from_what_is_handed_over(name: str, is_reached: bool) -> None:
    text = text_of(name)

    def find(expression: ast.expr) -> list[tuple[str, int]]:
        written = ast.unparse(expression)
        return [(one, line) for one, line in by_name(text) if one == written] or [(written, 0)]

    assert reaches(text, find) is is_reached
