"""Components that projects expect under a global shortcut, and that no project brings."""

from __future__ import annotations

from typing import Any


def make(name: str, system: Any) -> Any:
    """Make the stand-in for `op.<name>` in `/sys`, with that shortcut; None without one."""
    if name == "TDModules":
        made = _modules(system, name)
    elif name == "TDAsyncIO":
        from understudy_asyncio import component

        made = component(system, name)
    else:
        return None
    made.par.opshortcut = name
    return made


def from_palette(file: str, parent: Any) -> Any:
    """Make what stands in for a file of the palette; None without one."""
    if file.lower() != "threadmanagerclient.tox":
        return None
    from understudy_tasks.component import thread_manager_client

    return thread_manager_client(parent)


def _modules(system: Any, name: str) -> Any:
    """The older way to TouchDesigner's own modules: `op.TDModules.mod.TDFunctions`."""
    comp = system.create("baseCOMP", name)
    for module in ("TDFunctions", "TDJSON", "TDStoreTools"):
        comp.create("textDAT", module).text = f"from {module} import *\n"
    return comp
