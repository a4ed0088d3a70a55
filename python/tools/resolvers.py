"""Asks jedi and astroid which code threads run, and `understudy check`, on the same small programs.

    python python/tools/resolvers.py UNDERSTUDY

In each program a thread comes to the one line that touches an operator, in another way. The two
libraries are told the same thread-starting calls, thread classes and `functools.partial`; from the
functions handed over, the calls in their bodies are followed by what the library says they are.
What is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: What is called with a function for another thread, and where the function stands.
STARTERS = {
    "threading.Thread": "target",
    "threading.Timer": 1,
    "concurrent.futures.thread.ThreadPoolExecutor.submit": 0,
    "concurrent.futures._base.Executor.submit": 0,
    "asyncio.threads.to_thread": 0,
}

TOUCH = "op('table1').clear()"

PROGRAMS = {
    "function": "def f():\n    {0}\nthreading.Thread(target=f).start()\n",
    "call inside": "def g():\n    {0}\ndef f():\n    g()\nthreading.Thread(target=f).start()\n",
    "lambda": "def g():\n    {0}\nthreading.Thread(target=lambda: g()).start()\n",
    "partial": "def f(n):\n    {0}\nthreading.Thread(target=functools.partial(f, 1)).start()\n",
    "timer": "def f():\n    {0}\nthreading.Timer(1, f).start()\n",
    "pool": "def f():\n    {0}\npool = ThreadPoolExecutor()\npool.submit(f)\n",
    "method": (
        "class A:\n    def f(self):\n        {0}\n    def go(self):\n"
        "        threading.Thread(target=self.f).start()\n"
    ),
    "thread class": "class T(threading.Thread):\n    def run(self):\n        {0}\nT().start()\n",
    "overridden": (
        "class A:\n    def go(self):\n        threading.Thread(target=self.f).start()\n"
        "    def f(self):\n        pass\n"
        "class B(A):\n    def f(self):\n        {0}\nB().go()\n"
    ),
    "parameter": (
        "def f():\n    {0}\ndef start(work):\n    threading.Thread(target=work).start()\nstart(f)\n"
    ),
    "dictionary": (
        "def f():\n    {0}\nJOBS = {{'a': f}}\nthreading.Thread(target=JOBS['a']).start()\n"
    ),
    "queue": (
        "def f():\n    {0}\njobs = queue.Queue()\njobs.put(f)\ndef work():\n    jobs.get()()\n"
        "threading.Thread(target=work).start()\n"
    ),
    "decorator": (
        "def threaded(f):\n    def start():\n        threading.Thread(target=f).start()\n"
        "    return start\n@threaded\ndef f():\n    {0}\n"
    ),
    "main only": "def f():\n    {0}\ndef g():\n    pass\nthreading.Thread(target=g).start()\nf()\n",
    "guarded": (
        "def f(out=None):\n    if out:\n        {0}\ndef g():\n    f()\n"
        "threading.Thread(target=g).start()\nf(True)\n"
    ),
}
#: The programs in which no thread comes to the line.
RIGHT = {"main only", "guarded"}

HEAD = "import functools, queue, threading\nfrom concurrent.futures import ThreadPoolExecutor\n"


def text_of(name: str) -> str:
    """A program, with the line in its place."""
    return HEAD + PROGRAMS[name].format(TOUCH)


Find = Callable[[ast.expr], list[tuple[str, int]]]


def reaches(text: str, find: Find) -> bool:
    """Whether a thread comes to the line, by what a library says that names stand for.

    `find` gives the dotted name of what an expression stands for, and the line of its definition.
    """
    tree = ast.parse(text)
    functions = {
        node.lineno: node
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.Lambda))
    }
    rest: list[ast.AST] = []

    def names(expression: ast.expr) -> list[str]:
        return [name for name, _ in find(expression)]

    for call in [node for node in ast.walk(tree) if isinstance(node, ast.Call)]:
        for name, _ in find(call.func):
            place = STARTERS.get(name)
            if place is None:
                continue
            given = [word.value for word in call.keywords if word.arg == place]
            if isinstance(place, int):
                given += call.args[place : place + 1]
            for target in given:
                if isinstance(target, ast.Call) and "functools.partial" in names(target.func):
                    target = target.args[0]
                if isinstance(target, ast.Lambda):
                    rest.append(target)
                rest += [functions[line] for _, line in find(target) if line in functions]
    for kind in [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]:
        if any("threading.Thread" in names(base) for base in kind.bases):
            rest += [one for one in kind.body if getattr(one, "name", "") == "run"]
    seen: set[ast.AST] = set()
    while rest:
        function = rest.pop()
        if function in seen:
            continue
        seen.add(function)
        for call in [node for node in ast.walk(function) if isinstance(node, ast.Call)]:
            if isinstance(call.func, ast.Name) and call.func.id == "op":
                return True
            rest += [functions[line] for _, line in find(call.func) if line in functions]
    return False


def jedi(text: str) -> bool:
    """Whether a thread comes to the line, by jedi."""
    library: Any = importlib.import_module("jedi")
    script: Any = library.Script(text)

    def find(expression: ast.expr) -> list[tuple[str, int]]:
        column = (expression.end_col_offset or 1) - 1
        if isinstance(expression, (ast.Call, ast.Subscript, ast.Lambda)):
            return []
        found: list[Any] = script.infer(expression.end_lineno, column)
        return [(str(one.full_name), int(one.line or 0)) for one in found]

    return reaches(text, find)


def astroid(text: str) -> bool:
    """Whether a thread comes to the line, by astroid."""
    library: Any = importlib.import_module("astroid")
    module: Any = library.parse(text)
    nodes: dict[tuple[int, int, int], Any] = {}
    for kind in ("Name", "Attribute", "Call", "Subscript"):
        for node in module.nodes_of_class(getattr(library.nodes, kind)):
            nodes[(node.lineno, node.col_offset, node.end_col_offset)] = node

    def find(expression: ast.expr) -> list[tuple[str, int]]:
        key = (expression.lineno, expression.col_offset, expression.end_col_offset or 0)
        if key not in nodes:
            return []
        try:
            found: list[Any] = list(nodes[key].infer())
        except library.exceptions.InferenceError:
            return []
        return [(str(one.qname()), int(one.lineno or 0)) for one in found if hasattr(one, "qname")]

    return reaches(text, find)


def check(understudy: Path, text: str) -> bool:
    """Whether a thread comes to the line, by the rule for it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "program.py").write_text(text)
        command = [str(understudy.resolve()), "check", "--select", "TH101", "program.py"]
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 1


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("understudy", type=Path, help="the program to compare")
    understudy: Path = parser.parse_args().understudy
    tools: dict[str, Callable[[str], bool]] = {
        "understudy check": lambda text: check(understudy, text)
    }
    for name, tool in (("jedi", jedi), ("astroid", astroid)):
        if importlib.util.find_spec(name):
            tools[name] = tool
        else:
            print(f"{name} is left out: pip install {name} puts it in.", file=sys.stderr)
    print("| resolver | found | missed | false | seconds |\n|---|---|---|---|---|")
    for name, tool in tools.items():
        began = time.perf_counter()
        said = {program for program in PROGRAMS if tool(text_of(program))}
        seconds = time.perf_counter() - began
        wrong = [program for program in PROGRAMS if program not in RIGHT]
        missed = ", ".join(program for program in wrong if program not in said) or "–"
        false = ", ".join(sorted(said & RIGHT)) or "–"
        found = sum(program in said for program in wrong)
        print(f"| {name} | {found} of {len(wrong)} | {missed} | {false} | {seconds:.1f} |")


if __name__ == "__main__":
    main()
