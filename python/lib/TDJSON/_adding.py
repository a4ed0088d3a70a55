"""Custom parameters out of JSON: addParameterFromJSONDict and those that add many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

# A group tells its style for the most values it can have; pages make one by its size.
_BY_SIZE = {
    "XYZW": {2: "XY", 3: "XYZ", 4: "XYZW"},
    "UVW": {2: "UV", 3: "UVW"},
    "RGBA": {3: "RGB", 4: "RGBA"},
}
# What is told to the page, and so is no attribute to set.
_STRUCTURE = ("name", "label", "page", "style", "size", "order")
_VALUES = ("val", "expr", "bindExpr", "mode")
# A menu has its names before its default is one of them.
_FIRST = ("menuNames", "menuLabels", "menuSource", "min", "max")


def addParameterFromJSONDict(
    comp: Any,
    jsonDict: dict[str, Any],
    replace: bool = True,
    setValues: bool = True,
    ignoreAttrErrors: bool = False,
    fixParNames: bool = True,
    setBuiltIns: bool = False,
) -> tuple[Any, ...]:
    """Adds a custom parameter as parameterToJSONPar tells it; 'val', 'expr' and 'bindExpr' are set.

    - Parameters:
      replace: False refuses a name that is there already.
      setValues: sets the default where the dict tells no value.
      ignoreAttrErrors: passes over attributes that can't be set.
      fixParNames: makes the name one that TouchDesigner takes: first letter large, the rest small.
      setBuiltIns: sets a parameter that is there already and no custom one.
    - Returns: the parameters of its group.
    """
    name: str = jsonDict["name"]
    builtIn = comp.parGroup[name]
    if builtIn is not None and not builtIn[0].isCustom:
        if setBuiltIns:
            _setValues(builtIn, jsonDict, setValues)
        return tuple(builtIn) if setBuiltIns else ()
    if fixParNames:
        name = name[:1].upper() + name[1:].lower().replace("_", "")
    group = _append(comp, name, jsonDict, replace)
    keys = sorted(jsonDict, key=lambda key: key not in _FIRST)
    for key in keys:
        if key in _STRUCTURE or key in _VALUES:
            continue
        try:
            _set(group, key, jsonDict[key])
        except Exception:
            if not ignoreAttrErrors:
                raise
    _setValues(group, jsonDict, setValues)
    return tuple(group)


def addParametersFromJSONList(
    comp: Any,
    jsonList: Iterable[dict[str, Any]],
    replace: bool = True,
    setValues: bool = True,
    destroyOthers: bool = False,
    newAtEnd: bool = True,
    fixParNames: bool = True,
    setBuiltIns: bool = False,
) -> tuple[list[str], list[str]]:
    """Adds custom parameters; see addParameterFromJSONDict.

    - Parameters:
      destroyOthers: destroys custom pages and parameters that the list does not tell.
      newAtEnd: moves them to the end of their pages, in the order of the list.
    - Returns: the names of the parameters and of the pages.
    """
    parNames: list[str] = []
    pageNames: list[str] = []
    for jsonDict in jsonList:
        made = addParameterFromJSONDict(
            comp, jsonDict, replace, setValues, fixParNames=fixParNames, setBuiltIns=setBuiltIns
        )
        parNames += [par.name for par in made]
        if made and made[0].page.name not in pageNames:
            pageNames.append(made[0].page.name)
    if destroyOthers:
        destroyOtherPagesAndParameters(comp, pageNames, parNames)
    if newAtEnd:
        _moveToEnd(comp, parNames)
    return parNames, pageNames


def addParametersFromJSONDict(
    comp: Any,
    jsonDict: dict[str, dict[str, Any]],
    replace: bool = True,
    setValues: bool = True,
    destroyOthers: bool = False,
    newAtEnd: bool = True,
    fixParNames: bool = True,
    setBuiltIns: bool = False,
) -> tuple[list[str], list[str]]:
    """Adds the custom parameters of a dict by name, as pageToJSONDict makes it."""
    return addParametersFromJSONList(
        comp,
        jsonDict.values(),
        replace,
        setValues,
        destroyOthers,
        newAtEnd,
        fixParNames,
        setBuiltIns,
    )


def addParametersFromJSONOp(
    comp: Any,
    jsonOp: dict[str, dict[str, dict[str, Any]]],
    replace: bool = True,
    setValues: bool = True,
    destroyOthers: bool = False,
    newAtEnd: bool = True,
    fixParNames: bool = True,
    setBuiltIns: bool = False,
) -> tuple[list[str], list[str]]:
    """Adds the custom parameters of a dict by page and name, as opToJSONOp makes it."""
    told = [
        {**jsonDict, "page": page} for page, dicts in jsonOp.items() for jsonDict in dicts.values()
    ]
    return addParametersFromJSONList(
        comp, told, replace, setValues, destroyOthers, newAtEnd, fixParNames, setBuiltIns
    )


def destroyOtherPagesAndParameters(
    comp: Any, pageNames: Iterable[str], parNames: Iterable[str]
) -> None:
    """Destroys the custom pages and parameters of a COMP that are not named."""
    keptPages, keptPars = set(pageNames), set(parNames)
    for page in list(comp.customPages):
        if page.name not in keptPages:
            page.destroy()
    for group in list(comp.customParGroups):
        if not any(par.name in keptPars for par in group):
            group[0].destroy()


def _append(comp: Any, name: str, jsonDict: dict[str, Any], replace: bool) -> Any:
    page = comp.appendCustomPage(jsonDict.get("page", "Custom"))
    style: str = jsonDict["style"]
    size: int = jsonDict.get("size", 1)
    style = _BY_SIZE.get(style, {}).get(size, style)
    options = {"size": size} if style in ("Float", "Int") else {}
    return getattr(page, f"append{style}")(
        name,
        label=jsonDict.get("label", name),
        order=jsonDict.get("order"),
        replace=replace,
        **options,
    )


def _setValues(group: Any, jsonDict: dict[str, Any], setValues: bool) -> None:
    if setValues and "val" not in jsonDict:
        for par in group:
            par.val = par.default
    for key in _VALUES:
        if key in jsonDict:
            _set(group, key, jsonDict[key])


def _set(group: Any, key: str, value: Any) -> None:
    from understudy_td import td

    pars = list(group)
    # A list is one value for each, unless it is the list of a menu.
    values = value if _isList(value) and not key.startswith("menu") else [value] * len(pars)
    for par, one in zip(pars, values, strict=True):
        if key in ("mode", "defaultMode"):
            setattr(par, key, getattr(td.ParMode, one))
        elif key in ("expr", "bindExpr"):
            # An empty text would change the mode, which nobody asked for.
            if one:
                setattr(par, key, one)
        else:
            setattr(par, key, one)


def _isList(value: Any) -> bool:
    return isinstance(value, list)


def _moveToEnd(comp: Any, parNames: list[str]) -> None:
    for page in comp.customPages:
        groups = [group.name for group in page.parGroups]
        own = {par.name: group.name for group in page.parGroups for par in group}
        new = list(dict.fromkeys(own[name] for name in parNames if name in own))
        if new:
            page.sort(*[name for name in groups if name not in new], *new)
