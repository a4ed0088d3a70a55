"""Properties whose readers hear of changes: createProperty, makeDeepDependable."""

from __future__ import annotations

from typing import Any

import tdu
from TDStoreTools import dependable as deep
from TDStoreTools._collection import fill, wrapped


def createProperty(
    classInstance: Any,
    name: str,
    value: Any = None,
    attributeName: str | None = None,
    readOnly: bool = False,
    dependable: bool | str = True,
) -> None:
    """Adds a property to the class of an object, and gives the object its first value.

    - Parameters:
      attributeName: the attribute that keeps the value; `_` and the name by default.
      readOnly: keeps the property from being set; the attribute can be.
      dependable: keeps the value in a Dependency; 'deep' makes a collection tell, too.
    - Source: <https://docs.derivative.ca/TDFunctions>
    """
    attribute = attributeName or f"_{name}"
    if dependable == "deep":
        setattr(classInstance, attribute, wrapped(value))
    else:
        setattr(classInstance, attribute, tdu.Dependency(value) if dependable else value)

    def get(instance: Any) -> Any:
        kept = getattr(instance, attribute)
        return kept.val if dependable else kept

    def put(instance: Any, new: Any) -> None:
        if not dependable:
            setattr(instance, attribute, new)
        elif dependable == "deep":
            fill(getattr(instance, attribute), new)
        else:
            getattr(instance, attribute).val = new

    setattr(classInstance.__class__, name, property(get, None if readOnly else put))


def makeDeepDependable(value: Any) -> Any:
    """A dict, list or set as a collection of TDStoreTools; anything else in a Dependency."""
    made = deep(value)
    return tdu.Dependency(value) if made is value and not _isDependable(value) else made


def _isDependable(value: Any) -> bool:
    return isinstance(value, tdu.Dependency) or hasattr(value, "myMainDep")
