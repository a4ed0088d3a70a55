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


def _modules(system: Any, name: str) -> Any:
    """The older way to TouchDesigner's own modules: `op.TDModules.mod.TDFunctions`."""
    comp = system.create("baseCOMP", name)
    for module in ("TDFunctions", "TDJSON", "TDStoreTools"):
        comp.create("textDAT", module).text = f"from {module} import *\n"
    return comp
