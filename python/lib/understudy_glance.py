"""Reads what a plain script offers without its syntax tree, which takes longer than a short run.

For a tree CPython first makes a class for each kind of node, more than a hundred. The compiled code
and the symbol table come at no such price and say the same of most small scripts. What they leave
open is read from the tree; a test holds both to the same plan.
"""

import builtins

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType
    from typing import Any

    from understudy_wiring import ClassPlan, Plan

    _symtable: Any
else:
    import _symtable

_CALLBACKS = ("onStart", "onCreate", "onExit", "onFrameStart", "onFrameEnd", "onPlayStateChange")
# Whoever calls one of these may look up an operator or start a program by a literal name.
_TELLING = {"op", "Popen", "run", "call", "check_call", "check_output"}
_FUNCTION = 0x2  # CO_NEWLOCALS, which a class's body lacks.
_COROUTINES = 0x280


class _Unclear(Exception):
    """Only the tree tells."""


def plan(source: str, is_known: "Callable[[str], bool]", code: "CodeType") -> "Plan":
    """Read a script that compiles; `is_known` tells of a name whether every script finds it."""
    try:
        return _glance(source, is_known, code)
    except _Unclear:
        import understudy_wiring

        return understudy_wiring.plan(source, is_known)


def _glance(source: str, is_known: "Callable[[str], bool]", code: "CodeType") -> "Plan":
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    classes: list[ClassPlan] = []
    callbacks: list[str] = []
    for piece in _pieces(code):
        _sure(_TELLING.isdisjoint(piece.co_names + piece.co_varnames + piece.co_cellvars))
    for piece in _inside(code):
        line = lines[piece.co_firstlineno - 1]
        if line[:1] in (" ", "\t"):
            continue
        _sure(line[:1] != "@")
        if piece.co_flags & _FUNCTION:
            if piece.co_name in _CALLBACKS and line.startswith("def "):
                callbacks.append(piece.co_name)
        else:
            found = _class_plan(piece, line, lines)
            if found:
                classes.append(found)
    _sure(_nothing_is_undefined(source, is_known))
    return {
        "classes": classes,
        "operators": [],
        "undefined": [],
        "callbacks": callbacks,
        "programs": [],
    }


def _sure(is_clear: bool) -> None:
    if not is_clear:
        raise _Unclear


def _inside(code: "CodeType") -> "list[CodeType]":
    """The functions and classes of a piece of code, those without a name left out."""
    found = [one for one in code.co_consts if isinstance(one, type(code))]
    _sure(not any(one.co_name.startswith("<generic") for one in found))
    return [one for one in found if one.co_name[:1] != "<"]


def _pieces(code: "CodeType") -> "Iterator[CodeType]":
    yield code
    for one in code.co_consts:
        if isinstance(one, type(code)):
            yield from _pieces(one)


def _nothing_is_undefined(source: str, is_known: "Callable[[str], bool]") -> bool:
    used: set[str] = set()
    bound: set[str] = set()
    tables: list[Any] = [_symtable.symtable(source, "<script>", "exec")]
    for table in tables:
        tables += table.children
        for name, flags in table.symbols.items():
            scope = (flags >> _symtable.SCOPE_OFF) & _symtable.SCOPE_MASK
            if flags & _symtable.DEF_BOUND:
                bound.add(name)
            elif scope in (_symtable.GLOBAL_IMPLICIT, _symtable.GLOBAL_EXPLICIT):
                used.add(name)
    return all(hasattr(builtins, name) or is_known(name) for name in used - bound)


def _class_plan(code: "CodeType", line: str, lines: list[str]) -> "ClassPlan | None":
    head = line.removeprefix("class").strip().removeprefix(code.co_name).strip()
    functions = [one for one in _inside(code) if one.co_flags & _FUNCTION]
    inits = [one for one in functions if one.co_name == "__init__"]
    if not inits:
        # An heir has the one of its base.
        _sure(head.startswith(":"))
        return None
    # Functions of the class itself, and not of an `if` in it, stand as far in as its first line.
    _sure(head.endswith(":"))
    indent = _first_indent(lines, code.co_firstlineno)
    for one in functions:
        text = lines[one.co_firstlineno - 1]
        _sure(text[: len(indent) + 4] in (f"{indent}def ", f"{indent}asyn"))
    if not _takes_owner(code.co_name, inits[0]):
        return None
    starts: list[str] = []
    polls: list[str] = []
    stops: list[str] = []
    for one in functions:
        if one.co_flags & _COROUTINES and lines[one.co_firstlineno - 1].startswith(f"{indent}asyn"):
            continue
        is_poll = _starts_with(one.co_name, "Check") or _starts_with(one.co_name, "Poll")
        _sure(is_poll or not (one.co_name[:1].isupper() and "frame" in _documentation(one).lower()))
        is_start, is_stop = _starts_with(one.co_name, "Start"), _starts_with(one.co_name, "Stop")
        if not (is_poll or is_start or is_stop):
            continue
        # How many arguments may be left out stands in the tree alone.
        _sure(one.co_argcount == 1 and not one.co_kwonlyargcount)
        _sure("=" not in lines[one.co_firstlineno - 1])
        for listed, belongs in ((starts, is_start), (polls, is_poll), (stops, is_stop)):
            if belongs:
                listed.append(one.co_name)
    return {"name": code.co_name, "starts": starts, "polls": polls, "stops": stops}


def _first_indent(lines: list[str], start: int) -> str:
    for line in lines[start:]:
        text = line.lstrip(" \t")
        if text and text[0] != "#":
            return line[: len(line) - len(text)]
    raise _Unclear


def _takes_owner(name: str, init: "CodeType") -> bool:
    _sure(not init.co_flags & _COROUTINES)
    if init.co_argcount < 2:
        return False
    _sure(init.co_argcount == 2 and not init.co_kwonlyargcount)
    is_named_so = name.endswith(("Ext", "EXT", "Extension"))
    is_named_so |= name.startswith("ext") and name[3:4].isupper()
    # Otherwise an annotation may say it.
    _sure("owner" in init.co_varnames[1].lower() or is_named_so)
    return True


def _starts_with(name: str, word: str) -> bool:
    return name.startswith(word) and not name[len(word) : len(word) + 1].islower()


def _documentation(code: "CodeType") -> str:
    text = code.co_consts[0] if code.co_consts else None
    return text if isinstance(text, str) else ""
