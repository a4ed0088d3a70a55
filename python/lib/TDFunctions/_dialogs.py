"""What needs a person or a program of TouchDesigner's: messageDialog, showInPane, tScript."""

from __future__ import annotations

from typing import Any


def messageDialog(text: str, title: str) -> None:
    """Shows a message with an OK button one frame later, as `ui.messageBox` does."""
    from understudy_td import td

    td.run(td.ui.messageBox, title, text, delayFrames=1)


def showInPane(operator: Any, pane: Any = "Floating", inside: bool = False) -> None:
    """Shows an operator in a pane of the network editor.

    - Parameters:
      pane: a pane of `ui.panes`, or 'Floating' for a new one.
      inside: shows what is inside, when the operator is a COMP.
    """
    from understudy_td import td

    if pane == "Floating":
        pane = td.ui.panes.createFloating(name=operator.name)
    pane.owner = operator if inside and operator.isCOMP else operator.parent()
    if not (inside and operator.isCOMP):
        operator.current = True


def tScript(cmd: str) -> float:
    """Refuses: Understudy runs Python, and no Tscript."""
    from understudy_td import td

    raise td.tdError(f"tScript can't run {cmd!r}: Understudy runs no Tscript; say it in Python.")
