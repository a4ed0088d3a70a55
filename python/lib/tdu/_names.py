"""Operator names and lists of words: base, digits, validName, validPath, split."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DIGITS = "0123456789"
_NAME = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_" + _DIGITS)


def base(str: str) -> str:
    """The part of a name before its first digit; of a path, of the name after the last slash.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    name = _last(str)
    for at, char in enumerate(name):
        if char in _DIGITS:
            return name[:at]
    return name


def digits(str: str) -> int | None:
    """The last group of digits in a name, as a number; None when there is none.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    name = _last(str)
    end = len(name)
    while end and name[end - 1] not in _DIGITS:
        end -= 1
    start = end
    while start and name[start - 1] in _DIGITS:
        start -= 1
    # Python reads 4300 digits at most; no operator name comes near.
    return int(name[start:end][-4000:]) if end else None


def validName(str: str) -> str:
    """The text as an operator name: every character that is not allowed becomes `_`.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    return "".join(char if char in _NAME else "_" for char in _text(str))


def legalName(str: str) -> str:
    """The older name of validName, which code of 2023 still uses."""
    return validName(str)


def validPath(str: str) -> str:
    """The text as an operator path: as `validName`, and slashes stay.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    return "".join(char if char in _NAME or char == "/" else "_" for char in _text(str))


def split(string: object, eval: bool = False) -> list[Any]:
    """The words of a text; quotes hold a word with blanks together.

    - Parameters: eval: whether words that are Python literals become their values.
    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    words: list[Any] = _words(_text(string))
    if not eval:
        return words
    return [_literal(word) for word in words]


def _literal(word: str) -> Any:
    from ast import literal_eval

    try:
        return literal_eval(word)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return word


def _words(text: str) -> list[str]:
    words: list[str] = []
    word = ""
    begun = False
    quote = ""
    for char in text:
        if quote:
            if char == quote:
                quote = ""
            else:
                word += char
        elif char in "\"'" and not begun:
            quote = char
            begun = True
        elif char.isspace():
            if begun:
                words.append(word)
            word, begun = "", False
        else:
            word += char
            begun = True
    if begun:
        words.append(word)
    return words


def _last(path: object) -> str:
    return _text(path).rpartition("/")[2]


def _text(value: object) -> str:
    # The parameters are called `str`, as TouchDesigner calls them, and hide the type.
    return f"{value}"
