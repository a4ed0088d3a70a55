"""The Script DAT: its callbacks make the content."""

from __future__ import annotations

from typing import Any

# The names the functions had before 2025 come second.
_NAMES = {
    "cook": ("onCook", "cook"),
    "setup": ("onSetupParameters", "setupParameters"),
    "pulse": ("onPulse",),
}


def cook(me: Any, inputs: list[Any]) -> None:  # noqa: ARG001
    """Call `onCook`, which writes into the operator.

    Every parameter may matter to it, so a change of any cooks it again.
    - Source: <https://docs.derivative.ca/ScriptDAT_Class>
    """
    for par in me.customPars:
        par.eval()
    _call(me, "cook", me)


def pulsed(me: Any, par: Any) -> None:
    """Call `onSetupParameters` for its own button and `onPulse` for custom ones."""
    if par.isCustom:
        _call(me, "pulse", par)
    elif par.name == "setuppars":
        _call(me, "setup", me)


def _call(me: Any, what: str, argument: Any) -> None:
    callbacks = me.par.callbacks.eval()
    if callbacks is None:
        return
    module = callbacks.module
    for name in _NAMES[what]:
        function = getattr(module, name, None)
        if function is not None:
            function(argument)
            return
