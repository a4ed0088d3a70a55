"""TouchDesigner's TDStoreTools: storage for extensions, and collections that tell of changes.

- Thread: main; every access goes through `tdu.Dependency`, which the host guards.
- Source: <https://docs.derivative.ca/TDStoreTools>
"""

from __future__ import annotations

from TDStoreTools._collection import dependable as dependable
from TDStoreTools._dict import DependDict
from TDStoreTools._list import DependList
from TDStoreTools._manager import StorageManager
from TDStoreTools._set import DependSet

__all__ = ["DependDict", "DependList", "DependSet", "StorageManager"]
