"""A set that tells when it changes: DependSet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSet
from typing import Any

from TDStoreTools._collection import DependCollection


class DependSet(DependCollection, MutableSet[Any]):
    """A set whose readers hear of changes.

    - Source: <https://docs.derivative.ca/TDStoreTools>
    """

    def __init__(self, items: Iterable[Any] = ()) -> None:
        self._begin()
        self._items: set[Any] = set(items)

    # Comparing is the set's own, so that a DependSet and a set can stand on either side.
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return DependCollection.__eq__(self, other)

    def __contains__(self, item: object) -> bool:
        self._read()
        return item in self._items

    def __iter__(self) -> Iterator[Any]:
        self._read()
        return iter(list(self._items))

    def __len__(self) -> int:
        self._read()
        return len(self._items)

    def add(self, value: Any) -> None:
        """Puts an item in."""
        if value not in self._items:
            self._items.add(value)
            self._changed()

    def discard(self, value: Any) -> None:
        """Takes an item out, if it is there."""
        if value in self._items:
            self._items.discard(value)
            self._changed()

    def clear(self) -> None:
        """Takes everything out."""
        self._items.clear()
        self._changed()

    def update(self, *others: Iterable[Any]) -> None:
        """Puts in all items of other collections."""
        self._items.update(*others)
        self._changed()

    def union(self, *others: Iterable[Any]) -> DependSet:
        """Another set, with the items of all."""
        return DependSet(self._raw().union(*others))

    def intersection(self, *others: Iterable[Any]) -> DependSet:
        """Another set, with the items that all have."""
        return DependSet(self._raw().intersection(*others))

    def difference(self, *others: Iterable[Any]) -> DependSet:
        """Another set, with the items that none of the others has."""
        return DependSet(self._raw().difference(*others))

    def issubset(self, other: Iterable[Any]) -> bool:
        """Whether the other has all items of this one."""
        return self._raw().issubset(other)

    def issuperset(self, other: Iterable[Any]) -> bool:
        """Whether this one has all items of the other."""
        return self._raw().issuperset(other)

    def getRaw(self) -> set[Any]:
        """The contents as a plain set; makes no dependency."""
        _ = self.myMainDep.peekVal
        return self._peek()

    def _peek(self) -> set[Any]:
        return set(self._items)

    def _raw(self) -> set[Any]:
        self._read()
        return set(self._items)
