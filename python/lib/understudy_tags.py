"""The tags of an operator: a set that writes itself back when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Tags(set[str]):
    """A regular set; each change in it is a change of the operator.

    - Parameters: write: takes the new tags as a list; what it raises leaves the operator as it is.
    - Source: <https://docs.derivative.ca/OP_Class>
    """

    def __init__(self, tags: Iterable[str], write: Callable[[list[str]], object]) -> None:
        super().__init__(tags)
        self._write = write

    def __reduce__(self) -> tuple[Any, ...]:
        # A copy is a set like any other.
        return set, (sorted(self),)


def _writing(name: str) -> Callable[..., Any]:
    plain = getattr(set, name)

    def change(tags: Tags, *args: Any) -> Any:
        result = plain(tags, *args)
        tags._write(sorted(tags))  # pyright: ignore[reportPrivateUsage]
        return tags if name.startswith("__") else result

    change.__name__ = name
    return change


for _name in ("add", "clear", "discard", "pop", "remove", "update", "difference_update"):
    setattr(Tags, _name, _writing(_name))
for _name in ("intersection_update", "symmetric_difference_update"):
    setattr(Tags, _name, _writing(_name))
for _name in ("__ior__", "__iand__", "__isub__", "__ixor__"):
    setattr(Tags, _name, _writing(_name))
