"""Measures how many lines a second `understudy check` looks through, beside other tools.

    python python/tools/check_speed.py UNDERSTUDY [--files 200] [--runs 5]

The tree is generated: extensions with a worker, their callbacks and helpers. The other tools look
for other things: pyflakes and ruff at one file at a time, for names that are unused or missing;
astroid builds what pylint works on. `ast.parse` is what all but ruff begin with, so `check` cannot
be faster than that. What is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXTENSION = '''"""Keeps the {name} of the show."""
import json
import queue
import threading
import urllib.request

from helpers{helper} import clamp, label, merge


class {title}Ext:
    """Fetches {name} on a worker and shows it each frame."""

    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.results = queue.Queue(maxsize=64)
        self.stop = threading.Event()
        self.lock = threading.Lock()
        self.thread = None
        self.last = {{}}
        self.count = 0

    def Start(self, url=None):
        if self.thread is not None and self.thread.is_alive():
            return False
        target = url or self.ownerComp.par.Url.eval()
        self.stop.clear()
        self.thread = threading.Thread(target=self._work, args=(target,), daemon=True)
        self.thread.start()
        return True

    def Stop(self):
        self.stop.set()

    def onDestroyTD(self):
        self.Stop()

    def _work(self, url):
        while not self.stop.wait(1.0):
            try:
                with urllib.request.urlopen(url, timeout=2) as answer:
                    data = json.load(answer)
            except OSError as error:
                self._tell(('error', label(str(error), {number})))
                continue
            with self.lock:
                self.last = merge(self.last, data)
            self._tell(('data', data))

    def _tell(self, message):
        try:
            self.results.put_nowait(message)
        except queue.Full:
            pass

    def CheckResults(self):
        table = self.ownerComp.op('table1')
        for _ in range(10):
            try:
                kind, value = self.results.get_nowait()
            except queue.Empty:
                return
            if kind == 'error':
                self.ownerComp.par.Status = value
                continue
            for row, (key, number) in enumerate(sorted(value.items())):
                table[row, 0] = key
                table[row, 1] = clamp(number, 0, {number})
            self.count += 1
'''

CALLBACKS = '''"""Callbacks of {name}."""


def onFrameStart(frame):
    parent().ext.{title}Ext.CheckResults()


def onStart():
    parent().ext.{title}Ext.Start()


def onValueChange(par, prev):
    if par.name == 'Url' and par.eval() != prev:
        parent().ext.{title}Ext.Stop()
        parent().ext.{title}Ext.Start(par.eval())


def onPulse(par):
    names = [each.name for each in op('out').pars() if each.isCustom]
    for name in names:
        value = getattr(op('out').par, name)
        if isinstance(value, str) and len(value) > {number}:
            debug('long', name, value)
'''

HELPERS = '''"""Small functions, number {number}."""


def clamp(value, low, high):
    return max(low, min(high, value))


def label(text, width):
    short = text.strip().replace('_', ' ')
    return short if len(short) <= width else short[: width - 1] + '.'


def merge(old, new):
    made = dict(old)
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(made.get(key), dict):
            made[key] = merge(made[key], value)
        else:
            made[key] = value
    return made


def table(rows, columns, step=1.5):
    made = []
    for row in range(rows):
        line = []
        for column in range(columns):
            angle = row * step + column / max(1, columns - 1)
            line.append(round(angle * {number}, 3) if angle > 0 else 0)
        made.append(line)
    return made
'''


def generate(folder: Path, files: int) -> int:
    """Writes the tree; tells how many lines it has."""
    lines = 0
    for number in range(files):
        text = (EXTENSION, CALLBACKS, HELPERS)[number % 3].format(
            name=f"part{number // 3}",
            title=f"Part{number // 3}",
            number=number,
            helper=number - number % 3 + 2,
        )
        stem = ("part", "callbacks", "helpers")[number % 3]
        (folder / f"{stem}{number}.py").write_text(text)
        lines += text.count("\n")
    return lines


def commands(understudy: Path) -> dict[str, list[str]]:
    """What is run on the tree, by name."""
    found = {"understudy check": [str(understudy.resolve()), "check", "."]}
    each = (
        "import {0}, pathlib\nfor file in pathlib.Path().glob('*.py'): {0}.parse(file.read_text())"
    )
    found["ast.parse"] = [sys.executable, "-c", each.format("ast")]
    for module, command in {
        "pyflakes": ["-m", "pyflakes", "."],
        "astroid": ["-c", each.format("astroid")],
    }.items():
        if importlib.util.find_spec(module):
            found[module] = [sys.executable, *command]
        else:
            print(f"{module} is left out: it is not installed.", file=sys.stderr)
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    if ruff:
        found["ruff"] = [ruff, "check", "--no-cache", "--isolated", "-q", "."]
    else:
        print("ruff is left out: it is not installed.", file=sys.stderr)
    return found


def measure(command: list[str], folder: Path, runs: int) -> list[float]:
    """The seconds of some runs, after one that does not count."""
    seconds: list[float] = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
        seconds.append(time.perf_counter() - began)
    return seconds[1:]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("understudy", type=Path, help="the program to measure")
    parser.add_argument("--files", type=int, default=600)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = generate(folder, options.files)
        print(f"{options.files} files, {lines:,} lines, {options.runs} runs each\n")
        print("| tool | lines a second, median | slowest | fastest |\n|---|---|---|---|")
        for tool, command in commands(options.understudy).items():
            seconds = measure(command, folder, options.runs)
            speeds = [statistics.median(seconds), max(seconds), min(seconds)]
            cells = " | ".join(f"{lines / each:,.0f}" for each in speeds)
            print(f"| {tool} | {cells} |")


if __name__ == "__main__":
    main()
