"""Puts points into a project's code where CPython may change the thread, for an exploration.

CPython looks for another thread that wants the GIL at the entry of a function, after a call and
where a loop goes back, and nowhere else. There the compiled code calls `<point>`, a name that no
source text can spell, with the number of a site. The text itself and its line numbers stay.
"""

from __future__ import annotations

import ast
from importlib.machinery import SourceFileLoader
from importlib.util import decode_source
from types import CodeType

import understudy_backlog
import understudy_handles
import understudy_quiet
import understudy_race_notes
import understudy_races
import understudy_recall
import understudy_scenarios
import understudy_updates

TYPE_CHECKING = False
if TYPE_CHECKING:
    Function = ast.FunctionDef | ast.AsyncFunctionDef
    Loop = ast.For | ast.AsyncFor | ast.While

Site = tuple[str, int, str, bool]

POINT = "<point>"
_GIVEN = "<given>"

# The files and lines that the numbers of sites stand for, and whether CPython would change no
# thread there; 0 stands for none.
sites: list[Site] = [("", 0, "", False)]

_codes: dict[str, CodeType] = {}
_named: dict[tuple[str, str], CodeType] = {}
# The text that each file's name stands for in tracebacks.
texts: dict[str, str] = {}
_has_points = False
_notes_races = False
library = ast.__file__.removesuffix("ast.py")
ours = __file__.removesuffix("understudy_explore.py")


def install(level: str) -> None:
    """Give modules that the project imports from its own files points as well."""
    global _has_points, _notes_races
    _has_points = level != "sync"
    _notes_races = level == "shared"
    original = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        path = self.get_filename(fullname)
        if not is_of_project(path):
            return original(self, fullname)
        return compile_text(decode_source(self.get_data(path)), path)

    SourceFileLoader.get_code = get_code
    understudy_recall.install()
    understudy_updates.install()
    understudy_backlog.install()
    understudy_handles.install()
    if _notes_races:
        understudy_races.install()


def prepare(text: str, file: str, line: int) -> None:
    """Compile a text before it is needed: one that begins at a line of a file of the project."""
    if text not in _codes:
        _codes[text] = _compile(text, file, line - 1)


def compile_text(text: str, file: str) -> CodeType:
    """Compile a script, with points in it if the level asks for them."""
    texts[file] = text
    if (text, file) not in _named:
        if text not in _codes:
            _codes[text] = _compile(text, file, 0)
        _named[text, file] = _renamed(_codes[text], file)
    return _named[text, file]


def _compile(text: str, file: str, above: int) -> CodeType:
    tree = ast.parse(text, file)
    understudy_scenarios.read(tree)
    if _has_points:
        tree = _Points(tree, text, file, above).visit(tree)
    tree = understudy_handles.note(tree, text, file, above)
    tree = understudy_updates.note(tree, text, file, above)
    if _notes_races:
        tree = understudy_race_notes.note(tree, text, file, above, sites)
    tree = ast.fix_missing_locations(tree)
    return compile(tree, file, "exec", dont_inherit=True)


def _renamed(code: CodeType, file: str) -> CodeType:
    if code.co_filename == file:
        return code
    constants = tuple(
        _renamed(one, file) if isinstance(one, CodeType) else one for one in code.co_consts
    )
    return code.replace(co_filename=file, co_consts=constants)


def is_of_project(path: str) -> bool:
    """Say whether a file is neither of Python's library nor ours nor of an installed package."""
    return not (
        path.startswith((library, ours)) or "site-packages" in path or "dist-packages" in path
    )


class _Points(ast.NodeTransformer):
    """Puts calls of `<point>` into a syntax tree."""

    def __init__(self, tree: ast.Module, text: str, file: str, above: int) -> None:
        self._may_be_quiet = not understudy_quiet.shadows(tree)
        self._lines = text.splitlines()
        self._file = file
        self._above = above
        self._private: set[str] = set()

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        return self._point(node, node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def visit_For(self, node: ast.For) -> ast.AST:
        return self._loop(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        return self._loop(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._loop(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        # An annotation may be kept as the text that its tree spells.
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return node

    def _function(self, node: Function) -> ast.AST:
        if self._may_be_quiet and understudy_quiet.is_pure(node):
            return self._remembering(node)
        returns, node.returns = node.returns, None
        around = self._private
        self._private = understudy_quiet.private_names(node) if self._may_be_quiet else set()
        self.generic_visit(node)
        self._private = around
        node.returns = returns
        start = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body.insert(start, self._statement(node))
        return node

    def _remembering(self, node: Function) -> ast.AST:
        """Let a pure function ask first whether its result is known."""
        function = ast.Constant(understudy_recall.name(node))
        entry = self._statement(node)
        arguments = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
        given: list[ast.expr] = [ast.Name(one.arg, ast.Load()) for one in arguments]
        ask = ast.Call(ast.Name(understudy_recall.RECALL, ast.Load()), [function, *given], [])
        known = ast.Name(_GIVEN, ast.Load())
        answer = ast.Return(ast.Subscript(known, ast.Constant(2), ast.Load()))
        for one in ast.walk(node):
            if isinstance(one, ast.Return):
                result = one.value or ast.Constant(None)
                one.value = ast.Call(
                    ast.Name(understudy_recall.NOTE, ast.Load()), [known, result], []
                )
        start = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body[start:start] = [
            entry,
            ast.Assign([ast.Name(_GIVEN, ast.Store())], ask),
            ast.If(ast.Subscript(known, ast.Constant(1), ast.Load()), [answer], []),
        ]
        return node

    def _loop(self, node: Loop) -> ast.AST:
        quiet = isinstance(node, ast.For) and understudy_quiet.is_quiet(node, self._private)
        if quiet:
            # To lose the processor in here is as good as to lose it before.
            return node
        self.generic_visit(node)
        node.body.insert(0, self._statement(node))
        return node

    def _statement(self, place: ast.stmt) -> ast.stmt:
        nothing = ast.copy_location(ast.Constant(None), place)
        return ast.copy_location(ast.Expr(self._point(nothing, place)), place)

    def _point(self, value: ast.expr, place: ast.expr | ast.stmt) -> ast.expr:
        line = self._lines[place.lineno - 1].strip() if place.lineno <= len(self._lines) else ""
        sites.append((self._file, place.lineno + self._above, line, False))
        call = ast.Call(ast.Name(POINT, ast.Load()), [value, ast.Constant(len(sites) - 1)], [])
        return ast.copy_location(call, place)
