"""A glance at a script's code says what its tree says, or leaves it to the tree."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from types import CodeType

import pytest
import understudy_glance
import understudy_wiring

INIT = "\tdef __init__(self, ownerComp):\n\t\tself.owner = ownerComp\n"

CLEAR = [
    "",
    "print('ready')",
    "import math\nprint(math.pi)\nfor n in range(3):\n\tprint(n)",
    f"class A:\n{INIT}",
    f"'''A text.'''\n\nclass A(object):\n\t'''More.'''\n\n\t# A note.\n\n{INIT}",
    f"class A:\n{INIT}\tdef StartIt(self): 1\n\tdef CheckIt(self): 1\n\tdef Stop(self): 1",
    f"class A:\n{INIT}\tdef Startup(self): 1\n\tdef Checkers(self, n): 1\n\tdef aid(self): 1",
    f"class A:\n{INIT}\tasync def StartWork(self): pass\n\tdef Start(self):\n\t\tyield 1\n",
    "class AExt:\n    def __init__(self, me):\n        self.me = me",
    "class A: pass\nclass B:\n\tx = 1\n\tdef f(self): return self.x\nB()",
    "class A:\n\tdef __init__(self): self.n = [1 for _ in range(2)]\n\tdef Start(self): pass",
    "def onFrameStart(frame):\n\tprint(frame)\ndef onExit():\n\tpass\ndef other():\n\tpass",
    "if True:\n\tdef onStart(): pass\n\tclass A:\n\t\tdef __init__(self, owner): pass",
    f"class A:\r\n{INIT}".replace("\n", "\r\n"),
    f"class A:\n{INIT}\nclass B:\n{INIT}\tdef Poll(self): pass",
]

UNCLEAR = [
    "compute()",
    "op('table1')",
    "import subprocess\nsubprocess.Popen(['a'], cwd='b')",
    "from x import *\ncompute()",
    "class A(B): pass",
    "class A(Exception): pass",
    "class A:\n\tdef __init__(self, c: 'baseCOMP'): pass",
    "class A:\n\tdef __init__(self, ownerComp, n=1): pass",
    "class A:\n\tdef __init__(self, ownerComp, *, n): pass",
    f"class A:\n{INIT}\tdef Start(self, n=1): pass",
    f"class A:\n{INIT}\tdef Tick(self):\n\t\t'''Is called every frame.'''",
    f"class A:\n{INIT}\tif True:\n\t\tdef Start(self): pass",
    f"@print\nclass A:\n{INIT}",
    f"class A:\n{INIT}\t@property\n\tdef Start(self): pass",
    "class A:\n\tif True:\n\t\tdef __init__(self, ownerComp): pass",
    "@print\ndef onStart(): pass",
]


def compiled(source: str) -> CodeType:
    return compile(source, "<script>", "exec", dont_inherit=True)


def glance(source: str) -> understudy_wiring.Plan:
    return understudy_glance._glance(source, {"op", "me"}.__contains__, compiled(source))


@pytest.mark.parametrize("source", CLEAR)
def test_a_plain_script_is_read_as_its_tree_is(source: str) -> None:
    assert glance(source) == understudy_wiring.plan(source, {"op", "me"}.__contains__)


@pytest.mark.parametrize("source", UNCLEAR)
def test_what_the_code_leaves_open_is_left_to_the_tree(source: str) -> None:
    with pytest.raises(understudy_glance._Unclear):
        glance(source)
    whole = understudy_wiring.plan(source, {"op", "me"}.__contains__)
    assert understudy_glance.plan(source, {"op", "me"}.__contains__, compiled(source)) == whole


def test_a_plain_script_needs_no_tree() -> None:
    source = textwrap.dedent("""
        import sys
        before = set(sys.modules)
        import understudy_glance
        source = "print(1)"
        code = compile(source, "<script>", "exec", dont_inherit=True)
        understudy_glance.plan(source, bool, code)
        assert "_ast" not in set(sys.modules) - before, set(sys.modules) - before
        """)
    folder = understudy_glance.__file__.rpartition("/")[0]
    command = f"import sys\nsys.path.insert(0, {folder!r})\n{source}"
    subprocess.run([sys.executable, "-I", "-S", "-c", command], check=True)
