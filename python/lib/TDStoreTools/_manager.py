"""Values of an extension that outlive it, kept in the storage of its COMP: StorageManager."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from copy import deepcopy
from typing import Any

from TDStoreTools._collection import DependCollection
from TDStoreTools._dict import DependDict

_KEYS = ("name", "default", "readOnly", "property", "dependable")
# Where an extension object keeps its managers, by the names of their properties: the properties
# stand on the class, and its objects on other COMPs have managers of their own.
_MANAGERS = "_storageManagers"


class StorageManager(MutableMapping[str, Any]):
    """The stored items of an extension, as a mapping and as properties of the extension.

    They lie in `ownerComp.storage` under the name of the extension's class, so they stay when the
    extension is initialised again. `storedItems` declares them, a dict each: `name`; `default`;
    `readOnly`, which keeps the property from being set; `property`, False for an item without one;
    `dependable`, True for an item whose readers hear of changes, inside a collection too.
    - Parameters:
      restoreAllDefaults: forgets the stored values.
      sync: forgets items that are not declared any more, and gives new ones their default.
      locked: refuses keys that are not declared.
    - Source: <https://docs.derivative.ca/StorageManager_Class>
    """

    def __init__(
        self,
        extension: Any,
        ownerComp: Any,
        storedItems: list[dict[str, Any]] | None = None,
        restoreAllDefaults: bool = False,
        sync: bool = True,
        locked: bool = True,
    ) -> None:
        self.extension = extension
        self.ownerComp = ownerComp
        self._locked = locked
        self._declared = {item["name"]: _checked(item) for item in storedItems or []}
        self._key = type(extension).__name__
        self._adopt()
        if sync:
            self._sync()
        if restoreAllDefaults:
            self.restoreAllDefaults()
        for item in self._declared.values():
            if item.get("property", True):
                self._addProperty(item)

    def restoreAllDefaults(self) -> None:
        """Gives every declared item its default."""
        for name in self._declared:
            self.restoreDefault(name)

    def restoreDefault(self, storageItem: str) -> None:
        """Gives a declared item its default; a KeyError for any other."""
        item = self._declared[storageItem]
        self._store(storageItem, _copied(item.get("default")))

    def __getitem__(self, key: str) -> Any:
        if key in self._declared and key not in self._stored:
            self.restoreDefault(key)
        return self._stored[key]

    def __setitem__(self, key: str, item: Any) -> None:
        if self._locked and key not in self._declared:
            raise KeyError(f"{key!r} is no stored item of {self._key}; declare it in storedItems.")
        self._store(key, item)

    def __delitem__(self, key: str) -> None:
        if self._locked:
            raise KeyError(f"The stored items of {self._key} are locked; {key!r} stays.")
        del self._stored[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)

    def __repr__(self) -> str:
        return f"<StorageManager {self._key} of {self.ownerComp}: {self._stored.getRaw()!r}>"

    @property
    def _stored(self) -> DependDict:
        # Asked for each time: code may have taken it out of the storage.
        stored = self.ownerComp.storage.get(self._key)
        return stored if isinstance(stored, DependDict) else self._adopt()

    def _adopt(self) -> DependDict:
        """Makes the entry in the storage, out of what a file may have put there."""
        stored = self.ownerComp.storage.get(self._key)
        if not isinstance(stored, DependDict):
            stored = DependDict(stored if isinstance(stored, dict) else {})
            self.ownerComp.store(self._key, stored)
        return stored

    def _sync(self) -> None:
        stored = self._stored
        for name in list(stored.getRaw()):
            if name not in self._declared:
                del stored[name]
            else:
                self._store(name, stored[name])
        for name in self._declared:
            if name not in stored:
                self.restoreDefault(name)

    def _store(self, name: str, value: Any) -> None:
        # What is not declared, a manager that is not locked keeps as it is.
        item = self._declared.get(name, {})
        self._stored.setItem(name, value, raw=not item.get("dependable", False))

    def _addProperty(self, item: dict[str, Any]) -> None:
        name: str = item["name"]
        _managers(self.extension)[name] = self

        def get(extension: Any) -> Any:
            return _managers(extension)[name][name]

        def put(extension: Any, value: Any) -> None:
            _managers(extension)[name][name] = value

        readOnly = item.get("readOnly", False)
        setattr(self.extension.__class__, name, property(get, None if readOnly else put))


def _managers(extension: Any) -> dict[str, StorageManager]:
    return extension.__dict__.setdefault(_MANAGERS, {})


def _checked(item: dict[str, Any]) -> dict[str, Any]:
    unknown = [key for key in item if key not in _KEYS]
    if unknown:
        raise ValueError(f"A stored item has {', '.join(_KEYS)}, and no {', '.join(unknown)}.")
    return item


def _copied(default: Any) -> Any:
    # A list that is a default must not be the list that is stored.
    isCollection = isinstance(default, (dict, list, set, DependCollection))
    same: Any = default
    return deepcopy(same) if isCollection else same
