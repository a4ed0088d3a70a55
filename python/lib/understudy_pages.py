"""The pages of an operator: a list that takes a page's name as well as its place."""

from __future__ import annotations

from typing import Any


class Pages(list[Any]):
    """Pages in their order.

    - Source: <https://docs.derivative.ca/Page_Class>
    """

    def __getitem__(self, index: Any) -> Any:
        if not isinstance(index, str):
            return super().__getitem__(index)
        for page in self:
            if page.name == index:
                return page
        names = ", ".join(repr(page.name) for page in self) or "none"
        raise KeyError(f"There is no page {index!r}; the pages are: {names}.")
