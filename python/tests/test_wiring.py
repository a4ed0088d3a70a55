"""The default wiring reads from a script what it means, and no more."""

from __future__ import annotations

import textwrap

import pytest
import understudy_wiring


def plan(source: str, *known: str) -> understudy_wiring.Plan:
    return understudy_wiring.plan(textwrap.dedent(source), known.__contains__)


def names(source: str) -> list[str]:
    return [one["name"] for one in plan(source)["classes"]]


@pytest.mark.parametrize(
    "init",
    [
        "self, ownerComp",
        "self, owner",
        "self, comp: COMP",
        "self, c: 'baseCOMP'",
        "self, ownerComp, n=1",
    ],
)
def test_a_class_that_takes_an_owner_is_an_extension(init: str) -> None:
    assert names(f"class A:\n\tdef __init__({init}): pass\n") == ["A"]


@pytest.mark.parametrize(
    "source",
    [
        "class A(Exception): pass",
        "class A: pass",
        "from http.server import BaseHTTPRequestHandler as B\nclass A(B): pass",
        "class A:\n\tdef __init__(self, name): pass",
        "class A:\n\tdef __init__(self, ownerComp, needed): pass",
        "class A:\n\tdef __init__(self, ownerComp, *, needed): pass",
    ],
)
def test_any_other_class_is_none(source: str) -> None:
    assert names(source) == []


def test_an_heir_of_an_extension_is_one() -> None:
    assert names("from Base import Base\nclass A(Base): pass") == ["A"]
    assert names("class A:\n\tdef __init__(self, ownerComp): pass\nclass B(A): pass") == ["A", "B"]


def test_a_class_called_an_extension_may_name_its_owner_as_it_likes() -> None:
    assert names("class LampExt:\n\tdef __init__(self, my): pass") == ["LampExt"]
    assert names("class extLamp:\n\tdef __init__(self, my): pass") == ["extLamp"]
    assert names("class Text:\n\tdef __init__(self, my): pass") == []


def test_methods_get_their_part_by_their_first_word_or_documentation() -> None:
    methods = {
        "StartWork": "", "StartupCheck": "", "Start": "", "StopWork": "", "StoppedBy": "",
        "CheckResults": "", "Checkbox": "", "Poll": "", "Export": "Writes one file per frame.",
        "Watch": "Called every frame from an Execute DAT.", "_hidden": "Called every frame.",
    }  # fmt: skip
    body = "".join(f"\tdef {name}(self):\n\t\t'''{text}'''\n" for name, text in methods.items())

    found = plan(f"class A:\n\tdef __init__(self, ownerComp): pass\n{body}")["classes"][0]

    assert found["starts"] == ["StartWork", "Start"]
    assert found["stops"] == ["StopWork"]
    assert found["polls"] == ["CheckResults", "Poll", "Watch"]


def test_a_name_that_is_called_and_defined_nowhere_is_undefined() -> None:
    assert plan("compute()\nprint(op('a'))\n", "op")["undefined"] == ["compute"]
    assert plan("from lamps import *\ncompute()\n")["undefined"] == []


def test_programs_are_found_with_their_folders() -> None:
    source = "import subprocess as s\ns.Popen(['a.cmd', 'x'], cwd='w\\\\s')\ns.run('b', cwd=here)\n"

    assert plan(source)["programs"] == [["a.cmd", "w\\s"]]


def test_programs_are_found_also_where_their_functions_are_imported_by_name() -> None:
    source = "from subprocess import run\nrun('a', cwd='b')\nrun(b'a', cwd='b')\nrun('a')\n"

    assert plan(source)["programs"] == [["a", "b"]]


def test_operators_are_found_by_literal_names_and_each_once() -> None:
    source = "op('a')\nme.op('b')\nop('a')\nop('../c')\nop(1)\nop(name)\nshop('d')\n"

    assert plan(source)["operators"] == ["a", "b"]
