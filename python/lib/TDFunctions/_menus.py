"""Menus of parameters by their labels: getMenuLabel, setMenuLabel, parMenu."""

from __future__ import annotations

from typing import Any

import tdu


def getMenuLabel(menuPar: Any) -> str:
    """The label of the item that a menu parameter is set to."""
    return menuPar.menuLabels[menuPar.menuIndex]


def setMenuLabel(menuPar: Any, label: str) -> None:
    """Sets a menu parameter to the item of that label; a ValueError when it has none."""
    labels: list[str] = list(menuPar.menuLabels)
    if label not in labels:
        raise ValueError(f"{menuPar.name} has no item labelled {label!r}; it has {labels}.")
    menuPar.menuIndex = labels.index(label)


def parMenu(menuNames: list[str], menuLabels: list[str] | None = None) -> Any:
    """An object for the `menuSource` of a parameter; the same as `tdu.ParMenu`."""
    return tdu.ParMenu(menuNames, menuLabels)
