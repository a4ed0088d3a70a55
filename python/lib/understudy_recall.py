"""Keeps what pure functions made: their work is done in one schedule and known in all.

Such a function's compiled code asks `<recall>` before its body runs, and hands its result to
`<note>`; no source text can spell these names.
"""

from __future__ import annotations

import ast
import builtins
import hashlib
import json

Plain = int | float | str | bool | None

RECALL = "<recall>"
NOTE = "<note>"
_PLAIN = {int, str, bool, type(None)}

_results: dict[str, Plain] = {}
_fresh: dict[str, Plain] = {}


def install() -> None:
    """Let compiled functions ask."""
    builtins.__dict__[RECALL] = _recall
    builtins.__dict__[NOTE] = _note


def name(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """Name a function by its text: its place may be another's in another schedule."""
    return hashlib.sha256(ast.unparse(function).encode(errors="surrogatepass")).hexdigest()


def learned() -> str:
    """Tell what was made in this schedule for the first time, as JSON."""
    return json.dumps(_fresh) if _fresh else ""


def learn(results: str) -> None:
    """Take over what another schedule has learned."""
    _results.update(json.loads(results))


def forget() -> None:
    """Keep what this schedule has learned as what was learned before."""
    _results.update(_fresh)
    _fresh.clear()


def _recall(function: str, *given: object) -> tuple[str, bool, Plain]:
    """Give the key of a call, whether its result is known, and the result."""
    if not all(type(one) in _PLAIN for one in given):
        return "", False, None
    key = f"{function} {given!r}"
    return key, key in _results, _results.get(key)


def _note(given: tuple[str, bool, Plain], result: Plain) -> Plain:
    """Keep the result of a call and pass it on."""
    if given[0] and type(result) in _PLAIN:
        _fresh[given[0]] = result
    return result
