"""The Parameter DAT: the parameters of operators, a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tdu

from understudy_dats import Rows, operators

if TYPE_CHECKING:
    from collections.abc import Callable

_COLUMNS: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("path", "path", lambda par: par.owner.path),
    ("value", "value", lambda par: _number(par.eval())),
    ("eval", "eval", lambda par: repr(par.eval())),
    ("constant", "constant", lambda par: _number(par.val)),
    ("expression", "expression", lambda par: par.expr),
    ("export", "export", lambda par: par.exportSource or ""),
    ("mode", "mode", lambda par: par.mode.name.lower()),
    ("style", "style", lambda par: par.style),
    ("tupletname", "tupletname", lambda par: par.tupletName),
    ("size", "size", lambda par: len(par.tuplet)),
    ("menuindex", "menuindex", lambda par: par.menuIndex if par.isMenu else ""),
    ("minmax", "min", lambda par: par.min),
    ("minmax", "max", lambda par: par.max),
    ("clampminmax", "clampmin", lambda par: int(par.clampMin)),
    ("clampminmax", "clampmax", lambda par: int(par.clampMax)),
    ("normminmax", "normmin", lambda par: par.normMin),
    ("normminmax", "normmax", lambda par: par.normMax),
    ("default", "default", lambda par: _number(par.default)),
    ("enabled", "enabled", lambda par: int(par.enable)),
    ("readonly", "readonly", lambda par: int(par.readOnly)),
    ("section", "section", lambda par: int(par.startSection)),
    ("menunames", "menunames", lambda par: par.menuNames if par.isMenu else ""),
    ("menulabels", "menulabels", lambda par: par.menuLabels if par.isMenu else ""),
)


def cook(me: Any, inputs: list[Any]) -> Rows:  # noqa: ARG001
    """List the chosen parameters of the chosen operators.

    - Source: <https://docs.derivative.ca/Parameter_DAT>
    """
    columns = [(title, get) for par, title, get in _COLUMNS if me.par[par].eval()]
    has_name = me.par.name.eval()
    rows: Rows = []
    if me.par.header.eval():
        rows.append((["name"] if has_name else []) + [title for title, _ in columns])
    for owner in operators(me.par.ops):
        for par in _chosen(me, owner):
            cells = [_text(get(par)) for _, get in columns]
            rows.append(([_name(me, par)] if has_name else []) + cells)
    return rows


def _chosen(me: Any, owner: Any) -> list[Any]:
    custom, built_in = me.par.custom.eval(), me.par.builtin.eval()
    pattern = str(me.par.parameters.eval()) or "*"
    pars = [par for par in owner.pars() if (custom if par.isCustom else built_in)]
    names = set(tdu.match(pattern, [par.name for par in pars]))
    return [par for par in pars if par.name in names]


def _name(me: Any, par: Any) -> str:
    name = f"{par.owner.name}:{par.name}" if me.par.includeopname.eval() else par.name
    before, after = str(me.par.renamefrom.eval()), str(me.par.renameto.eval())
    return after if after and before and tdu.match(before, [name]) else name


def _number(value: Any) -> Any:
    """A toggle as the number that tables hold for it; the column `eval` shows Python's word."""
    return int(value) if isinstance(value, bool) else value


def _text(value: Any) -> str:
    return "" if value is None else str(value)
