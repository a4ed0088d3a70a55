"""Where nodes stand, and what stands there: findNetworkEdges, arrangeNode, replaceOp."""

from __future__ import annotations

from typing import Any

_Edges = dict[str, dict[str, Any]]


def findNetworkEdges(comp: Any, ignoreNodes: list[Any] | None = None) -> _Edges | None:
    """The nodes that stand farthest out in a COMP, and how far: `['nodes']` and `['positions']`.

    Both have the keys top, bottom, left and right.
    - Returns: None for a COMP that holds nothing.
    """
    if not getattr(comp, "isCOMP", False):
        raise ValueError(f"findNetworkEdges looks into a COMP, not into {comp!r}.")
    ignored = ignoreNodes or []
    nodes = [node for node in comp.children if not any(node == other for other in ignored)]
    if not nodes:
        return None
    extremes = {
        "top": max(nodes, key=lambda node: node.nodeY + node.nodeHeight),
        "bottom": min(nodes, key=lambda node: node.nodeY),
        "left": min(nodes, key=lambda node: node.nodeX),
        "right": max(nodes, key=lambda node: node.nodeX + node.nodeWidth),
    }
    positions = {
        "top": extremes["top"].nodeY + extremes["top"].nodeHeight,
        "bottom": extremes["bottom"].nodeY,
        "left": extremes["left"].nodeX,
        "right": extremes["right"].nodeX + extremes["right"].nodeWidth,
    }
    return {"nodes": extremes, "positions": positions}


def arrangeNode(node: Any, position: str = "bottom", spacing: int = 20) -> float:
    """Puts a node beside all others of its COMP: at the bottom, top, left or right.

    Above and below it stands over the leftmost node, at the sides level with the topmost one.
    - Returns: the coordinate that it took on the side asked for.
    """
    if position not in ("bottom", "top", "left", "right"):
        raise ValueError(f"A node stands at the bottom, top, left or right, not {position!r}.")
    edges = findNetworkEdges(node.parent(), [node, *node.docked])
    if edges is None:
        node.nodeX = node.nodeY = 0
        return 0
    nodes, positions = edges["nodes"], edges["positions"]
    if position in ("bottom", "top"):
        node.nodeX = nodes["left"].nodeX
        below = positions["bottom"] - spacing - node.nodeHeight
        node.nodeY = below if position == "bottom" else positions["top"] + spacing
        return node.nodeY
    node.nodeY = positions["top"] - node.nodeHeight
    before = positions["left"] - spacing - node.nodeWidth
    node.nodeX = before if position == "left" else positions["right"] + spacing
    return node.nodeX


def forceCookNonDatOps(comp: Any) -> None:
    """Cooks an operator and everything in it, except DATs."""
    for child in comp.children:
        forceCookNonDatOps(child)
    if not comp.isDAT:
        comp.cook(force=True)


def replaceOp(dest: Any, source: Any = None) -> None:
    """Puts a copy of an operator in the place of another: its name, its position and its wires.

    - Parameters: source: what to copy; None copies what the clone parameter of `dest` names.
    """
    if source is None:
        clone = dest.par["clone"]
        source = clone.eval() if clone is not None else None
    if source is None:
        raise ValueError(f"{dest} is no clone, so replaceOp needs to be told its source.")
    comp, name, place = dest.parent(), dest.name, (dest.nodeX, dest.nodeY)
    inputs = [(i.index, out) for i in dest.inputConnectors for out in i.connections]
    outputs = [(o.index, target) for o in dest.outputConnectors for target in o.connections]
    made = comp.copy(source, name=name)
    dest.destroy()
    made.name = name
    made.nodeX, made.nodeY = place
    for index, output in inputs:
        made.inputConnectors[index].connect(output)
    for index, target in outputs:
        made.outputConnectors[index].connect(target)
