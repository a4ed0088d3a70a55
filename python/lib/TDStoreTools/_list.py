"""A list that tells when something in it changes: DependList."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSequence
from typing import Any

import tdu

from TDStoreTools._collection import DependCollection, fill, peek, plain, read, wrapped


class DependList(DependCollection, MutableSequence[Any]):
    """A list whose readers hear of changes.

    Dicts, lists and sets that are put into it become collections that tell, too.
    - Source: <https://docs.derivative.ca/TDStoreTools>
    """

    def __init__(self, items: Iterable[Any] = ()) -> None:
        self._begin()
        self._items: list[Any] = [wrapped(item) for item in items]

    def __getitem__(self, index: Any) -> Any:
        # What stands at an index changes when others come and go.
        self._read()
        if isinstance(index, slice):
            return [read(item) for item in self._items[index]]
        return read(self._items[index])

    def __setitem__(self, index: Any, item: Any) -> None:
        if isinstance(index, slice):
            self._items[index] = [wrapped(each) for each in item]
            self._changed()
        else:
            self.setItem(index, item)

    def setItem(self, index: int, item: Any, raw: bool = False) -> None:
        """Sets what stands at an index.

        - Parameters: raw: leaves a collection as it is, and the index without a Dependency.
        """
        known = self._items[index]
        if not raw and isinstance(known, tdu.Dependency) and not isinstance(item, tdu.Dependency):
            fill(known, item)
            if self.parentDep is not None:
                self.parentDep.modified()
        else:
            self._items[index] = item if raw else wrapped(item)
            self._changed()

    def __delitem__(self, index: Any) -> None:
        del self._items[index]
        self._changed()

    def __iter__(self) -> Iterator[Any]:
        self._read()
        return iter([read(item) for item in self._items])

    def __len__(self) -> int:
        self._read()
        return len(self._items)

    def insert(self, index: int, value: Any, raw: bool = False) -> None:
        """Puts an item before the one at `index`.

        - Parameters: raw: leaves a collection as it is, and the item without a Dependency.
        """
        self._items.insert(index, value if raw else wrapped(value))
        self._changed()

    def append(self, value: Any, raw: bool = False) -> None:
        """Puts an item at the end; `raw` as with `insert`."""
        self.insert(len(self._items), value, raw)

    def clear(self) -> None:
        """Takes everything out."""
        self._items.clear()
        self._changed()

    def reverse(self) -> None:
        """Turns the order around."""
        self._items.reverse()
        self._changed()

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        """Sorts the items as list.sort does."""

        def by(item: Any) -> Any:
            return key(read(item)) if key is not None else read(item)

        self._items.sort(key=by, reverse=reverse)
        self._changed()

    def getRaw(self, index: int | None = None) -> Any:
        """The contents, or one item, as plain Python; makes no dependency."""
        _ = self.myMainDep.peekVal
        return self._peek() if index is None else peek(self._items[index])

    def getDependency(self, index: int) -> tdu.Dependency:
        """The Dependency at an index; an IndexError when there is none, or its item is raw."""
        item = self._items[index]
        if not isinstance(item, tdu.Dependency):
            raise IndexError(f"The item at {index} was set raw, so it has no Dependency.")
        return item

    def _peek(self) -> list[Any]:
        return [peek(item) for item in self._items]

    def _raw(self) -> list[Any]:
        self._read()
        return [plain(item) for item in self._items]

    def __add__(self, other: Iterable[Any]) -> DependList:
        return DependList([*self._raw(), *other])

    def __radd__(self, other: Iterable[Any]) -> DependList:
        return DependList([*other, *self._raw()])

    def __mul__(self, count: int) -> DependList:
        return DependList(self._raw() * count)

    __rmul__ = __mul__

    def __lt__(self, other: Any) -> bool:
        return self._raw() < (other._raw() if isinstance(other, DependList) else other)
