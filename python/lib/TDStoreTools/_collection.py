"""What DependDict, DependList and DependSet have in common."""

from __future__ import annotations

from typing import Any

import tdu


class DependCollection:
    """A collection whose readers hear of changes in it.

    - Fields:
      `myMainDep`: stands for what the collection as a whole says: its length, its keys, its order.
      `parentDep`: the Dependency that holds the collection, told of every change inside; or None.
    """

    myMainDep: tdu.Dependency
    parentDep: tdu.Dependency | None

    def _begin(self) -> None:
        self.myMainDep = tdu.Dependency()
        self.parentDep = None

    def _read(self) -> None:
        """Makes who reads now depend on the whole."""
        _ = self.myMainDep.val

    def _changed(self) -> None:
        self.myMainDep.modified()
        if self.parentDep is not None:
            self.parentDep.modified()

    def _peek(self) -> Any:
        """The contents as plain collections, without making a dependency."""
        raise NotImplementedError

    def _raw(self) -> Any:
        """The contents as plain collections; whoever reads depends on all of them."""
        raise NotImplementedError

    # The value changes in place, so it is no key.
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        mine = self._raw()
        theirs: object = other._raw() if isinstance(other, DependCollection) else other
        return mine == theirs

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._raw()!r})"

    def __str__(self) -> str:
        return str(self._raw())

    def __copy__(self) -> Any:
        return type(self)(self._raw())  # type: ignore[call-arg]

    def copy(self) -> Any:
        """Another collection of the same kind, with the same contents."""
        return self.__copy__()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._raw(),)


def dependable(value: Any) -> Any:
    """A dict, list or set as a collection that tells of changes; any other value as it is."""
    from TDStoreTools._dict import DependDict
    from TDStoreTools._list import DependList
    from TDStoreTools._set import DependSet

    if isinstance(value, DependCollection):
        return value
    if isinstance(value, dict):
        return DependDict(value)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, list):
        return DependList(value)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, set):
        return DependSet(value)  # pyright: ignore[reportUnknownArgumentType]
    return value


def wrapped(value: Any) -> tdu.Dependency:
    """A Dependency on a value; a collection in it tells the Dependency of changes inside."""
    if isinstance(value, tdu.Dependency):
        return value
    value = dependable(value)
    dependency = tdu.Dependency(value)
    if isinstance(value, DependCollection):
        value.parentDep = dependency
    return dependency


def fill(dependency: tdu.Dependency, value: Any) -> None:
    """Sets the value of a Dependency that `wrapped` made."""
    former = dependency.peekVal
    if isinstance(former, DependCollection) and former.parentDep is dependency:
        former.parentDep = None
    value = dependable(value)
    if isinstance(value, DependCollection):
        value.parentDep = dependency
    dependency.val = value


def read(item: Any) -> Any:
    """What an entry of a collection stands for; who reads it depends on it."""
    return item.val if isinstance(item, tdu.Dependency) else item


def peek(item: Any) -> Any:
    """What an entry of a collection stands for as plain Python, without making a dependency."""
    value = item.peekVal if isinstance(item, tdu.Dependency) else item
    return value._peek() if isinstance(value, DependCollection) else value


def plain(item: Any) -> Any:
    """What an entry of a collection stands for as plain Python; who reads it depends on it."""
    value = read(item)
    return value._raw() if isinstance(value, DependCollection) else value
