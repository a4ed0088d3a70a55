"""Puts points into a project's code where CPython may change the thread, for an exploration.

CPython looks for another thread that wants the GIL at the entry of a function, after a call and
where a loop goes back, and nowhere else. There the compiled code calls `<point>`, a name that no
source text can spell, with the number of a site. The text itself and its line numbers stay.
"""

from __future__ import annotations

import ast
import builtins
import dis
import json
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import decode_source
from types import CodeType

import understudy_backlog
import understudy_handles
import understudy_quiet
import understudy_race_notes
import understudy_races
import understudy_scenarios
import understudy_updates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

    Function = ast.FunctionDef | ast.AsyncFunctionDef
    Loop = ast.For | ast.AsyncFor | ast.While

Site = tuple[str, int, str, bool]
Plain = int | float | str | bool | None
Call = tuple[str, int, str]
Description = tuple[int, str, bool, str, list[Call], int]

POINT = "<point>"
_RECALL = "<recall>"
_NOTE = "<note>"
_GIVEN = "<given>"

# The files and lines that the numbers of sites stand for, and whether CPython would change no
# thread there; 0 stands for none.
sites: list[Site] = [("", 0, "", False)]

# What pure functions made of their arguments: their work is done in one schedule and known in all.
_results: dict[str, Plain] = {}
_fresh: dict[str, Plain] = {}

_codes: dict[str, CodeType] = {}
_named: dict[tuple[str, str], CodeType] = {}
# The text that each file's name stands for in tracebacks.
_texts: dict[str, str] = {}
_has_points = False
_notes_races = False
_library = ast.__file__.removesuffix("ast.py")
_ours = __file__.removesuffix("understudy_explore.py")


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
    builtins.__dict__[_RECALL] = _recall
    builtins.__dict__[_NOTE] = _note
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
    _texts[file] = text
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


def threads() -> list[Description]:
    """Describe each thread: number, name, whether a daemon, what it waits for, its calls.

    At last comes the number of the thread whose end it waits for, 0 for none.
    """
    # Without the lock of `threading`, which a thread that gets no further may have.
    known = dict(sys.modules["threading"].__dict__["_active"]) if "threading" in sys.modules else {}
    found: list[Description] = []
    for identifier, frame in sys._current_frames().items():
        thread = known.get(identifier)
        name = thread.name if thread else "a thread without a name"
        daemon = bool(thread.daemon) if thread else True
        own = _below_ours(frame)
        found.append((identifier, name, daemon, _wait(own), _calls(own), _awaited(own)))
    return found


def doing(identifier: int) -> tuple[str, str]:
    """Tell the call that a thread is in where it left the project's code, and that whole line."""
    frame = _below_ours(sys._current_frames().get(identifier))
    while frame is not None and frame.f_code.co_filename not in _texts:
        frame = frame.f_back
    if frame is None:
        return "", ""
    lines = _texts[frame.f_code.co_filename].splitlines()
    line = lines[frame.f_lineno - 1].strip() if frame.f_lineno <= len(lines) else ""
    last = [one for one in dis.get_instructions(frame.f_code) if one.offset <= frame.f_lasti][-1:]
    place = last[0].positions if last and last[0].opname.startswith(_WORKING) else None
    if place is None or None in place:
        return "", line
    first, end, start, stop = [int(one or 0) for one in place]
    # Columns are counted in bytes.
    text = lines[first - 1].encode()
    return (text[start:stop] if first == end else text[start:] + b" ...").decode(), line


# What may take for ever in one instruction.
_WORKING = (
    "CALL",
    "PRECALL",
    "BINARY",
    "COMPARE",
    "CONTAINS",
    "FOR_ITER",
    "GET_ITER",
    "LIST",
    "DICT",
)


def learned() -> str:
    """Tell what pure functions have made in this schedule for the first time, as JSON."""
    return json.dumps(_fresh) if _fresh else ""


def learn(results: str) -> None:
    """Take over what another schedule has learned."""
    _results.update(json.loads(results))


def forget() -> None:
    """Keep what this schedule has learned as what was learned before."""
    _results.update(_fresh)
    _fresh.clear()


def _recall(site: int, *given: object) -> tuple[str, bool, Plain]:
    """Give the key of a call, whether its result is known, and the result."""
    if not all(type(one) in _PLAIN for one in given):
        return "", False, None
    key = f"{site} {given!r}"
    return key, key in _results, _results.get(key)


def _note(given: tuple[str, bool, Plain], result: Plain) -> Plain:
    """Keep the result of a call and pass it on."""
    if given[0] and type(result) in _PLAIN:
        _fresh[given[0]] = result
    return result


_PLAIN = {int, str, bool, type(None)}


def is_of_project(path: str) -> bool:
    """Say whether a file is neither of Python's library nor ours nor of an installed package."""
    return not (
        path.startswith((_library, _ours)) or "site-packages" in path or "dist-packages" in path
    )


def _below_ours(frame: FrameType | None) -> FrameType | None:
    """Leave out the call that asks."""
    while frame is not None and frame.f_code.co_filename.startswith(_ours):
        frame = frame.f_back
    return frame


def _calls(frame: FrameType | None) -> list[Call]:
    calls: list[Call] = []
    while frame is not None and len(calls) < 50:
        code = frame.f_code
        if not code.co_filename.startswith(_ours):
            calls.append((code.co_filename, frame.f_lineno, code.co_name))
        frame = frame.f_back
    return calls


_WAITS = {
    ("queue", "get"): "an item of a queue",
    ("queue", "put"): "room in a queue",
    ("queue", "join"): "a queue's items to be done with",
    ("threading", "acquire"): "a semaphore",
    ("threading", "wait_for"): "a condition",
    ("threading", "__enter__"): "a lock",
    ("concurrent", "result"): "a future's result",
    ("concurrent", "shutdown"): "a pool's threads to end",
    ("subprocess", "wait"): "a program to end",
    ("socketserver", "serve_forever"): "a connection",
}


def _wait(frame: FrameType | None) -> str:
    """Say what a thread waits for, going by the standard library's functions that it is in."""
    best = _WAITS_IN_C.get(_called(frame), "") if frame is not None else ""
    while frame is not None and frame.f_code.co_filename.startswith(_library):
        module = frame.f_code.co_filename.removeprefix(_library).removesuffix(".py")
        name = frame.f_code.co_name
        if module == "threading" and name == "join":
            best = f"the end of {getattr(frame.f_locals.get('self'), 'name', 'a thread')}"
        elif module == "threading" and name == "wait":
            owner = type(frame.f_locals.get("self")).__name__.lower()
            best = f"an {owner}" if owner[0] in "aeiou" else f"a {owner}"
        else:
            best = _WAITS.get((module.split("/")[0], name), best)
        frame = frame.f_back
    return best


_WAITS_IN_C = {"with": "a lock", "acquire": "a lock", "get": "an item of a queue"}


def _called(frame: FrameType) -> str:
    """Tell the name of the method that a call is in which is not written in Python."""
    if frame.f_code.co_filename.startswith("<frozen"):
        # What importing is made of takes its own locks twice.
        return ""
    before: list[dis.Instruction] = []
    for one in dis.get_instructions(frame.f_code):
        if one.offset > frame.f_lasti:
            break
        before.append(one)
    if not before or before[-1].opname == "BEFORE_WITH":
        return "with" if before else ""
    call = before[-1].positions
    for one in reversed(before[:-1]):
        # The method is looked up where the whole call begins, after what it is a method of.
        there = one.positions
        is_lookup = one.opname in ("LOAD_METHOD", "LOAD_ATTR")
        if is_lookup and call and there and there[::2] == call[::2]:
            return str(one.argval)
    return ""


def _awaited(frame: FrameType | None) -> int:
    """Tell the number of the thread that is joined, by the innermost `join` of `threading`."""
    while frame is not None and frame.f_code.co_filename.startswith(_library):
        if frame.f_code.co_name == "join" and frame.f_code.co_filename.endswith("threading.py"):
            return int(getattr(frame.f_locals.get("self"), "ident", None) or 0)
        frame = frame.f_back
    return 0


def end_joins(identifier: int) -> bool:
    """Let those who wait for a thread's end get on, on a CPython that has no lock for that."""
    if "threading" not in sys.modules:
        return False
    known: dict[int, Any] = sys.modules["threading"].__dict__["_active"]
    handle = getattr(known.get(identifier), "_handle", None)
    if handle is None:
        return False
    handle._set_done()
    return True


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
        entry = self._statement(node)
        arguments = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
        given: list[ast.expr] = [ast.Name(one.arg, ast.Load()) for one in arguments]
        site = ast.Constant(len(sites) - 1)
        ask = ast.Call(ast.Name(_RECALL, ast.Load()), [site, *given], [])
        known = ast.Name(_GIVEN, ast.Load())
        answer = ast.Return(ast.Subscript(known, ast.Constant(2), ast.Load()))
        for one in ast.walk(node):
            if isinstance(one, ast.Return):
                result = one.value or ast.Constant(None)
                one.value = ast.Call(ast.Name(_NOTE, ast.Load()), [known, result], [])
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
