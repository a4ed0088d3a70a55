"""A value that tells when it changes: Dependency."""

from __future__ import annotations

import operator
from math import ceil, floor, trunc

import tdu

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any


class Dependency:
    """Holds one value; reading it makes a dependency, setting it tells those who depend.

    In expressions it stands for its value. Changing what is inside a list or dict that it holds
    goes unnoticed until `modified()` is called.
    - Thread: main. The host's guard (`tdu._guard`) hears of every access.
    - Source: <https://docs.derivative.ca/Dependency_Class>
    """

    __slots__ = ("__weakref__", "_callbacks", "_listAttributes", "_node", "_ops", "_val")
    # Unhashable by value, since the value changes; one Dependency is one key.
    __hash__ = object.__hash__

    def __init__(self, val: Any = None) -> None:
        self._val = val
        self._callbacks: list[Callable[[dict[str, Any]], object]] = []
        # The host keeps these three.
        self._node: Any = None
        self._ops: list[Any] = []
        self._listAttributes: list[Any] = []

    @property
    def val(self) -> Any:
        """The value; setting it tells all that depend on it."""
        return _value(self)

    @val.setter
    def val(self, val: Any) -> None:
        self._change("val", val, {})

    @property
    def peekVal(self) -> Any:
        """The value, without making a dependency on it."""
        _guarded("peekVal", "read")
        return self._val

    @property
    def callbacks(self) -> list[Callable[[dict[str, Any]], object]]:
        """The functions called after a change; a list to be changed and assigned again."""
        _guarded("callbacks", "read")
        return list(self._callbacks)

    @callbacks.setter
    def callbacks(self, callbacks: list[Callable[[dict[str, Any]], object]]) -> None:
        _guarded("callbacks", "write")
        self._callbacks = list(callbacks)

    @property
    def ops(self) -> list[Any]:
        """The operators that depend on it now."""
        _guarded("ops", "read")
        return list(self._ops)

    @property
    def listAttributes(self) -> list[Any]:
        """The list attributes that depend on it now."""
        _guarded("listAttributes", "read")
        return list(self._listAttributes)

    def modified(self) -> None:
        """Tells all that depend on it that the inside of the value has changed."""
        _guarded("modified", "write")
        self._tell({"prevVal": None})

    def setVal(self, val: Any, setInfo: Any = None) -> None:
        """Sets the value with a word to the callbacks.

        - Parameters: setInfo: comes to the callbacks as `setInfo`.
        """
        self._change("setVal", val, {"setInfo": setInfo})

    def _change(self, member: str, val: Any, more: dict[str, Any]) -> None:
        _guarded(member, "write")
        previous, self._val = self._val, val
        self._tell({"prevVal": previous, **more})

    def _tell(self, facts: dict[str, Any]) -> None:
        if tdu._observe is not None:
            tdu._observe(self, "write")
        for callback in list(self._callbacks):
            callback({"dependency": self, "callback": callback, **facts})

    def __reduce__(self) -> tuple[type[Dependency], tuple[Any]]:
        # A copy holds the value; who listens to the original does not listen to it.
        return Dependency, (_value(self),)

    def __repr__(self) -> str:
        return f"tdu.Dependency({_value(self)!r})"

    def __str__(self) -> str:
        return str(_value(self))

    def __format__(self, spec: str) -> str:
        return format(_value(self), spec)

    def __bool__(self) -> bool:
        return bool(_value(self))

    def __int__(self) -> int:
        return int(_value(self))

    def __float__(self) -> float:
        return float(_value(self))

    def __complex__(self) -> complex:
        return complex(_value(self))

    def __index__(self) -> int:
        return operator.index(_value(self))

    def __round__(self, digits: int | None = None) -> Any:
        return round(_value(self), digits)

    def __len__(self) -> int:
        return len(_value(self))

    def __iter__(self) -> Iterator[Any]:
        return iter(_value(self))

    def __contains__(self, item: object) -> bool:
        return item in _value(self)

    def __getitem__(self, key: Any) -> Any:
        return _value(self)[key]

    def __call__(self, *args: Any, **named: Any) -> Any:
        return _value(self)(*args, **named)


def _guarded(member: str, kind: str) -> None:
    if tdu._guard is not None:
        tdu._guard(member, kind)


def _value(dependency: Dependency) -> Any:
    _guarded("val", "read")
    if tdu._observe is not None:
        tdu._observe(dependency, "read")
    return dependency._val


def _plain(value: Any) -> Any:
    return _value(value) if isinstance(value, Dependency) else value


def _stand_in(name: str, action: Callable[..., Any], arity: int) -> None:
    def unary(self: Dependency) -> Any:
        return action(_value(self))

    def binary(self: Dependency, other: Any) -> Any:
        return action(_value(self), _plain(other))

    def reflected(self: Dependency, other: Any) -> Any:
        return action(other, _value(self))

    setattr(Dependency, f"__{name}__", unary if arity == 1 else binary)
    if arity == 3:
        setattr(Dependency, f"__r{name}__", reflected)


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor"):
    _stand_in(_name.rstrip("_"), getattr(operator, _name), 3)
for _name in ("lshift", "rshift", "matmul"):
    _stand_in(_name, getattr(operator, _name), 3)
_stand_in("divmod", divmod, 3)
for _name in ("lt", "le", "eq", "ne", "gt", "ge"):
    _stand_in(_name, getattr(operator, _name), 2)
for _name in ("neg", "pos", "abs", "invert"):
    _stand_in(_name, getattr(operator, _name), 1)
for _action in (trunc, floor, ceil):
    _stand_in(_action.__name__, _action, 1)
