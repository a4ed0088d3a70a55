"""Plants defects in programs that are right, and tells which of them are found, and by what.

Each program of `document/patterns` goes through `understudy check`, `run` and `verify`, which must
find nothing. Then each of its mutants does, and one of the three at least must find something. The
table says which.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mutations import Mutant, mutants

_PATTERNS = Path(__file__).resolve().parent.parent / "document" / "patterns"
_FRAMES = "24"


@dataclass
class Answer:
    """What the three engines say of a program."""

    rules: list[str]
    faults: list[str]
    kinds: list[str]
    # How many schedules there had been when the first defect was seen, and how long all of it took.
    schedules: int
    seconds: float

    @property
    def is_silent(self) -> bool:
        """Whether none of them finds anything."""
        return not (self.rules or self.faults or self.kinds)


class Engines:
    """Runs the program on one file after another."""

    def __init__(self, program: str, folder: Path, seconds: float) -> None:
        self._program = program
        self._folder = folder
        self._seconds = seconds

    def ask(self, text: str) -> Answer:
        """Ask all three."""
        (self._folder / "pattern.py").write_text(text)
        start = time.monotonic()
        rules = [one["rule"] for one in self._json("check", [])["findings"]]
        run = self._json("run", ["--clock", "virtual", "--frames", _FRAMES])
        explored = self._json(
            "verify",
            [
                *("--scenarios", "own", "--preemptions", "2", "--frames", _FRAMES),
                *("--replays", "none", "--seconds", str(self._seconds)),
            ],
        )
        defects: list[dict[str, Any]] = [
            defect for part in explored["components"] for defect in part["defects"]
        ]
        return Answer(
            sorted(set(rules)),
            ["fault" for _ in run["faults"]] + ["exception" for _ in run["failures"]],
            sorted({one["kind"] for one in defects}),
            min((one["foundAfter"] for one in defects), default=0),
            time.monotonic() - start,
        )

    def _json(self, command: str, options: list[str]) -> dict[str, Any]:
        line = [self._program, command, "pattern.py", "--format", "json", *options]
        try:
            done = subprocess.run(
                line, cwd=self._folder, capture_output=True, text=True, timeout=120
            )
            found: dict[str, Any] = json.loads(done.stdout)
        except (subprocess.TimeoutExpired, json.JSONDecodeError):
            # A frame that never ends keeps `run` from ending: that is an answer as well.
            found = {"findings": [], "faults": [], "failures": ["no end"], "components": []}
        return found


def _tell(name: str, mutant: Mutant, answer: Answer) -> None:
    words = [
        ", ".join(answer.rules) or "-",
        ", ".join(answer.kinds) + f" after {answer.schedules}" if answer.kinds else "-",
        ", ".join(sorted(set(answer.faults))) or "-",
    ]
    cells = " | ".join([f"{name}:{mutant.line}", mutant.group, mutant.kind, *words])
    print(f"| {cells} | {answer.seconds:.1f} s |", flush=True)


def main() -> int:
    """Try all programs, or a share of their mutants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="understudy", help="the program that is tried")
    parser.add_argument("--share", type=int, default=1, help="try one mutant of so many")
    parser.add_argument("--seconds", type=float, default=10, help="explore each for so long")
    options = parser.parse_args()
    program = str(Path(options.program).resolve()) if "/" in options.program else options.program
    wrong: list[str] = []
    found: Counter[str] = Counter()
    tried = 0
    number = 0
    print("| where | rules | what | static | exploration | run | time |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        engines = Engines(program, Path(folder), options.seconds)
        for path in sorted(_PATTERNS.glob("*.py")):
            text = path.read_text()
            if options.share == 1 and not (answer := engines.ask(text)).is_silent:
                wrong.append(f"{path.stem} is right, and this is found: {answer}")
            for mutant in mutants(text):
                number += 1
                if number % options.share != 0:
                    continue
                tried += 1
                answer = engines.ask(mutant.text)
                _tell(path.stem, mutant, answer)
                found["static"] += bool(answer.rules)
                found["exploration"] += bool(answer.kinds)
                found["run"] += bool(answer.faults)
                found["any"] += not answer.is_silent
                if answer.is_silent:
                    wrong.append(f"{path.stem}:{mutant.line}: {mutant.kind} is not found")
    counts = ", ".join(f"{found[one]} by {one}" for one in ("static", "exploration", "run"))
    print(f"\n{tried} mutants of {number}: {found['any']} found; {counts}.")
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
