"""A task of the Thread Manager: what runs in the thread, and what is told on the main thread."""

from __future__ import annotations

import enum
import queue
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from understudy_tasks.manager import ThreadManagerExt

    Hook = Callable[..., object] | None


class TDTaskStates(enum.Enum):
    """How far a task is."""

    STANDBY = 0
    QUEUED = 1
    RUNNING = 2
    DONE = 3
    FAILED = 4


class TDTask:
    """One piece of work, handed over by `EnqueueTask`; its hooks run on the main thread.

    `target(*args, **kwargs)` runs in a thread and must touch no operator. `RefreshHook` runs every
    frame meanwhile, then either `SuccessHook()` or `ExceptHook(exception)` once.
    """

    def __init__(
        self,
        target: Callable[..., object],
        SuccessHook: Hook = None,
        ExceptHook: Hook = None,
        RefreshHook: Hook = None,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        if not callable(target):
            raise TypeError(f"TDTask: target must be callable, not {type(target).__name__}.")
        self.Manager: ThreadManagerExt | None = None
        self.SuccessHook = SuccessHook
        self.ExceptHook = ExceptHook
        self.RefreshHook = RefreshHook
        self.State = TDTaskStates.STANDBY
        self.RanBy: int | None = None
        self.StateLock = threading.Lock()
        self.target = target
        self.args = args
        self.kwargs = kwargs if kwargs is not None else {}
        # Each task has its own, so that nothing a thread says reaches the hook of its next task.
        self.info: queue.SimpleQueue[object] = queue.SimpleQueue()

    def GetStateSafe(self) -> TDTaskStates:
        """The state, read under the lock."""
        with self.StateLock:
            return self.State

    def SetStateSafe(self, state: TDTaskStates) -> None:
        """Set the state under the lock."""
        with self.StateLock:
            self.State = state

    def GetRanBySafe(self) -> int | None:
        """The number of the thread that runs or ran it, read under the lock."""
        with self.StateLock:
            return self.RanBy

    def SetRanBySafe(self, identifier: int) -> None:
        """Set the number of the thread under the lock."""
        with self.StateLock:
            self.RanBy = identifier

    def __repr__(self) -> str:
        name = getattr(self.target, "__qualname__", repr(self.target))
        return f"<TDTask {name} {self.State.name}>"
