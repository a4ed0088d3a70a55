"""Lets event loops on the main thread go by the time of the frames, where that is virtual.

`asyncio` asks its loop for the time, and only there: a coroutine that sleeps half a second goes on
thirty frames later, however fast the frames follow each other. A loop that waits inside of a frame
does so in real time, which is added.
"""

from __future__ import annotations

import _thread
import time

from understudy_imports import when_imported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

_main = _thread.get_ident()
_is_virtual = False
# How long loops have waited inside of frames.
_waited = 0.0


def install(is_virtual: bool) -> None:
    """Choose the time for this run; loops that are there already follow."""
    global _is_virtual, _waited
    _is_virtual, _waited = is_virtual, 0.0
    if is_virtual:
        when_imported("asyncio.selector_events", _teach)


def frame_seconds() -> float:
    """The time of the frame that runs."""
    module: Any = __import__("td")
    return float(module.absTime.seconds)


def _applies() -> bool:
    return _is_virtual and _thread.get_ident() == _main


def _teach(module: ModuleType) -> None:
    loop: Any = module.__dict__["BaseSelectorEventLoop"]
    if "time" in loop.__dict__:
        return
    plain_init, plain_time = loop.__init__, loop.time

    def init(self: Any, selector: Any = None) -> None:
        plain_init(self, selector)
        # Sums of frames' times miss a moment by less than this.
        self._clock_resolution = max(self._clock_resolution, 1e-6)
        plain_select = self._selector.select

        def select(timeout: float | None = None) -> Any:
            global _waited
            if timeout == 0 or not _applies():
                return plain_select(timeout)
            begin = time.monotonic()
            try:
                return plain_select(timeout)
            finally:
                _waited += time.monotonic() - begin

        self._selector.select = select

    def now(self: Any) -> float:
        return frame_seconds() + _waited if _applies() else plain_time(self)

    loop.__init__, loop.time = init, now
