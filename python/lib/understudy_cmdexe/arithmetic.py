"""The sums of `set /a`: 32-bit whole numbers, with assignments and variables by name."""

from __future__ import annotations

from collections.abc import Callable

_LEVELS: tuple[tuple[str, ...], ...] = (
    ("|",),
    ("^",),
    ("&",),
    ("<<", ">>"),
    ("+", "-"),
    ("*", "/", "%"),
)
_DEEPEST = 50


class Sum:
    """One expression of `set /a`.

    - Parameters: read: the value of a variable or None. write: sets a variable.
    """

    def __init__(
        self, text: str, read: Callable[[str], str | None], write: Callable[[str, str], None]
    ) -> None:
        self._text = text.replace('"', "")
        self._at = 0
        self._read = read
        self._write = write
        self._depth = 0

    def value(self) -> int:
        """Works it out, with every assignment in it.

        - Returns: the value of the last of the parts between commas.
        - Throws: ValueError with cmd.exe's reason.
        """
        value = self._assignment()
        while self._take(","):
            value = self._assignment()
        if self._ahead():
            raise ValueError("Missing operator.")
        return value

    def _assignment(self) -> int:
        start = self._at
        name = self._name()
        if name:
            for operator in ("<<", ">>", "*", "/", "%", "+", "-", "&", "^", "|", ""):
                if self._take(operator + "=") and self._ahead() != "=":
                    right = self._assignment()
                    if operator:
                        right = _apply(operator, self._number_of(name), right)
                    self._write(name, str(right))
                    return right
        self._at = start
        return self._level(0)

    def _level(self, level: int) -> int:
        if level == len(_LEVELS):
            return self._single()
        left = self._level(level + 1)
        while operator := next((o for o in _LEVELS[level] if self._take(o)), ""):
            left = _apply(operator, left, self._level(level + 1))
        return left

    def _single(self) -> int:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(f"Brackets lie more than {_DEEPEST} deep.")
        value = self._unguarded()
        self._depth -= 1
        return value

    def _unguarded(self) -> int:
        if self._take("("):
            value = self._assignment()
            if not self._take(")"):
                raise ValueError("Unbalanced parenthesis.")
            return value
        if self._take("-"):
            return _wrapped(-self._single())
        if self._take("+"):
            return self._single()
        if self._take("~"):
            return ~self._single()
        if self._take("!"):
            return int(not self._single())
        name = self._name()
        if name:
            return self._number_of(name)
        start = self._at
        while self._text[self._at : self._at + 1].isalnum():
            self._at += 1
        if start == self._at:
            raise ValueError("Missing operand.")
        return _number(self._text[start : self._at])

    def _number_of(self, name: str) -> int:
        text = (self._read(name) or "0").strip()
        try:
            return _number(text)
        except ValueError:
            return 0

    def _name(self) -> str:
        if not (self._ahead().isalpha() or self._ahead() == "_"):
            return ""
        start = self._at
        while self._text[self._at : self._at + 1].isalnum() or self._ahead_is("_"):
            self._at += 1
        return self._text[start : self._at]

    def _ahead_is(self, char: str) -> bool:
        return self._text[self._at : self._at + 1] == char

    def _ahead(self) -> str:
        while self._text[self._at : self._at + 1].isspace():
            self._at += 1
        return self._text[self._at : self._at + 1]

    def _take(self, token: str) -> bool:
        self._ahead()
        if not self._text.startswith(token, self._at):
            return False
        self._at += len(token)
        return True


def _number(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-").lower()
    octal = len(digits) > 1 and digits[0] == "0" and digits[1] != "x"
    try:
        return _wrapped(sign * int(digits, 8 if octal else 0))
    except ValueError:
        raise ValueError(f"'{text}' is not a whole number.") from None


def _apply(operator: str, left: int, right: int) -> int:
    if operator in "/%":
        if right == 0:
            raise ValueError("Divide by zero error.")
        whole = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
        return _wrapped(whole if operator == "/" else left - whole * right)
    if operator in ("<<", ">>"):
        return _wrapped(left << (right % 64) if operator == "<<" else left >> (right % 64))
    results = {
        "+": left + right,
        "-": left - right,
        "*": left * right,
        "&": left & right,
        "^": left ^ right,
        "|": left | right,
    }
    return _wrapped(results[operator])


def _wrapped(value: int) -> int:
    return (value + 2**31) % 2**32 - 2**31
