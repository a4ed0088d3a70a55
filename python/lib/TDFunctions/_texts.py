"""Texts and lists of texts: incrementStringDigits, multiMatch, formatString."""

from __future__ import annotations

from typing import Any

import tdu


def clamp(value: float, inMin: float, inMax: float) -> float:
    """The value, or the bound that it is beyond; the same as `tdu.clamp`."""
    return tdu.clamp(value, inMin, inMax)


def incrementStringDigits(string: str, min: int = 1, suffixOnly: bool = False) -> str:
    """A text with its last number made greater by one, as operators that are copied are named.

    - Parameters:
      min: the number that a text without one gets.
      suffixOnly: looks for the number at the end only.
    """
    end = len(string)
    if not suffixOnly:
        while end > 0 and not string[end - 1].isdecimal():
            end -= 1
    start = end
    while start > 0 and string[start - 1].isdecimal():
        start -= 1
    if start == end:
        return f"{string}{min}"
    return f"{string[:start]}{int(string[start:end]) + 1}{string[end:]}"


def parStringToIntList(parString: str) -> list[int]:
    """The whole numbers in a text, which spaces part."""
    return [int(word) for word in parString.split()]


def listToParString(l: list[Any]) -> str:  # noqa: E741
    """The items of a list as one text, with spaces between them."""
    return " ".join(map(str, l))


def multiMatch(
    patterns: str, inputList: list[str], caseSensitive: bool = True, useMinus: bool = True
) -> list[str]:
    """The texts that match one of the patterns, in the order of the list.

    - Parameters:
      patterns: with spaces between them.
      useMinus: takes out what matches a pattern with a `-` before it; False ignores such patterns.
    """
    chosen: set[str] = set()
    for pattern in patterns.split():
        if pattern.startswith("-"):
            if useMinus:
                chosen.difference_update(tdu.match(pattern[1:], inputList, caseSensitive))
        else:
            chosen.update(tdu.match(pattern, inputList, caseSensitive))
    return [text for text in inputList if text in chosen]


def formatString(format: str, dataDict: dict[str, Any] | None = None) -> str:
    """A text with the expressions in its braces worked out, as an f-string has them.

    - Parameters: dataDict: the names that the expressions can use.
    """
    for quotes in ('"""', "'''"):
        if quotes not in format and not format.endswith(quotes[0]):
            return eval(f"rf{quotes}{format}{quotes}", dict(dataDict or {}))
    raise ValueError(f"formatString takes no text with both kinds of triple quotes: {format!r}.")
