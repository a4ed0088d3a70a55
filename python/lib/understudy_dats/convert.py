"""The Convert DAT: text to table and back."""

from __future__ import annotations

from typing import Any

from understudy_dats import Rows, padded, rows_of


def cook(me: Any, inputs: list[Any]) -> str | Rows:
    r"""Split text into cells at any of the delimiters, or join cells with the spacer.

    `\t` and `\n` in the parameters stand for a tab and a new line.
    - Source: <https://docs.derivative.ca/Convert_DAT>
    """
    source = inputs[0] if inputs else None
    if source is None:
        return []
    if me.par.how.eval() == "text":
        spacer = _plain(str(me.par.spacers.eval()))
        return "\n".join(spacer.join(row) for row in rows_of(source))
    delimiters = set(_plain(str(me.par.delimiters.eval())))
    lines = source.text.splitlines()
    if me.par.removeblank.eval():
        lines = [line for line in lines if line.strip()]
    return padded([_split(line, delimiters) for line in lines])


def _plain(text: str) -> str:
    return text.replace("\\t", "\t").replace("\\n", "\n")


def _split(line: str, delimiters: set[str]) -> list[str]:
    cells = [""]
    for letter in line:
        if letter in delimiters:
            cells.append("")
        else:
            cells[-1] += letter
    return cells
