"""Each mutant is a program with one change, and the programs they are made of are many."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

_PYTHON = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_PYTHON / "tools"))

import mutations  # noqa: E402

_PATTERNS = sorted((_PYTHON / "document" / "patterns").glob("*.py"))


def test_there_are_enough_of_each() -> None:
    found = [one for path in _PATTERNS for one in mutations.mutants(path.read_text())]
    assert len(_PATTERNS) >= 12
    assert len(found) >= 120
    assert {one.group for one in found} == {"TH1", "TH2", "TH3", "TH4", "TH5", "TH6"}
    assert {one.kind for one in found} == set(mutations._MUTATIONS)


def test_each_mutant_is_another_program_that_can_be_read() -> None:
    for path in _PATTERNS:
        right = ast.unparse(ast.parse(path.read_text()))
        texts = [one.text for one in mutations.mutants(path.read_text())]
        assert len(texts) == len(set(texts))
        for text in texts:
            ast.parse(text)
            assert text.strip() != right


def test_the_line_of_a_change_is_where_it_was_made() -> None:
    text = (_PYTHON / "document" / "patterns" / "counter.py").read_text()
    lines = text.splitlines()
    unlocked = [one.line for one in mutations.mutants(text) if one.kind == "no lock"]
    assert unlocked
    assert all("with self.lock" in lines[line - 1] for line in unlocked)
