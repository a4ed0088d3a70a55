"""A dict that tells when something in it changes: DependDict."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

import tdu

from TDStoreTools._collection import DependCollection, fill, peek, plain, read, wrapped


class DependDict(DependCollection, MutableMapping[Any, Any]):
    """A dict whose readers hear of changes, each key by itself.

    Dicts, lists and sets that are put into it become collections that tell, too.
    - Source: <https://docs.derivative.ca/TDStoreTools>
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._begin()
        self._items: dict[Any, Any] = {
            key: wrapped(value) for key, value in dict(*args, **kwargs).items()
        }

    def __getitem__(self, key: Any) -> Any:
        item = self._items.get(key, _MISSING)
        # A missing key may come, and a raw value has no Dependency of its own.
        if not isinstance(item, tdu.Dependency):
            self._read()
        if item is _MISSING:
            raise KeyError(key)
        return read(item)

    def __setitem__(self, key: Any, item: Any) -> None:
        self.setItem(key, item)

    def setItem(self, key: Any, item: Any, raw: bool = False) -> None:
        """Sets a value.

        - Parameters: raw: leaves a collection as it is, and the key without a Dependency.
        """
        known = self._items.get(key, _MISSING)
        if not raw and isinstance(known, tdu.Dependency) and not isinstance(item, tdu.Dependency):
            fill(known, item)
        else:
            self._items[key] = item if raw else wrapped(item)
        if known is _MISSING or raw:
            self._changed()
        elif self.parentDep is not None:
            self.parentDep.modified()

    def __delitem__(self, key: Any) -> None:
        del self._items[key]
        self._changed()

    def __iter__(self) -> Iterator[Any]:
        self._read()
        return iter(list(self._items))

    def __len__(self) -> int:
        self._read()
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        self._read()
        return key in self._items

    def clear(self) -> None:
        """Takes everything out."""
        self._items.clear()
        self._changed()

    def getRaw(self, key: Any = None) -> Any:
        """The contents, or one value, as plain Python; makes no dependency."""
        _ = self.myMainDep.peekVal
        return self._peek() if key is None else peek(self._items[key])

    def getDependency(self, key: Any) -> tdu.Dependency:
        """The Dependency of a key; a KeyError when the key is missing or its value is raw."""
        item = self._items[key]
        if not isinstance(item, tdu.Dependency):
            raise KeyError(f"{key!r} was set raw, so it has no Dependency.")
        return item

    def _peek(self) -> dict[Any, Any]:
        return {key: peek(item) for key, item in self._items.items()}

    def _raw(self) -> dict[Any, Any]:
        self._read()
        return {key: plain(item) for key, item in self._items.items()}

    def __or__(self, other: Any) -> DependDict:
        return DependDict({**self._raw(), **other})

    def __ror__(self, other: Any) -> DependDict:
        return DependDict({**other, **self._raw()})


_MISSING = object()
