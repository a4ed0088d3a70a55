"""What `understudy_play` tells of a thread: plain values, nothing that runs code of a project."""

from __future__ import annotations

import queue
import threading

import understudy_play


class Loud:
    """Its description would run code of the project."""

    def __repr__(self) -> str:
        raise AssertionError("described")


class Owner:
    def __init__(self) -> None:
        self.total = 3
        self.lock = threading.Lock()
        self.jobs: queue.Queue[str] = queue.Queue()
        self.jobs.put("job")
        self.done = threading.Event()
        self.loud = Loud()
        self.mixed = [1, Loud()]

    def look(self) -> list[str]:
        return understudy_play.values(threading.get_ident())


def test_values_are_told_by_their_names() -> None:
    assert Owner().look() == [
        "self.total = 3",
        "self.lock = a lock, free",
        "self.jobs = a queue of 1: ['job']",
        "self.done = an event, not set",
    ]


def test_a_taken_lock_and_a_set_event_are_told() -> None:
    owner = Owner()
    owner.done.set()
    with owner.lock:
        told = owner.look()
    assert "self.lock = a lock, taken" in told
    assert "self.done = an event, set" in told


def test_long_values_are_cut() -> None:
    text = "x" * 500
    told = understudy_play.values(threading.get_ident())
    assert len(text) == 500
    assert all(len(one) < 80 for one in told)


def test_a_thread_that_is_not_there_sees_nothing() -> None:
    assert understudy_play.values(1) == []
