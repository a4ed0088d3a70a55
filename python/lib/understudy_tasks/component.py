"""Builds the Thread Manager's components out of operators, as the palette's would be."""

from __future__ import annotations

import os
from typing import Any

_FRAMES = """def onFrameStart(frame):
\tparent().ext.ThreadManagerExt.ProcessFrame()


def onExit():
\tparent().ext.ThreadManagerExt.Close()
"""

_CALLBACKS = '''def Setup(tmClientExt):
\t"""Main thread, before the work: what is returned is RunInThread's payload."""
\treturn None


def RunInThread(tmClientExt, payload):
\t"""The thread's work. It touches no operator."""
\ttmClientExt.clientQueueManager.SetSuccessPayload(payload)


def OnRefresh(tmClientExt, refreshPayload):
\t"""Main thread, each frame meanwhile; None when nothing was handed over."""


def OnSuccess(tmClientExt, payload):
\t"""Main thread, once, with what SetSuccessPayload was given."""


def OnExcept(tmClientExt, args):
\t"""Main thread, once, with what RunInThread raised."""
\tprint(f"RunInThread raised {args!r}")
'''

_PULSES = """def onPulse(par):
\tclient = parent()
\tif par.name == 'Runinthread':
\t\tclient.ext.ThreadManagerClientExt.SetupAndRun()
\telif par.name == 'Createcallback':
\t\tclient.ext.ThreadManagerClientExt.CreateCallbacks()
"""


def _extension(comp: Any, module: str, name: str) -> None:
    comp.par.ext0object = f"__import__('{module}', fromlist=['{name}']).{name}(me)"
    comp.par.ext0name = name
    comp.par.ext0promote = True


def thread_manager(parent: Any) -> Any:
    """The Thread Manager in a component, made if it is not there yet."""
    known = parent.op("threadManager")
    if known is not None:
        return known
    comp = parent.create("baseCOMP", "threadManager")
    page = comp.appendCustomPage("Thread Manager")
    running = page.appendInt("Runningthreads", label="Running Threads")[0]
    running.readOnly = True
    workers = page.appendInt("Numberofworkers", label="Number of Workers")[0]
    workers.min, workers.clampMin = 1, True
    workers.max = workers.normMax = os.cpu_count() or 1
    workers.clampMax = True
    workers.default = min(4, os.cpu_count() or 1)
    workers.val = workers.default
    strategy = page.appendMenu(
        "Stategyonmaxthreadsreached", label="Strategy On Max Threads Reached"
    )[0]
    strategy.menuNames = ["Queue", "Except", "Create"]
    strategy.menuLabels = ["Queue", "Except", "Create"]
    strategy.val = "Queue"
    _extension(comp, "understudy_tasks.manager", "ThreadManagerExt")
    frames = comp.create("executeDAT", "frames")
    frames.text = _FRAMES
    frames.par.framestart = True
    frames.par.exit = True
    return comp


def thread_manager_client(parent: Any, name: str = "threadManagerClient") -> Any:
    """A new Thread Manager Client with a callbacks DAT docked to it."""
    comp = parent.create("baseCOMP", name)
    page = comp.appendCustomPage("Thread Manager Client")
    manager = page.appendCOMP("Threadmanager", label="Thread Manager")[0]
    manager.expr = "op.TDResources.ThreadManager"
    page.appendPulse("Runinthread", label="Run In Thread")
    page.appendDAT("Callbackdat", label="Callback DAT")
    page.appendPulse("Createcallback", label="Create Callback")
    _extension(comp, "understudy_tasks.client", "ThreadManagerClientExt")
    pulses = comp.create("parameterexecuteDAT", "pulses")
    pulses.text = _PULSES
    pulses.par.op.expr = "parent()"
    pulses.par.pars = "*"
    pulses.par.onpulse = True
    comp.ext.ThreadManagerClientExt.CreateCallbacks()
    return comp


def create_callbacks(comp: Any) -> Any:
    """A callbacks DAT beside a client, entered into its parameter."""
    callbacks = comp.parent().create("textDAT", f"{comp.name}_callbacks")
    callbacks.text = _CALLBACKS
    callbacks.dock = comp
    comp.par.Callbackdat = callbacks.name
    return callbacks
