"""Reads what a script offers, so that a project without wiring can be given some."""

import _ast
import builtins
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypedDict

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
        programs: list[list[str]]


# `_ast` is in memory already; importing `ast`, `re` and `typing` takes longer than the rest of a
# start, and even `__future__` would be one more file to read.
_CALLBACKS = ("onStart", "onCreate", "onExit", "onFrameStart", "onFrameEnd", "onPlayStateChange")


def plan(source: str, is_known: "Callable[[str], bool]") -> "Plan":
    """Read a script that compiles; `is_known` tells of a name whether every script finds it."""
    tree = compile(source, "<script>", "exec", _ast.PyCF_ONLY_AST, dont_inherit=True)
    assert isinstance(tree, _ast.Module)
    classes = [
        _class_plan(node)
        for node in tree.body
        if isinstance(node, _ast.ClassDef) and _takes_owner(node, tree)
    ]
    callbacks = [
        node.name
        for node in tree.body
        if isinstance(node, _ast.FunctionDef) and node.name in _CALLBACKS
    ]
    return {
        "classes": classes,
        "operators": _operators(tree),
        "undefined": _undefined(tree, is_known),
        "callbacks": callbacks,
        "programs": _programs(tree),
    }


def _class_plan(node: _ast.ClassDef) -> "ClassPlan":
    functions = [one for one in node.body if isinstance(one, _ast.FunctionDef)]
    methods = [one for one in functions if _needs_nothing(one)]
    return {
        "name": node.name,
        "starts": [one.name for one in methods if _starts_with(one.name, "Start")],
        "polls": [one.name for one in methods if _is_poll(one)],
        "stops": [one.name for one in methods if _starts_with(one.name, "Stop")],
    }


def _is_poll(method: _ast.FunctionDef) -> bool:
    if _starts_with(method.name, "Check") or _starts_with(method.name, "Poll"):
        return True
    is_public = method.name[:1].isupper()
    text = _documentation(method) if is_public else ""
    if "frame" not in text.lower():
        return False
    import re

    # What is done a piece per frame is another matter than what is to be called each frame.
    said = r"\b(called|polled|invoked|call|poll)\b[^.]*\b(every|each|per)[ -]frame\b"
    return re.search(said, text, re.IGNORECASE) is not None


def _starts_with(name: str, word: str) -> bool:
    """Whether a name's first word is the given one: `Startup` does not start anything."""
    return name.startswith(word) and not name[len(word) : len(word) + 1].islower()


def _documentation(method: _ast.FunctionDef) -> str:
    first = method.body[0]
    text = _text(first.value) if isinstance(first, _ast.Expr) else None
    return text or ""


def _text(node: _ast.expr) -> str | None:
    """Return the text that a literal gives, or None for anything else."""
    value = node.value if isinstance(node, _ast.Constant) else None
    return value if isinstance(value, str) else None


def _takes_owner(node: _ast.ClassDef, tree: _ast.Module) -> bool:
    for one in node.body:
        if isinstance(one, _ast.FunctionDef) and one.name == "__init__":
            arguments = one.args.posonlyargs + one.args.args
            required = arguments[1 : len(arguments) - len(one.args.defaults)]
            if len(arguments) < 2 or len(required) > 1 or _required_keywords(one):
                return False
            owner = arguments[1]
            is_named_so = node.name.endswith(("Ext", "EXT", "Extension"))
            is_named_so |= node.name.startswith("ext") and node.name[3:4].isupper()
            return "owner" in owner.arg.lower() or is_named_so or _names_comp(owner.annotation)
    # A subclass inherits the one it does not define.
    bases = [base.id for base in node.bases if isinstance(base, _ast.Name)]
    return not node.keywords and any(_base_takes_owner(base, node, tree) for base in bases)


def _base_takes_owner(name: str, heir: _ast.ClassDef, tree: _ast.Module) -> bool:
    for node in tree.body:
        if node is heir:
            break
        if isinstance(node, _ast.ClassDef) and node.name == name:
            return _takes_owner(node, tree)
    for node in _walk(tree):
        if isinstance(node, _ast.ImportFrom) and any(
            (alias.asname or alias.name) == name for alias in node.names
        ):
            # A class of the project's own files; the standard library knows no owners.
            top = (node.module or "").split(".")[0]
            return bool(node.level) or top not in sys.stdlib_module_names
    return False


def _names_comp(annotation: _ast.expr | None) -> bool:
    if annotation is None:
        return False
    import ast

    return ast.unparse(annotation).strip("'\"").endswith("COMP")


def _needs_nothing(method: _ast.FunctionDef) -> bool:
    arguments = method.args.posonlyargs + method.args.args
    return len(arguments) - len(method.args.defaults) == 1 and not _required_keywords(method)


def _required_keywords(function: _ast.FunctionDef) -> bool:
    return any(default is None for default in function.args.kw_defaults)


def _operators(tree: _ast.Module) -> list[str]:
    found: list[str] = []
    for node in _walk(tree):
        if not isinstance(node, _ast.Call) or not node.args:
            continue
        text = _text(node.args[0]) if _called(node) == "op" else None
        if text is not None and text.isidentifier() and text not in found:
            found.append(text)
    return found


def _programs(tree: _ast.Module) -> list[list[str]]:
    """The programs that are started in a folder, both by a literal name."""
    found: list[list[str]] = []
    for node in _walk(tree):
        if not isinstance(node, _ast.Call) or not node.args:
            continue
        if _called(node) not in ("Popen", "run", "call", "check_call", "check_output"):
            continue
        first = node.args[0]
        if isinstance(first, _ast.List | _ast.Tuple) and first.elts:
            first = first.elts[0]
        folders = [one.value for one in node.keywords if one.arg == "cwd"]
        program, folder = _text(first), _text(folders[0]) if folders else None
        if program is not None and folder is not None and [program, folder] not in found:
            found.append([program, folder])
    return found


def _called(call: _ast.Call) -> str:
    """Return the last name of what is called: `run` for `subprocess.run()` and for `run()`."""
    if isinstance(call.func, _ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, _ast.Name) else ""


def _walk(tree: _ast.AST) -> "Iterator[_ast.AST]":
    """Yield a tree's nodes level by level, as `ast.walk` does."""
    todo = [tree]
    for node in todo:
        for field in node._fields:
            value: _ast.AST | list[object] | str | None = getattr(node, field, None)
            if isinstance(value, _ast.AST):
                todo.append(value)
            elif isinstance(value, list):
                todo += [one for one in value if isinstance(one, _ast.AST)]
        yield node


def _undefined(tree: _ast.Module, is_known: "Callable[[str], bool]") -> list[str]:
    defined = set(_bound(tree))
    if "*" in defined:
        # Nobody can say what such an import brings.
        return []
    called: list[str] = []
    for node in _walk(tree):
        if isinstance(node, _ast.Call) and isinstance(node.func, _ast.Name):
            name = node.func.id
            if name in defined or name in called or hasattr(builtins, name) or is_known(name):
                continue
            called.append(name)
    return called


def _bound(tree: _ast.Module) -> "Iterator[str]":
    for node in _walk(tree):
        if isinstance(node, _ast.Name) and not isinstance(node.ctx, _ast.Load):
            yield node.id
        elif isinstance(node, _ast.arg):
            yield node.arg
        elif isinstance(node, _ast.FunctionDef | _ast.AsyncFunctionDef | _ast.ClassDef):
            yield node.name
        elif isinstance(node, _ast.alias):
            yield node.asname or node.name.split(".")[0]
        elif isinstance(node, _ast.ExceptHandler | _ast.MatchAs | _ast.MatchStar) and node.name:
            yield node.name
