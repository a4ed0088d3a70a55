"""Plants defects in programs that are right, and tells which of them are found, and by what.

Each program of `document/patterns` goes through `understudy check`, `run` and `verify`, which must
find nothing. Then each of its mutants does, and one of the three at least must find something.
Beside them stands what repeating the program finds in the same time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mutations import Mutant, mutants

_PATTERNS = Path(__file__).resolve().parent.parent / "document" / "patterns"
_FRAMES = "24"
# A run takes a third of a second: one that takes so long has a frame that never ends.
_PATIENCE = 15
_MOST_REPEATS = 20
# After so many seeds in vain the others are not tried.
_VAIN_SEEDS = 2
# What only a caller of the extension brings out, who does what its methods let him do.
_BY_CALLERS = {"no guard against a second start"}


@dataclass
class Answer:
    """What the three engines say of a program, and what repeating it shows."""

    rules: list[str] = field(default_factory=list[str])
    # What goes wrong in one run: refused accesses, and exceptions or frames without end.
    faults: int = 0
    failures: int = 0
    # The rules of the defects that exploration finds.
    explored: list[str] = field(default_factory=list[str])
    # After how many schedules and seconds it does: the median of all seeds, and at most so many.
    schedules: float = 0
    most_schedules: int = 0
    seconds: float = 0.0
    # Whether it does with each seed.
    is_sure: bool = False
    # How often the program was run again in that time, and whether something went wrong.
    repeats: int = 0
    is_repeated: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether none of the engines finds anything."""
        return not (self.rules or self.faults or self.failures or self.explored)

    def __str__(self) -> str:
        engines = {
            "static": ", ".join(self.rules),
            "guard": "refused" if self.faults else "",
            "run": "failed" if self.failures else "",
            "exploration": ", ".join(self.explored),
        }
        told = "; ".join(f"{name}: {what}" for name, what in engines.items() if what)
        return f"{told or 'nothing'}, {self.schedules:.0f} schedules, {self.seconds:.1f} s"


class Engines:
    """Runs the program on files."""

    def __init__(self, program: str, seconds: float, seeds: int) -> None:
        self._program = program
        self._seconds = seconds
        self._seeds = seeds

    def rules(self, folder: Path) -> dict[str, list[str]]:
        """Check all files of a folder, and tell the rules that each breaks."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self._json(["check", str(folder)])["findings"]:
            found[Path(one["file"]).parent.name].add(one["rule"])
        return {name: sorted(rules) for name, rules in found.items()}

    def run(self, file: Path) -> tuple[int, int]:
        """Run a file once, and count what the guard refuses and what fails."""
        run = self._json(["run", str(file), "--clock", "virtual", "--frames", _FRAMES])
        return len(run["faults"]), len(run["failures"])

    def explore(
        self, file: Path, scenarios: str, seed: int = 1, is_whole: bool = False
    ) -> dict[str, Any]:
        """Explore a file, up to the first defect or as far as the time lets it."""
        options = ["--scenarios", scenarios, "--preemptions", "2", "--frames", _FRAMES]
        options += ["--replays", "none", "--seconds", str(self._seconds), "--seed", str(seed)]
        return self._json(["verify", str(file), *options, *([] if is_whole else ["--first"])])

    def ask(self, file: Path, rules: list[str], scenarios: str) -> Answer:
        """Ask the guard and the exploration, and repeat the program as long as that took."""
        answer = Answer(rules)
        answer.faults, answer.failures = self.run(file)
        self._explore_by_chance(file, scenarios, answer)
        end = time.monotonic() + answer.seconds
        while time.monotonic() < end and answer.repeats < _MOST_REPEATS and not answer.is_repeated:
            answer.repeats += 1
            answer.is_repeated = self.run(file)[1] > 0
        return answer

    def _explore_by_chance(self, file: Path, scenarios: str, answer: Answer) -> None:
        """Explore with one seed after the other, as long as the first ones find something."""
        rules: set[str] = set()
        times: list[float] = []
        schedules: list[int] = []
        for seed in range(1, self._seeds + 1):
            start = time.monotonic()
            explored = self.explore(file, scenarios, seed)
            times.append(time.monotonic() - start)
            defects = [one for part in explored["components"] for one in part["defects"]]
            rules.update(one["rule"] for one in defects)
            if defects:
                schedules.append(min(one["foundAfter"] or 0 for one in defects))
            elif not schedules and seed == _VAIN_SEEDS:
                break
        answer.explored = sorted(rules)
        answer.seconds = statistics.median(times)
        answer.schedules = statistics.median(schedules) if schedules else 0
        answer.most_schedules = max(schedules, default=0)
        answer.is_sure = len(schedules) == self._seeds

    def _json(self, words: list[str]) -> dict[str, Any]:
        is_run = words[0] == "run"
        patience = _PATIENCE if is_run else 60 + 2 * self._seconds
        empty: dict[str, list[Any]] = {
            "findings": [],
            "faults": [],
            "failures": [],
            "components": [],
        }
        try:
            line = [self._program, *words, "--format", "json"]
            done = subprocess.run(line, capture_output=True, text=True, timeout=patience)
            found: dict[str, Any] = json.loads(done.stdout)
        except subprocess.TimeoutExpired:
            # A frame that never ends keeps `run` from ending: that is an answer as well.
            found = {**empty, "failures": ["no end"] if is_run else []}
        except json.JSONDecodeError:
            found = {**empty}
        return found


class Table:
    """The answers of the mutants, kind by kind."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], list[Answer]] = defaultdict(list)

    def add(self, mutant: Mutant, answer: Answer) -> None:
        """Take an answer in."""
        self._answers[mutant.group, mutant.kind].append(answer)

    def lines(self) -> list[str]:
        """Write the table in Markdown."""
        head = "| what is planted | rules | mutants | found | static | guard | exploration "
        head += "| each seed | schedules | time | repeated |"
        rows = [head, "|" + "---|" * 11]
        for (group, kind), answers in sorted(self._answers.items()):
            rows.append(f"| {kind} | {group} | {' | '.join(_cells(answers))} |")
        everything = [one for answers in self._answers.values() for one in answers]
        return [*rows, f"| **all** | | {' | '.join(_cells(everything))} |"]


def _cells(answers: list[Answer]) -> list[str]:
    explored = [one for one in answers if one.explored]
    counts = [one.schedules for one in explored]
    most = max((one.most_schedules for one in explored), default=0)
    times = [one.seconds for one in explored]
    return [
        str(len(answers)),
        str(sum(not one.is_silent for one in answers)),
        str(sum(bool(one.rules) for one in answers)),
        str(sum(one.faults > 0 for one in answers)),
        str(len(explored)),
        str(sum(one.is_sure for one in explored)),
        f"{statistics.median(counts):.0f}, at most {most}" if counts else "–",
        f"{statistics.median(times):.1f} s" if times else "–",
        str(sum(one.is_repeated for one in answers)),
    ]


def _write(folder: Path, text: str) -> Path:
    folder.mkdir()
    file = folder / "pattern.py"
    file.write_text(text)
    return file


def _right(engines: Engines, pool: ThreadPoolExecutor, folder: Path) -> list[str]:
    """Tell what is found in the programs that are right."""
    files = {
        path.stem: _write(folder / path.stem, path.read_text()) for path in _PATTERNS.glob("*.py")
    }
    rules = engines.rules(folder)
    wrong = [f"{name} is right, and check finds {found}" for name, found in rules.items()]

    def explore(file: Path) -> dict[str, Any]:
        return engines.explore(file, "face", is_whole=True)

    explored = pool.map(explore, files.values())
    for name, found in zip(files, explored, strict=True):
        for defect in (one for part in found["components"] for one in part["defects"]):
            wrong.append(f"{name} is right, and verify finds: {defect['sentence']}")
    return wrong


def main() -> int:
    """Try all mutants, or one of so many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="understudy", help="the program that is tried")
    parser.add_argument("--share", type=int, default=1, help="try one mutant of so many")
    parser.add_argument("--kind", default="", help="only what is planted under such a name")
    parser.add_argument("--seconds", type=float, default=10, help="explore each for so long")
    parser.add_argument("--seeds", type=int, default=1, help="explore each with so many seeds")
    options = parser.parse_args()
    program = str(Path(options.program).resolve()) if "/" in options.program else options.program
    engines = Engines(program, options.seconds, options.seeds)
    table = Table()
    wrong: list[str] = []
    start = time.monotonic()
    tried: list[tuple[str, Mutant, Path]] = []
    with (
        tempfile.TemporaryDirectory() as place,
        ThreadPoolExecutor(os.cpu_count() or 1) as pool,
    ):
        if options.share == 1 and not options.kind:
            (Path(place) / "right").mkdir()
            wrong += _right(engines, pool, Path(place) / "right")
        folder = Path(place) / "mutants"
        folder.mkdir()
        every = [
            (path.stem, mutant)
            for path in sorted(_PATTERNS.glob("*.py"))
            for mutant in mutants(path.read_text())
            if options.kind in mutant.kind
        ]
        for number, (name, mutant) in enumerate(every[options.share - 1 :: options.share]):
            tried.append((name, mutant, _write(folder / str(number), mutant.text)))
        rules = engines.rules(folder)

        def ask(one: tuple[str, Mutant, Path]) -> Answer:
            _, mutant, file = one
            scenarios = "face" if mutant.kind in _BY_CALLERS else "own"
            return engines.ask(file, rules.get(file.parent.name, []), scenarios)

        for (name, mutant, _), answer in zip(tried, pool.map(ask, tried), strict=True):
            print(f"{name}:{mutant.line}: {mutant.kind}: {answer}", file=sys.stderr, flush=True)
            table.add(mutant, answer)
            if answer.is_silent:
                wrong.append(f"{name}:{mutant.line}: {mutant.kind} is not found")
    print("\n".join(table.lines()))
    seconds = time.monotonic() - start
    print(f"\n{len(tried)} mutants of {len(every)}, in {seconds:.0f} s.")
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
