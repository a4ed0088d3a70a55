"""Which loops nobody else can notice."""

from __future__ import annotations

import ast

import pytest
import understudy_quiet

QUIET = {
    "a list of its own": """
        primes = [2]
        for number in range(3, 100, 2):
            for prime in primes:
                if number % prime == 0:
                    break
            else:
                primes.append(number)
        return len(primes)
    """,
    "numbers": """
        total = 0
        for number in range(limit):
            total += number * number
        return total
    """,
}

NOTICED = {
    "an attribute": """
        for number in range(3):
            self.total = number
    """,
    "somebody else's list": """
        items = self.items
        for number in range(3):
            items.append(number)
    """,
    "a list that was handed on": """
        items = []
        self.items = items
        for number in range(3):
            items.append(number)
    """,
    "a list in another one": """
        items = []
        self.all.append(items)
        for number in range(3):
            items.append(number)
    """,
    "a list that a thread was given": """
        items = []
        Thread(target=work, args=(items,)).start()
        for number in range(3):
            items.append(number)
    """,
    "a call": """
        total = 0
        for number in range(3):
            total += work(number)
    """,
    "a name of the module": """
        global total
        for number in range(3):
            total = number
    """,
    "a name that a function inside knows": """
        items = []
        def work():
            items.clear()
        for number in range(3):
            items.append(number)
    """,
    "an argument": """
        for number in range(3):
            given.append(number)
    """,
    "a generator's": """
        items = []
        for number in range(3):
            items.append(number)
            yield items
    """,
}


def _loops(body: str) -> list[bool]:
    lines = [line.removeprefix("    ") for line in body.splitlines()]
    tree = ast.parse("def work(self, given, limit: int):" + "\n".join(lines))
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    private = understudy_quiet.private_names(function)
    loops = [node for node in ast.walk(function) if isinstance(node, ast.For)]
    assert loops
    return [understudy_quiet.is_quiet(loop, private) for loop in loops]


@pytest.mark.parametrize("name", QUIET)
def test_private_work_is_quiet(name: str) -> None:
    assert all(_loops(QUIET[name]))


@pytest.mark.parametrize("name", NOTICED)
def test_what_others_may_see_is_not(name: str) -> None:
    assert not any(_loops(NOTICED[name]))


@pytest.mark.parametrize(
    ("text", "pure"),
    [
        ("def f(n: int): return n * 2", True),
        ("def f(n: int): return sum(range(n))", True),
        ("def f(n): return n * 2", False),
        ("def f(n: int): return n * factor", False),
        ("def f(n: int): return work(n)", False),
        ("def f(n: int): print(n)", False),
        ("def f(*n: int): return 1", False),
        ("async def f(n: int): return 1", False),
        ("def f(n: int):\n    global m\n    m = n\n    return m", False),
    ],
)
def test_a_function_is_pure_when_it_only_computes(text: str, pure: bool) -> None:
    function = ast.parse(text).body[0]
    assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
    assert understudy_quiet.is_pure(function) is pure


@pytest.mark.parametrize(
    "text", ["def range(n): ...", "len = max", "from numpy import *", "import x as sum"]
)
def test_python_names_with_other_meanings_are_noticed(text: str) -> None:
    assert understudy_quiet.shadows(ast.parse(text))
    assert not understudy_quiet.shadows(ast.parse("import threading\ndef work(): ..."))
