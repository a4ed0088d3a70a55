"""Plants one threading defect in a program that is right: each way to do so, by its syntax tree."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mutation_places import (
    Function,
    attributes,
    blocks,
    bodies,
    calls,
    frames,
    functions,
    matters,
    nth,
    rests_briefly,
    statements,
)


@dataclass(frozen=True)
class Mutant:
    """A program with one defect."""

    # What was done, in the group of rules that speaks of it.
    kind: str
    group: str
    line: int
    text: str


def mutants(text: str) -> Iterator[Mutant]:
    """Make every mutant of a program, each of them once."""
    seen = {ast.unparse(ast.parse(text))}
    for kind, (group, mutate) in _MUTATIONS.items():
        for number in range(20):
            tree = ast.parse(text)
            line = mutate(tree, number)
            if line is None:
                break
            made = ast.unparse(ast.fix_missing_locations(tree))
            if line and made not in seen:
                seen.add(made)
                yield Mutant(kind, group, line, made + "\n")


def _removed(test: Callable[[ast.stmt], bool]) -> Callable[[ast.Module, int], int | None]:
    """Leave out the nth statement of a sort."""

    def mutate(tree: ast.Module, number: int) -> int | None:
        place = nth(statements(tree, test), number)
        if place is None:
            return None
        block, index = place
        line = block[index].lineno
        block[index] = ast.Pass()
        return line

    return mutate


def _begun(
    functions: Callable[[ast.Module], list[Function]], text: Callable[[ast.Module], list[str]]
) -> Callable[[ast.Module, int], int | None]:
    """Put a line at the beginning of functions, each line into each function."""

    def mutate(tree: ast.Module, number: int) -> int | None:
        places = [(one, line) for one in functions(tree) for line in text(tree)]
        if number >= len(places):
            return None
        function, line = places[number]
        function.body[:0] = ast.parse(line).body
        return function.lineno

    return mutate


def _renamed(old: str, new: str, where: str = "") -> Callable[[ast.Module, int], int | None]:
    """Call something else."""

    def mutate(tree: ast.Module, number: int) -> int | None:
        found = [
            one
            for one in calls(tree, old)
            if isinstance(one.func, ast.Attribute) and where in ast.unparse(one.func)
        ]
        if number >= len(found):
            return None
        function = found[number].func
        assert isinstance(function, ast.Attribute)
        function.attr = new
        if new in ("put", "get"):
            found[number].keywords = []
        return found[number].lineno

    return mutate


def _unlocked(tree: ast.Module, number: int) -> int | None:
    place = nth(statements(tree, lambda one: matters(tree, one)), number)
    if place is None:
        return None
    block, index = place
    statement = block[index]
    assert isinstance(statement, ast.With)
    block[index : index + 1] = statement.body
    return statement.lineno


def _kept(tree: ast.Module, number: int) -> int | None:
    # Who comes back for a lock that he may take twice keeps it from nobody, if he comes last.
    last = frames(tree) if calls(tree, "RLock") else []
    free = {id(one) for function in last for one in ast.walk(function)}
    place = nth(
        statements(tree, lambda one: isinstance(one, ast.With) and id(one) not in free), number
    )
    if place is None:
        return None
    block, index = place
    statement = block[index]
    assert isinstance(statement, ast.With)
    taken = ast.parse(f"{ast.unparse(statement.items[0])}.acquire()").body
    block[index : index + 1] = [*taken, *statement.body]
    return statement.lineno


def _own_lock(tree: ast.Module, number: int) -> int | None:
    found = [one for one in ast.walk(tree) if isinstance(one, ast.With)]
    if number >= len(found):
        return None
    found[number].items[0].context_expr = ast.parse("threading.Lock()", mode="eval").body
    return found[number].lineno


def _swapped_locks(tree: ast.Module, number: int) -> int | None:
    found = [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.With) and isinstance(one.body[0], ast.With)
    ]
    if number >= len(found):
        return None
    inner = found[number].body[0]
    assert isinstance(inner, ast.With)
    found[number].items, inner.items = inner.items, found[number].items
    return found[number].lineno


def _without_daemon(tree: ast.Module, number: int) -> int | None:
    found = [one for one in calls(tree, "Thread") if any(w.arg == "daemon" for w in one.keywords)]
    if number >= len(found):
        return None
    found[number].keywords = [one for one in found[number].keywords if one.arg != "daemon"]
    return found[number].lineno


def _late_daemon(tree: ast.Module, number: int) -> int | None:
    line = _without_daemon(tree, number)
    if line is None:
        return None
    made = [one for one in ast.walk(tree) if isinstance(one, ast.Assign) and one.lineno == line]
    if not made:
        return 0
    name = ast.unparse(made[0].targets[0])
    for block, index in blocks(tree):
        if ast.unparse(block[index]) == f"{name}.start()":
            block[index + 1 : index + 1] = ast.parse(f"{name}.daemon = True").body
            return line
    return 0


def _called_target(tree: ast.Module, number: int) -> int | None:
    words = [w for one in calls(tree, "Thread") for w in one.keywords if w.arg == "target"]
    if number >= len(words):
        return None
    arguments = [w for one in calls(tree, "Thread") for w in one.keywords if w.arg == "args"]
    if arguments:
        return 0
    value = words[number].value
    words[number].value = ast.Call(value, [], [])
    return value.lineno


def _bare_argument(tree: ast.Module, number: int) -> int | None:
    words = [w for one in calls(tree, "Thread") for w in one.keywords if w.arg == "args"]
    if number >= len(words):
        return None
    value = words[number].value
    assert isinstance(value, ast.Tuple)
    words[number].value = value.elts[0]
    return value.lineno


def _if_for_while(tree: ast.Module, number: int) -> int | None:
    def waits(one: ast.stmt) -> bool:
        return (
            isinstance(one, ast.While)
            and "wait" in ast.unparse(one.body[0])
            and "wait" not in ast.unparse(one.test)
        )

    found = statements(tree, waits)
    place = nth(found, number)
    if place is None:
        return None
    block, index = place
    loop = block[index]
    assert isinstance(loop, ast.While)
    block[index] = ast.copy_location(ast.If(loop.test, loop.body, []), loop)
    return loop.lineno


def _endless(tree: ast.Module, number: int) -> int | None:
    found = [
        one
        for function in bodies(tree)
        for one in ast.walk(function)
        if isinstance(one, ast.While) and "stop" in ast.unparse(one.test)
    ]
    if number >= len(found):
        return None
    # It waits as long as before, and goes on whatever it hears.
    test = copy.deepcopy(found[number].test)
    found[number].test = ast.Constant(True)
    found[number].body.insert(0, ast.Expr(test))
    return found[number].lineno


def _single(tree: ast.Module, number: int) -> int | None:
    if not rests_briefly(tree):
        # Whoever makes less than that is heard in time, one by one.
        return None
    found = [
        (function.body, index)
        for function in frames(tree)
        for index, one in enumerate(function.body)
        if isinstance(one, ast.For)
    ]
    place = nth(found, number)
    if place is None:
        return None
    block, index = place
    loop = block[index]
    assert isinstance(loop, ast.For) and isinstance(loop.iter, ast.Call)
    loop.iter.args = [ast.Constant(1)]
    return loop.lineno


def _bare_except(tree: ast.Module, number: int) -> int | None:
    found = [
        one
        for function in frames(tree)
        for one in ast.walk(function)
        if isinstance(one, ast.ExceptHandler)
    ]
    if number >= len(found):
        return None
    found[number].type = None
    found[number].body = [ast.Pass()]
    return found[number].lineno


def _joined_first(tree: ast.Module, number: int) -> int | None:
    for function in functions(tree):
        spelt = [ast.unparse(one) for one in function.body]
        for index, text in enumerate(spelt):
            if text.endswith((".set()", ".put(None)")) and index + 1 < len(spelt) and number == 0:
                first = function.body.pop(index)
                following = function.body[index]
                block = following.body if isinstance(following, ast.If) else function.body
                waits = [i for i, one in enumerate(block) if ".join(" in ast.unparse(one)]
                if not waits:
                    return 0
                join = block[waits[0]]
                assert isinstance(join, ast.Expr) and isinstance(join.value, ast.Call)
                join.value.args = []
                block.insert(waits[0] + 1, first)
                return first.lineno
    return None


def _not_set_up(tree: ast.Module, number: int) -> int | None:
    first = next(one for one in functions(tree) if one.name == "__init__")
    # The owner is the first one.
    if number + 1 >= len(first.body):
        return None
    return first.body.pop(number + 1).lineno


def _spells(*ends: str) -> Callable[[ast.stmt], bool]:
    return lambda one: isinstance(one, ast.Expr) and ast.unparse(one).endswith(ends)


def _is_guard(one: ast.stmt) -> bool:
    return (
        isinstance(one, ast.If)
        and isinstance(one.body[0], ast.Return)
        and ("is not None" in ast.unparse(one.test) or ast.unparse(one.test) == "self.threads")
    )


_WRITE = ["self.ownerComp.op('table1')[0, 0].val = 1"]
_READ = ["self.ownerComp.op('table1').numRows"]
_STALL = ["__import__('time').sleep(0.1)"]


def _waits(tree: ast.Module) -> list[str]:
    threads = [f"{one}.join()" for one in attributes(tree, "Thread")]
    return threads + [f"{one}.wait()" for one in attributes(tree, "Event")]


_MUTATIONS: dict[str, tuple[str, Callable[[ast.Module, int], int | None]]] = {
    "writes an operator in a thread": ("TH1", _begun(bodies, lambda _: _WRITE)),
    "reads an operator in a thread": ("TH1", _begun(bodies, lambda _: _READ)),
    "no daemon": ("TH2", _without_daemon),
    "daemon after the start": ("TH2", _late_daemon),
    "no guard against a second start": ("TH2", _removed(_is_guard)),
    "never told to end": ("TH2", _removed(_spells(".set()", ".put(None)"))),
    "ignores that it is told": ("TH2", _endless),
    "joined before it is told": ("TH2", _joined_first),
    "a frame takes and waits": ("TH3", _renamed("get_nowait", "get")),
    "a frame joins or waits": ("TH3", _begun(frames, _waits)),
    "a frame sleeps": ("TH3", _begun(frames, lambda _: _STALL)),
    "one item a frame": ("TH4", _single),
    "a frame hides what goes wrong": ("TH4", _bare_except),
    "no lock": ("TH5", _unlocked),
    "a lock is kept": ("TH5", _kept),
    "a lock of its own": ("TH5", _own_lock),
    "locks in the other order": ("TH5", _swapped_locks),
    "a lock that is not taken twice": ("TH5", _renamed("RLock", "Lock")),
    "a wait without a loop": ("TH5", _if_for_while),
    "nobody is woken": ("TH5", _removed(_spells(".notify()"))),
    "an attribute is never set up": ("TH6", _not_set_up),
    "the target is called": ("TH6", _called_target),
    "arguments without a tuple": ("TH6", _bare_argument),
}
