"""Tests of understudy_belongings: what an extension left behind, and who holds a port."""

from __future__ import annotations

import gc
import multiprocessing
import os
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator

import pytest
import understudy_belongings
import understudy_processes
import understudy_start
import understudy_threads


class Extension:
    """Starts one of everything, and ends it when it is told to."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.inner = threading.Event()
        self.worker = threading.Thread(target=self.work, name="worker", daemon=True)
        self.worker.start()
        self.sock = socket.socket()
        self.sock.bind(("127.0.0.1", 0))
        self.child = subprocess.Popen(["sleep", "60"])
        assert self.inner.wait(20)

    def work(self) -> None:
        threading.Thread(target=self.go.wait, name="inner", daemon=True).start()
        self.inner.set()
        self.go.wait(20)

    def end(self) -> None:
        self.go.set()
        self.sock.close()
        self.child.kill()
        self.child.wait()
        self.worker.join()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    lines: list[str] = []
    understudy_start.prepare("/tmp", lines.append)
    understudy_threads.install(lambda *_told: None)
    understudy_threads.forget()
    monkeypatch.setattr(understudy_belongings, "grace", 0)
    yield lines
    understudy_threads.forget()


def test_what_outlives_its_extension_is_told_with_the_line_that_started_it(
    said: list[str],
) -> None:
    extension = Extension()
    understudy_threads.poll(3)

    understudy_threads.torn_down(extension, "Extension of /box", False)
    understudy_threads.poll(4)

    left = ["the thread worker", "the thread inner", "process", "its use of port"]
    assert len(said) == len(left)
    for line, what in zip(said, left, strict=True):
        assert line.startswith(f"Extension of /box was torn down in frame 3 without ending {what}")
        assert f"{__file__}:" in line
    extension.end()


def test_what_has_ended_by_then_is_not_told(said: list[str]) -> None:
    extension = Extension()

    understudy_threads.torn_down(extension, "Extension of /box", False)
    extension.end()
    understudy_threads.poll(4)

    assert [line for line in said if "thread inner" not in line] == []
    assert understudy_threads.look is None


def test_another_extension_s_are_left_alone(said: list[str]) -> None:
    extension, other = Extension(), Extension()

    understudy_threads.torn_down(other, "Other of /box", False)
    other.end()
    understudy_threads.poll(4)

    assert [line for line in said if "thread inner" not in line] == []
    extension.end()


def test_a_port_that_is_taken_is_told_with_its_holder(said: list[str]) -> None:
    extension = Extension()

    with socket.socket() as late, pytest.raises(OSError, match="in use"):
        late.bind(extension.sock.getsockname())

    assert len(said) == 1
    assert said[0].startswith(f"port {extension.sock.getsockname()[1]} is taken by ")
    extension.end()


def test_nobody_is_told_of_a_port_that_is_free_again(said: list[str]) -> None:
    extension = Extension()
    address = extension.sock.getsockname()
    extension.end()

    with socket.socket() as late:
        late.bind(address)

    assert said == []


def test_children_end_with_the_run_unless_they_are_detached(said: list[str]) -> None:
    kept = subprocess.Popen(["sleep", "60"], start_new_session=True)
    ended = subprocess.Popen(["sleep", "60"])
    described = understudy_belongings.children()

    understudy_belongings.end_children()

    assert [(number, detached) for number, *_, detached in described] == [
        (kept.pid, True),
        (ended.pid, False),
    ]
    assert ended.wait(20) == -15
    assert kept.poll() is None
    assert understudy_belongings.children()[0][0] == kept.pid
    kept.kill()
    kept.wait()
    assert said == []


def _comes_to_its_end(number: int) -> None:
    """Look at a process that was sent a signal until it has heard it."""
    deadline = time.monotonic() + 20
    while understudy_processes.family([number]):
        assert time.monotonic() < deadline
        os.sched_yield()


def test_a_child_that_does_not_hear_is_ended_with_its_own_children(said: list[str]) -> None:
    script = "trap '' TERM; sleep 60 & echo $!; wait; wait; sleep 60"
    child = subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE, text=True)
    assert child.stdout
    own = int(child.stdout.readline())

    understudy_belongings.end_children()

    assert child.wait(20) == -9
    _comes_to_its_end(own)
    first, second = said
    assert first.startswith(f"process {child.pid} (sh -c trap") and "ended at once" in first
    assert second.startswith(f"process {own}, which a child started, did not end")
    child.stdout.close()


def test_what_a_shell_waits_for_ends_with_it(said: list[str]) -> None:
    child = subprocess.Popen(["sh", "-c", "sleep 60 & echo $!; wait"], stdout=subprocess.PIPE)
    away = "setsid sleep 60 & echo $!; wait"
    other = subprocess.Popen(["sh", "-c", away], stdout=subprocess.PIPE)
    assert child.stdout and other.stdout
    inner, outer = int(child.stdout.readline()), int(other.stdout.readline())
    while (gone := understudy_processes.family([outer])) and gone[0].session != outer:
        pass

    understudy_belongings.end_children()

    assert (child.wait(20), other.wait(20)) == (-15, -15)
    _comes_to_its_end(inner)
    assert [one.number for one in understudy_processes.family([outer])] == [outer]
    os.kill(outer, 9)
    assert said == []
    child.stdout.close()
    other.stdout.close()


def test_nothing_is_kept_alive(said: list[str]) -> None:
    extension = Extension()
    understudy_threads.torn_down(extension, "Extension of /box", False)
    extension.end()
    for thread in threading.enumerate():
        if thread.name == "inner":
            thread.join(20)
    understudy_threads.poll(4)
    known = weakref.ref(extension)

    del extension
    gc.collect()

    assert known() is None
    assert said == []


def test_a_process_that_python_would_wait_for_is_ended_and_others_are_left_to_it(
    said: list[str],
) -> None:
    context = multiprocessing.get_context("spawn")
    awaited = context.Process(target=time.sleep, args=(60,), name="awaited")
    own = context.Process(target=time.sleep, args=(60,), name="own", daemon=True)
    awaited.start()
    own.start()
    described = understudy_belongings.children()

    understudy_belongings.wait_for_workers(time.monotonic() + 0.01)
    understudy_belongings.end_children()

    assert [(number, words) for number, words, *_ in described] == [
        (awaited.pid, "awaited"),
        (own.pid, "own"),
    ]
    assert all(any(file == __file__ for file, *_ in stack) for _, _, _, stack, *_ in described)
    awaited.join(20)
    assert awaited.exitcode == -15
    assert own.is_alive()
    own.kill()
    own.join()
    own.close()
    assert understudy_belongings.children() == []
    assert said == []


def test_a_process_that_ends_by_itself_has_its_time(said: list[str]) -> None:
    process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(0.01,))
    process.start()

    understudy_belongings.wait_for_workers(time.monotonic() + 60)

    assert understudy_belongings.children() == []
    process.join()
    assert process.exitcode == 0
    assert said == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose child a process is")
def test_children_that_nobody_saw_start_are_found_where_all_are_the_projects(
    said: list[str],
) -> None:
    number = os.posix_spawn("/bin/sleep", ["sleep", "60"], os.environ)
    away = os.posix_spawn("/bin/sleep", ["sleep", "60"], os.environ, setsid=True)
    assert understudy_belongings.children() == []
    described = understudy_belongings.children(is_alone=True)

    understudy_belongings.end_children(is_alone=True)

    assert (number, "sleep 60", None, [], "", None, False) in described
    assert os.waitpid(number, 0) == (number, 15)
    assert understudy_processes.family([away])
    os.kill(away, 9)
    os.waitpid(away, 0)
    assert said == []
