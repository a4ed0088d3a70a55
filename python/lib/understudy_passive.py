"""What `passive(OP)` gives: an operator that is read as it is, without cooking first."""

from __future__ import annotations

import functools
from typing import Any

from understudy_td import td


class Passive:
    """Has the members of an operator; none of them makes that operator cook.

    The cells and channels that it gives are the operator's own: reading their values may cook it.

    - Source: <https://docs.derivative.ca/OP_Class>, <https://docs.derivative.ca/Td_Module>
    """

    __slots__ = ("_active",)
    _active: Any

    def __init__(self, active: Any) -> None:
        object.__setattr__(self, "_active", active)

    @property
    def __class__(self) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._active.__class__

    @property
    def passive(self) -> bool:
        """True: this one does not cook."""
        return True

    def __getattr__(self, name: str) -> Any:
        active = self._active
        found = td._held(active, lambda: getattr(active, name))
        if not callable(found) or isinstance(found, type):
            return found

        @functools.wraps(found)
        def held(*args: Any, **keywords: Any) -> Any:
            return td._held(active, lambda: found(*args, **keywords))

        return held

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._active, name, value)

    def __getitem__(self, key: Any) -> Any:
        return td._held(self._active, lambda: self._active[key])

    def __setitem__(self, key: Any, value: Any) -> None:
        self._active[key] = value

    def __len__(self) -> int:
        return td._held(self._active, lambda: len(self._active))

    def __iter__(self) -> Any:
        return td._held(self._active, lambda: iter(list(self._active)))

    def __bool__(self) -> bool:
        return bool(self._active)

    def __eq__(self, other: object) -> bool:
        return self._active == (other._active if type(other) is Passive else other)

    def __hash__(self) -> int:
        return hash(self._active)

    def __dir__(self) -> list[str]:
        return dir(self._active)

    def __repr__(self) -> str:
        return repr(self._active)

    def __str__(self) -> str:
        return str(self._active)


def passive(operator: Any) -> Passive:
    """Give the passive form of an operator, which may be passive already."""
    if type(operator) is Passive:
        return operator
    if not isinstance(operator, td.OP):
        raise td.tdError(f"passive() takes an operator, not {operator!r}.")
    return Passive(operator)
