"""A thread is forgotten when its attribute gets another one while it works."""

from __future__ import annotations

import ast
import builtins
import threading
from collections.abc import Iterator

import pytest
import understudy_handles

WORKER = """
import threading

class Worker:
    def __init__(self, work):
        self.work = work
        self.thread = None

    def start(self):
        self.thread = threading.Thread(target=self.work, name='first', daemon=True)
        self.thread.start()
"""


@pytest.fixture
def work() -> Iterator[threading.Event]:
    """Work that lasts until it is told to end."""
    understudy_handles.install()
    understudy_handles._forgotten.clear()
    event = threading.Event()
    yield event
    event.set()


def _worker(event: threading.Event):
    tree = understudy_handles.note(ast.parse(WORKER), WORKER, "a.py", 10)
    scope: dict = {"__builtins__": builtins.__dict__, "__name__": "a"}
    exec(compile(ast.fix_missing_locations(tree), "a.py", "exec"), scope)
    return scope["Worker"](event.wait)


def test_a_second_start_forgets_the_first_thread(work: threading.Event) -> None:
    worker = _worker(work)
    worker.start()
    assert understudy_handles.forgotten() == []
    worker.start()
    line = WORKER.splitlines().index(
        "        self.thread = threading.Thread(target=self.work, name='first', daemon=True)"
    )
    name, thread, place = understudy_handles.forgotten()[0]
    assert (name, thread) == ("Worker.thread", "first")
    assert place[:2] == ("a.py", line + 11)
    worker.start()
    assert len(understudy_handles.forgotten()) == 1


def test_a_thread_that_has_ended_is_not_forgotten(work: threading.Event) -> None:
    worker = _worker(work)
    worker.start()
    work.set()
    worker.thread.join()
    worker.start()
    assert understudy_handles.forgotten() == []


def test_a_thread_that_names_its_heir_is_not_forgotten(work: threading.Event) -> None:
    worker = _worker(work)
    timer = threading.Thread(target=worker.start)
    worker.thread = timer
    timer.start()
    timer.join()
    assert worker.thread is not timer
    assert understudy_handles.forgotten() == []
