"""A try in one expression, and a crash: tryExcept, forceCrash."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def tryExcept(func1: Callable[[], Any], func2val: Any) -> Any:
    """What a function gives, or, when it raises, another value.

    - Parameters: func2val: the other value, or a function that makes it only when it is needed.
    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    try:
        return func1()
    except Exception:
        return func2val() if callable(func2val) else func2val


def forceCrash() -> None:
    """Ends the program at once, as a crash would: no callback, no output that waits.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    from os import abort

    abort()
