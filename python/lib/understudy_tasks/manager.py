"""The extension of the Thread Manager component.

Its lists belong to the main thread; what threads share with it is guarded by `ManagerCondition`.
Hooks run in `ProcessFrame`, which an Execute DAT of the component calls each frame.
"""

from __future__ import annotations

import collections
import os
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

import understudy_threads

from understudy_tasks import hooks
from understudy_tasks.logger import Logger, safe_logger
from understudy_tasks.task import TDTask, TDTaskStates
from understudy_tasks.thread import TDThread, TDThreadStates

if TYPE_CHECKING:
    import queue
    from collections.abc import Callable, Iterable

_MESSAGE_TYPES = ("taskEnqueued", "taskStarted", "taskDone", "taskFailed", "workersChanged")


class _Finished(NamedTuple):
    thread: TDThread
    task: TDTask
    failure: BaseException | None


class _Count(int):
    """A number that is asked for like a parameter as well: `MaxNumberOfThreads.eval()`."""

    def eval(self) -> int:
        """The number."""
        return int(self)


class ThreadManagerExt:
    """Runs tasks in a pool of workers or in threads of their own; see `EnqueueTask`."""

    TDTask = TDTask
    TDThread = TDThread

    def __init__(self, ownerComp: Any) -> None:
        self.ownerComp = ownerComp
        self.SafeLogger = safe_logger()
        self.Logger = Logger(self.SafeLogger)
        self.ManagerCondition = threading.Condition()
        self.StateLock = threading.Lock()
        self.Shutdown = threading.Event()
        self.MaxNumberOfThreads = _Count(os.cpu_count() or 1)
        self.Tasks: collections.deque[TDTask] = collections.deque()
        self.Threads: list[TDThread] = []
        self.Subscribers: dict[Any, list[str]] = {}
        self._handed: dict[TDThread, TDTask] = {}
        self._idle: list[TDThread] = []
        self._finished: collections.deque[_Finished] = collections.deque()
        self._leaving = 0
        self._made = 0

    @property
    def Workers(self) -> list[TDThread]:
        """The threads of the pool."""
        return [thread for thread in self.Threads if thread.InPool]

    @property
    def WorkersCount(self) -> int:
        """How many threads the pool has."""
        return len(self.Workers)

    @property
    def ThreadsCount(self) -> int:
        """How many threads there are, the pool's among them."""
        return len(self.Threads)

    @property
    def MaxNumberOfWorkers(self) -> _Count:
        """How many threads the pool may have: the component's parameter, within the machine's."""
        wanted = int(self.ownerComp.par.Numberofworkers.eval())
        return _Count(max(1, min(wanted, self.MaxNumberOfThreads)))

    def GetTaskById(self, identifier: int) -> TDTask | None:
        """The waiting or running task of that `id()`, None without one."""
        running = [thread.TDTask for thread in self.Threads if thread.TDTask]
        return next((task for task in [*self.Tasks, *running] if id(task) == identifier), None)

    def GetThreadById(self, identifier: int) -> TDThread | None:
        """The thread of that number (`Thread.ident`), None without one."""
        return next((thread for thread in self.Threads if thread.ident == identifier), None)

    def EnqueueTask(
        self, task: Any, force: bool = False, standalone: bool = False
    ) -> TDThread | None:
        """Hand a task over; main thread only.

        Without options a worker of the pool runs it, at once if one is free or may be added, else
        when one becomes free. `standalone` gives it a thread of its own, `force` does so when no
        worker is free. A thread of its own beyond the machine's processors follows the component's
        strategy: Queue, Except or Create.

        Returns the thread that runs it, None while it waits.
        """
        strategy = str(self.ownerComp.par.Stategyonmaxthreadsreached.eval())
        if not isinstance(task, TDTask):
            kind = type(task).__name__
            raise TypeError(f"EnqueueTask: a TDTask is needed, not {kind}; make one with TDTask().")
        task.Manager = self
        task.SetStateSafe(TDTaskStates.QUEUED)
        self._tell("taskEnqueued", task)
        if not standalone:
            worker = self._worker()
            if worker is not None:
                return self._hand(task, worker)
            if not force:
                return self._wait(task)
        if self.ThreadsCount >= self.MaxNumberOfThreads and strategy != "Create":
            limit = self.MaxNumberOfThreads
            if strategy == "Except":
                raise RuntimeError(
                    f"EnqueueTask: {task!r} needs a thread of its own, but there are {limit} "
                    "threads already, as many as this machine has processors. Wait for one to "
                    "end, or set Stategyonmaxthreadsreached to Queue or Create."
                )
            self.SafeLogger.warning(
                "fallback strategy: %r waits for a worker, %d threads are there already",
                task,
                limit,
            )
            worker = self._worker()
            return self._hand(task, worker) if worker is not None else self._wait(task)
        return self._hand(task, self._thread(in_pool=False))

    def RemoveNumberOfWorkers(self, count: int) -> None:
        """Send that many workers of the pool home, each when its task is done."""
        with self.ManagerCondition:
            self._leaving = min(self._leaving + max(0, count), self.WorkersCount)
            self.ManagerCondition.notify_all()
        self._tell("workersChanged", None)

    def TerminateThread(self, thread: TDThread) -> bool:
        """End a thread's task by raising `SystemExit` in it; a call into C ends first.

        Returns whether there was a thread to end.
        """
        import ctypes

        if thread.ident is None or not thread.is_alive():
            return False
        self.SafeLogger.warning("thread %s is terminated", thread.name)
        hit = ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit)
        )
        return hit == 1

    def Close(self) -> None:
        """Take no more tasks and send every worker home; running tasks are not waited for."""
        self.Shutdown.set()
        with self.ManagerCondition:
            self.Tasks.clear()
            self.ManagerCondition.notify_all()

    def nextTask(self, thread: TDThread) -> TDTask | None:
        """The next task of a thread; waits for one. None sends it home. Called by the thread."""
        with self.ManagerCondition:
            while True:
                task = self._handed.pop(thread, None)
                if task is None and thread.InPool and self._leaving and not self.Shutdown.is_set():
                    self._leaving -= 1
                    self._forget(thread)
                    return None
                if task is None and thread.InPool and self.Tasks:
                    task = self.Tasks.popleft()
                if task is not None:
                    if thread in self._idle:
                        self._idle.remove(thread)
                    thread.TDTask = task
                    return task
                if self.Shutdown.is_set() or not thread.InPool:
                    self._forget(thread)
                    return None
                if thread not in self._idle:
                    self._idle.append(thread)
                self.ManagerCondition.wait()

    def finished(self, thread: TDThread, task: TDTask, failure: BaseException | None) -> None:
        """Take note of a task that ended. Called by its thread."""
        self._finished.append(_Finished(thread, task, failure))

    def ProcessFrame(self) -> None:
        """Call the hooks that are due, and keep the pool at its size; main thread, once a frame."""
        self.SafeLogger.drain()
        lost = self._lost()
        ended = [self._finished.popleft() for _ in range(len(self._finished))] + lost
        # Of a thread that was cleaned, nobody wants to hear.
        ended = [one for one in ended if one.thread in self.Threads or one.thread.InPool]
        done = {id(one.task) for one in ended}
        for thread in list(self.Threads):
            task = thread.TDTask
            if task is not None and id(task) not in done:
                self._refresh(task, thread.infoOf(task))
        for one in ended:
            self._end(one)
        surplus = self.WorkersCount - self._leaving - self.MaxNumberOfWorkers
        if surplus > 0:
            self.RemoveNumberOfWorkers(surplus)
        running = sum(thread.GetStateSafe() is TDThreadStates.RUNNING for thread in self.Threads)
        if self.ownerComp.par.Runningthreads.eval() != running:
            self.ownerComp.par.Runningthreads.val = running

    def PostProcess(self, tdThread: TDThread) -> None:
        """Call the hooks of a thread's ended task now instead of in the next frame."""
        for one in [one for one in self._finished if one.thread is tdThread]:
            self._finished.remove(one)
            self._end(one)

    def Done(self, tdThread: TDThread) -> None:
        """Take a thread of its own off the list once its task has ended."""
        tdThread.SetStateSafe(TDThreadStates.STANDBY if tdThread.InPool else TDThreadStates.DONE)
        if not tdThread.InPool and tdThread in self.Threads:
            self.Threads.remove(tdThread)

    def Subscribe(self, externalComp: Any, messageTypes: Iterable[str]) -> bool:
        """Have a component's `OnThreadManagerMessage(type, task)` called.

        Returns whether the manager sends messages of all these types.
        """
        types = list(messageTypes)
        if not self.ValidateMessageTypes(types):
            return False
        self.Subscribers[externalComp] = types
        return True

    def ValidateMessageTypes(self, messageTypes: Iterable[str]) -> bool:
        """Whether all these are messages that the manager sends."""
        return all(one in _MESSAGE_TYPES for one in messageTypes)

    def _worker(self) -> TDThread | None:
        with self.ManagerCondition:
            free = [thread for thread in self._idle if thread not in self._handed]
            if free and not self.Tasks:
                return free[0]
        if self.WorkersCount - self._leaving < self.MaxNumberOfWorkers:
            return self._thread(in_pool=True)
        return None

    def _thread(self, *, in_pool: bool) -> TDThread:
        self._made += 1
        kind = "worker" if in_pool else "standalone"
        thread = TDThread(InPool=in_pool, manager=self, name=f"TDThread {kind} {self._made}")
        self.Threads.append(thread)
        return thread

    def _hand(self, task: TDTask, thread: TDThread) -> TDThread:
        if self.Shutdown.is_set():
            raise RuntimeError(f"EnqueueTask: {task!r} comes too late, the manager is closed.")
        thread.TDTask = task
        with self.ManagerCondition:
            self._handed[thread] = task
            self.ManagerCondition.notify_all()
        if thread.ident is None:
            thread.start()
        self._tell("taskStarted", task)
        return thread

    def _wait(self, task: TDTask) -> None:
        with self.ManagerCondition:
            self.Tasks.append(task)
            self.ManagerCondition.notify()

    def _lost(self) -> list[_Finished]:
        """The tasks of threads that died between two of their steps, as a termination may do."""
        dead = [thread for thread in self.Threads if thread.ident and not thread.is_alive()]
        told = {id(one.task) for one in self._finished}
        lost: list[_Finished] = []
        for thread in dead:
            task = thread.TDTask
            if thread.InPool:
                with self.ManagerCondition:
                    task = self._handed.pop(thread, task)
                    self._forget(thread)
            if task is not None and id(task) not in told:
                lost.append(_Finished(thread, task, SystemExit(f"{thread.name} was terminated")))
        return lost

    def _forget(self, thread: TDThread) -> None:
        if thread in self._idle:
            self._idle.remove(thread)
        if thread in self.Threads:
            self.Threads.remove(thread)

    def _refresh(self, task: TDTask, info: queue.SimpleQueue[object]) -> None:
        hook = task.RefreshHook
        if hook is None:
            return
        told = False
        while not info.empty():
            told = True
            self._guarded(hooks.call, hook, info.get_nowait())
        if not told and hooks.accepts(hook, 0):
            self._guarded(hook)

    def _end(self, one: _Finished) -> None:
        task = one.task
        info = one.thread.infoOf(task)
        if not info.empty():
            self._refresh(task, info)
        task.SetStateSafe(TDTaskStates.FAILED if one.failure else TDTaskStates.DONE)
        if one.failure is None:
            if task.SuccessHook is not None:
                self._guarded(task.SuccessHook)
        elif task.ExceptHook is not None:
            self._guarded(hooks.call, task.ExceptHook, one.failure)
        else:
            _unheard(one)
        self._tell("taskFailed" if one.failure else "taskDone", task)
        if one.thread.TDTask is task:
            one.thread.TDTask = None
            self.Done(one.thread)

    def _guarded(self, hook: Callable[..., object], *arguments: object) -> None:
        """Call a hook so that what it raises is reported and stops no other."""
        try:
            hook(*arguments)
        except Exception as error:
            called = arguments[0] if hook is hooks.call and arguments else hook
            name = getattr(called, "__qualname__", "hook")
            understudy_threads.tell(self.ownerComp.path, f"the hook {name}", error)

    def _tell(self, kind: str, task: TDTask | None) -> None:
        for comp, kinds in list(self.Subscribers.items()):
            if kind in kinds and hasattr(comp, "OnThreadManagerMessage"):
                self._guarded(comp.OnThreadManagerMessage, kind, task)


def _unheard(one: _Finished) -> None:
    """Tell of an exception that no hook hears, as of one that ends a thread."""
    failure = one.failure
    if failure is None:
        return
    threading.excepthook(
        threading.ExceptHookArgs((type(failure), failure, failure.__traceback__, one.thread))
    )
