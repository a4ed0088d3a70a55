"""Replaces `%name%`, `%1`, `%~dp0`, `!name!` and loop variables in the text of a batch file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from understudy_cmdexe.command_lines import unquoted
from understudy_cmdexe.paths import place

Lookup = Callable[[str], "str | None"]
_MODIFIERS = "fdpnxsatz"


def expand_percents(line: str, lookup: Lookup, arguments: list[str] | None, path: str) -> str:
    """Replaces everything between percent signs, as cmd.exe does before it reads a line.

    - Parameters: lookup: the value of a variable. arguments: what `%0`, `%1`, … stand for, or
      None on a command line outside a file. path: the batch file, for `%~dp0`.
    """
    out: list[str] = []
    at = 0
    while at < len(line):
        percent = line.find("%", at)
        if percent < 0:
            out.append(line[at:])
            break
        out.append(line[at:percent])
        at = percent + 1
        if arguments is not None:
            value, after = _argument(line, at, arguments, path)
            if value is not None:
                out.append(value)
                at = after
                continue
        end = line.find("%", at)
        value = None if end <= at else variable(line[at:end], lookup)
        if value is not None:
            out.append(value)
        elif arguments is None:
            out.append("%")
            continue
        if end > at:
            at = end + 1
    return "".join(out)


def expand_delayed(text: str, lookup: Lookup) -> str:
    """Replaces `!name!` at the moment a command runs (setlocal enabledelayedexpansion)."""
    parts = text.split("!")
    if len(parts) < 3:
        return text if len(parts) == 1 else "".join(parts)
    out = parts[0]
    for number in range(1, len(parts) - 1, 2):
        out += (variable(parts[number], lookup) or "") + parts[number + 1]
    return out + (parts[-1] if len(parts) % 2 == 0 else "")


def expand_loop(text: str, values: Mapping[str, str]) -> str:
    """Replaces the variables of the loops around a command: `%i`, `%~nxi`."""
    out: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "%" or at + 1 >= len(text):
            out.append(text[at])
            at += 1
            continue
        if text[at + 1] in values:
            out.append(values[text[at + 1]])
            at += 2
            continue
        found = 0
        if text[at + 1] == "~":
            end = at + 2
            while end < len(text):
                if text[end] in values:
                    found = end
                if text[end] not in _MODIFIERS:
                    break
                end += 1
        if found:
            out.append(modified(values[text[found]], text[at + 2 : found]))
            at = found + 1
        else:
            out.append("%")
            at += 1
    return "".join(out)


def variable(expression: str, lookup: Lookup) -> str | None:
    """`name`, `name:old=new` or `name:~start,length`; None when it is not set."""
    name, colon, how = expression.partition(":")
    value = lookup(name)
    if not colon or value is None:
        return value
    if how.startswith("~"):
        return _part(value, how[1:])
    old, equals, new = how.partition("=")
    return _replaced(value, old, new) if equals and old else value


def modified(value: str, modifiers: str) -> str:
    """What `%~dp0`, `%~nx1` and their like make of a value."""
    value = unquoted(value)
    modifiers = modifiers.lower()
    if not any(letter in modifiers for letter in "fdpnxz"):
        return value
    full = place(value, os.getcwd())
    folder, name = os.path.split(os.path.normpath(full))
    stem, extension = os.path.splitext(name)
    if "z" in modifiers:
        return str(os.path.getsize(full)) if os.path.exists(full) else ""
    if "f" in modifiers:
        return os.path.normpath(full)
    # There is no drive here: `d` adds nothing, `p` ends in a slash as on Windows.
    out = folder.rstrip("/") + "/" if "p" in modifiers else ""
    return out + (stem if "n" in modifiers else "") + (extension if "x" in modifiers else "")


def _argument(line: str, at: int, arguments: list[str], path: str) -> tuple[str | None, int]:
    char = line[at : at + 1]
    if char == "%":
        return "%", at + 1
    if char == "*":
        return " ".join(arguments[1:]), at + 1
    if char and char in "0123456789":
        return _nth(arguments, int(char)), at + 1
    if char != "~":
        return None, at
    end = at + 1
    while line[end : end + 1].lower() in _MODIFIERS and end < len(line):
        end += 1
    digit = line[end : end + 1]
    if not digit or digit not in "0123456789":
        return None, at
    modifiers = line[at + 1 : end]
    if digit == "0" and modifiers:
        return modified(path, modifiers), end + 1
    value = _nth(arguments, int(digit))
    return (modified(value, modifiers) if value else ""), end + 1


def _nth(arguments: list[str], number: int) -> str:
    return arguments[number] if number < len(arguments) else ""


def _part(value: str, how: str) -> str:
    first, comma, second = how.partition(",")
    try:
        start = int(first or 0)
        length = int(second) if comma else None
    except ValueError:
        return value
    start = max(0, start + len(value)) if start < 0 else start
    if length is None:
        return value[start:]
    return value[start : start + length] if length >= 0 else value[start:length]


def _replaced(value: str, old: str, new: str) -> str:
    if old.startswith("*"):
        at = value.lower().find(old[1:].lower()) if old != "*" else -1
        return value if at < 0 else new + value[at + len(old) - 1 :]
    out = ""
    at = 0
    while (found := value.lower().find(old.lower(), at)) >= 0:
        out += value[at:found] + new
        at = found + len(old)
    return out + value[at:]
