"""The documented API: classes with their members, operator types with their parameters."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Member:
    """A documented member of a class."""

    name: str
    kind: str
    """`read`, `write` (which can be read too) or `call`."""
    type: str
    """The type of its value, or of what the call returns, in the documentation's words."""
    arguments: str


@dataclass
class DocumentedClass:
    """A documented class and its own members, those of its base not among them."""

    name: str
    base: str
    members: dict[str, Member] = field(default_factory=dict[str, Member])


@dataclass(frozen=True)
class DocumentedType:
    """An operator type."""

    name: str
    label: str
    family: str
    parameters: tuple[str, ...]


@cache
def classes() -> dict[str, DocumentedClass]:
    """Every documented class, by name."""
    found: dict[str, DocumentedClass] = {}
    for line in (FOLDER / "classes.tsv").read_text("utf-8").splitlines():
        name, base, member, kind, type_name, arguments = line.split("\t")
        owner = found.setdefault(name, DocumentedClass(name, base))
        if member:
            owner.members[member] = Member(member, kind, type_name, arguments)
    return found


@cache
def operator_types() -> dict[str, DocumentedType]:
    """Every documented operator type, by name."""
    pages: dict[str, tuple[str, ...]] = {}
    rows: list[list[str]] = []
    for line in (FOLDER / "operators.txt").read_text("utf-8").splitlines():
        key, *fields = line.split("\t")
        if key[0] == "p":
            pages[key[1:]] = tuple(_parameter_names(fields[1:]))
        elif key[0] == "t":
            rows.append([key[1:], *fields])
    return {
        name: DocumentedType(
            name, label, family, tuple(name for key in keys for name in pages[key])
        )
        for name, label, family, _, *keys in rows
    }


def _parameter_names(rows: list[str]) -> list[str]:
    names: list[str] = []
    sequence = ""
    for row in rows:
        name, _, style, rest, _ = row.split("|")
        if name.startswith("+"):
            name = f"{sequence}0{name[1:]}"
        elif style == "Sequence":
            sequence = name
        is_group = rest != "" and style not in ("Menu", "StrMenu")
        names += [name + suffix for suffix in rest.split(" ")] if is_group else [name]
    return names


@cache
def uses() -> list[tuple[str, str, int]]:
    """What real scripts use and how often: kind, name and count."""
    rows: list[tuple[str, str, int]] = []
    for line in (FOLDER / "uses.tsv").read_text("utf-8").splitlines():
        kind, name, count = line.split("\t")
        rows.append((kind, name, int(count)))
    return rows
