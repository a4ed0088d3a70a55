"""Queues are remembered with the line that made them."""

from __future__ import annotations

import queue
from collections.abc import Iterator

import pytest
import understudy_backlog


@pytest.fixture(autouse=True)
def watched() -> Iterator[None]:
    """Queues are as they were when the test is over."""
    original = queue.Queue.__init__
    understudy_backlog._queues.clear()
    understudy_backlog.install()
    understudy_backlog.install()
    yield
    queue.Queue.__init__ = original  # type: ignore[method-assign]


def test_sizes_come_with_the_line_that_made_the_queue() -> None:
    waiting: queue.Queue[int] = queue.Queue()
    last = queue.LifoQueue(maxsize=2)
    waiting.put(1)
    waiting.put(2)
    sizes = understudy_backlog.sizes()
    assert [size for _, _, size in sizes] == [2, 0]
    assert all(file == __file__ for file, _, _ in sizes)
    assert sizes[0][1] < sizes[1][1]
    assert last.maxsize == 2 and waiting.get() == 1
