"""Scenarios that somebody has written: functions of a file that say what happens to a project.

A function gets the project's COMP. Where it yields, a frame passes; what it asserts must hold.
"""

from __future__ import annotations

import ast
from importlib import import_module

import understudy_explore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any

# The files in the order in which they were read, and their texts.
_files: list[tuple[str, str]] = []
# What is left of the one that is under way.
_rest: Generator[object, None, None] | None = None


def functions(text: str, file: str) -> list[tuple[str, str]]:
    """Tell a file's scenarios, without running it: the function and what happens in it."""
    tree = ast.parse(text, file)
    _files.append((file, text))
    found = [one for one in tree.body if isinstance(one, ast.FunctionDef)]
    return [(one.name, _words(one)) for one in found if not one.name.startswith("_")]


def _words(function: ast.FunctionDef) -> str:
    first = (ast.get_docstring(function) or "").strip().partition("\n")[0].rstrip(".")
    return first or function.name.replace("_", " ")


def begin(number: int, function: str, project: object) -> None:
    """Begin a scenario: it runs up to where it yields for the first time."""
    global _rest
    file, text = _files[number]
    names: dict[str, Any] = vars(import_module("td"))
    scope = {name: value for name, value in names.items() if not name.startswith("_")}
    scope |= {"__name__": "scenario", "__file__": file, "me": project}
    exec(understudy_explore.compile_text(text, file), scope)
    call: Callable[[object], Any] = scope[function]
    made: Any = call(project)
    _rest = made if hasattr(made, "__next__") else None
    step()


def step() -> None:
    """Go on to where it yields next."""
    global _rest
    rest, _rest = _rest, None
    if rest is not None:
        try:
            next(rest)
        except StopIteration:
            return
        _rest = rest


def end() -> bool:
    """End the scenario with the project; tell whether it had come to its end."""
    global _rest
    rest, _rest = _rest, None
    if rest is not None:
        rest.close()
    return rest is None
