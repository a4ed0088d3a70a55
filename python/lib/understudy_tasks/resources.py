"""The extension of `op.TDResources`: what is there for every project, made when asked for."""

from __future__ import annotations

from typing import Any

from understudy_tasks.component import thread_manager


class TDResourcesExt:
    """Gives the components that TouchDesigner keeps in `/sys/TDResources`."""

    def __init__(self, ownerComp: Any) -> None:
        self.ownerComp = ownerComp

    @property
    def ThreadManager(self) -> Any:
        """The Thread Manager component."""
        return thread_manager(self.ownerComp)
