"""Operators and what belongs to them as JSON: serializeTDData, deserializeTDData.

An operator is written as its path, what belongs to one as its name, a cell as its row and column;
the long form is a dict that tells the kind (`TDType`) and the owner's path besides.
"""

from __future__ import annotations

import json
from typing import Any

_PLAIN = (str, int, float, bool, type(None))
_KINDS = ("OP", "Cell", "Channel", "Page", "ParGroup", "Par", "ParMode")


def serializeTDData(data: Any, verbose: bool = True) -> Any:
    """The data in a form that `json` can write.

    - Parameters: verbose: the long form, which deserializeTDData reads without more.
    - Returns: what `json` can write as it is, objects of TouchDesigner as told above, and of
      everything else the `repr`.
    """
    if isinstance(data, _PLAIN):
        return data
    kind = _kind(data)
    if kind is not None:
        short = _short(kind, data)
        if not verbose:
            return short
        owner = {"owner": data.owner.path} if hasattr(data, "owner") and kind != "OP" else {}
        return {"TDType": kind, **owner, "value": short}
    try:
        json.dumps(data)
    except (TypeError, ValueError):
        return repr(data)
    return data


def deserializeTDData(data: Any, verboseData: list[str] | None = None) -> Any:
    """The object that serializeTDData wrote, or the data itself when it is none or is gone.

    - Parameters: verboseData: for the short form, the kind and the owner's path: `['OP']`,
      `['ParMode']`, `['Par', path]` and so on.
    """
    if _isLong(data):
        return _found(data["TDType"], data.get("owner"), data["value"], data)
    if verboseData:
        kind, *owner = verboseData
        return _found(kind, owner[0] if owner else None, data, data)
    return data


def _isLong(data: Any) -> bool:
    return isinstance(data, dict) and "TDType" in data


def _kind(data: Any) -> str | None:
    from understudy_td import td

    return next(
        (kind for kind in _KINDS if isinstance(data, getattr(td, kind, ()))),
        None,
    )


def _short(kind: str, data: Any) -> Any:
    if kind == "OP":
        return data.path
    return [data.row, data.col] if kind == "Cell" else data.name


def _found(kind: str, owner: str | None, value: Any, otherwise: Any) -> Any:
    from understudy_td import td

    if kind == "OP":
        found = td.op(value)
    elif kind == "ParMode":
        found = getattr(td.ParMode, value, None)
    else:
        holder = td.op(owner)
        found = None if holder is None else _member(kind, holder, value)
    return otherwise if found is None else found


def _member(kind: str, holder: Any, value: Any) -> Any:
    if kind == "Cell":
        return holder[value[0], value[1]]
    if kind == "Channel":
        return holder[value]
    if kind == "Par":
        return holder.par[value]
    if kind == "ParGroup":
        return holder.parGroup[value]
    return next((page for page in holder.pages + holder.customPages if page.name == value), None)
