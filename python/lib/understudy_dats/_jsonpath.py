"""JSONPath, as far as data is chosen by it: names, indices, slices, wildcards, descent, filters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STEP = re.compile(
    r"""(?P<deep>\.\.)?\.?(?:
        (?P<name>[\w\-]+) | (?P<all>\*)
        | \[\s*(?P<index>-?\d+(?:\s*,\s*-?\d+)*)\s*\]
        | \[\s*(?P<slice>-?\d*\s*:\s*-?\d*(?:\s*:\s*-?\d*)?)\s*\]
        | \[\s*(?P<every>\*)\s*\]
        | \[\s*(?P<names>(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*)\s*\]
        | \[\?\(?(?P<test>.+?)\)?\]
    )""",
    re.VERBOSE,
)
_TEST = re.compile(r"""\s*@((?:\.[\w\-]+)+)\s*(?:(==|!=|<=|>=|<|>)\s*(.+?))?\s*$""")


def find(path: str, data: Any) -> list[Any]:
    """Everything in `data` that `path` names, in order.

    - Throws: `ValueError` for a path that can't be read, with the place.
    - Source: <https://www.rfc-editor.org/rfc/rfc9535>
    """
    place = 1 if path.startswith("$") else 0
    found = [data]
    while place < len(path):
        step = _STEP.match(path, place)
        if step is None or step.end() == place:
            raise ValueError(f"The JSONPath {path!r} can't be read from {path[place:]!r} on.")
        place = step.end()
        if step["deep"]:
            found = [inner for value in found for inner in _descend(value)]
        choose = _chooser(step)
        found = [inner for value in found for inner in choose(value)]
    return found


def _descend(value: Any) -> Iterator[Any]:
    yield value
    for inner in _children(value):
        yield from _descend(inner)


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(cast("dict[str, Any]", value).values())
    return _list(value)


def _list(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else []


def _chooser(step: re.Match[str]) -> Callable[[Any], list[Any]]:
    if step["all"] or step["every"]:
        return _children
    if step["index"]:
        numbers = [int(number) for number in step["index"].split(",")]
        return lambda value: _elements(value, numbers)
    if step["slice"]:
        parts = [int(part) if part.strip() else None for part in step["slice"].split(":")]
        return lambda value: _list(value)[slice(*parts)]
    if step["test"]:
        return _filter(step["test"])
    quoted = re.findall(r"'([^']*)'|\"([^\"]*)\"", step["names"] or "")
    names = [step["name"]] if step["name"] else [one or other for one, other in quoted]
    return lambda value: (
        [value[name] for name in names if name in value] if isinstance(value, dict) else []
    )


def _elements(value: Any, numbers: list[int]) -> list[Any]:
    elements = _list(value)
    return [elements[n] for n in numbers if -len(elements) <= n < len(elements)]


def _filter(test: str) -> Callable[[Any], list[Any]]:
    parts = _TEST.match(test)
    if parts is None:
        raise ValueError(f"The filter {test!r} of a JSONPath can't be read.")
    path, comparison, wanted = "$" + parts[1], parts[2], _literal(parts[3])

    def passes(value: Any) -> bool:
        results = find(path, value)
        if comparison is None:
            return bool(results)
        return bool(results) and _compare(results[0], comparison, wanted)

    return lambda value: [inner for inner in _children(value) if passes(inner)]


def _literal(text: str | None) -> Any:
    if text is None:
        return None
    words = {"true": True, "false": False, "null": None}
    if text in words:
        return words[text]
    if text[:1] in "'\"":
        return text[1:-1]
    return float(text)


def _compare(value: Any, comparison: str, wanted: Any) -> bool:
    if comparison in ("==", "!="):
        return (value == wanted) == (comparison == "==")
    both = (value, wanted)
    are_numbers = all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in both)
    if not are_numbers and not all(isinstance(one, str) for one in both):
        return False
    return {
        "<": value < wanted,
        "<=": value <= wanted,
        ">": value > wanted,
        ">=": value >= wanted,
    }[comparison]
