"""The extension of the Thread Manager Client: one task at a time, written as callbacks."""

from __future__ import annotations

import queue
import threading
from functools import partial
from typing import Any

from understudy_tasks.component import create_callbacks
from understudy_tasks.task import TDTask


class ClientQueueManager:
    """What a client's thread and the main thread hand each other."""

    def __init__(self) -> None:
        self.refreshPayloadQueue: queue.Queue[object] = queue.Queue()
        self.successPayload: object = None
        self.stateLock = threading.Lock()

    def AddInRefreshQueue(self, data: object) -> None:
        """Hand something to the next `OnRefresh`; from any thread, never waits."""
        self.refreshPayloadQueue.put_nowait(data)

    def SetSuccessPayload(self, data: object) -> None:
        """Set what `OnSuccess` gets; from any thread."""
        with self.stateLock:
            self.successPayload = data

    def GetSuccessPayload(self) -> object:
        """What `OnSuccess` gets; from any thread."""
        with self.stateLock:
            return self.successPayload

    def Reset(self) -> None:
        """Forget everything that was handed over."""
        self.refreshPayloadQueue = queue.Queue()
        self.SetSuccessPayload(None)


class ThreadManagerClientExt:
    """Runs the callbacks of a DAT: `RunInThread` in a thread, the others on the main thread."""

    def __init__(self, ownerComp: Any) -> None:
        self.ownerComp = ownerComp
        self.clientQueueManager = ClientQueueManager()
        self._task: TDTask | None = None

    @property
    def threadManager(self) -> Any:
        """The Thread Manager component that runs the task."""
        return self.ownerComp.par.Threadmanager.eval()

    @property
    def callbackDat(self) -> Any:
        """The DAT that holds the callbacks, None without one."""
        return self.ownerComp.par.Callbackdat.eval()

    @property
    def logger(self) -> Any:
        """The manager's logger for the main thread."""
        return self.threadManager.Logger

    @property
    def safeLogger(self) -> Any:
        """The manager's logger for threads; fetch it on the main thread."""
        return self.threadManager.SafeLogger

    def CreateCallbacks(self) -> Any:
        """Make a callbacks DAT from the template and use it."""
        return create_callbacks(self.ownerComp)

    def SetupAndRun(self) -> bool:
        """Call `Setup` and start `RunInThread` with what it returns; False while one is running."""
        if self._task is not None:
            self.logger.Warning(f"{self.ownerComp.path}: a task is running, one at a time.")
            return False
        callbacks = self.callbackDat
        if callbacks is None:
            raise RuntimeError(
                f"{self.ownerComp.path}: there is no callbacks DAT; name one in Callbackdat."
            )
        module = callbacks.module
        run = getattr(module, "RunInThread", None)
        if run is None:
            raise RuntimeError(f"{callbacks.path} defines no RunInThread(tmClientExt, payload).")
        self.clientQueueManager.Reset()
        setup = getattr(module, "Setup", None)
        payload = setup(self) if setup else None
        self._task = TDTask(
            run,
            SuccessHook=partial(self._succeeded, module),
            ExceptHook=partial(self._failed, module),
            RefreshHook=partial(self._refresh, module),
            args=(self, payload),
        )
        self.threadManager.EnqueueTask(self._task)
        return True

    def _refresh(self, module: Any) -> None:
        hook = getattr(module, "OnRefresh", None)
        if hook is None:
            return
        try:
            payload = self.clientQueueManager.refreshPayloadQueue.get_nowait()
        except queue.Empty:
            payload = None
        hook(self, payload)

    def _drain(self, module: Any) -> None:
        while not self.clientQueueManager.refreshPayloadQueue.empty():
            self._refresh(module)

    def _succeeded(self, module: Any) -> None:
        self._task = None
        self._drain(module)
        hook = getattr(module, "OnSuccess", None)
        if hook is not None:
            hook(self, self.clientQueueManager.GetSuccessPayload())

    def _failed(self, module: Any, error: BaseException) -> None:
        self._task = None
        self._drain(module)
        hook = getattr(module, "OnExcept", None)
        if hook is None:
            raise error
        hook(self, error)
