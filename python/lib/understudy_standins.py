"""Components that projects expect under a global shortcut and that TouchDesigner does not bring."""

from __future__ import annotations

from typing import Any


def make(name: str, system: Any) -> Any:
    """Make the stand-in for `op.<name>` in `/sys`, with that shortcut; None without one."""
    if name != "TDAsyncIO":
        return None
    from understudy_asyncio import component

    made = component(system, name)
    made.par.opshortcut = name
    return made
