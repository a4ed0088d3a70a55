"""The programs that the peers are compared on are what they are taken for."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from peers import HEAD, PROGRAMS, Program, exit_answer


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_right_program_holds_with_two_threads(program: Program) -> None:
    names: dict[str, Any] = {}
    exec(HEAD + program.right, names)
    shared = names["Shared"]()
    threads = [threading.Thread(target=shared.work, daemon=True) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert shared.holds()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_wrong_program_is_another_one_that_compiles(program: Program) -> None:
    assert program.wrong != program.right
    compile(HEAD + program.wrong, program.name, "exec")


def test_a_line_to_break_must_be_there_once() -> None:
    with pytest.raises(ValueError, match="twice has 2 lines to break"):
        _ = Program("twice", "a\na\n", ("a", "b")).wrong


def test_only_two_exit_codes_are_answers() -> None:
    assert [exit_answer(code) for code in (0, 1, 2, None)] == [False, True, None, None]
