"""Notices lost updates: a thread writes by what a value was, and another has changed it since.

The explored code notes where it reads a value in order to write it anew, and where it writes.
Nothing is noted of values that nobody writes by what they were.
"""

from __future__ import annotations

import ast
import builtins
import copy
import sys
from _thread import get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Function = ast.FunctionDef | ast.AsyncFunctionDef
    # A line of a file, and its text.
    Line = tuple[str, int, str]
    # What is lost, who read and wrote, his line, who wrote in between, that line, the rule.
    Lost = tuple[str, str, Line, str, Line, str]

_SEEN = "<seen>"
_WROTE = "<wrote>"
_HERE = "<here>"

# The rules of a change by what a value was, and of a step that rests on a question.
_CHANGE = "TH501"
_CHECK = "TH502"

_lines: list[Line] = []


class _Reading:
    """One thread has read a value and may write it anew."""

    __slots__ = ("frame", "stale")

    def __init__(self, frame: object) -> None:
        # The call it was read in: what another call of the function read is another matter.
        self.frame = frame
        # Who has changed the value since, and where.
        self.stale: tuple[str, int] | None = None


_readings: dict[tuple[int, object], dict[int, _Reading]] = {}
_lost: list[Lost] = []


def install() -> None:
    """Make the functions known that noted code calls."""
    builtins.__dict__[_SEEN] = _seen
    builtins.__dict__[_WROTE] = _wrote
    builtins.__dict__[_HERE] = _here


def lost() -> list[Lost]:
    """Tell the updates that were lost in this schedule."""
    return _lost


def forget() -> None:
    """Forget what this schedule has read and lost."""
    _readings.clear()
    _lost.clear()


def note(tree: ast.Module, text: str, file: str, above: int) -> ast.Module:
    """Let the code of a tree note its reads and writes."""
    found = _Finder()
    found.visit(tree)
    if not found.names:
        return tree
    noted: ast.Module = _Noter(found, text.splitlines(), file, above).visit(tree)
    return noted


def _here() -> dict[str, object]:
    return sys._getframe(1).f_globals


def _seen(owner: object, key: object, value: object) -> object:
    """Note that the calling thread has read a value, and pass it on."""
    try:
        readings = _readings.setdefault((id(owner), key), {})
    except TypeError:
        return value
    readings[get_ident()] = _Reading(sys._getframe(1))
    return value


def _wrote(owner: object, key: object, line: int, rule: str) -> None:
    """Note that the calling thread has written a value, by what it was if there is a rule."""
    try:
        readings = _readings.get((id(owner), key))
    except TypeError:
        return
    if not readings:
        return
    me = get_ident()
    mine = readings.pop(me, None)
    for other in readings.values():
        other.stale = other.stale or (_thread(me), line)
    if mine and mine.stale and rule and mine.frame is sys._getframe(1):
        writer, there = mine.stale
        _lost.append((_name(owner, key), _thread(me), _lines[line], writer, _lines[there], rule))


def _name(owner: object, key: object) -> str:
    if isinstance(owner, dict):
        return str(key) if "__builtins__" in owner else f"the item {key!r}"
    return f"{type(owner).__name__}.{key}"


def _thread(number: int) -> str:
    if "threading" not in sys.modules:
        return "a thread"
    thread: Any = sys.modules["threading"].__dict__["_active"].get(number)
    return str(thread.name) if thread else "a thread"


class _Finder(ast.NodeVisitor):
    """Finds reads on which a write of the same value depends, function by function."""

    def __init__(self) -> None:
        self.reads: set[ast.AST] = set()
        # The writes that depend on such reads, with the rule that each breaks if they are lost.
        self.writes: dict[ast.AST, str] = {}
        # The places that matter, as text without what they belong to: `.n`, `['a']`, `n`.
        self.names: set[str] = set()
        self.globals: dict[ast.AST, set[str]] = {}

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._look(node)
        self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._look(node)
        self.generic_visit(node)

    def _look(self, function: Function) -> None:
        shared = _globals(function)
        guards: dict[str, list[ast.AST]] = {}
        carried: dict[str, dict[str, list[ast.AST]]] = {}
        for node in _own(function):
            if isinstance(node, ast.If):
                self._decision(node, shared)
                if isinstance(node.body[-1], (ast.Return, ast.Raise, ast.Continue)):
                    # All that follows depends on it.
                    for place, reads in _reads(node.test, shared).items():
                        guards.setdefault(place, []).extend(reads)
            elif isinstance(node, ast.AugAssign) and _place(node.target, shared):
                self._found(node, node.target, [])
            elif isinstance(node, ast.Assign) and len(node.targets) == 1:
                self._assignment(node, shared, carried)
                used = guards.get(_place(node.targets[0], shared))
                if used:
                    self._found(node, node.targets[0], used, _CHECK)

    def _assignment(
        self, node: ast.Assign, shared: set[str], carried: dict[str, dict[str, list[ast.AST]]]
    ) -> None:
        target = node.targets[0]
        reads = _reads(node.value, shared)
        if place := _place(target, shared):
            used = [*reads.get(place, [])]
            for name in _names(node.value):
                used += carried.get(name, {}).get(place, [])
            if used:
                self._found(node, target, used)
        elif isinstance(target, ast.Name):
            for name in _names(node.value):
                for place, there in carried.get(name, {}).items():
                    reads.setdefault(place, []).extend(there)
            carried[target.id] = reads

    def _decision(self, node: ast.If, shared: set[str]) -> None:
        reads = _reads(node.test, shared)
        for child in (one for part in node.body for one in ast.walk(part)):
            if isinstance(child, ast.Assign) and len(child.targets) == 1:
                used = reads.get(_place(child.targets[0], shared))
                if used:
                    self._found(child, child.targets[0], used, _CHECK)

    def _found(
        self, write: ast.AST, target: ast.expr, reads: list[ast.AST], rule: str = _CHANGE
    ) -> None:
        self.writes.setdefault(write, rule)
        self.reads.update(reads)
        self.names.add(_last(target))


def _own(function: Function) -> Iterator[ast.AST]:
    """Go through a function in the order of its text, without functions inside of it."""
    waiting: list[ast.AST] = list(reversed(function.body))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            waiting += reversed(list(ast.iter_child_nodes(node)))


def _globals(function: Function) -> set[str]:
    return {name for one in _own(function) if isinstance(one, ast.Global) for name in one.names}


def _place(node: ast.expr, shared: set[str]) -> str:
    """Spell a place that several threads may write; empty for what is none."""
    if isinstance(node, ast.Name):
        return node.id if node.id in shared else ""
    if isinstance(node, ast.Attribute):
        return ast.unparse(node) if isinstance(node.value, ast.Name) else ""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, (ast.Constant, ast.Name)):
        simple = isinstance(node.value, ast.Name) or _place(node.value, shared)
        return ast.unparse(node) if simple else ""
    return ""


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f".{node.attr}"
    return f"[{ast.unparse(node.slice)}]" if isinstance(node, ast.Subscript) else ast.unparse(node)


def _reads(node: ast.expr, shared: set[str]) -> dict[str, list[ast.AST]]:
    found: dict[str, list[ast.AST]] = {}
    for one in ast.walk(node):
        if not isinstance(one, (ast.Name, ast.Attribute, ast.Subscript)):
            continue
        place = _place(one, shared) if isinstance(one.ctx, ast.Load) else ""
        if place:
            found.setdefault(place, []).append(one)
    return found


def _names(node: ast.expr) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


class _Noter(ast.NodeTransformer):
    """Puts the notes into a tree."""

    def __init__(self, found: _Finder, lines: list[str], file: str, above: int) -> None:
        self._found = found
        self._lines = lines
        self._file = file
        self._above = above
        self._shared: set[str] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def _function(self, node: Function) -> ast.AST:
        around = self._shared
        self._shared = _globals(node)
        self.generic_visit(node)
        self._shared = around
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return self._read(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        return self._read(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._read(node)

    def _read(self, node: ast.Attribute | ast.Subscript | ast.Name) -> ast.AST:
        if node not in self._found.reads:
            return self.generic_visit(node)
        plain = copy.deepcopy(node)
        return ast.copy_location(self._call(_SEEN, plain, plain), node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.AST]:
        self.generic_visit(node)
        after = [self._note(node, target) for target in node.targets if self._matters(target)]
        return [node, *after] if after else node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST | list[ast.AST]:
        self.generic_visit(node)
        if not self._matters(node.target):
            return node
        before = ast.Expr(self._call(_SEEN, node.target, ast.Constant(None)))
        return [ast.copy_location(before, node), node, self._note(node, node.target)]

    def _matters(self, target: ast.expr) -> bool:
        return bool(_place(target, self._shared)) and _last(target) in self._found.names

    def _note(self, node: ast.stmt, target: ast.expr) -> ast.AST:
        text = self._lines[node.lineno - 1].strip() if node.lineno <= len(self._lines) else ""
        _lines.append((self._file, node.lineno + self._above, text))
        line, rule = ast.Constant(len(_lines) - 1), ast.Constant(self._found.writes.get(node, ""))
        return ast.copy_location(ast.Expr(self._call(_WROTE, target, line, rule)), node)

    def _call(self, function: str, place: ast.expr, *more: ast.expr) -> ast.Call:
        """Call a note with the owner of a place, its key there, and more."""
        owner: ast.expr
        key: ast.expr
        if isinstance(place, ast.Attribute):
            owner, key = place.value, ast.Constant(place.attr)
        elif isinstance(place, ast.Subscript):
            owner, key = place.value, place.slice
        else:
            owner, key = ast.Call(ast.Name(_HERE, ast.Load()), [], []), ast.Constant(_last(place))
        given = [copy.deepcopy(owner), copy.deepcopy(key), *more]
        return ast.Call(ast.Name(function, ast.Load()), given, [])
