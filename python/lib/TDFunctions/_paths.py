"""Who stands above whom: parentLevel, sharedParent, getShortcutPath, panelParentShortcut."""

from __future__ import annotations

from typing import Any


def parentLevel(parentOp: Any, childOp: Any) -> int | None:
    """How far an operator stands above another one: `childOp.parent(level)` is `parentOp`.

    - Returns: None when it does not stand above it.
    """
    level, above = 1, childOp.parent()
    while above is not None:
        if above == parentOp:
            return level
        level, above = level + 1, above.parent()
    return None


def sharedParent(op1: Any, op2: Any) -> Any:
    """The nearest COMP above both operators; None when that is the root."""
    above = op1.parent()
    while above is not None and parentLevel(above, op2) is None:
        above = above.parent()
    return None if above is None or above.path == "/" else above


def getShortcutPath(fromOp: Any, toOp: Any, toParName: str | None = None) -> str:
    """An expression for the parameters of an operator which gives another one, shortcuts first.

    - Parameters: toParName: makes it give that parameter of the other operator.
    """
    return fromOp.shortcutPath(toOp, toParName=toParName)


def panelParentShortcut(panel: Any, parentShortcut: str) -> Any:
    """The nearest panel around a panel that has a parent shortcut of that name, or None."""
    level = 1
    while (above := panel.panelParent(level)) is not None:
        if above.par.parentshortcut.eval() == parentShortcut:
            return above
        level += 1
    return None
