"""Puts notes into a project's code where threads may share what it reads and writes.

That is every attribute and global that a function changes after it was set up.
"""

from __future__ import annotations

import ast
import copy

import understudy_races
from understudy_races import READ, WRITE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Function = ast.FunctionDef | ast.AsyncFunctionDef

# What is noted of lost updates already, and how code asks for its globals.
_SEEN = "<seen>"
_HERE = "<here>"


def note(
    tree: ast.Module, text: str, file: str, above: int, sites: list[tuple[str, int, str, bool]]
) -> ast.Module:
    """Let the code of a tree note its accesses to what threads may share."""
    names = _changed_names(tree)
    if not names:
        return tree
    noted: ast.Module = _Noter(names, text.splitlines(), file, above, sites).visit(tree)
    return noted


def _changed_names(tree: ast.Module) -> set[str]:
    """Tell what is written after it was set up: `.n` for attributes, `n` for globals."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            shared = _declared(node)
            for target in _targets(node):
                if isinstance(target, ast.Attribute) and node.name != "__init__":
                    found.add(f".{target.attr}")
                elif isinstance(target, ast.Name) and target.id in shared:
                    found.add(target.id)
    return found


def _own(function: Function) -> Iterator[ast.AST]:
    """Go through a function without the functions inside of it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            waiting += ast.iter_child_nodes(node)


def _declared(function: Function) -> set[str]:
    return {name for one in _own(function) if isinstance(one, ast.Global) for name in one.names}


def _targets(function: Function) -> Iterator[ast.expr]:
    for node in _own(function):
        if isinstance(node, (ast.Attribute, ast.Name)) and isinstance(node.ctx, ast.Store):
            yield node


def _local_names(function: Function) -> set[str]:
    arguments = function.args
    given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    given += [one for one in (arguments.vararg, arguments.kwarg) if one]
    names = {one.arg for one in given}
    names |= {one.id for one in _targets(function) if isinstance(one, ast.Name)}
    return names - _declared(function)


def _spelt(value: ast.expr | None) -> str:
    return repr(value.value) if isinstance(value, ast.Constant) else ""


class _Noter(ast.NodeTransformer):
    """Puts the notes into a tree."""

    def __init__(
        self,
        names: set[str],
        lines: list[str],
        file: str,
        above: int,
        sites: list[tuple[str, int, str, bool]],
    ) -> None:
        self._names = names
        self._lines = lines
        self._file = file
        self._above = above
        self._sites = sites
        # The names that are a function's own; nothing outside of functions.
        self._local: set[str] | None = None
        self._sets_up = False

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        # Its arguments are names of its own, and it is mostly called where it stands.
        return node

    def _function(self, node: Function) -> ast.AST:
        around = self._local, self._sets_up
        self._local = (self._local or set()) | _local_names(node)
        self._sets_up = node.name == "__init__"
        node.body = [one for old in node.body for one in self._statements(old)]
        self._local, self._sets_up = around
        return node

    def _statements(self, node: ast.stmt) -> list[ast.stmt]:
        made: ast.stmt | list[ast.stmt] = self.visit(node)
        return made if isinstance(made, list) else [made]

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Name) and node.func.id == _SEEN and self._local is not None:
            place = node.args[2]
            if isinstance(place, (ast.Attribute, ast.Name)) and self._matters(place):
                return self._noted_read(place, node)
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        return self._load(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._load(node)

    def _load(self, node: ast.Attribute | ast.Name) -> ast.AST:
        if not isinstance(node.ctx, ast.Load) or not self._matters(node):
            return node
        return self._noted_read(node, node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.AST]:
        node.value = self.visit(node.value)
        written = [one for target in node.targets for one in self._written(target)]
        return [node, *(self._noted_write(node, one, _spelt(node.value)) for one in written)]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | list[ast.AST]:
        if node.value is None:
            return node
        node.value = self.visit(node.value)
        written = self._written(node.target)
        return [node, *(self._noted_write(node, one, _spelt(node.value)) for one in written)]

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST | list[ast.AST]:
        node.value = self.visit(node.value)
        written = self._written(node.target)
        if not written:
            return node
        read = self._noted_read(written[0], ast.Constant(None))
        before = ast.copy_location(ast.Expr(read), node)
        return [before, node, self._noted_write(node, written[0], "")]

    def _written(self, target: ast.expr) -> list[ast.Attribute | ast.Name]:
        if isinstance(target, (ast.Tuple, ast.List)):
            return [one for element in target.elts for one in self._written(element)]
        if isinstance(target, (ast.Attribute, ast.Name)) and self._matters(target):
            return [] if self._sets_up else [target]
        return []

    def _matters(self, node: ast.Attribute | ast.Name) -> bool:
        if self._local is None:
            return False
        if isinstance(node, ast.Attribute):
            return isinstance(node.value, ast.Name) and f".{node.attr}" in self._names
        return node.id in self._names and node.id not in self._local

    def _noted_read(self, place: ast.Attribute | ast.Name, value: ast.expr) -> ast.expr:
        line = self._line(place)
        self._sites.append((*understudy_races.lines[line], True))
        more = [value, ast.Constant(line), ast.Constant(len(self._sites) - 1)]
        return self._call(READ, place, more)

    def _noted_write(self, node: ast.stmt, place: ast.Attribute | ast.Name, same: str) -> ast.AST:
        more: list[ast.expr] = [ast.Constant(self._line(place)), ast.Constant(same)]
        return ast.copy_location(ast.Expr(self._call(WRITE, place, more)), node)

    def _line(self, node: ast.expr) -> int:
        text = self._lines[node.lineno - 1].strip() if node.lineno <= len(self._lines) else ""
        understudy_races.lines.append((self._file, node.lineno + self._above, text))
        return len(understudy_races.lines) - 1

    def _call(
        self, function: str, place: ast.Attribute | ast.Name, more: list[ast.expr]
    ) -> ast.expr:
        owner: ast.expr
        if isinstance(place, ast.Attribute):
            owner, name = copy.deepcopy(place.value), place.attr
            for one in ast.walk(owner):
                if isinstance(one, ast.Name):
                    one.ctx = ast.Load()
        else:
            owner, name = ast.Call(ast.Name(_HERE, ast.Load()), [], []), place.id
        call = ast.Call(ast.Name(function, ast.Load()), [owner, ast.Constant(name), *more], [])
        return ast.copy_location(call, place)
