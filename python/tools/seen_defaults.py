"""Gives defaults that TouchDesigner itself told, where the documentation is silent.

`seen-defaults.tsv` has a type, or `panel` or `TOP` for all of them, a parameter, and the default as
Python writes it. The values are those that TouchDesigner 2025 recorded of operators in
<https://github.com/rootnotez/td-snapshot/tree/main/tests/baselines>; one was taken when an operator
of the type was among them in which the parameter was at its default, since some types set a
parameter to something else when they are made.
"""

from __future__ import annotations

import ast
from pathlib import Path

Value = bool | int | float | str


def read(path: Path = Path(__file__).parent / "seen-defaults.tsv") -> dict[tuple[str, str], Value]:
    """Give the defaults by type and parameter."""
    rows = [line.split("\t") for line in path.read_text().splitlines()]
    return {(kind, name): ast.literal_eval(value) for kind, name, value in rows}


def style_of(style: str, value: Value) -> str:
    """Give the style that can hold a default; a guessed one may be another."""
    if isinstance(value, bool):
        return "Toggle"
    if isinstance(value, str):
        guessed = style in ("Float", "Int", "Toggle")
        return ("StrMenu" if value else "Str") if guessed else style
    if style in ("Int", "Toggle", "Float"):
        return "Int" if isinstance(value, int) else "Float"
    return style


def text_of(value: Value) -> str:
    """Write a default as the catalogue holds it."""
    return str(int(value)) if isinstance(value, bool) else str(value)
