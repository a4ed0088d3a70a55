"""Parameters that are bound to others: bindChain, unbindReferences."""

from __future__ import annotations

from typing import Any


def bindChain(par: Any, parsOnly: bool = False) -> list[Any]:
    """A parameter, its bind master, that one's master, and so on.

    - Parameters: parsOnly: leaves out masters that are no parameters, such as cells.
    """
    chain = [par]
    while (master := getattr(chain[-1], "bindMaster", None)) is not None:
        if any(master is known for known in chain) or _isSame(master, chain):
            break
        chain.append(master)
    return [link for link in chain if _isPar(link)] if parsOnly else chain


def unbindReferences(par: Any, modeOnly: bool = False) -> list[Any]:
    """Ends the binding of all that are bound to a parameter, and gives those that it changed.

    - Parameters: modeOnly: puts them back into their former mode, and leaves the bind expression.
    """
    changed = [reference for reference in par.bindReferences if _isPar(reference)]
    for reference in changed:
        if modeOnly:
            reference.mode = reference.prevMode
        else:
            value = reference.eval()
            reference.bindExpr = ""
            reference.val = value
    return changed


def _isPar(link: Any) -> bool:
    return hasattr(link, "isSamePar")


def _isSame(par: Any, chain: list[Any]) -> bool:
    return _isPar(par) and any(_isPar(link) and link.isSamePar(par) for link in chain)
