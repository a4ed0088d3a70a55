"""Brings TouchDesigner's documented types, classes and uses into the form that the host reads.

    python make_catalog.py FOLDER

FOLDER holds `operator-types.jsonl`, `python-classes.jsonl` and `api-frequency.tsv`; what is made
lies in `python/lib/understudy_api`. `operators.txt` has one line for each operator type, page and
menu, sorted, so that one type is found by halving and the rest is never read:

    mKEY  entry=label ...            a menu
    pKEY  name  parameter ...        a page; a parameter is name|label|style|rest|default
    tTYPE label  family  sub  page ...    an operator type; sub is `panel`, `object` or nothing

`rest` is a menu's key, or a group's suffixes separated by blanks. A parameter whose name begins
with `+` stands in the blocks of the sequence before it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import parameter_corrections as corrections
import parameter_styles as styles
import seen_defaults as seen

# Types, and pages of types, that FOLDER leaves out: those whose page in the wiki has no name.
# Source: <https://docs.derivative.ca/Box_SOP> and its like.
FURTHER = Path(__file__).parent / "further-operator-types.jsonl"
TARGET = Path(__file__).parent.parent / "lib" / "understudy_api"
Json = dict[str, Any]


def key(number: int) -> str:
    """Give a short name that sorts like its number."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number // 1296] + digits[number // 36 % 36] + digits[number % 36]


def clean(text: str) -> str:
    """Take out what separates fields."""
    return re.sub(r"\s+", " ", text.replace("|", "/").replace("=", "-")).strip()


class Catalog:
    """Menus and pages, each kept once however many types share it."""

    def __init__(self) -> None:
        self.menus: dict[str, str] = {}
        self.pages: dict[str, str] = {}
        self.types: list[str] = []
        self.seen = seen.read()
        # What the type that is being added shares its defaults with, itself first.
        self.alike: list[str] = []

    def menu(self, entries: list[list[str]]) -> str:
        """Give a menu's key."""
        seen: dict[str, str] = {}
        for name, label in entries:
            seen.setdefault(name, label)
        text = "\t".join(f"{clean(name)}={clean(label)}" for name, label in seen.items())
        return self.menus.setdefault(text, key(len(self.menus)))

    def parameter(
        self,
        name: str,
        label: str,
        entries: list[list[str]] | None,
        default: str = "",
        style: str = "",
    ) -> str:
        """Write one parameter or group; without a style it gets the one that its label tells."""
        label, rest, suffixes = clean(label), "", list[str]()
        if style:
            pass
        elif entries is None or styles.is_row(name, entries):
            style = styles.style_of(name, label)
        elif suffixes := styles.suffixes_of(name, entries):
            style, rest = styles.group_style(suffixes, label), " ".join(suffixes)
        elif entries:
            style, rest = styles.menu_style(name, label), self.menu(entries)
            if name in styles.OPEN_MENUS:
                default = default or entries[0][0]
        else:
            style = styles.bare_menu_style(name, label)
        default = default or styles.default_of(name, style, len(suffixes))
        style, default = self.told(name, style, suffixes, default)
        return f"{name}|{label}|{style}|{rest}|{default}"

    def told(self, name: str, style: str, suffixes: list[str], default: str) -> tuple[str, str]:
        """Give style and default as TouchDesigner told them, if it did."""
        values = [
            next(
                (
                    self.seen[kind, name + part]
                    for kind in self.alike
                    if (kind, name + part) in self.seen
                ),
                None,
            )
            for part in suffixes or [""]
        ]
        if all(value is None for value in values):
            return style, default
        guessed = default.split(" ") if default else ["0"] * len(values)
        texts = [
            old if value is None else seen.text_of(value)
            for old, value in zip(guessed, values, strict=True)
        ]
        if not suffixes and values[0] is not None:
            style = seen.style_of(style, values[0])
        return style, " ".join(texts)

    def page(self, kind: str, page: Json, taken: set[str]) -> str:
        """Give a page's key; a name stands once on a type, as the first page has it."""
        rows: list[str] = []
        sequence = ""
        pars = corrections.corrected(kind, page["pars"])
        names = [par["name"] for par in pars]
        for par in pars:
            name = par["name"]
            if name in taken:
                continue
            taken.add(name)
            # The lists show a second block of some sequences.
            if sequence and re.match(rf"{sequence}[1-9]\d*[a-z]", name):
                continue
            if sequence and re.match(rf"{sequence}0[a-z]", name):
                base = len(sequence) + 1
                entries = par.get("menu")
                if entries is not None:
                    entries = [
                        [e[base:] if e.startswith(f"{sequence}0") else e, text]
                        for e, text in entries
                    ]
                rows.append("+" + self.parameter(name[base:], par["label"], entries))
                continue
            sequence = ""
            if any(re.match(rf"{re.escape(name)}0[a-z]", other) for other in names):
                sequence = name
                rows.append(f"{name}|{clean(par['label'])}|Sequence||")
            else:
                default, style = par.get("default", ""), par.get("style", "")
                rows.append(self.parameter(name, par["label"], par.get("menu"), default, style))
        if not rows:
            return ""
        text = "\t".join([clean(page["name"]), *rows])
        return self.pages.setdefault(text, key(len(self.pages)))

    def add(self, kind: Json) -> None:
        """Add an operator type."""
        taken: set[str] = set()
        names = {page["name"] for page in kind["pages"]} if kind["family"] == "COMP" else set[str]()
        sub = "panel" if "Panel" in names else "object" if names & {"Xform", "Render"} else ""
        self.alike = [kind["type"], sub, kind["family"]]
        pages = [self.page(kind["type"], page, taken) for page in kind["pages"]]
        fields = [f"t{kind['type']}", clean(kind["label"]), kind["family"], sub]
        self.types.append("\t".join([*fields, *(page for page in pages if page)]))

    def lines(self) -> list[str]:
        """Everything, sorted as bytes are."""
        lines = [f"m{key}\t{text}" for text, key in self.menus.items()]
        lines += [f"p{key}\t{text}" for text, key in self.pages.items()]
        return sorted(lines + self.types)


def with_further(listed: list[Json], further: list[Json]) -> list[Json]:
    """Add types, and pages in front of those of types that are there, or into the one so named."""
    kinds = {kind["type"]: kind for kind in listed}
    for kind in further:
        known = kinds.setdefault(kind["type"], kind)
        if known is kind:
            continue
        for page in kind["pages"]:
            same = [other for other in known["pages"] if other["name"] == page["name"]]
            if same:
                same[0]["pars"] = page["pars"] + same[0]["pars"]
            else:
                known["pages"].insert(0, page)
    return list(kinds.values())


def rows(path: Path) -> list[Json]:
    """Read a file of one JSON value a line."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def plain(text: str) -> str:
    """Take the wiki's links and odd blanks out of a type or an argument list."""
    text = re.sub(r"\[\]\([^)]*\)", "", text).replace("\xa0", " ")
    return re.sub(r"\s+", " ", text).strip()


def signature(arguments: str) -> str:
    """Write an argument list as the host reads it: names, and defaults that are constants."""
    words = [re.sub(r"\s*:.*?(?==|$)", "", word).strip() for word in re.split(r",\s*", arguments)]
    written: list[str] = []
    for word in filter(None, words):
        name, _, default = (part.strip() for part in word.partition("="))
        name = "value" if "." in name else name
        if not default:
            written.append(name)
        elif re.fullmatch(r"None|True|False|-?\d+(\.\d*)?|'[^'\\]*'|\"[^\"\\]*\"", default):
            written.append(f"{name}={default}")
        else:
            written.append(f"{name}=?")
    return ", ".join(written)


def classes(folder: Path) -> list[str]:
    """Write every documented member: class, base, name, kind, type, signature."""
    lines: list[str] = []
    for kind in rows(folder / "python-classes.jsonl"):
        name, base = kind["class"], kind["base"] or ""
        lines.append("\t".join([name, base, "", "class", "", ""]))
        for member, facts in kind["members"].items():
            access = "read" if facts["readOnly"] else "write"
            lines.append("\t".join([name, base, member, access, plain(facts["type"]), ""]))
        for member, facts in kind["methods"].items():
            method = "__init__" if member == f"TDU.{name}" else member
            returns, arguments = plain(facts["returns"]), signature(plain(facts["args"]))
            lines.append("\t".join([name, base, method, "call", returns, arguments]))
    # Sorted by class, so that one class's lines are found by halving; members keep their order.
    return sorted(lines, key=lambda line: line.split("\t")[0].encode())


def main() -> None:
    """Write the three files."""
    folder = Path(sys.argv[1])
    catalog = Catalog()
    for kind in with_further(rows(folder / "operator-types.jsonl"), rows(FURTHER)):
        catalog.add(kind)
    TARGET.mkdir(exist_ok=True)
    (TARGET / "operators.txt").write_text("\n".join(catalog.lines()) + "\n")
    (TARGET / "classes.tsv").write_text("\n".join(classes(folder)) + "\n")
    uses = (folder / "api-frequency.tsv").read_text().splitlines()[1:]
    fields = [row.split("\t") for row in uses]
    (TARGET / "uses.tsv").write_text("".join(f"{k}\t{n}\t{u}\n" for k, n, _, u in fields))


if __name__ == "__main__":
    main()
