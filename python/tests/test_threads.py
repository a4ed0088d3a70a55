"""Tests of understudy_threads: what is remembered of many threads."""

from __future__ import annotations

import _thread
import sys
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


def test_an_exception_that_ends_a_plain_thread_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    told: list[tuple[str, BaseException]] = []
    ended = threading.Event()

    def failed(name: str, error: BaseException) -> None:
        told.append((name, error))
        ended.set()

    understudy_threads.install(failed)

    def work(numerator: int, *, denominator: int) -> None:
        print(numerator // denominator)

    _thread.start_new_thread(work, (1,), {"denominator": 0})

    assert ended.wait(20)
    (name, error), *others = told
    assert name.startswith("thread ") and not others
    assert isinstance(error, ZeroDivisionError)
    assert error.__traceback__ and error.__traceback__.tb_frame.f_code is work.__code__


def test_a_plain_thread_may_end_itself_and_the_projects_hook_hears_of_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    heard: list[object] = []
    ended = threading.Event()
    understudy_threads.install(lambda _name, error: told.append(repr(error)))

    def hook(seen: Any) -> None:
        heard.append(seen.exc_type)
        ended.set()

    monkeypatch.setattr(sys, "unraisablehook", hook)

    def leave() -> None:
        try:
            _thread.exit()
        finally:
            _thread.start_new_thread(int, ("x",))

    _thread.start_new_thread(leave, ())

    assert ended.wait(20)
    assert heard == [ValueError]
    assert told == ["ValueError(\"invalid literal for int() with base 10: 'x'\")"]


def test_what_cannot_be_started_is_said_as_python_says_it() -> None:
    with pytest.raises(TypeError, match="first arg must be callable"):
        _thread.start_new_thread(1, ())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="2nd arg must be a tuple"):
        _thread.start_new_thread(print, [])  # type: ignore[arg-type]


@pytest.mark.skipif(
    not hasattr(threading.Thread, "_wait_for_tstate_lock"), reason="3.13 has no such lock"
)
def test_a_thread_lives_on_whose_join_was_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()
    thread = threading.Thread(target=goes_on.wait)
    thread.start()
    lock: Any = thread.__dict__["_tstate_lock"]

    class Interrupted:
        locked, release = lock.locked, lock.release

        def acquire(self, *_arguments: object) -> bool:
            raise KeyboardInterrupt

    monkeypatch.setattr(thread, "_tstate_lock", Interrupted())
    with pytest.raises(KeyboardInterrupt):
        thread.join()
    monkeypatch.undo()
    seen = understudy_threads.poll(1)
    goes_on.set()

    assert not thread.is_alive()
    assert seen == 1
    while understudy_threads.poll(2):
        pass
