"""asyncio on the main thread, one batch of callbacks a frame: the component known as TDAsyncIO.

TouchDesigner brings none; three community components share the name and their methods are all here:
`Run` and `Cancel`; `RunAsync`, `RunSync`, `Loop` and `Cookbook`; and a table of tasks. A coroutine
runs on the main thread, so it may touch operators, and must not block.
"""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any

import understudy_threads

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

    Job = Coroutine[Any, Any, Any]

_FRAMES = """def onFrameStart(frame):
\tparent().ext.TDAsyncIOExt.Update()


def onExit():
\tparent().ext.TDAsyncIOExt.Close()
"""
_COLUMNS = ("id", "name", "status", "started", "ended")
# The table shows the newest; a project may run tasks for days.
_ROWS = 200


class Cookbook:
    """Awaitables for what coroutines in TouchDesigner often wait for."""

    def __init__(self) -> None:
        # How many frames the component has seen.
        self.frame = 0
        self._waiting: list[tuple[int, asyncio.Future[None]]] = []

    async def NextFrame(self, length: int = 1) -> None:
        """Wait that many frames."""
        if length < 1:
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((self.frame + length, future))
        await future

    def frameStarts(self) -> None:
        """Let those go on who waited for this frame."""
        self.frame += 1
        due = [future for frame, future in self._waiting if frame <= self.frame]
        self._waiting = [one for one in self._waiting if one[0] > self.frame]
        for future in due:
            if not future.done() and not future.get_loop().is_closed():
                future.set_result(None)


class TDAsyncIOExt:
    """Keeps an event loop and steps it once a frame, on the main thread."""

    def __init__(self, ownerComp: Any) -> None:
        self.ownerComp = ownerComp
        self.Cookbook = Cookbook()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: dict[int, asyncio.Task[Any]] = {}
        self._unheard: list[tuple[str, BaseException]] = []
        self._count = 0

    @property
    def Loop(self) -> asyncio.AbstractEventLoop:
        """The component's own event loop, a new one after somebody closed it."""
        if self._loop is None or self._loop.is_closed():
            self._loop = asyncio.new_event_loop()
            self._loop.set_exception_handler(self._loopFailed)
            asyncio.set_event_loop(self._loop)
        return self._loop

    def Run(self, coroutines: Job | Iterable[Job]) -> list[asyncio.Task[Any]]:
        """Start coroutines; what they raise is reported, as nobody waits for them."""
        tasks = [self._start(job) for job in _jobs(coroutines)]
        for task in tasks:
            task.add_done_callback(self._hear)
        return tasks

    def RunAsync(self, coroutines: Job | Iterable[Job]) -> list[asyncio.Task[Any]]:
        """Start coroutines and give their tasks, which hold what they return or raise."""
        return [self._start(job) for job in _jobs(coroutines)]

    def RunSync(self, coroutines: Job | Iterable[Job]) -> list[Any]:
        """Run coroutines to their end and give what they return; the frame waits for them."""
        jobs = _jobs(coroutines)
        if self.Loop.is_running():
            for job in jobs:
                job.close()
            raise RuntimeError("RunSync cannot wait inside a coroutine; await it there instead.")
        return self.Loop.run_until_complete(_gather([self._start(job) for job in jobs]))

    def Cancel(self, killList: Iterable[asyncio.Task[Any]] = ()) -> None:
        """Cancel these tasks, all of them without a list."""
        for task in list(killList) or list(self._tasks.values()):
            task.cancel()

    def Update(self) -> None:
        """Run what is due in the loop, once; called at the start of each frame."""
        self.Cookbook.frameStarts()
        loop = self._loop
        if loop is not None and not loop.is_closed() and not loop.is_running():
            loop.call_soon(loop.stop)
            loop.run_forever()
        unheard, self._unheard = self._unheard, []
        for name, error in unheard:
            self._report(name, error)

    def Close(self) -> None:
        """Cancel what still runs, let it clean up, and close the loop."""
        loop = self._loop
        if loop is None or loop.is_closed() or loop.is_running():
            return
        pending = list(self._tasks.values())
        self.Cancel()
        # A task that will not be cancelled does not keep the program.
        for _ in range(3):
            loop.call_soon(loop.stop)
            loop.run_forever()
        stubborn = [task.get_name() for task in pending if not task.done()]
        if stubborn:
            print(f"{self.ownerComp.path}: would not be cancelled: {', '.join(stubborn)}")
        loop.close()

    def _start(self, job: Job) -> asyncio.Task[Any]:
        self._count += 1
        number = self._count
        name = f"{getattr(job, '__qualname__', 'coroutine')} {number}"
        task = self.Loop.create_task(job, name=name)
        self._tasks[number] = task
        self._enter(number, name)

        def ended(task: asyncio.Task[Any]) -> None:
            del self._tasks[number]
            self._note(number, task)

        task.add_done_callback(ended)
        return task

    def _hear(self, task: asyncio.Task[Any]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            self._unheard.append((task.get_name(), error))

    def _loopFailed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._unheard.append((str(context.get("message", "asyncio")), error))
        else:
            print(f"{self.ownerComp.path}: {context.get('message')}")

    def _report(self, name: str, error: BaseException) -> None:
        understudy_threads.tell(self.ownerComp.path, f"the asyncio task {name}", error)

    def _table(self) -> Any:
        return self.ownerComp.op("task_table")

    def _enter(self, number: int, name: str) -> None:
        table = self._table()
        if table is not None:
            table.appendRow([number, name, "running", self.Cookbook.frame, ""])
            if table.numRows > _ROWS + 1:
                table.deleteRow(1)

    def _note(self, number: int, task: asyncio.Task[Any]) -> None:
        table = self._table()
        if table is None or table.row(str(number)) is None:
            return
        failed = not task.cancelled() and task.exception() is not None
        table[str(number), "status"] = (
            "cancelled" if task.cancelled() else "failed" if failed else "done"
        )
        table[str(number), "ended"] = self.Cookbook.frame


def component(parent: Any, name: str = "TDAsyncIO") -> Any:
    """A TDAsyncIO component: its extension, its table of tasks, and the DAT that steps it."""
    comp = parent.create("baseCOMP", name)
    table = comp.create("tableDAT", "task_table")
    table.clear()
    table.appendRow(_COLUMNS)
    comp.par.ext0object = (
        "__import__('understudy_asyncio', fromlist=['TDAsyncIOExt']).TDAsyncIOExt(me)"
    )
    comp.par.ext0name = "TDAsyncIOExt"
    comp.par.ext0promote = True
    frames = comp.create("executeDAT", "frames")
    frames.text = _FRAMES
    frames.par.framestart = True
    frames.par.exit = True
    return comp


async def _gather(tasks: list[asyncio.Task[Any]]) -> list[Any]:
    return list(await asyncio.gather(*tasks))


def _jobs(coroutines: Any) -> list[Job]:
    jobs: list[Any] = [coroutines] if inspect.iscoroutine(coroutines) else list(coroutines)
    for job in jobs:
        if not inspect.iscoroutine(job):
            for other in jobs:
                if inspect.iscoroutine(other):
                    other.close()
            raise TypeError(
                f"A coroutine is needed, not {type(job).__name__}: call the async function."
            )
    return jobs
