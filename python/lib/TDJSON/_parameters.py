"""Parameters as JSON: parameterToJSONPar, pageToJSONDict, opToJSONOp."""

from __future__ import annotations

from typing import Any

from TDJSON._serializing import serializeTDData

# What defines a parameter of any style, and what numbers and menus have besides.
_COMMON = ("default", "enable", "startSection", "readOnly", "help")
_NUMBER = ("min", "max", "normMin", "normMax", "clampMin", "clampMax")
_MENU = ("menuNames", "menuLabels", "menuSource")
# What a parameter has beside its definition.
_EXTRA = (
    "order",
    "val",
    "mode",
    "expr",
    "bindExpr",
    "enableExpr",
    "defaultMode",
    "defaultExpr",
    "defaultBindExpr",
)
# What is one for all parameters of a group.
_SCALAR = ("enable", "startSection", "readOnly", "help", "order", "enableExpr")

_ExtraAttrs = list[str] | tuple[str, ...] | str | None


def parameterToJSONPar(
    p: Any, extraAttrs: _ExtraAttrs = None, forceAttrLists: bool = False
) -> dict[str, Any]:
    """The definition of a parameter, with all others of its group.

    - Parameters:
      p: a Par, a ParGroup, or a tuple of the Pars of a group.
      extraAttrs: attributes to add, such as 'val' and 'order'; '*' adds all there are.
      forceAttrLists: makes every attribute a list, for groups of one as well.
    """
    group = _group(p)
    pars = list(group)
    first = pars[0]
    made: dict[str, Any] = {
        "name": group.name,
        "label": group.label,
        "page": first.page.name,
        "style": first.style,
        "size": len(pars),
    }
    names = [*_COMMON]
    names += _NUMBER if first.isNumber else ()
    names += _MENU if first.isMenu else ()
    names += _EXTRA if extraAttrs == "*" else extraAttrs or ()
    for name in names:
        values = [_attribute(par, name) for par in pars]
        isOne = name in _SCALAR or name in _MENU or len(pars) == 1
        made[name] = values[0] if isOne and not forceAttrLists else values
    return made


def pageToJSONDict(
    page: Any, extraAttrs: _ExtraAttrs = None, forceAttrLists: bool = False
) -> dict[str, dict[str, Any]]:
    """The definitions of all parameters of a page, by name; see parameterToJSONPar."""
    return {
        group.name: parameterToJSONPar(group, extraAttrs, forceAttrLists)
        for group in page.parGroups
    }


def opToJSONOp(
    o: Any,
    extraAttrs: _ExtraAttrs = None,
    forceAttrLists: bool = False,
    includeCustomPages: bool = True,
    includeBuiltInPages: bool = False,
) -> dict[str, dict[str, dict[str, Any]]]:
    """The definitions of an operator's parameters, by page and name; see parameterToJSONPar."""
    pages = [*(o.customPages if includeCustomPages else ())]
    pages += o.pages if includeBuiltInPages else ()
    return {page.name: pageToJSONDict(page, extraAttrs, forceAttrLists) for page in pages}


def _group(p: Any) -> Any:
    if hasattr(p, "isSameParGroup"):
        return p
    return p.parGroup if hasattr(p, "parGroup") else p[0].parGroup


def _attribute(par: Any, name: str) -> Any:
    value = getattr(par, name)
    if name in ("mode", "defaultMode"):
        return value.name
    if isinstance(value, (list, tuple)):
        return [serializeTDData(item, verbose=False) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return serializeTDData(value, verbose=False)
