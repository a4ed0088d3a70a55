"""TouchDesigner's patterns: which names match, and which names a pattern spells out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    # One step of a pattern: ("*",), ("?",), ("=", char), ("any", chars) or ("in", numbers)
    Step = tuple[str, Any]

_MOST = 1_000_000


def match(pattern: str, inputList: Iterable[Any], caseSensitive: bool = True) -> list[Any]:
    """Those of a list that match a pattern, in the order of the list.

    `*` is any run, `?` one character, `[abc]` one of these, `[1-5]`, `[1-9:2]`, `[2,5]` one of
    these numbers; a blank means or, and `^` in front takes away from what stands before it.
    - Source: <https://docs.derivative.ca/Pattern_Matching>
    """
    parts = f"{pattern}".split()
    if not caseSensitive:
        parts = [part.lower() for part in parts]
    compiled = [(part.startswith("^"), _steps(part.removeprefix("^"))) for part in parts]
    # A pattern that begins with `^` takes away from everything.
    all_at_first = bool(compiled) and compiled[0][0]
    chosen: list[Any] = []
    for item in inputList:
        text = str(item) if caseSensitive else str(item).lower()
        taken = all_at_first
        for excludes, steps in compiled:
            if taken == excludes and _matches(steps, text):
                taken = not excludes
        if taken:
            chosen.append(item)
    return chosen


def expand(pattern: str) -> list[str]:
    """The names a pattern spells out: `A[1-3] B[xyz]` gives A1, A2, A3, Bx, By, Bz.

    - Throws: ValueError when it would be more than a million.
    - Source: <https://docs.derivative.ca/Pattern_Expansion>
    """
    names: list[str] = []
    for word in f"{pattern}".split():
        grown = [""]
        at = 0
        while at < len(word):
            end = word.find("]", at + 1) if word[at] == "[" else -1
            inner = word[at + 1 : end] if end > 0 else word[at]
            numbers = _range(inner) if end > 0 else None
            count = len(inner if numbers is None else numbers)
            if len(grown) * count + len(names) > _MOST:
                raise ValueError(
                    f"expand('{pattern}') would give more than {_MOST} names; "
                    "make its ranges smaller."
                )
            choices = list(inner) if numbers is None else [str(number) for number in numbers]
            grown = [name + choice for name in grown for choice in choices]
            at = end + 1 if end > 0 else at + 1
        names += grown
    return names


def _steps(pattern: str) -> list[Step]:
    steps: list[Step] = []
    at = 0
    while at < len(pattern):
        char = pattern[at]
        end = pattern.find("]", at + 1) if char == "[" else -1
        if char in "*?":
            steps.append((char, None))
        elif end > 0:
            steps.append(_set(pattern[at + 1 : end]))
            at = end
        else:
            steps.append(("=", char))
        at += 1
    return steps


def _set(inner: str) -> Step:
    numbers = _range(inner)
    if numbers is not None:
        return ("in", numbers)
    listed = inner.split(",")
    if len(listed) > 1 and all(_is_number(part) for part in listed):
        return ("in", frozenset(int(part) for part in listed))
    return ("any", frozenset(inner))


def _range(inner: str) -> range | None:
    bounds, _, step = inner.partition(":")
    first, dash, last = bounds.partition("-")
    if not (dash and _is_number(first) and _is_number(last) and (not step or _is_number(step))):
        return None
    start, stop, by = int(first), int(last), max(1, int(step or 1))
    made = range(start, stop + 1, by) if start <= stop else range(start, stop - 1, -by)
    # Beyond that, taking its length would overflow.
    return made if abs(stop - start) < 1 << 60 else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 30


def _matches(steps: list[Step], text: str) -> bool:
    # All places that may have been reached, step after step: no pattern is slow.
    places = {0}
    for kind, what in steps:
        if kind == "*":
            places = set(range(min(places), len(text) + 1))
        elif kind == "in":
            places = {end for at in places for end in _numbers_at(text, at, what)}
        else:
            places = {at + 1 for at in places if at < len(text) and _fits(kind, what, text[at])}
        if not places:
            return False
    return len(text) in places


def _fits(kind: str, what: Any, char: str) -> bool:
    return kind == "?" or (char == what if kind == "=" else char in what)


def _numbers_at(text: str, at: int, numbers: Any) -> list[int]:
    ends: list[int] = []
    end = at + 1
    while end <= len(text) and end - at < 30 and _is_number(text[at:end]):
        if int(text[at:end]) in numbers:
            ends.append(end)
        end += 1
    return ends
