"""Where a thread stands and what it waits for is told by its frames alone."""

from __future__ import annotations

import asyncio
import copy
import queue
import sys
import threading
import time
import types

import pytest
import understudy_explore
import understudy_standing


def test_a_thread_says_what_it_waits_for() -> None:
    items: queue.Queue[int] = queue.Queue()
    gone = threading.Event()

    def work() -> None:
        items.get()
        gone.set()

    thread = threading.Thread(target=work, name="waiter", daemon=True)
    thread.start()
    _await_word("waiter", "an item of a queue")
    assert _described("waiter")[1:4] == ("waiter", True, "an item of a queue")
    items.put(1)
    gone.wait()
    thread.join()


def test_a_thread_says_that_it_runs_an_event_loop() -> None:
    loop = asyncio.new_event_loop()
    begun = threading.Event()
    loop.call_soon(begun.set)
    thread = threading.Thread(target=loop.run_forever, name="loop", daemon=True)
    thread.start()
    begun.wait()
    _await_word("loop", "an event loop to be stopped")
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def _await_word(name: str, wait: str) -> None:
    """Look until a thread has come to where it waits, and not for ever."""
    deadline = time.monotonic() + 60
    while (now := _described(name))[3] != wait:
        assert time.monotonic() < deadline, now


def _described(name: str) -> understudy_standing.Description:
    assert "threading" in sys.modules
    return next(one for one in understudy_standing.threads() if one[1] == name)


def test_who_waits_for_a_thread_gets_on_where_no_lock_is_waited_for() -> None:
    over = threading.Event()
    sleeper = threading.Thread(target=over.wait, daemon=True)
    sleeper.start()
    waiter = threading.Thread(target=sleeper.join, daemon=True)
    waiter.start()
    assert understudy_standing.end_joins(sleeper.ident or 0) == (sys.version_info >= (3, 13))
    if sys.version_info >= (3, 13):
        waiter.join(60)
        assert not waiter.is_alive()
    over.set()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("with lock:\n    pass", "a lock"),
        ("holder.lock.acquire()", "a lock"),
        ("print(\n    holder.lock.acquire(True, -1))", "a lock"),
        ("with condition:\n    pass", "a lock"),
        ("simple.get()", "an item of a queue"),
        ("results.get(timeout=60)", "an item of a queue"),
        ("event.wait()", "an event"),
        ("thread.join()", "the end of sleeper"),
    ],
)
def test_what_a_thread_waits_for_is_told_by_what_it_has_called(code: str, words: str) -> None:
    lock = threading.Lock()
    lock.acquire()
    over = threading.Event()
    sleeper = threading.Thread(target=over.wait, name="sleeper", daemon=True)
    sleeper.start()
    scope = {
        "lock": lock,
        "holder": types.SimpleNamespace(lock=lock),
        "condition": threading.Condition(lock),
        "simple": queue.SimpleQueue(),
        "results": queue.Queue(),
        "event": threading.Event(),
        "thread": sleeper,
    }
    waiter = threading.Thread(target=exec, args=(code, scope), daemon=True)
    waiter.start()
    seen = ""
    limit = time.monotonic() + 60
    while seen != words and time.monotonic() < limit:
        told = [one for one in understudy_standing.threads() if one[0] == waiter.ident]
        seen = told[0][3] if told else seen
    assert seen == words
    over.set()
    lock.release()
    scope["simple"].put(1)  # type: ignore[attr-defined]
    scope["results"].put(1)  # type: ignore[attr-defined]
    scope["event"].set()  # type: ignore[attr-defined]
    waiter.join(60)


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("told = doing(me)", "doing(me)"),
        ("told = '\u00e4' and [doing(me)][0]", "doing(me)"),
        ("told = copy(Told())", "copy(Told())"),
        ("told = doing(\n    me)", "doing( ..."),
    ],
)
def test_the_call_that_a_thread_is_in_is_told_as_it_is_written(
    passed: list[int], line: str, call: str
) -> None:
    class Told:
        def __copy__(self) -> tuple[str, str]:
            return understudy_standing.doing(threading.get_ident())

    scope: dict[str, object] = {
        "doing": understudy_standing.doing,
        "copy": copy.copy,
        "Told": Told,
        "me": threading.get_ident(),
    }
    exec(understudy_explore.compile_text(f"before = 1\n{line}\n", "told.py"), scope)
    assert scope["told"] == (call, line.split("\n")[0])
    assert passed
