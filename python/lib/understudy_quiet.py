"""Finds loops that nobody else can notice: they work on what their function alone has in hands.

Wherever such a loop loses the processor, all others find the same as if it had lost it at its
start. So an exploration needs no points in it, and a long computation is one step, not a million.
"""

from __future__ import annotations

import ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    Function = ast.FunctionDef | ast.AsyncFunctionDef

# What makes something new of what it is given, or only looks at it.
_PURE = {
    *("abs", "bool", "bytearray", "dict", "divmod", "enumerate", "float", "frozenset", "int"),
    *("len", "list", "max", "min", "pow", "range", "reversed", "round", "set", "sorted", "str"),
    *("sum", "tuple", "zip"),
}
_OWN_METHODS = {
    *("add", "append", "clear", "copy", "count", "discard", "extend", "get", "index", "insert"),
    *("items", "keys", "pop", "remove", "reverse", "setdefault", "sort", "update", "values"),
}
_DISPLAYS = (ast.List, ast.Set, ast.Dict, ast.Tuple, ast.Constant, ast.JoinedStr)
_OPERATIONS = (ast.BinOp, ast.BoolOp, ast.UnaryOp, ast.Compare, ast.Subscript, ast.Slice)
_STATEMENTS = (
    *(ast.Assign, ast.AugAssign, ast.Expr, ast.For, ast.If, ast.Pass, ast.Break, ast.Continue),
    ast.Return,
)
# Where a value stands that nobody gets hold of by it, or only when the function has ended.
_KEEPS = (*_OPERATIONS, ast.For, ast.comprehension, ast.If, ast.While, ast.AugAssign, ast.Return)
# Through these a name may reach somebody else, or get a value in other ways than are looked at.
_MAKES_KNOWN = (
    *(ast.Global, ast.Nonlocal, ast.Lambda, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
    *(ast.With, ast.AsyncWith, ast.Try, ast.Import, ast.ImportFrom, ast.NamedExpr, ast.Yield),
    *(ast.YieldFrom, ast.Await, ast.Match, ast.AnnAssign),
)


def shadows(tree: ast.Module) -> bool:
    """Say whether a module gives a name of Python's own another meaning."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            if not isinstance(node.ctx, ast.Load) and node.id in _PURE:
                return True
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            if node.name in _PURE:
                return True
        elif isinstance(node, ast.alias) and (node.asname or node.name) in {*_PURE, "*"}:
            return True
    return False


def private_names(function: Function) -> set[str]:
    """Tell the names of a function that stand for numbers, texts and containers of its own."""
    arguments = function.args
    given = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    names = {one.arg: _is_number(one.annotation) for one in given}
    for node in ast.walk(function):
        if node is not function and isinstance(node, _MAKES_KNOWN):
            return set()
        if isinstance(node, ast.Assign):
            for target in node.targets:
                _note(target, node.value, names)
        elif isinstance(node, ast.AugAssign):
            _note(node.target, node.value, names)
        elif isinstance(node, (ast.For, ast.comprehension)):
            _note(node.target, node.iter, names)
    own = {name for name, is_own in names.items() if is_own}
    return own - _leaks(function, own)


def _note(target: ast.expr, value: ast.expr, names: dict[str, bool]) -> None:
    if isinstance(target, ast.Name):
        own = {name for name, is_own in names.items() if is_own}
        names[target.id] = names.get(target.id, True) and _is_quiet_expression(value, own)
    else:
        for node in ast.walk(target):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                names[node.id] = False


def _leaks(function: Function, own: set[str]) -> set[str]:
    """Tell the names whose values somebody else may get hold of."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, _KEEPS) or _keeps_arguments(node, own):
            continue
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load):
                found.add(child.id)
    return found


def _keeps_arguments(node: ast.AST, own: set[str]) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in _OWN_METHODS
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id in _PURE
    function = node.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr in _OWN_METHODS
        and isinstance(function.value, ast.Name)
        and function.value.id in own
    )


def is_quiet(loop: ast.For, private: set[str]) -> bool:
    """Say whether a loop touches nothing but private names and makes nothing known of them."""
    return _is_quiet_statement(loop, private)


def is_pure(function: Function) -> bool:
    """Say whether a function makes its result of the numbers and texts it is given alone."""
    arguments = function.args
    if isinstance(function, ast.AsyncFunctionDef) or arguments.vararg or arguments.kwarg:
        return False
    given = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    if not all(_is_number(one.annotation) for one in given):
        return False
    private = private_names(function)
    returns = [node for node in ast.walk(function) if isinstance(node, ast.Return)]
    return bool(returns) and all(
        _is_quiet_statement(statement, private) for statement in function.body
    )


def _is_quiet_statement(node: ast.stmt, private: set[str]) -> bool:
    if not isinstance(node, _STATEMENTS):
        return False
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            if not _is_quiet_statement(child, private):
                return False
        elif isinstance(child, ast.expr) and not _is_quiet_expression(child, private):
            return False
    return True


def _is_quiet_expression(node: ast.expr, private: set[str]) -> bool:
    if isinstance(node, ast.Name):
        return node.id in private
    if isinstance(node, ast.Call):
        if node.keywords or not all(_is_quiet_expression(one, private) for one in node.args):
            return False
        if isinstance(node.func, ast.Name):
            return node.func.id in _PURE
        return (
            isinstance(node.func, ast.Attribute)
            and node.func.attr in _OWN_METHODS
            and _is_quiet_expression(node.func.value, private)
        )
    if not isinstance(
        node,
        (*_DISPLAYS, ast.BinOp, ast.BoolOp, ast.UnaryOp, ast.Compare, ast.Subscript, ast.Slice),
    ):
        return False
    return all(
        _is_quiet_expression(child, private)
        for child in ast.iter_child_nodes(node)
        if isinstance(child, ast.expr)
    )


def _is_number(annotation: ast.expr | None) -> bool:
    return isinstance(annotation, ast.Name) and annotation.id in {"int", "float", "str", "bool"}
