"""Writes the type stubs of module `td`: names from the running program, types from the docs."""

from __future__ import annotations

import ast
import enum
import inspect
import textwrap
from typing import TYPE_CHECKING

from understudy_api import documentation
from understudy_api.grading import td

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_HEAD = '''"""TouchDesigner's module `td` as Understudy has it; made by `understudy api --stubs`."""

import collections as collections
import enum as enum
from collections.abc import Iterator
from typing import Any, TypeAlias

import tdu as tdu

# What a search finds is some operator: which one, and whether it is there, the code knows, and no
# checker can; so it may be used as any of them.
_AnyOP: TypeAlias = Any
'''
_BUILTIN = {"str", "int", "float", "bool", "bytearray", "None", "Any"}
_GENERIC = {
    "list": "list[Any]", "dict": "dict[Any, Any]", "set": "set[Any]", "tuple": "tuple[Any, ...]",
}  # fmt: skip
_TDU = {"Vector", "Position", "Matrix", "Quaternion", "Color", "Timecode", "Dependency", "FileInfo"}
_SPELLINGS = {"List": "list", "Tuple": "tuple", "Dict": "dict", "ByteArray": "bytearray"}
_SPECIAL = {
    "__iter__": "Iterator[Any]", "__len__": "int", "__bool__": "bool", "__int__": "int",
    "__float__": "float", "__str__": "str", "__repr__": "str", "__contains__": "bool",
    "__eq__": "bool", "__ne__": "bool", "__lt__": "bool", "__le__": "bool", "__gt__": "bool",
    "__ge__": "bool", "__index__": "int", "__dir__": "list[str]", "__hash__": "int",
    "__setattr__": "None", "__setitem__": "None", "__delitem__": "None",
}  # fmt: skip
# The last two would let a checker accept any name; COMP says for itself that it takes some.
_SKIPPED = {
    "__doc__", "__module__", "__weakref__", "__dict__", "__reduce__", "__new__", "__delattr__",
    "__getattribute__",
}  # fmt: skip


# Lists that take a name as well as a place.
_NAMED_LISTS = {"pages", "customPages"}


def write() -> str:
    """Give the text of `td/__init__.pyi`."""
    module = td()
    names: list[str] = sorted(module.__all__)
    classes = [getattr(module, name) for name in names if isinstance(getattr(module, name), type)]
    known = {kind.__name__ for kind in classes}
    listed = textwrap.fill(", ".join(f'"{name}"' for name in names), 96)
    lines = [_HEAD, f"__all__ = [\n{textwrap.indent(listed, '    ')}\n]"]
    for kind in sorted(classes, key=lambda kind: (len(kind.__mro__), kind.__name__)):
        lines += ["", *_class(kind, known)]
    lines.append("")
    for name in names:
        value = getattr(module, name)
        if not isinstance(value, type) and name != "tdu":
            lines += _global(name, value)
    lines += ["# Of scripts alone, so no * brings it: `if TYPE_CHECKING: from td import me`."]
    lines += ["me: _AnyOP"]
    return "\n".join(lines) + "\n"


def _class(kind: type[object], known: set[str]) -> Iterator[str]:
    base = kind.__base__.__name__ if kind.__base__ is not None else "object"
    if issubclass(kind, enum.Enum):
        yield f"class {kind.__name__}({kind.__bases__[0].__module__}.{kind.__bases__[0].__name__}):"
        yield from (f"    {member.name} = {member.value!r}" for member in kind)
        return
    bases = ", ".join(parent.__name__ for parent in kind.__bases__ if parent is not object)
    body = list(_members(kind, known))
    if kind.__name__ == "COMP":
        body.append("    # What extensions promote.")
        body.append("    def __getattr__(self, name: str) -> Any: ...")
        body.append("    def __setattr__(self, name: str, value: Any, /) -> None: ...")
    head = f"class {kind.__name__}({bases}):" if base != "object" else f"class {kind.__name__}:"
    yield head if body else f"{head} ..."
    yield from body


def _members(kind: type[object], known: set[str]) -> Iterator[str]:
    for name, value in sorted(vars(kind).items()):
        private = name.startswith("_") and not name.startswith("__")
        if name in _SKIPPED or private or (name == "__hash__" and value is None):
            continue
        if name == "__setattr__" and issubclass(kind, td().OP):
            continue
        member = _documented(kind, name)
        if inspect.isdatadescriptor(value):
            yield "    @property"
            returns = "Any" if name in _NAMED_LISTS else _type(member, known)
            yield f"    def {name}(self) -> {returns}: ..."
            if member is not None and member.kind == "write":
                yield f"    @{name}.setter"
                yield f"    def {name}(self, value: Any) -> None: ..."
        elif callable(value):
            returns = _SPECIAL.get(name) or _returns(name, member, known)
            yield f"    def {name}{_signature(value)} -> {returns}: ..."
        else:
            yield f"    {name}: Any"


def _documented(kind: type, name: str) -> documentation.Member | None:
    for place in kind.__mro__:
        documented = documentation.classes().get(place.__name__)
        if documented is not None and name in documented.members:
            return documented.members[name]
    return None


def _returns(name: str, member: documentation.Member | None, known: set[str]) -> str:
    if name in ("op", "opex", "create", "copy", "parent"):
        return "_AnyOP"
    return _type(member, known)


def _signature(value: Any) -> str:
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return "(self, *args: Any, **kwargs: Any)"
    written: list[str] = []
    star = ""
    parameters = list(signature.parameters.values())
    for index, parameter in enumerate(parameters):
        if parameter.kind is parameter.KEYWORD_ONLY and not star:
            written.append(star := "*")
        mark = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        star = star or mark
        default = parameter.default
        given = "" if default is parameter.empty else f" = {default!r}"
        is_self = index == 0 and parameter.name == "self"
        written.append("self" if is_self else f"{mark}{parameter.name}: Any{given}")
        following = parameters[index + 1 : index + 2]
        is_last = not following or following[0].kind is not parameter.POSITIONAL_ONLY
        if parameter.kind is parameter.POSITIONAL_ONLY and is_last and not is_self:
            written.append("/")
    return f"({', '.join(written)})"


def _type(member: documentation.Member | None, known: set[str]) -> str:
    """Give a documented type as an annotation; `Any` for what the documentation leaves open."""
    if member is None:
        return "Any"
    try:
        tree = ast.parse(member.type, mode="eval").body
    except SyntaxError:
        return "Any"
    return _annotation(tree, known)


def _annotation(tree: ast.expr, known: set[str]) -> str:
    match tree:
        case ast.Constant(value=None):
            return "None"
        case ast.Constant(value=value) if value is ...:
            return "..."
        case ast.Name(id=name):
            name = _SPELLINGS.get(name, name)
            operator_like = name == "OP" or name.endswith("COMP")
            if operator_like:
                return "_AnyOP"
            if name in _GENERIC:
                return _GENERIC[name]
            return name if name in _BUILTIN or name in known else "Any"
        case ast.Attribute(value=ast.Name(id="tdu" | "TDU"), attr=name) if name in _TDU:
            return f"tdu.{name}"
        case ast.Attribute(value=ast.Name(id="td"), attr=name) if name in known:
            return name
        case ast.BinOp(left=left, right=right):
            parts = [_annotation(left, known), _annotation(right, known)]
            # What may be missing is not told, as with op(): code knows when it is there.
            parts = [part for part in parts if part != "None"]
            return "Any" if "Any" in parts else " | ".join(parts)
        case ast.Subscript(value=ast.Name(id=name), slice=inner):
            name = _SPELLINGS.get(name, name)
            if name not in ("list", "tuple", "dict", "set"):
                return "Any"
            elements = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            return f"{name}[{', '.join(_annotation(element, known) for element in elements)}]"
        case _:
            return "Any"


def _global(name: str, value: object) -> list[str]:
    if name in ("op", "root"):
        return [f"{name}: _AnyOP"]
    if inspect.ismodule(value):
        return [f"import {name} as {name}"]
    kind = type(value).__name__
    if kind == "builtin_function":
        returns = {"isMainThread": "bool", "varExists": "bool", "var": "str"}.get(name, "Any")
        return [f"def {name}{_signature(value)} -> {returns}: ..."]
    return [f"{name}: {kind if hasattr(td(), kind) else 'Any'}"]
