"""The File In DAT: what a file holds."""

from __future__ import annotations

import os
from typing import Any

import tdu

from understudy_dats import Rows, padded


def cook(me: Any, inputs: list[Any]) -> str | Rows:  # noqa: ARG001
    """Read the file: a `.dat` file and a text that is to be converted as a table.

    - Source: <https://docs.derivative.ca/File_In_DAT>
    """
    name = str(me.par.file.eval())
    if not name:
        return ""
    path = tdu.expandPath(name)
    if not os.path.isfile(path):
        me.addWarning(f"The file {path!r} does not exist.")
        return ""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    if path.endswith(".dat") or me.par.converttable.eval():
        return padded([line.split("\t") for line in text.splitlines()])
    return text
