"""The XML DAT: elements of an XML or HTML text, chosen and laid out."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import tdu

from understudy_dats import Rows, padded

if TYPE_CHECKING:
    from collections.abc import Iterator


class Element:
    """A tag or a text, with the label that it is known by."""

    def __init__(self, kind: str, text: str, parent: Element | None) -> None:
        self.kind, self.text, self.parent = kind, text, parent
        self.label = "root"
        self.attributes: dict[str, str] = {}
        self.children: list[Element] = []
        if parent is not None:
            parent.children.append(self)

    @property
    def level(self) -> int:
        """How deep it stands; the root at 0."""
        return 0 if self.parent is None else self.parent.level + 1

    def walk(self) -> Iterator[Element]:
        """It and everything inside, each before what it holds."""
        yield self
        for child in self.children:
            yield from child.walk()

    def xml(self) -> str:
        """It as XML text."""
        if self.kind == "text":
            return escape(self.text)
        inside = "".join(child.xml() for child in self.children)
        if self.parent is None:
            return inside
        words = "".join(f" {name}={quoteattr(value)}" for name, value in self.attributes.items())
        end = f">{inside}</{self.text}>" if inside else "/>"
        return f"<{self.text}{words}{end}"


class _HTML(HTMLParser):
    # Tags that hold nothing and have no end.
    _VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")

    def __init__(self, root: Element) -> None:
        super().__init__()
        self.place = root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element("tag", tag, self.place)
        element.attributes = {name: value or "" for name, value in attrs}
        if not self._VOID.fullmatch(tag):
            self.place = element

    def handle_endtag(self, tag: str) -> None:
        place: Element | None = self.place
        while place is not None and place.text != tag:
            place = place.parent
        if place is not None and place.parent is not None:
            self.place = place.parent

    def handle_data(self, data: str) -> None:
        if data.strip():
            Element("text", data.strip(), self.place)


def cook(me: Any, inputs: list[Any]) -> str | Rows:
    """Parse the input, choose elements and show them as the parameters say.

    A second input is merged in at the element that Label names.
    - Source: <https://docs.derivative.ca/XML_DAT>
    """
    root = _parse(inputs[0] if inputs else None, bool(me.par.sgml.eval()))
    if len(inputs) > 1 and inputs[1] is not None:
        _merge(me, root, _parse(inputs[1], False))
    _label(root)
    return _shown(me, [element for element in root.walk() if _passes(me, element)])


def _parse(dat: Any, is_html: bool) -> Element:
    root = Element("root", "", None)
    text = "" if dat is None else dat.text
    if not text.strip():
        return root
    if is_html:
        parser = _HTML(root)
        parser.feed(text)
        parser.close()
    else:
        _adopt(ElementTree.fromstring(text), root)
    return root


def _adopt(source: ElementTree.Element, parent: Element) -> None:
    element = Element("tag", source.tag, parent)
    element.attributes = dict(source.attrib)
    if source.text and source.text.strip():
        Element("text", source.text.strip(), element)
    for child in source:
        _adopt(child, element)
        if child.tail and child.tail.strip():
            Element("text", child.tail.strip(), element)


def _label(root: Element) -> None:
    for number, element in enumerate(element for element in root.walk() if element is not root):
        element.label = f"n{number}"


def _merge(me: Any, root: Element, other: Element) -> None:
    _label(root)
    wanted, how = str(me.par.mlabel.eval()), me.par.merge.eval()
    target = next((element for element in root.walk() if element.label == wanted), None)
    if target is None:
        return
    new_parent = target if how == "inside" or target.parent is None else target.parent
    for child in other.children:
        child.parent = new_parent
    if new_parent is target:
        target.children += other.children
        return
    place = new_parent.children.index(target) + (0 if how == "before" else 1)
    new_parent.children[place:place] = other.children
    if how == "replace":
        new_parent.children.remove(target)


def _passes(me: Any, element: Element) -> bool:
    if element.parent is None:
        return False
    return _fits(me, element, "") and _fits(me, element.parent, "p")


def _fits(me: Any, element: Element, prefix: str) -> bool:
    facts = {
        "label": [element.label],
        "type": [element.kind],
        "text": [element.text],
        "name": list(element.attributes),
        "value": list(element.attributes.values()),
    }
    return all(_matches(str(me.par[prefix + name].eval()), facts[name]) for name in facts)


def _matches(pattern: str, values: list[str]) -> bool:
    return pattern in ("", "*") or bool(tdu.match(pattern, values))


def _shown(me: Any, elements: list[Element]) -> str | Rows:
    show = me.par.show.eval()
    if show == "xml":
        return "\n".join(element.xml() for element in _outermost(elements))
    if show == "text":
        return "\n".join(element.text for element in elements if element.kind == "text")
    if show == "sumtree":
        return "\n".join(
            f"{'  ' * (element.level - 1)}{element.label} {element.kind} {element.text}"
            for element in elements
        )
    prefix = bool(me.par.lprefix.eval())
    if show == "children":
        return _children(me, elements, prefix)
    if show in ("attribs", "attribscol"):
        return _attributes(me, elements, prefix, by_row=show == "attribs")
    rows = [["label", "type", "text", "level", "parent", "children", "attributes"]]
    for element in elements:
        parent = "" if element.parent is None else element.parent.label
        counts = [str(len(element.children)), str(len(element.attributes))]
        row = [element.label, element.kind, element.text, str(element.level), parent]
        rows.append(row + counts)
    return rows


def _outermost(elements: list[Element]) -> Iterator[Element]:
    """Those that stand in none of the others."""
    chosen = {id(element) for element in elements}
    for element in elements:
        parent = element.parent
        while parent is not None and id(parent) not in chosen:
            parent = parent.parent
        if parent is None:
            yield element


def _children(me: Any, elements: list[Element], prefix: bool) -> Rows:
    pattern = str(me.par.oclabel.eval())
    rows: Rows = []
    for element in elements:
        labels = [child.label for child in element.children if _matches(pattern, [child.label])]
        rows.append(([element.label] if prefix else []) + labels)
    return padded(rows)


def _attributes(me: Any, elements: list[Element], prefix: bool, by_row: bool) -> Rows:
    names, values = str(me.par.oaname.eval()), str(me.par.oavalue.eval())
    rows: Rows = []
    for element in elements:
        label = [element.label] if prefix else []
        chosen = [
            (name, value)
            for name, value in element.attributes.items()
            if _matches(names, [name]) and _matches(values, [value])
        ]
        if by_row:
            rows += [[*label, name, value] for name, value in chosen]
        elif chosen:
            rows.append([*label, *(value for _, value in chosen)])
    return padded(rows)
