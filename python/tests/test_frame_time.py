"""Event loops on the main thread go by the frames, and wait inside of one in real time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
import understudy_frame_time


class Frames:
    """The time of frames that a test turns."""

    now = 0.0


@pytest.fixture(autouse=True)
def frames(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Frames]]:
    """Frames at the beginning, and virtual time until the test is over."""
    Frames.now = 0.0
    monkeypatch.setattr(understudy_frame_time, "frame_seconds", lambda: Frames.now)
    understudy_frame_time.install(is_virtual=True)
    yield Frames
    understudy_frame_time.install(is_virtual=False)


def step(loop: asyncio.AbstractEventLoop) -> None:
    loop.call_soon(loop.stop)
    loop.run_forever()


def test_a_sleep_lasts_frames_and_not_real_time(frames: type[Frames]) -> None:
    loop = asyncio.new_event_loop()
    task = loop.create_task(asyncio.sleep(0.5, "slept"))
    woken = 0
    for number in range(1, 100):
        frames.now = number / 60
        step(loop)
        if task.done():
            woken = number
            break
    loop.close()

    assert task.result() == "slept"
    # The time is over in frame 31, and whoever waited for it has the loop's next step.
    assert woken == 32


def test_a_loop_that_waits_inside_of_a_frame_comes_to_its_end() -> None:
    loop = asyncio.new_event_loop()
    begin = loop.time()

    result = loop.run_until_complete(asyncio.sleep(0.01, "slept"))

    assert result == "slept"
    assert loop.time() - begin >= 0.009
    loop.close()


def test_a_run_does_not_begin_with_what_another_has_waited() -> None:
    first = asyncio.new_event_loop()
    first.run_until_complete(asyncio.sleep(0.01))
    assert first.time() > 0
    first.close()

    understudy_frame_time.install(is_virtual=True)

    second = asyncio.new_event_loop()
    assert second.time() == 0
    second.close()


def test_a_loop_of_a_thread_goes_by_the_machines_time() -> None:
    times: list[float] = []

    def work() -> None:
        loop = asyncio.new_event_loop()
        times.append(loop.time())
        loop.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert times[0] > 1


def test_real_time_is_the_machines_again() -> None:
    understudy_frame_time.install(is_virtual=False)
    loop = asyncio.new_event_loop()

    assert loop.time() > 1
    loop.close()
