"""How a batch file ends early: by fault, by jump or by exit."""

from __future__ import annotations


class BatchError(Exception):
    """A construct that cannot be run here; the message names file, line, reason and way out."""


class Jump(Exception):
    """A goto on its way to the line loop of the batch file it stands in."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class LeaveBatch(Exception):
    """An `exit /b`, or a batch file started without `call`: the present file is done."""


class LeaveAll(Exception):
    """An `exit`: the whole interpreter is done."""


def not_here(where: str, thing: str, way_out: str) -> BatchError:
    """The one sentence for everything that only Windows can do.

    - Parameters: where: file and line. thing: the word that was met. way_out: what to do instead.
    """
    return BatchError(
        f"{where}: '{thing}' is not something Understudy can run off Windows; {way_out}"
    )
