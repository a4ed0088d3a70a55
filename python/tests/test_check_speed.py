"""The tree on which `check` is measured is Python, and as long as is said."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from check_speed import generate


def test_the_tree_is_python_and_its_lines_are_counted(tmp_path: Path) -> None:
    lines = generate(tmp_path, 6)

    texts = {file.name: file.read_text() for file in tmp_path.iterdir()}
    for name, text in texts.items():
        compile(text, name, "exec")
    assert sorted(texts) == [
        "callbacks1.py",
        "callbacks4.py",
        "helpers2.py",
        "helpers5.py",
        "part0.py",
        "part3.py",
    ]
    assert sum(text.count("\n") for text in texts.values()) == lines
    assert "from helpers2 import" in texts["part0.py"]
