"""A thread of the Thread Manager: of its pool, or for one task alone."""

from __future__ import annotations

import enum
import threading
from typing import TYPE_CHECKING, Any

from understudy_tasks.task import TDTask, TDTaskStates

if TYPE_CHECKING:
    import queue
    from collections.abc import Callable
    from types import TracebackType

    from understudy_tasks.manager import ThreadManagerExt

    ExceptionParts = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


class TDThreadStates(enum.Enum):
    """What a thread does."""

    STANDBY = 0
    RUNNING = 1
    FINISHING = 2
    FAILED = 3
    DONE = 4


class TDThread(threading.Thread):
    """Runs one task, or as a worker of the pool one task after the other.

    The `…Safe` methods may be called from any thread; they guard what threads share.
    """

    def __init__(
        self,
        target: Callable[..., object] | None = None,
        SuccessHook: Callable[..., object] | None = None,
        ExceptHook: Callable[..., object] | None = None,
        RefreshHook: Callable[..., object] | None = None,
        task: TDTask | None = None,
        InPool: bool = False,
        InfoQueue: queue.SimpleQueue[object] | None = None,
        *,
        manager: ThreadManagerExt,
        name: str | None = None,
    ) -> None:
        # A task that hangs must not keep the program from ending.
        super().__init__(name=name, daemon=True)
        if task is None and target is not None:
            task = TDTask(target, SuccessHook, ExceptHook, RefreshHook)
        self.Manager = manager
        self.TDTask = task
        self.Exception: ExceptionParts = (None, None, None)
        self.State = TDThreadStates.STANDBY
        self.Progress = 0.0
        self.InPool = InPool
        self.LoopReady = threading.Event()
        self.StateLock = threading.Lock()
        self._ownInfo = InfoQueue

    @property
    def InfoQueue(self) -> queue.SimpleQueue[object] | None:
        """Where the running task puts what its `RefreshHook` is to hear."""
        task = self.TDTask
        return self.infoOf(task) if task is not None else self._ownInfo

    def infoOf(self, task: TDTask) -> queue.SimpleQueue[object]:
        """Where this task of the thread puts what its `RefreshHook` is to hear."""
        return self._ownInfo if self._ownInfo is not None else task.info

    def run(self) -> None:
        """Work until the pool sends it home, or once."""
        self.LoopReady.set()
        while (task := self.Manager.nextTask(self)) is not None:
            self._perform(task)
            if not self.InPool:
                return

    def _perform(self, task: TDTask) -> None:
        task.SetRanBySafe(threading.get_ident())
        task.SetStateSafe(TDTaskStates.RUNNING)
        self.SetExceptionSafe(None)
        self.SetProgressSafe(0.0)
        self.SetStateSafe(TDThreadStates.RUNNING)
        failure: BaseException | None = None
        try:
            task.target(*task.args, **task.kwargs)
        except BaseException as error:
            failure = error
            self.SetExceptionSafe(error)
        self.SetStateSafe(TDThreadStates.FAILED if failure else TDThreadStates.FINISHING)
        self.Manager.finished(self, task, failure)

    def GetStateSafe(self) -> TDThreadStates:
        """What the thread does, read under the lock."""
        with self.StateLock:
            return self.State

    def SetStateSafe(self, state: TDThreadStates) -> None:
        """Set what the thread does under the lock."""
        with self.StateLock:
            self.State = state

    def GetExceptionSafe(self) -> ExceptionParts:
        """Type, value and traceback of what its task raised, read under the lock."""
        with self.StateLock:
            return self.Exception

    def SetExceptionSafe(self, error: BaseException | None) -> None:
        """Set what its task raised under the lock."""
        with self.StateLock:
            self.Exception = (
                (type(error), error, error.__traceback__) if error else (None, None, None)
            )

    def GetProgressSafe(self) -> float:
        """How far its task is, 0 to 1, read under the lock."""
        with self.StateLock:
            return self.Progress

    def SetProgressSafe(self, progress: float) -> None:
        """Set how far its task is, 0 to 1, under the lock."""
        with self.StateLock:
            self.Progress = progress

    def GetThreadInfoSafe(self) -> dict[str, Any]:
        """What a monitor shows of the thread."""
        with self.StateLock:
            return {
                "id": self.ident,
                "name": self.name,
                "state": self.State.name,
                "progress": self.Progress,
                "inPool": self.InPool,
                "alive": self.is_alive(),
                "task": repr(self.TDTask) if self.TDTask else "",
            }

    def clean(self) -> None:
        """Forget the task and what it raised; one with a thread of its own is let go of, hooks too.

        Main thread only.
        """
        self.SetExceptionSafe(None)
        self.TDTask = None
        if not self.InPool and self in self.Manager.Threads:
            self.Manager.Threads.remove(self)
