"""What the fuzz of the operator API makes its calls with: operators, parameters, values.

All come from one generator of random numbers, so that a seed gives the same calls again.
"""

from __future__ import annotations

import random
from typing import Any

import fuzz_words as words
import td

chance = random.Random()
graves: list[Any] = []
home: Any = None


def pick(some: Any) -> Any:
    return chance.choice(some)


def place() -> Any:
    """The COMP that holds what is fuzzed, whatever it is called by now."""
    global home
    if home is None or not home.valid:
        home = td.op("/").create("baseCOMP", "fuzzed")
    return home


def operators() -> list[Any]:
    return [place(), *place().findChildren(includeUtility=True)]


def some_op() -> Any:
    """Some operator, now and then a destroyed one."""
    if graves and chance.random() < 0.06:
        return pick(graves)
    return pick(operators())


def some_comp() -> Any:
    return pick([o for o in operators() if o.isCOMP])


def some_par() -> Any:
    owner = some_op()
    pars = owner.customPars if chance.random() < 0.5 else owner.pars()
    return pick(pars or owner.pars())


def number() -> Any:
    return pick(
        [-1, 0, 1, 2, 3, 7, 100, 10**6, 10**30, -(10**9), 1.5, -0.0, float("nan"), float("inf")]
    )


def value() -> Any:
    kind = pick(["number", "number", "name", "text", "operator", "par", "other", "expression"])
    if kind == "number":
        return number()
    if kind == "name":
        return pick(words.NAMES)
    if kind == "text":
        return pick(words.TEXTS)
    if kind == "operator":
        return some_op()
    if kind == "par":
        return some_par()
    if kind == "expression":
        return pick(words.EXPRESSIONS)
    return pick([
        None, True, False, [], [1, 2], (1,), (1, 2, 3), {}, {"a": 1}, set(), b"x", object(), len,
        str,
        td.baseCOMP, td.OP, td.ParMode.BIND, td.ParMode.EXPORT, td.root, ["a", None], [some_op(),
        None],
        [[1, 2], ["a"]], print, slice(0, 2), "\ud800",
    ])  # fmt: skip


def some_type() -> Any:
    roll = chance.random()
    if roll < 0.6:
        return pick(words.COMMON)
    if roll < 0.65:
        return pick([None, "nothing", "base", td.OP, td.COMP, 7, "DAT", ""])
    found = pick(pick(list(td.families.values())))
    return "nullDAT" if found.__name__ in words.SOCKETS else found


def holders() -> list[Any]:
    """Objects of every kind that scripts get from an operator."""
    node = some_op()
    found = [node, node, node.par, node.parGroup, node.seq, td.absTime, td.runs, node.time]
    ways = (
        lambda: pick(node.inputConnectors), lambda: pick(node.outputConnectors),
        lambda: pick(node.pages),
        lambda: some_par(), lambda: some_par().parGroup, lambda: pick(list(node.seq)),
        lambda: node[0, 0],
        lambda: pick(pick(list(node.seq)).blocks), lambda: node[0], lambda: pick(list(td.runs)),
        lambda: node.panel.u,
        lambda: node.vfs, lambda: node.mod, lambda: node.ext, lambda: node.parent,
    )  # fmt: skip
    for way in ways:
        try:
            one = way()
        except words.EXPECTED:
            continue
        if one is not None:
            found.append(one)
    return found


def faults() -> list[str]:
    """What scripts can see that does not fit together."""
    found: list[str] = []
    for node in operators():
        by_path, by_id = td.op(node.path, includeUtility=True), td.op(node.id, includeUtility=True)
        if not node.valid or by_path is not node or by_id is not node:
            found.append(f"{node.path}: valid {node.valid}, {by_path!r} by path, {by_id!r} by id")
        inside = node.findChildren(depth=1, includeUtility=True) if node.isCOMP else []
        if any(child.parent() is not node for child in inside):
            found.append(f"{node.path} is not the parent of all its children")
    found += [f"{grave!r} is back" for grave in graves if grave.valid and grave not in operators()]
    return found
