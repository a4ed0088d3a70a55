"""Tests of understudy_threads: what is remembered of many threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import understudy_threads


@pytest.fixture(autouse=True)
def watch() -> Iterator[None]:
    understudy_threads.install(lambda _name, _error: None)
    understudy_threads.forget()
    yield
    understudy_threads.forget()


def start_and_end(count: int) -> None:
    for _ in range(count):
        thread = threading.Thread(target=lambda: None)
        thread.start()
        thread.join()


def test_of_many_ended_threads_the_last_ones_are_remembered() -> None:
    for number in range(5):
        start_and_end(100)
        understudy_threads.poll(number)

    assert understudy_threads.started == 500
    assert len(understudy_threads.summary()) == 200
    assert understudy_threads.summary()[-1][5] == 4


def test_a_thread_that_lives_is_remembered_however_many_end() -> None:
    goes_on = threading.Event()
    keeper = threading.Thread(target=goes_on.wait, name="keeper")
    keeper.start()
    start_and_end(300)

    alive = understudy_threads.poll(1)

    assert alive == 1
    assert understudy_threads.summary()[0][0] == "keeper"
    goes_on.set()
    keeper.join()


def test_a_thread_that_is_being_started_has_not_ended() -> None:
    seen: list[int] = []

    class Slow(threading.Thread):
        def is_alive(self) -> bool:
            return False

    # 3.13 starts threads by another function.
    joinable = hasattr(threading, "_start_joinable_thread")
    name = "_start_joinable_thread" if joinable else "_start_new_thread"
    original = getattr(threading, name)

    def starting(*arguments: Any, **keywords: Any) -> Any:
        seen.append(understudy_threads.poll(1))
        return original(*arguments, **keywords)

    setattr(threading, name, starting)
    try:
        thread = Slow(target=lambda: None)
        thread.start()
        thread.join()
    finally:
        setattr(threading, name, original)

    assert seen == [1]


def test_a_start_that_fails_leaves_nothing_behind() -> None:
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    understudy_threads.poll(1)

    with pytest.raises(RuntimeError):
        thread.start()

    assert understudy_threads.started == 1
    assert understudy_threads.poll(2) == 0


def test_who_held_the_gil_is_told_by_name_and_frame() -> None:
    may_end = threading.Event()
    thread = threading.Thread(target=may_end.wait, name="sorter")
    thread.start()
    name, frame = understudy_threads.holder(thread.ident or 0)
    may_end.set()
    thread.join()

    assert name == "sorter"
    assert frame is not None
    assert understudy_threads.holder(1) == ("thread 1", None)


def test_the_threads_of_a_debugger_are_none_of_the_projects() -> None:
    thread = threading.Thread(target=lambda: None)
    thread.is_pydev_daemon_thread = True  # type: ignore[attr-defined]

    thread.start()
    thread.join()

    understudy_threads.poll(1)
    assert understudy_threads.summary() == []
