"""Calls hooks as projects write them: with the argument that is there, or without one."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def accepts(hook: Callable[..., object], count: int) -> bool:
    """Whether a hook can be called with that many positional arguments."""
    try:
        signature = inspect.signature(hook)
    except (TypeError, ValueError):
        return True  # A built-in that does not tell.
    try:
        signature.bind(*[None] * count)
    except TypeError:
        return False
    return True


def call(hook: Callable[..., object], argument: object) -> None:
    """Call a hook with its argument, or with none if it takes none."""
    if accepts(hook, 1) or not accepts(hook, 0):
        hook(argument)
    else:
        hook()
