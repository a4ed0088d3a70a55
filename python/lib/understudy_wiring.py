"""Reads what a script offers, so that a project without wiring can be given some."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from typing import TypedDict

Function = ast.FunctionDef | ast.AsyncFunctionDef


class ClassPlan(TypedDict):
    """What one extension class offers."""

    name: str
    starts: list[str]
    polls: list[str]
    stops: list[str]


class Plan(TypedDict):
    """What one script offers and what it lacks."""

    classes: list[ClassPlan]
    operators: list[str]
    undefined: list[str]
    callbacks: list[str]


_EVERY_FRAME = re.compile(r"\b(every|each|per)[ -]frame\b", re.IGNORECASE)
_CALLBACKS = ("onStart", "onCreate", "onExit", "onFrameStart", "onFrameEnd", "onPlayStateChange")


def plan(source: str, known: list[str]) -> Plan:
    """Read a script that compiles; `known` are the names that every script finds."""
    tree = ast.parse(source)
    classes = [
        _class_plan(node)
        for node in tree.body
        if isinstance(node, ast.ClassDef) and _takes_owner(node)
    ]
    callbacks = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name in _CALLBACKS
    ]
    return {
        "classes": classes,
        "operators": _operators(tree),
        "undefined": _undefined(tree, set(known)),
        "callbacks": callbacks,
    }


def _class_plan(node: ast.ClassDef) -> ClassPlan:
    methods = [one for one in node.body if isinstance(one, ast.FunctionDef) and _needs_nothing(one)]
    return {
        "name": node.name,
        "starts": [one.name for one in methods if one.name.startswith("Start")],
        "polls": [one.name for one in methods if _is_poll(one)],
        "stops": [one.name for one in methods if one.name.startswith("Stop")],
    }


def _is_poll(method: ast.FunctionDef) -> bool:
    if method.name.startswith(("Check", "Poll")):
        return True
    is_public = method.name[:1].isupper()
    return is_public and bool(_EVERY_FRAME.search(ast.get_docstring(method) or ""))


def _takes_owner(node: ast.ClassDef) -> bool:
    for one in node.body:
        if isinstance(one, ast.FunctionDef) and one.name == "__init__":
            arguments = one.args.posonlyargs + one.args.args
            required = arguments[1 : len(arguments) - len(one.args.defaults)]
            if len(arguments) < 2 or len(required) > 1 or _required_keywords(one):
                return False
            owner = arguments[1]
            annotation = ast.unparse(owner.annotation) if owner.annotation else ""
            return "owner" in owner.arg.lower() or annotation.strip("'\"").endswith("COMP")
    # A subclass inherits the one it does not define.
    return any(isinstance(base, ast.Name) for base in node.bases) and not node.keywords


def _needs_nothing(method: ast.FunctionDef) -> bool:
    arguments = method.args.posonlyargs + method.args.args
    return len(arguments) - len(method.args.defaults) == 1 and not _required_keywords(method)


def _required_keywords(function: ast.FunctionDef) -> bool:
    return any(default is None for default in function.args.kw_defaults)


def _operators(tree: ast.Module) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function, first = node.func, node.args[0]
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name == "op" and isinstance(first, ast.Constant) and isinstance(first.value, str):
            if first.value.isidentifier() and first.value not in found:
                found.append(first.value)
    return found


def _undefined(tree: ast.Module, known: set[str]) -> list[str]:
    defined = known | set(dir(builtins)) | set(_bound(tree))
    called: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            if name not in defined and name not in called:
                called.append(name)
    return called


def _bound(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, Function | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.alias):
            yield node.asname or node.name.split(".")[0]
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name
        elif isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
            yield node.name
