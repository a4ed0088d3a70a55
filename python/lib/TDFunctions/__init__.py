"""TouchDesigner's TDFunctions: helpers for extensions and for the code that builds networks.

They use what every script can use, and nothing of the host's own.
- Thread: main.
- Source: <https://docs.derivative.ca/TDFunctions>
"""

from __future__ import annotations

from TDFunctions._binding import bindChain, unbindReferences
from TDFunctions._dialogs import messageDialog, showInPane, tScript
from TDFunctions._menus import getMenuLabel, parMenu, setMenuLabel
from TDFunctions._network import arrangeNode, findNetworkEdges, forceCookNonDatOps, replaceOp
from TDFunctions._parameters import (
    applyParDefaults,
    applyParInfo,
    changeParStyle,
    getCustomPage,
    getParInfo,
    setParDefaultsToCurrent,
)
from TDFunctions._paths import getShortcutPath, panelParentShortcut, parentLevel, sharedParent
from TDFunctions._properties import createProperty, makeDeepDependable
from TDFunctions._texts import (
    clamp,
    formatString,
    incrementStringDigits,
    listToParString,
    multiMatch,
    parStringToIntList,
)

__all__ = [
    "applyParDefaults",
    "applyParInfo",
    "arrangeNode",
    "bindChain",
    "changeParStyle",
    "clamp",
    "createProperty",
    "findNetworkEdges",
    "forceCookNonDatOps",
    "formatString",
    "getCustomPage",
    "getMenuLabel",
    "getParInfo",
    "getShortcutPath",
    "incrementStringDigits",
    "listToParString",
    "makeDeepDependable",
    "messageDialog",
    "multiMatch",
    "panelParentShortcut",
    "parMenu",
    "parStringToIntList",
    "parentLevel",
    "replaceOp",
    "setMenuLabel",
    "setParDefaultsToCurrent",
    "sharedParent",
    "showInPane",
    "tScript",
    "unbindReferences",
]
