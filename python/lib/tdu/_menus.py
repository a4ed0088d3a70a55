"""Menu sources for parameters: ParMenu, TableMenu."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class MenuObject:
    """What a parameter's menuSource takes: names and, as many, labels.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """

    def __init__(self, menuNames: Iterable[Any], menuLabels: Iterable[Any] | None = None) -> None:
        self.menuNames = [str(name) for name in menuNames]
        labels = self.menuNames if menuLabels is None else menuLabels
        self.menuLabels = [str(label) for label in labels]

    def __repr__(self) -> str:
        return f"tdu.MenuObject({self.menuNames!r}, {self.menuLabels!r})"


def ParMenu(menuNames: Iterable[Any], menuLabels: Iterable[Any] | None = None) -> MenuObject:
    """A menu from lists.

    - Parameters: menuLabels: None to show the names.
    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    return MenuObject(menuNames, menuLabels)


def TableMenu(
    table: Any,
    nameCol: int | str = 0,
    labelCol: int | str | None = None,
    includeFirstRow: bool = False,
) -> MenuObject:
    """A menu from the columns of a table DAT, or of anything with `col(index or name)`.

    - Parameters: labelCol: None to show the names. includeFirstRow: whether the first row is an
      entry and no header.
    - Throws: ValueError when there is no such column.
    - Thread: that of the table: main for an operator.
    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    names = _column(table, nameCol, includeFirstRow)
    return MenuObject(
        names, None if labelCol is None else _column(table, labelCol, includeFirstRow)
    )


def _column(table: Any, column: int | str, includeFirstRow: bool) -> list[str]:
    cells = table.col(column)
    if cells is None:
        raise ValueError(
            f"TableMenu was asked for column {column!r} of {table}, which has no such column; "
            "name one of its first row, or give a number."
        )
    texts = [str(getattr(cell, "val", cell)) for cell in cells]
    return texts if includeFirstRow else texts[1:]
