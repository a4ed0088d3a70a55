"""Runs small threaded programs under this project and its peers, and prints one table.

    python python/tools/peers.py UNDERSTUDY [--seconds 60]

Each program exists twice: with one defect, and right. All get the same class, two threads that call
its `work`, and the same question afterwards. A peer that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """A class that two threads work on, and the line that makes it wrong."""

    name: str
    right: str
    #: What is replaced in the right program, and by what.
    defect: tuple[str, str]

    @property
    def wrong(self) -> str:
        """The program with its defect."""
        old, new = self.defect
        if self.right.count(old) != 1:
            raise ValueError(f"{self.name} has {self.right.count(old)} lines to break")
        return self.right.replace(old, new)


PROGRAMS = [
    Program(
        "lost update",
        """
class Shared:
    def __init__(self):
        self.lock = threading.Lock()
        self.count = 0
    def next(self):
        return self.count + 1
    def work(self):
        with self.lock:
            self.count = self.next()
    def holds(self):
        return self.count == 2
""",
        ("with self.lock:", "if True:"),
    ),
    Program(
        "made twice",
        """
class Shared:
    def __init__(self):
        self.lock = threading.Lock()
        self.made = []
        self.server = None
    def make(self):
        self.made.append(1)
        return object()
    def work(self):
        with self.lock:
            if self.server is None:
                self.server = self.make()
    def holds(self):
        return len(self.made) == 1
""",
        ("with self.lock:", "if True:"),
    ),
    Program(
        "lock order",
        """
class Shared:
    def __init__(self):
        self.a = threading.Lock()
        self.b = threading.Lock()
        self.turn = iter([0, 1])
        self.done = 0
    def work(self):
        first, second = (self.a, self.b) if next(self.turn) else (self.a, self.b)
        with first:
            with second:
                self.done += 1
    def holds(self):
        return self.done == 2
""",
        ("else (self.a, self.b)", "else (self.b, self.a)"),
    ),
    Program(
        "empty then get",
        """
class Shared:
    def __init__(self):
        self.jobs = queue.Queue()
        self.jobs.put(1)
        self.got = []
    def work(self):
        if not self.jobs.empty():
            try:
                self.got.append(self.jobs.get(block=False))
            except queue.Empty:
                pass
    def holds(self):
        return self.got == [1]
""",
        ("get(block=False)", "get()"),
    ),
    Program(
        "changed while iterated",
        """
class Shared:
    def __init__(self):
        self.items = {1: 1, 2: 2}
        self.turn = iter([0, 1])
        self.total = 0
    def add(self, value):
        self.total = self.total + value
    def work(self):
        if next(self.turn):
            self.items[3] = 3
        else:
            for value in list(self.items):
                self.add(value)
    def holds(self):
        return self.total in (3, 6)
""",
        ("list(self.items)", "self.items"),
    ),
    Program(
        "told before it is there",
        """
class Shared:
    def __init__(self):
        self.ready = threading.Event()
        self.turn = iter([0, 1])
        self.result = None
        self.seen = 42
    def work(self):
        if next(self.turn):
            self.result = 42; self.ready.set()
        elif self.ready.is_set():
            self.seen = self.result
    def holds(self):
        return self.seen == 42
""",
        ("self.result = 42; self.ready.set()", "self.ready.set(); self.result = 42"),
    ),
    Program(
        "waits for who waits",
        """
class Shared:
    def __init__(self):
        self.turn = iter([0, 1])
        self.a, self.b = threading.Event(), threading.Event()
    def meet(self, mine, other):
        mine.set(); other.wait()
    def work(self):
        if next(self.turn):
            self.meet(self.a, self.b)
        else:
            self.meet(self.b, self.a)
    def holds(self):
        return self.a.is_set() and self.b.is_set()
""",
        ("mine.set(); other.wait()", "other.wait(); mine.set()"),
    ),
]

HEAD = "import queue\nimport threading\n"

EXTENSION = """
class SharedExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.shared = Shared()
        self.threads = []
        self.frames = 0
    def StartWork(self):
        self.threads = [threading.Thread(target=self.shared.work, daemon=True) for _ in range(2)]
        for thread in self.threads:
            thread.start()
    def CheckResults(self):
        self.frames += 1
        if self.threads and not any(thread.is_alive() for thread in self.threads):
            self.threads = []
            assert self.shared.holds()
        assert not self.threads or self.frames < 100, "the threads do not come to an end"
"""

FRONTRUN = """
if __name__ == "__main__":
    import frontrun
    result = frontrun.explore(
        setup=Shared, workers=Shared.work, count=2, invariant=Shared.holds, reproduce_on_failure=0)
    result.assert_holds()
"""

RUN_PARALLEL = """
import pytest

@pytest.fixture
def shared():
    made = Shared()
    yield made
    assert made.holds()

@pytest.mark.parametrize("attempt", range(200))
def test_work(shared, attempt):
    shared.work()
"""

Answer = bool | None


def exit_answer(code: int | None) -> Answer:
    """What an exit code says: 1 that something was found, 0 that nothing was, others nothing."""
    return {0: False, 1: True}.get(-1 if code is None else code)


def run(command: list[str], folder: Path, seconds: float) -> tuple[int | None, str]:
    """Runs a program; its exit code, None if it had to be ended, and what it wrote."""
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return None, ""
    return done.returncode, done.stdout


def check(understudy: str, text: str, folder: Path, seconds: float) -> Answer:
    """The rules, which run nothing."""
    (folder / "shared.py").write_text(HEAD + text + EXTENSION)
    code, _ = run([understudy, "check", "shared.py"], folder, seconds)
    return exit_answer(code)


def verify(understudy: str, text: str, folder: Path, seconds: float) -> Answer:
    """The explorer alone: what the rules say does not count."""
    (folder / "shared.py").write_text(HEAD + text + EXTENSION)
    options = ["--scenarios", "own", "--format", "json", "--seconds", str(seconds / 2)]
    _, output = run([understudy, "verify", "shared.py", *options], folder, seconds)
    try:
        components = json.loads(output)["components"]
    except (ValueError, KeyError):
        return None
    return any(component.get("defects") for component in components)


def frontrun(text: str, folder: Path, seconds: float) -> Answer:
    """Frontrun's systematic search; a run that has to be ended found nothing."""
    (folder / "shared.py").write_text(HEAD + text + FRONTRUN)
    program = str(Path(sys.executable).parent / "frontrun")
    code, _ = run([program, sys.executable, "shared.py"], folder, seconds)
    return exit_answer(code)


def run_parallel(text: str, folder: Path, seconds: float) -> Answer:
    """pytest-run-parallel, 200 times two threads; a test that hangs shows by the time it takes."""
    (folder / "test_shared.py").write_text(HEAD + text + RUN_PARALLEL)
    command = [sys.executable, "-m", "pytest", "-q", "--parallel-threads=2", "test_shared.py"]
    code, _ = run(command, folder, seconds)
    return True if code is None else exit_answer(code)


def judge(
    tool: Callable[[str, Path, float], Answer], seconds: float
) -> tuple[list[str], list[str], list[str], float]:
    """What a tool missed, falsely found and had no answer for, and the seconds it took."""
    missed: list[str] = []
    false: list[str] = []
    silent: list[str] = []
    began = time.perf_counter()
    for program in PROGRAMS:
        for text, is_wrong in ((program.wrong, True), (program.right, False)):
            with tempfile.TemporaryDirectory() as folder:
                answer = tool(text, Path(folder), seconds)
            if answer is None:
                silent.append(program.name + ("" if is_wrong else " (right)"))
            elif answer != is_wrong:
                (missed if is_wrong else false).append(program.name)
    return missed, false, silent, time.perf_counter() - began


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("understudy", type=Path, help="the program to measure")
    parser.add_argument("--seconds", type=float, default=60, help="how long one run may take")
    options = parser.parse_args()
    understudy = str(options.understudy.resolve())
    tools: dict[str, Callable[[str, Path, float], Answer]] = {
        "understudy check": lambda text, folder, limit: check(understudy, text, folder, limit),
        "understudy verify": lambda text, folder, limit: verify(understudy, text, folder, limit),
    }
    for module, name, tool in (
        ("frontrun", "frontrun", frontrun),
        ("pytest_run_parallel", "pytest-run-parallel", run_parallel),
    ):
        if importlib.util.find_spec(module) is None:
            print(f"{name} is left out: pip install {name} puts it in.", file=sys.stderr)
        else:
            tools[name] = tool
    print("| tool | found | missed | false | no answer | seconds |\n|---|---|---|---|---|---|")
    for name, tool in tools.items():
        missed, false, silent, seconds = judge(tool, options.seconds)
        wrong_silent = [name for name in silent if "(right)" not in name]
        found = len(PROGRAMS) - len(missed) - len(wrong_silent)
        cells = [", ".join(names) or "–" for names in (missed, false, silent)]
        print(f"| {name} | {found} of {len(PROGRAMS)} | {' | '.join(cells)} | {seconds:.1f} |")


if __name__ == "__main__":
    main()
