"""Tells what others may do to a project, as the methods of its extensions offer it.

An extension shows its owner a face: methods that begin, that end, that are asked each frame. Who
calls them may do it twice, too early or in the middle of the work. Each of these is a scenario for
an exploration: a name, and calls for the main thread to make before certain frames.
"""

from __future__ import annotations

import ast
import errno
import inspect
import json
import os
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# The words that methods' names begin with, in the order in which such calls follow each other.
_STARTS = ("Start", "Launch", "Open", "Begin", "Connect", "Run")
_STOPS = ("Stop", "Close", "Cancel", "Shutdown", "End", "Disconnect", "Abort", "Quit")
# Before the first frame that the project makes; in one that it has started by then; one later.
_BEFORE, _AT_WORK, _LATER = -1, 1, 2
# What takes a port.
_BINDERS = {
    *("bind", "serve", "make_server", "start_server", "create_server", "HTTPServer"),
    *("ThreadingHTTPServer", "TCPServer", "ThreadingTCPServer", "UDPServer", "ThreadingUDPServer"),
}
# Projects with more extensions have these many looked at: each scenario takes a share of the time.
_MOST_EXTENSIONS = 4
_MOST_METHODS = 8
# By which the explorer knows the exceptions that it brings about itself.
TAKER = "whoever `verify` lets have it"

# The way to take a port, while nobody can.
_bind: list[Any] = []


class Face:
    """What the text of a class says of the attributes of its instances."""

    def __init__(self, node: ast.ClassDef) -> None:
        self.initial: set[str] = set()
        self.later: set[str] = set()
        self.read: set[str] = set()
        self.filled: set[str] = set()
        self.takes_ports = False
        for function in node.body:
            if isinstance(function, _FUNCTIONS) and function.args.args:
                self._look(function, function.args.args[0].arg, function.name == "__init__")
            else:
                self.initial |= {one.id for one in _targets(function) if isinstance(one, ast.Name)}

    def _look(self, function: ast.AST, me: str, is_first: bool) -> None:
        for node in ast.walk(function):
            for target in _targets(node):
                if name := _own(target, me):
                    value = getattr(node, "value", None)
                    if not (isinstance(value, ast.Constant) and value.value is None):
                        self.filled.add(name)
            name = _own(node, me)
            if not name and getattr(node, "attr", getattr(node, "id", "")) in _BINDERS:
                self.takes_ports = True
            if name and isinstance(getattr(node, "ctx", None), ast.Load):
                self.read.add(name)
            elif name:
                (self.initial if is_first else self.later).add(name)
                if not is_first:
                    self.filled.add(name)


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


def _own(node: ast.AST, me: str) -> str:
    """Tell the attribute of the instance that an expression is; empty for none."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr if node.value.id == me else ""
    return ""


_faces: dict[str, Face] = {}


def read(tree: ast.Module) -> None:
    """Remember what a text's classes say of their instances."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            _faces[node.name] = Face(node)


class StandIn:
    """Something in the place of what a project leaves for others to fill in."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_given: object, **_named: object) -> None:
        """Do nothing."""


def fill(instance: object, attribute: str) -> None:
    """Give an attribute a value that can be called and asked for anything."""
    setattr(instance, attribute, StandIn())


def take_ports() -> None:
    """Let another program have every port that somebody wants from now on."""
    sockets: Any = import_module("socket").socket
    _bind.append(sockets.bind)

    def bind(_self: object, _address: object, /) -> None:
        raise OSError(errno.EADDRINUSE, f"{os.strerror(errno.EADDRINUSE)}, by {TAKER}")

    sockets.bind = bind


def forget() -> None:
    """Give the ports back."""
    while _bind:
        sockets: Any = import_module("socket").socket
        sockets.bind = _bind.pop()


def tell() -> str:
    """Describe the scenarios of the project that is loaded, as JSON."""
    td: Any = import_module("td")
    found: list[dict[str, Any]] = []
    places = [
        (comp.path, number, instance)
        for comp in td.root.findChildren(type=td.COMP)
        if comp.path.startswith("/project1")
        for number, instance in enumerate(comp.extensions)
    ]
    for path, number, instance in places[:_MOST_EXTENSIONS]:
        found += _scenarios(f"op({path!r})", f"op({path!r}).extensions[{number}]", instance)
    return json.dumps(found)


def _scenarios(owner: str, there: str, instance: object) -> Iterator[dict[str, Any]]:
    methods = _methods(instance)
    starts = [one for one in methods if one.startswith(_STARTS)]
    stops = [one for one in methods if one.startswith(_STOPS)]
    for start in starts[:1]:
        yield _scenario(f"{start}() is called twice", there, (_AT_WORK, start), (_AT_WORK, start))
    for stop in stops[:1]:
        yield _scenario(f"{stop}() is called twice", there, (_LATER, stop), (_LATER, stop))
        for start in starts[:1]:
            calls = (_AT_WORK, start), (_AT_WORK, stop)
            yield _scenario(f"{stop}() is called right after {start}()", there, *calls)
    early = [one for one in methods if one not in starts][:_MOST_METHODS]
    if early:
        names = ", ".join(f"{one}()" for one in early)
        calls = [(_BEFORE, one) for one in early]
        yield _scenario(f"the project has not started yet: {names}", there, *calls)
    for start in starts[:1]:
        again = _scenario("the extension is made anew while it works", there, (_AT_WORK, start))
        again["calls"].append(_call(_LATER, f"{owner}.initializeExtensions()"))
        yield again
        yield _scenario("the project is closed while it works", there, (_AT_WORK, start)) | {
            "frames": _LATER
        }
        stall = _scenario("a frame takes two seconds while it works", there, (_AT_WORK, start))
        yield stall | {"stall": _LATER}
        if any(one.takes_ports for one in _faces_of(instance)):
            taken = _scenario("its port is taken", there, (_AT_WORK, start))
            taken["calls"].insert(0, _call(_BEFORE, f"__import__({__name__!r}).take_ports()"))
            taken["calls"] += [_call(_LATER, f"{there}.{stop}()") for stop in stops[:1]]
            yield taken
    yield from _attributes(there, instance, stops)


def _attributes(there: str, instance: object, stops: list[str]) -> Iterator[dict[str, Any]]:
    faces = _faces_of(instance)
    initial = {name for face in faces for name in face.initial}
    later = {name for face in faces for name in face.later}
    asked = {name for face in faces for name in face.read}
    filled = {name for face in faces for name in face.filled}
    for name in sorted(later - initial - asked):
        # Written for others to read, and not there before.
        if not name.startswith("_") and not hasattr(instance, name):
            there_now = _call(_BEFORE, f"getattr({there}, {name!r})")
            yield _scenario(f"{name} is asked for at once", there) | {"calls": [there_now]}
    for name in sorted((initial & asked) - filled):
        if stops and getattr(instance, name, 0) is None:
            value = _call(_AT_WORK, f"__import__('understudy_scenarios').fill({there}, {name!r})")
            text = f"{name} has a value, which nothing here gives it, and {stops[0]}() is called"
            calls = [value, _call(_LATER, f"{there}.{stops[0]}()")]
            yield _scenario(text, there) | {"calls": calls}


def _faces_of(instance: object) -> list[Face]:
    return [_faces[one.__name__] for one in type(instance).__mro__ if one.__name__ in _faces]


def _scenario(name: str, there: str, *calls: tuple[int, str]) -> dict[str, Any]:
    made = [_call(frame, f"{there}.{method}()") for frame, method in calls]
    return {"name": name, "calls": made, "frames": None, "stall": None}


def _call(frame: int, expression: str) -> dict[str, Any]:
    return {"frame": frame, "expression": expression}


def _methods(instance: object) -> list[str]:
    """Tell the methods that others may call with nothing, in the order they are written in."""
    known: dict[str, object] = {}
    for one in reversed(type(instance).__mro__[:-1]):
        known.update(vars(one))
    return [
        name
        for name, member in known.items()
        if name[:1].isupper() and inspect.isfunction(member) and _needs_nothing(member)
    ]


def _needs_nothing(function: Any) -> bool:
    # By the code alone: a signature would look at annotations, which name what is not there.
    code = function.__code__
    given = len(function.__defaults__ or ())
    named = set(code.co_varnames[code.co_argcount :][: code.co_kwonlyargcount])
    return code.co_argcount - given <= 1 and named <= set(function.__kwdefaults__ or ())
