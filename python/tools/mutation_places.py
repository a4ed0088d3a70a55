"""Finds the places of a program where a threading defect can be planted."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

Function = ast.FunctionDef
Place = tuple[list[ast.stmt], int]


def blocks(tree: ast.AST) -> Iterator[Place]:
    """Go through all statements, each as its block and its place there."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block: list[ast.stmt] = getattr(node, name, [])
            # The body of a lambda is an expression.
            if not isinstance(node, (ast.Lambda, ast.IfExp)):
                yield from ((block, index) for index in range(len(block)))


def functions(tree: ast.Module) -> list[Function]:
    """Tell all functions."""
    return [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]


def bodies(tree: ast.Module) -> list[Function]:
    """Tell the functions that threads run."""
    targets = {
        ast.unparse(word.value).removeprefix("self.")
        for call in calls(tree, "Thread")
        for word in call.keywords
        if word.arg == "target"
    } | {ast.unparse(call.args[0]).removeprefix("self.") for call in calls(tree, "submit")}
    return [one for one in functions(tree) if one.name in targets]


def frames(tree: ast.Module) -> list[Function]:
    """Tell the functions that are called each frame."""
    return [one for one in functions(tree) if one.name.startswith("Check")]


def calls(tree: ast.AST, name: str) -> list[ast.Call]:
    """Tell the calls of a name."""
    found = [one for one in ast.walk(tree) if isinstance(one, ast.Call)]
    return [one for one in found if ast.unparse(one.func).split(".")[-1] == name]


def attributes(tree: ast.Module, maker: str) -> list[str]:
    """Tell the attributes that are made by a class, such as `Event`."""
    return [
        ast.unparse(one.targets[0])
        for one in ast.walk(tree)
        if isinstance(one, ast.Assign) and ast.unparse(one.value).split("(")[0].endswith(maker)
    ]


def nth(found: list[Place], number: int) -> Place | None:
    """Tell the place of a number, if there are so many."""
    return found[number] if number < len(found) else None


def statements(tree: ast.Module, test: Callable[[ast.stmt], bool]) -> list[Place]:
    """Tell the statements of a sort."""
    return [(block, index) for block, index in blocks(tree) if test(block[index])]


def matters(tree: ast.Module, one: ast.stmt) -> bool:
    """Say whether a lock keeps threads apart that nothing else keeps apart."""
    if not isinstance(one, ast.With) or calls(tree, "RLock"):
        # Under the lock that may be taken twice there are single calls only.
        return False
    inside = {
        id(inner) for outer in ast.walk(tree) if isinstance(outer, ast.With) for inner in outer.body
    }
    if id(one) in inside or isinstance(one.body[0], ast.With):
        return False
    # A frame that looks after all threads have ended is alone.
    alone = [frame for frame in frames(tree) if "any(" in ast.unparse(frame)]
    return not any(one is inner for frame in alone for inner in ast.walk(frame))


def rests_briefly(tree: ast.Module) -> bool:
    """Say whether a thread goes on for ever and makes more than one thing in a frame."""
    rests = [
        one.args[0].value
        for function in bodies(tree)
        for loop in ast.walk(function)
        if isinstance(loop, ast.While)
        for one in [*calls(loop, "sleep"), *calls(loop, "wait")]
        if one.args and isinstance(one.args[0], ast.Constant)
    ]
    return any(isinstance(one, float) and one < 1 / 60 for one in rests)
