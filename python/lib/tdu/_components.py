"""What Vector, Position, Color and Quaternion have in common: a few numbers with names."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Self


class Components:
    """Numbers in a fixed order, read and set by name or index."""

    __slots__ = ("_values",)
    # They change in place, so they cannot be keys.
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, values: list[float]) -> None:
        self._values = values

    def copy(self) -> Self:
        """Another one with the same values."""
        return self._like(self._values)

    def _like(self, values: list[float]) -> Self:
        made = type(self).__new__(type(self))
        made._values = list(values)
        return made

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[float]:
        return iter(list(self._values))

    def __getitem__(self, index: int) -> float:
        return self._values[index]

    def __setitem__(self, index: int, value: float) -> None:
        self._values[index] = float(value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Components) or type(self) is not type(other):
            return NotImplemented
        return self._values == other._values

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(str, self._values))})"


def component(index: int) -> Any:
    """A property for one of the numbers."""

    def read(self: Components) -> float:
        return self._values[index]

    def write(self: Components, value: float) -> None:
        self._values[index] = float(value)

    return property(read, write)


def numbers(kind: str, args: tuple[Any, ...], count: int) -> list[float]:
    """The numbers that a constructor was given: one by one, in one list, or one for all.

    - Throws: TypeError when there are not as many as needed.
    """
    given: Any = args
    if len(args) == 1:
        given = [args[0]] * count if isinstance(args[0], (int, float)) else args[0]
    try:
        values = [float(value) for value in given]
    except (TypeError, ValueError):
        values = []
    if len(values) != count:
        raise TypeError(f"tdu.{kind} takes {count} numbers, or one list of {count}, not {args!r}.")
    return values
