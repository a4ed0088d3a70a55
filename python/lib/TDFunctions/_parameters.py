"""What is set in parameters, read and applied: getParInfo, applyParInfo, changeParStyle."""

from __future__ import annotations

from typing import Any

import tdu

# val, expr, mode, bindExpr, default, defaultExpr, defaultBindExpr, defaultMode; modes by name.
_Info = tuple[Any, ...]


def getParInfo(
    sourceOp: Any,
    pattern: str = "*",
    names: list[str] | None = None,
    includeCustom: bool = True,
    includeNonCustom: bool = True,
) -> dict[str, _Info]:
    """What is set in the parameters of an operator, by their names, for applyParInfo.

    - Returns: for each the val, expr, mode, bindExpr, default, defaultExpr, defaultBindExpr and
      defaultMode; modes by name.
    """
    info: dict[str, _Info] = {}
    for par in sourceOp.pars(*tdu.split(pattern)):
        wanted = includeCustom if par.isCustom else includeNonCustom
        if wanted and (names is None or par.name in names):
            info[par.name] = (
                par.val,
                par.expr,
                par.mode.name,
                par.bindExpr,
                par.default,
                par.defaultExpr,
                par.defaultBindExpr,
                par.defaultMode.name,
            )
    return info


def applyParInfo(
    targetOp: Any,
    parInfo: dict[str, _Info],
    setDefaults: bool = False,
    raiseExceptions: bool = False,
) -> list[str]:
    """Sets parameters as getParInfo found them on another operator; `pageindex` stays.

    - Returns: the names of the parameters that could not be set.
    - Throws: the first refusal when `raiseExceptions` is True.
    """

    def apply(par: Any, info: _Info) -> None:
        val, expr, mode, bindExpr, *_ = info
        if not par.isPulse and not par.isMomentary and not par.readOnly:
            par.val = val
        if expr:
            par.expr = expr
        if bindExpr:
            par.bindExpr = bindExpr
        par.mode = _mode(mode)

    failed = _applied(targetOp, parInfo, apply, raiseExceptions)
    if setDefaults:
        failed += applyParDefaults(targetOp, parInfo, raiseExceptions)
    return failed


def applyParDefaults(
    targetOp: Any, parInfo: dict[str, _Info], raiseExceptions: bool = False
) -> list[str]:
    """Sets the defaults of parameters as getParInfo found them; values stay as they are.

    - Returns: the names of the parameters whose defaults could not be set.
    """

    def apply(par: Any, info: _Info) -> None:
        par.default = info[4]
        if len(info) > 5:
            par.defaultExpr, par.defaultBindExpr = info[5], info[6]
            par.defaultMode = _mode(info[7])

    return _applied(targetOp, parInfo, apply, raiseExceptions)


def _mode(name: str) -> Any:
    from understudy_td import td

    return getattr(td.ParMode, name)


def _applied(
    targetOp: Any, parInfo: dict[str, _Info], apply: Any, raiseExceptions: bool
) -> list[str]:
    failed: list[str] = []
    for name, info in parInfo.items():
        if name == "pageindex":
            continue
        try:
            apply(getattr(targetOp.par, name), info)
        except Exception:
            if raiseExceptions:
                raise
            failed.append(name)
    return failed


def setParDefaultsToCurrent(
    parList: list[Any], setState: bool = True, allowUndo: bool = True
) -> dict[str, list[Any]]:
    """Makes what parameters are set to their default.

    - Parameters:
      setState: takes the mode with its expression as well; False takes the constant value alone.
      allowUndo: makes it one step that can be undone.
    - Returns: the parameters under `changed`, `unchanged` and `error`.
    """
    from understudy_td import td

    result: dict[str, list[Any]] = {"changed": [], "unchanged": [], "error": []}
    td.ui.undo.startBlock("Set Defaults to Current", enable=allowUndo)
    try:
        for par in parList:
            result[_defaultSet(par, setState or par.isPython)].append(par)
    finally:
        td.ui.undo.endBlock()
    return result


def _defaultSet(par: Any, setState: bool) -> str:
    def state() -> tuple[Any, ...]:
        return (par.default, par.defaultExpr, par.defaultBindExpr, par.defaultMode)

    try:
        before = state()
        par.default = par.val
        if setState:
            par.defaultExpr, par.defaultBindExpr = par.expr, par.bindExpr
            par.defaultMode = par.mode
        return "unchanged" if state() == before else "changed"
    except Exception:
        return "error"


def getCustomPage(comp: Any, name: str) -> Any:
    """The custom page of that name, or None."""
    return next((page for page in comp.customPages if page.name == name), None)


def changeParStyle(p: Any, style: str, size: int = 1, includeValueData: bool = True) -> list[Any]:
    """Makes a custom parameter one of another style, and gives the new parameters.

    - Parameters:
      size: how many values a Float or Int has, 1 to 4.
      includeValueData: sets what was set, as far as the new style takes it.
    """
    group = p.parGroup
    page, name, comp = p.page, group.name, p.owner
    known = {par.name: par for par in group}
    info = getParInfo(comp, names=list(known))
    options = {"size": size} if style in ("Float", "Int") else {}
    made = getattr(page, f"append{style}")(
        name, label=group.label, order=group.order, replace=True, **options
    )
    if includeValueData:
        old = list(info.values())
        fitting = {new.name: one for new, one in zip(made, old, strict=False)}
        applyParInfo(comp, fitting)
    return list(made)
