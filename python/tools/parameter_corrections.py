"""Mends the documentation's parameter lists where networks that TouchDesigner saved differ.

What is here was found in public networks of builds 2023.11760, 2025.32050 and 2025.32460:
<https://github.com/dylanroscover/Embody>, <https://github.com/rootnotez/td-snapshot>,
<https://github.com/ssandrini/Sample3>.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

# Other names of parameters, by type and the name in the lists.
RENAMED = {("parameterCHOP", "parameter"): ("parameters", "Parameters")}

# Other names of a menu's entries, by parameter and the name in the lists.
RENAMED_ENTRIES = {("defaultreadencoding", "manual"): "autodetect"}

# Other parameters of a group, by type and group.
REGROUPED = {
    ("rectanglePOP", "size"): ["sizeu", "sizev"],
    ("textureSOP", "offset"): ["offsetu", "offsetv", "offsetw"],
}

# Parameters that the lists leave out, by type and the parameter they follow; panels share theirs.
LEFT_OUT: dict[tuple[str, str], list[tuple[str, str]]] = {
    ("", "resize"): [("resizecomp", "Component")],
    ("parameterDAT", "name"): [("label", "Label")],
    ("fileinDAT", "file"): [("defaultreadencoding", "Default Read Encoding")],
    ("glslMAT", "attr0size"): [
        ("mattr", "Matrix Attribute"),
        ("mattr0name", "Name"),
        ("mattr0comps", "Components"),
        ("mattr0cols", "Columns"),
    ],
}

# Defaults, by type and parameter.
DEFAULTS = {
    ("annotateCOMP", "Titleheight"): "30",
    ("annotateCOMP", "Bodyfontsize"): "10",
    ("annotateCOMP", "Backcolor"): "0.545 0.545 0.545",
    ("annotateCOMP", "Backcoloralpha"): "1",
    ("annotateCOMP", "Opacity"): "1",
}


def corrected(kind: str, listed: list[Json]) -> list[Json]:
    """Give a page's parameters as TouchDesigner has them."""
    pars: list[Json] = []
    names: set[str] = {par["name"] for par in listed}
    for par in listed:
        name: str = par["name"]
        new_name, label = RENAMED.get((kind, name), (name, par["label"]))
        entries: list[list[str]] | None = par.get("menu")
        if suffixes := REGROUPED.get((kind, name)):
            entries = [[suffix, label] for suffix in suffixes]
        elif entries:
            entries = [[RENAMED_ENTRIES.get((name, e), e), text] for e, text in entries]
        default = DEFAULTS.get((kind, name), "")
        new = {"name": new_name, "label": label, "menu": entries, "default": default}
        pars.append({**new, "style": par.get("style", "")})
        # A row of several parameters is listed as a menu of the first one.
        if entries and entries[0][0] == name:
            rest = [entry for entry in entries[1:] if entry[0] not in names]
            pars += [{"name": entry[0], "label": entry[1]} for entry in rest]
        added = LEFT_OUT.get((kind, name)) or LEFT_OUT.get(("", name)) or []
        pars += [{"name": new, "label": text} for new, text in added if new not in names]
    return pars
