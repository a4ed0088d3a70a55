"""The Thread Manager: tasks that run in threads, with hooks on the main thread.

What TouchDesigner offers as `op.TDResources.ThreadManager`, with its names and its order of events.
`understudy_tasks.component` builds the operators around it.
"""

from understudy_tasks.client import ClientQueueManager, ThreadManagerClientExt
from understudy_tasks.manager import ThreadManagerExt
from understudy_tasks.task import TDTask, TDTaskStates
from understudy_tasks.thread import TDThread, TDThreadStates

__all__ = [
    "ClientQueueManager",
    "TDTask",
    "TDTaskStates",
    "TDThread",
    "TDThreadStates",
    "ThreadManagerClientExt",
    "ThreadManagerExt",
]
