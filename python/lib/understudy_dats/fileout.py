"""The File Out DAT: writes its input into a file."""

from __future__ import annotations

from typing import Any

import tdu

from understudy_dats import Rows, null

# How many times each operator has written, by its number.
written: dict[int, int] = {}


def cook(me: Any, inputs: list[Any]) -> str | Rows:
    """Give the input on; the file is written by the pulse."""
    return null.cook(me, inputs)


def pulsed(me: Any, par: Any) -> None:
    """Write the file once, anew or at its end.

    - Source: <https://docs.derivative.ca/File_Out_DAT>
    """
    if par.name != "write":
        return
    name = str(me.par.file.eval())
    if not name:
        raise ValueError(f"{me.path} has no file to write: the parameter 'file' is empty.")
    with open(tdu.expandPath(name), "a" if me.par.append.eval() else "w", encoding="utf-8") as file:
        file.write(me.text)
    written[me.id] = written.get(me.id, 0) + 1
