"""Between two schedules of one process, what was set without a module's showing it is set again."""

from __future__ import annotations

import codecs
import decimal
import gc
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

import pytest
import understudy_settings


def _umask() -> int:
    now = os.umask(0o022)
    os.umask(now)
    return now


def _files() -> int:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


_CASES: list[tuple[Callable[[], Any], Callable[[], Any]]] = [
    (gc.isenabled, gc.disable),
    (gc.get_threshold, lambda: gc.set_threshold(3)),
    (sys.getrecursionlimit, lambda: sys.setrecursionlimit(4321)),
    (sys.getswitchinterval, lambda: sys.setswitchinterval(0.5)),
    (sys.get_int_max_str_digits, lambda: sys.set_int_max_str_digits(1000)),
    (socket.getdefaulttimeout, lambda: socket.setdefaulttimeout(5)),
    (_umask, lambda: os.umask(0o007)),
    (
        lambda: signal.getsignal(signal.SIGUSR1),
        lambda: signal.signal(signal.SIGUSR1, lambda *_told: None),
    ),
    (
        _files,
        lambda: resource.setrlimit(
            resource.RLIMIT_NOFILE, (_files() - 1, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
        ),
    ),
    (lambda: decimal.DefaultContext.prec, lambda: setattr(decimal.DefaultContext, "prec", 5)),
    (
        lambda: decimal.ExtendedContext.traps[decimal.Inexact],
        lambda: decimal.ExtendedContext.traps.__setitem__(decimal.Inexact, True),
    ),
]


@pytest.mark.parametrize(("read", "change"), _CASES)
def test_what_was_set_is_set_again(read: Callable[[], Any], change: Callable[[], Any]) -> None:
    understudy_settings.remember()
    before = read()
    change()
    assert read() != before

    understudy_settings.set_again()

    assert read() == before


def test_a_codec_that_was_added_is_there_no_more() -> None:
    understudy_settings.remember()
    understudy_settings.remember()
    codecs.register({"of_a_schedule": codecs.lookup("ascii")}.get)
    assert codecs.lookup("of_a_schedule").name == "ascii"

    understudy_settings.set_again()

    with pytest.raises(LookupError, match="of_a_schedule"):
        codecs.lookup("of_a_schedule")
    understudy_settings.set_again()


def test_what_cannot_be_set_again_keeps_nobody_from_the_rest() -> None:
    understudy_settings.remember()
    limit = sys.getrecursionlimit()

    def refuse(_value: object) -> None:
        raise ValueError("no")

    values = iter(range(9))
    understudy_settings._settings.insert(0, (lambda: next(values), refuse, -1))
    sys.setrecursionlimit(4321)

    understudy_settings.set_again()

    assert sys.getrecursionlimit() == limit
