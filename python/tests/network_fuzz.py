"""Random calls of the whole operator API, for APIFuzzTests: `play` does one.

It runs as a DAT of the fuzzed project. Everything it changes stands in one COMP, and what callbacks
and expressions of that network do comes from here as well: they call `disturb`.
"""

from __future__ import annotations

from typing import Any

import fuzz_values as values
import fuzz_words as words
import td
from fuzz_values import chance, graves, number, operators, pick, some_comp, some_op, some_par, value

MOST_OPERATORS = 30

trace: list[str] = []
depth = 0


def create() -> Any:
    if len(operators()) > MOST_OPERATORS:
        return some_op().destroy()
    made = some_comp().create(
        values.some_type(), pick([None, None, pick(words.NAMES)]), initialize=pick([True, False])
    )
    if made.OPType in words.CALLBACKS:
        made.text = "".join(
            f"def {name}(*a):\n    {words.DISTURB}\n"
            for name in words.CALLBACKS[made.OPType].split()
        )
        hook_up(made)
    elif made.isDAT and made.isEditable and chance.random() < 0.7:
        made.text = pick(words.TEXTS)
    return made


def destroy() -> Any:
    doomed = some_op()
    if doomed is values.place():
        return None
    graves.append(doomed)
    del graves[:-20]
    return doomed.destroy()


def rename() -> Any:
    some_op().name = pick(words.NAMES)


def copy() -> Any:
    if len(operators()) > MOST_OPERATORS:
        return destroy()
    source = some_op()
    if source.numChildrenRecursive > 8:
        return None
    return some_comp().copy(
        source, name=pick([None, pick(words.NAMES)]), includeDocked=pick([True, False])
    )


def copy_ops() -> Any:
    if len(operators()) > MOST_OPERATORS:
        return destroy()
    sources = [o for o in (some_op() for _ in range(3)) if o.numChildrenRecursive < 8]
    return some_comp().copyOPs(sources)


def change_type() -> Any:
    changed = some_op()
    if changed is values.place():
        return None
    kind = values.some_type()
    kind = getattr(td, kind, kind) if isinstance(kind, str) else kind
    graves.append(changed)
    return changed.changeType(kind)


def wire() -> Any:
    target = some_op()
    near = target.parent().children
    way = pick(["connect", "connect", "output", "inputs", "cut", "hierarchy"])
    if way == "connect":
        return pick(target.inputConnectors).connect(
            pick([pick(near), pick(pick(near).outputConnectors), value()])
        )
    if way == "output":
        return pick(target.outputConnectors).connect(
            pick([pick(near), pick(pick(near).inputConnectors)])
        )
    if way == "inputs":
        return target.setInputs(
            [pick([None, pick(near), some_op()]) for _ in range(pick([0, 1, 2, 3]))]
        )
    if way == "cut":
        return pick(target.inputConnectors + target.outputConnectors).disconnect()
    comps = [o for o in near if o.isCOMP]
    return pick(pick(comps).inputCOMPConnectors).connect(pick(pick(comps).outputCOMPConnectors))


def dock() -> Any:
    docked = some_op()
    docked.dock = pick([None, pick(docked.parent().children), some_op()])


def set_parameter() -> Any:
    par = some_par()
    way = pick(
        [
            "val",
            "val",
            "expr",
            "expr",
            "bindExpr",
            "mode",
            "pulse",
            "item",
            "eval",
            "reset",
            "range",
        ]
    )
    trace.append(f"    {way} of {par.style} {par.name}")
    if way == "pulse":
        return par.pulse(*pick([(), (1,), (1, 2), ("x",)]))
    if way == "item":
        return setattr(par.owner.par, par.name, value())
    if way == "eval":
        return repr(par.eval())
    if way == "reset":
        return par.reset()
    if way == "mode":
        return setattr(par, "mode", value() if chance.random() < 0.2 else pick(list(td.ParMode)))
    if way == "range":
        return setattr(
            par, pick(["min", "max", "default", "clampMin", "menuNames", "name", "label"]), value()
        )
    source = (
        pick([pick(words.EXPRESSIONS), pick(words.EXPRESSIONS), value()])
        if way != "val"
        else value()
    )
    return setattr(par, way, source)


def hook_up(node: Any = None) -> Any:
    """Give an operator that watches or follows others something to watch or to follow."""
    node = node or some_op()
    other = pick([*node.parent().children, *operators()])
    for name in (
        "op",
        "ops",
        "dat",
        "dats",
        "chop",
        "chops",
        "clone",
        "master",
        "template",
        "callbacks",
        "panels",
    ):
        if node.par[name] is not None and chance.random() < 0.7:
            trace.append(f"    {node} {name} = {other}")
            node.par[name] = pick([other, other.name, other.path, "*", "../*"])
    for par in node.pars("pars", "panelvalue", "channel"):
        par.val = "*"
    for par in node.pars():
        if par.isToggle and node.OPType in words.CALLBACKS:
            par.val = True
    if node.par["opshortcut"] is not None and chance.random() < 0.3:
        node.par.opshortcut = "S"
        node.par.parentshortcut = "S"
    if node.isCOMP and chance.random() < 0.4:
        node.par.ext0object = pick(words.EXPRESSIONS)
        trace.append(f"    {node} ext0object = {node.par.ext0object}")
        node.par.ext0promote = True
        return node.extensions
    return None


def customize() -> Any:
    comp = some_comp()
    way = pick(["page", "append", "append", "sequence", "drop", "sort", "copy"])
    if way == "page":
        return comp.appendCustomPage(pick(words.NAMES))
    pages = comp.customPages
    if way in ("append", "sequence") and not pages:
        return comp.appendCustomPage("P")
    if way == "append":
        styles = sorted(n for n in dir(td.Page) if n.startswith("append"))
        options = pick([{}, {}, {"size": pick([0, 1, 2, 4, 5])}, {"replace": False}, {"order": -1}])
        return getattr(pick(pages), pick(styles))(pick([*words.NAMES, "A", "B", "Cc"]), **options)
    if way == "sequence":
        sequence = pick(list(comp.seq))
        action = pick(["numBlocks", "blockSize", "insert", "destroy", "move"])
        if action == "insert":
            return sequence.insertBlock(number())
        if action == "destroy":
            return pick(sequence.blocks).destroy()
        if action == "move":
            return sequence.moveBlock(number(), number())
        return setattr(sequence, action, pick([0, 1, 2, 3, 5, -1, 10**9, "x"]))
    if way == "drop":
        return pick([*comp.customPages, *comp.customPars]).destroy()
    if way == "copy":
        return comp.copyParameters(
            some_op(), custom=pick([True, False]), builtin=pick([True, False])
        )
    return comp.sortCustomPages(*[page.name for page in pages][::-1])


def edit_table() -> Any:
    dats = [o for o in operators() if o.isDAT]
    dat = pick(dats or [some_op()])
    index = pick([0, 1, -1, 5, 10**9, "a", "*", "", None, 1.5])
    row = pick(
        [None, [], ["a", 1], [None] * 5, ["x" * 50], "text", 7, [["a"], ["b", "c"]], [some_op()]]
    )
    way = pick(
        ["size", "text", "cell", "rows", "delete", "clear", "get", "copy", "find", "replace"]
    )
    if way == "size":
        return dat.setSize(
            pick([0, 1, 3, 2000, -1, 10**9, 1.5, None]), pick([0, 1, 2, 50, -1, 10**9])
        )
    if way == "text":
        return setattr(dat, pick(["text", "csv"]), pick(words.TEXTS))
    if way == "cell":
        dat[index, pick([0, 1, 9, "b"])] = value()
        return None
    if way == "rows":
        name = pick(["append", "insert"]) + pick(["Row", "Col", "Rows", "Cols"])
        return getattr(dat, name)(row, pick([index, None]), *pick([(), (), (0,)]))
    if way == "delete":
        name = pick(["deleteRow", "deleteCol", "deleteRows", "deleteCols"])
        return getattr(dat, name)(pick([index, [0, 0, 1], [5], [], ["a"]]))
    if way == "replace":
        return getattr(dat, pick(["replaceRow", "replaceCol"]))(index, row, pick([True, False]))
    if way == "clear":
        return dat.clear(
            **pick([{}, {"keepSize": True}, {"keepFirstRow": True, "keepFirstCol": True}])
        )
    if way == "copy":
        return dat.copy(some_op())
    if way == "find":
        return dat.findCells(pick(["*", "a", "", "[", 7]), rows=pick([None, [0], ["a"], 0]))
    cell = dat[index, pick([0, -1, "a", 10**9])]
    return repr(cell), cell and (cell.val, cell.offset(1, 1), cell + 1)


def search() -> Any:
    name = pick([*words.NAMES, "*", "a*", "^a", "[1-5]", "[", "*/*", "../*", "@g"])
    options = {
        "type": values.some_type(), "name": name, "path": name, "depth": number(),
        "maxDepth": number(), "text": "a*", "comment": "*", "tags": pick([["t"], "t", 7]),
        "allTags": True, "parValue": "*", "parExpr": "me*",
        "parName": "A*", "onlyNonDefaults": True, "includeUtility": True,
        "key": pick([lambda o: o.valid, lambda o: o.destroy(), lambda o: 1 / (o is None), 7]),
    }  # fmt: skip
    chosen = {key: options[key] for key in chance.sample(sorted(options), pick([0, 1, 1, 2, 3]))}
    if chance.random() < 0.6:
        return some_comp().findChildren(**chosen)
    finder = pick([td.op, td.ops, td.opex, some_op().op, some_op().ops])
    return finder(pick([name, value()]), *pick([(), (name,)]))


def remember() -> Any:
    node = some_op()
    key = pick(["k", "j", "", 7, None, ("a",)])
    way = pick(["store", "store", "fetch", "unstore", "owner", "startup", "tags", "flag", "look"])
    if way == "store":
        return node.store(key, value())
    if way == "fetch":
        return repr(
            node.fetch(
                key, *pick([(), (0,)]), search=pick([True, False]), storeDefault=pick([True, False])
            )
        )
    if way == "unstore":
        return node.unstore(pick([key, "*", "k*"]))
    if way == "owner":
        return node.fetchOwner(key)
    if way == "startup":
        return node.storeStartupValue(key, value())
    if way == "tags":
        node.tags = pick([{"t"}, ["t", "u"], value()])
        return node.tags.add("v")
    if way == "flag":
        flag = pick(
            [
                "allowCooking",
                "bypass",
                "lock",
                "cloneImmune",
                "current",
                "selected",
                "utility",
                "viewer",
            ]
        )
        return setattr(node, flag, pick([True, False, value()]))
    return setattr(node, pick(["nodeX", "nodeWidth", "color", "comment", "nodeCenterX"]), value())


def undo() -> Any:
    stack = td.ui.undo
    way = pick(["start", "end", "undo", "undo", "redo", "clear"])
    if way == "start":
        return stack.startBlock("b", pick([True, True, False]))
    return {"end": stack.endBlock, "undo": stack.undo, "redo": stack.redo, "clear": stack.clear}[
        way
    ]()


def read_all() -> Any:
    """Evaluate parameters, and read what the operator holds."""
    node = some_op()
    for par in [*node.customPars, *chance.sample(node.pars(), 5)]:
        try:
            par.eval()
        except words.EXPECTED:
            continue
    return node.text if node.isDAT else node.chans("*") if node.isCHOP else node.extensions


def cook() -> Any:
    return some_op().cook(force=pick([True, False]), recurse=pick([True, False]))


def call_later() -> Any:
    code = pick(
        ["me.destroy()", "op('/fuzz').module.disturb()", lambda: disturb(), "1 +", 7, lambda: 1 / 0]
    )
    return td.run(
        code,
        *pick([(), (1,)]),
        delayFrames=pick([0, 1, 2, -1]),
        endFrame=pick([True, False]),
        fromOP=some_op(),
    )


def use_any_member() -> Any:
    target = pick(values.holders())
    names = [n for n in dir(type(target)) if n not in words.LEFT_OUT]
    if target is td.absTime or type(target).__name__ in ("timeCOMP", "op"):
        names = [n for n in names if n not in ("rate", "create")]
    name = pick(names)
    trace.append(f"    {type(target).__name__}.{name}")
    if isinstance(target, td.OP) and name in ("copy", "copyOPs", "create", "destroy", "run"):
        return None
    way = pick(["get", "set", "call", "call"])
    if way == "set" and not name.startswith("__"):
        return setattr(target, name, value())
    found = getattr(target, name)
    if way == "call" and callable(found):
        return found(*[value() for _ in range(pick([0, 0, 1, 1, 2, 3]))])
    return repr(found)


_WEIGHTS = {
    create: 6, destroy: 3, rename: 1, copy: 2, copy_ops: 1, change_type: 1, dock: 1, wire: 4,
    set_parameter: 8, hook_up: 4, customize: 4, edit_table: 6, search: 2, remember: 3, undo: 2,
    cook: 2, read_all: 4, call_later: 1, use_any_member: 8,
}  # fmt: skip


def attempt() -> None:
    action = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    trace.append("  " * depth + action.__name__)
    try:
        action()
    except words.EXPECTED as error:
        trace.append(f"{'  ' * depth}    {type(error).__name__}: {str(error)[:100]!r}")


def disturb() -> int:
    """What callbacks and expressions do: one call more, in the middle of another one."""
    global depth
    if depth > 2:
        return 0
    depth += 1
    try:
        attempt()
    finally:
        depth -= 1
    return chance.randrange(3)


def play(seed: int, number: int) -> None:
    """Make one call, the same for the same seed and number."""
    global depth
    depth = 0
    chance.seed(f"{seed} {number}")
    del trace[:-40]
    values.place()
    attempt()
