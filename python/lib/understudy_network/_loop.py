"""Serves the sockets of a project on its main thread, once a frame, without ever waiting."""

from __future__ import annotations

import heapq
import selectors
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from typing import Protocol

    from understudy_network._device import Device

    class Handler(Protocol):
        """What is told that its socket can be read or written."""

        served: int

        def ready(self, readable: bool, writable: bool) -> None:
            """Read and write what can be read and written now."""
            ...


# Often a peer answers within microseconds: then its next step need not wait for the next frame.
_PASSES = 4
_CANCELLED_LIMIT = 100

# Bytes that all connections together may hold that no callback has taken and no peer has read.
MEMORY = 512 * 1024 * 1024


class Timer:
    """A call that is due at some time."""

    __slots__ = ("_loop", "call", "due")

    def __init__(self, loop: Loop, due: float, call: Callable[[], None]) -> None:
        self._loop = loop
        self.due = due
        self.call: Callable[[], None] | None = call

    def cancel(self) -> None:
        """Never make the call."""
        if self.call:
            self.call = None
            self._loop.timer_was_cancelled()

    def __lt__(self, other: Timer) -> bool:
        return self.due < other.due


class Loop:
    """Every socket, every timer and every delivery that waits for its frame."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        self.held = 0
        # Names that are looked up, and who waits for their addresses.
        self.asked: dict[str, list[Callable[[list[str], str], None]]] = {}
        # Which device holds a port, such as ("tcp", 9980).
        self.ports: dict[tuple[str, int], Device] = {}
        self._failed = failed
        self._selector = selectors.DefaultSelector()
        self._timers: list[Timer] = []
        self._cancelled = 0
        # Resolver threads append too, which a deque allows.
        self._deliveries: deque[Callable[[], None]] = deque()
        self._turn = 0
        # Callbacks may run frames of their own; those do not serve sockets.
        self._is_serving = False

    @property
    def is_idle(self) -> bool:
        """Whether there is no socket, no timer and no delivery."""
        timers = any(timer.call for timer in self._timers)
        return not (self._selector.get_map() or timers or self._deliveries)

    def watch(self, sock: socket.socket, handler: Handler, read: bool, write: bool) -> None:
        """Tell `handler` when the socket can be read or written; with neither, stop."""
        events = (selectors.EVENT_READ if read else 0) | (selectors.EVENT_WRITE if write else 0)
        known = self._selector.get_map().get(sock)
        if not events:
            if known:
                self._selector.unregister(sock)
        elif not known:
            self._selector.register(sock, events, handler)
        elif known.events != events:
            self._selector.modify(sock, events, handler)

    def forget(self, sock: socket.socket) -> None:
        """Stop to watch a socket, before it is closed."""
        if self._selector.get_map().get(sock):
            self._selector.unregister(sock)

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Make a call in the first frame after so many seconds."""
        timer = Timer(self, time.monotonic() + seconds, call)
        heapq.heappush(self._timers, timer)
        return timer

    def timer_was_cancelled(self) -> None:
        """Throw the cancelled timers away once they are the most."""
        self._cancelled += 1
        if self._cancelled > _CANCELLED_LIMIT and self._cancelled * 2 > len(self._timers):
            self._timers = [timer for timer in self._timers if timer.call]
            heapq.heapify(self._timers)
            self._cancelled = 0

    def deliver(self, call: Callable[[], None]) -> None:
        """Make a call in its turn: now in this frame, or in the next one when time is up."""
        self._deliveries.append(call)

    def deliver_next(self, call: Callable[[], None]) -> None:
        """Make a call before those that wait for their turn."""
        self._deliveries.appendleft(call)

    def poll(self, seconds: float) -> None:
        """Serve whatever is ready, and begin nothing new once so much time has passed."""
        if self._is_serving:
            return
        self._is_serving = True
        try:
            self._serve(time.monotonic() + seconds)
        finally:
            self._is_serving = False

    def close(self) -> None:
        """Forget everything; the sockets are closed by those who opened them."""
        self._timers.clear()
        self._cancelled = 0
        self._deliveries.clear()
        self._selector.close()
        self._selector = selectors.DefaultSelector()

    def _serve(self, deadline: float) -> None:
        while self._timers and self._timers[0].due <= time.monotonic():
            timer = heapq.heappop(self._timers)
            call, timer.call = timer.call, None
            if call:
                self._guarded(call)
            else:
                self._cancelled -= 1
        for _ in range(_PASSES):
            # What was received first is delivered first, and nothing more is read before.
            if not self._deliver_until(deadline):
                return
            if not self._selector.get_map():
                return
            ready = self._selector.select(0)
            if not ready:
                return
            self._turn += 1
            # Whoever waits longest comes first, so that one busy peer starves nobody.
            ready.sort(key=lambda one: one[0].data.served)
            for key, events in ready:
                if time.monotonic() >= deadline:
                    break
                handler: Handler = key.data
                handler.served = self._turn
                # It may have been closed by the one before.
                known = self._selector.get_map().get(key.fileobj)
                if known and known.data is handler:
                    self._tell(handler, events)
        self._deliver_until(deadline)

    def _tell(self, handler: Handler, events: int) -> None:
        readable, writable = events & selectors.EVENT_READ, events & selectors.EVENT_WRITE
        self._guarded(lambda: handler.ready(bool(readable), bool(writable)))

    def _deliver_until(self, deadline: float) -> bool:
        while self._deliveries:
            self._guarded(self._deliveries.popleft())
            if time.monotonic() >= deadline:
                return False
        return True

    def _guarded(self, call: Callable[[], None]) -> None:
        try:
            call()
        except Exception as error:
            # One connection's trouble must not keep the others from being served.
            self._failed(error)
