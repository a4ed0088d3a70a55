"""A colour: Color."""

from __future__ import annotations

from tdu._components import Components, component, numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Color(Components):
    """Red, green, blue and alpha; opaque black at first.

    - Source: <https://docs.derivative.ca/Color_Class>
    """

    __slots__ = ()
    r: float = component(0)
    g: float = component(1)
    b: float = component(2)
    a: float = component(3)

    def __init__(self, *args: Any) -> None:
        given: Any = args[0] if len(args) == 1 and not isinstance(args[0], (int, float)) else args
        if not args:
            given = (0.0, 0.0, 0.0)
        values = list(given) if hasattr(given, "__iter__") else [given]
        super().__init__(numbers("Color", (*values, 1.0) if len(values) == 3 else (values,), 4))
