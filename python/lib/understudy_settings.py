"""Remembers what Python's library keeps where no module shows it, and sets it again.

A limit, a handler, a timeout: what one schedule sets would be set from the beginning of the next
one in the same process, which then would not fail where it is too early for it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Setting = tuple[Callable[[], Any], Callable[[Any], Any], Any]

# How each is read and set, and what it was.
_settings: list[Setting] = []
# The codecs that were added.
_codecs: list[Callable[[str], Any]] = []


def remember() -> None:
    """Remember what is set now."""
    _settings.clear()
    _add(gc.isenabled, lambda was: gc.enable() if was else gc.disable())
    _add(gc.get_threshold, lambda was: gc.set_threshold(*was))
    _add(sys.getrecursionlimit, sys.setrecursionlimit)
    _add(sys.getswitchinterval, sys.setswitchinterval)
    _add(sys.get_int_max_str_digits, sys.set_int_max_str_digits)
    _add(_umask, os.umask)
    modules: dict[str, Any] = dict(sys.modules)
    if socket := modules.get("socket"):
        _add(socket.getdefaulttimeout, socket.setdefaulttimeout)
    # The module that people import turns each number into one of its names.
    signals: Any = __import__("_signal")
    numbers: list[int] = sorted(map(int, signals.valid_signals()))
    _add(
        lambda: [signals.getsignal(number) for number in numbers],
        lambda was: _set_signals(signals, numbers, was),
    )
    if resource := modules.get("resource"):
        for name in dir(resource):
            if name.startswith("RLIMIT_"):
                _add_limit(resource, getattr(resource, name))
    if decimal := modules.get("decimal"):
        for context in (decimal.DefaultContext, decimal.BasicContext, decimal.ExtendedContext):
            _add_context(context)
    _watch_codecs()


def set_again() -> None:
    """Set again what has changed."""
    for read, write, was in _settings:
        if read() != was:
            with contextlib.suppress(OSError, ValueError):
                write(was)
    if _codecs:
        codecs: Any = sys.modules["codecs"]
        for search in _codecs:
            codecs.unregister(search)
        _codecs.clear()


def _add(read: Callable[[], Any], write: Callable[[Any], Any]) -> None:
    _settings.append((read, write, read()))


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now


def _set_signals(signals: Any, numbers: list[int], was: list[Any]) -> None:
    for number, handler in zip(numbers, was, strict=True):
        if signals.getsignal(number) is not handler and handler is not None:
            signals.signal(number, handler)


def _add_limit(resource: Any, number: int) -> None:
    _add(
        lambda: resource.getrlimit(number)[0],
        lambda was: resource.setrlimit(number, (was, resource.getrlimit(number)[1])),
    )


def _add_context(context: Any) -> None:
    names = "prec", "rounding", "Emin", "Emax", "capitals", "clamp"

    def read() -> list[Any]:
        return [*(getattr(context, name) for name in names), dict(context.traps)]

    def write(was: list[Any]) -> None:
        for name, value in zip(names, was, strict=False):
            setattr(context, name, value)
        context.traps.update(was[-1])

    _add(read, write)


def _watch_codecs() -> None:
    """Hear of codecs that are added: nobody can be asked which there are."""
    codecs: Any = sys.modules["codecs"]
    register: Callable[[Any], None] = codecs.register
    if hasattr(register, "__wrapped__"):
        return

    def remembering_register(search_function: Any, /) -> None:
        register(search_function)
        _codecs.append(search_function)

    remembering_register.__doc__ = register.__doc__
    remembering_register.__wrapped__ = register  # type: ignore[attr-defined]
    codecs.register = remembering_register
