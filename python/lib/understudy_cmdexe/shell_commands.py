"""The commands built into cmd.exe itself, apart from those for files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from understudy_cmdexe.arithmetic import Sum
from understudy_cmdexe.command_lines import batch_arguments, first_word, unquoted
from understudy_cmdexe.errors import BatchError, Jump, LeaveAll, LeaveBatch
from understudy_cmdexe.expansion import expand_percents
from understudy_cmdexe.paths import find as find_path
from understudy_cmdexe.processes import write
from understudy_cmdexe.starting import run_program, start_command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from understudy_cmdexe.interpreter import Interpreter

Command = Callable[["Interpreter", str], int]
_NO_FOLDER = "The system cannot find the path specified."


def find(name: str) -> Command | None:
    """The built-in command of that name in small letters."""
    return _COMMANDS.get(name)


def _echo(shell: Interpreter, tail: str) -> int:
    word = tail.strip().lower()
    if tail[:1] not in ("", ".", ":", "(", "/", "\\", "+", "[", "]"):
        if word in ("on", "off"):
            shell.echoes = word == "on"
            return 0
        if not word:
            tail = ""
    if not tail:
        write(1, f"ECHO is {'on' if shell.echoes else 'off'}.\n")
        return 0
    write(1, tail[1:] + "\n")
    return 0


def _set(shell: Interpreter, tail: str) -> int:
    text = tail.strip()
    if text[:2].lower() == "/a":
        return _set_sum(shell, text[2:])
    if text[:2].lower() == "/p":
        return _set_answer(shell, tail.lstrip()[2:].lstrip())
    if text.startswith('"'):
        # `set "name=value"`: what stands after the last quote does not belong to the value.
        text = text[1 : text.rfind('"')] if text.rfind('"') > 0 else text[1:]
    else:
        text = tail.lstrip()
    name, equals, value = text.partition("=")
    if equals and name:
        shell.variables.set(name, value)
        return 0
    lines = shell.variables.matching(name.strip())
    if not lines:
        return shell.failed(f"Environment variable {name.strip()} not defined")
    write(1, "\n".join(lines) + "\n")
    return 0


def _set_sum(shell: Interpreter, text: str) -> int:
    try:
        value = Sum(text, shell.value_of, shell.variables.set).value()
    except ValueError as fault:
        return shell.failed(f"{shell.where}: set /a{text}: {fault}", 9165)
    if shell.batch is None:
        write(1, str(value))
    return 0


def _set_answer(shell: Interpreter, text: str) -> int:
    name, _, prompt = text.partition("=")
    write(1, unquoted(prompt) if prompt.startswith('"') else prompt)
    answer = b""
    while (byte := os.read(0, 1)) not in (b"", b"\n"):
        answer += byte
    if not answer.strip():
        shell.errorlevel = 1
        return 1
    shell.variables.set(name.strip('" '), answer.decode("utf-8", "surrogateescape").rstrip("\r"))
    return 0


def _cd(shell: Interpreter, tail: str) -> int:
    text = tail.strip()
    if text[:2].lower() == "/d":
        text = text[2:].strip()
    text = unquoted(text)
    if not text:
        write(1, os.getcwd() + "\n")
        return 0
    return _enter(shell, text)


def _enter(shell: Interpreter, text: str) -> int:
    path = find_path(text, os.getcwd())
    try:
        if path is None:
            return shell.failed(f"{_NO_FOLDER} ({text})")
        os.chdir(path)
    except OSError as fault:
        return shell.failed(f"{fault.strerror}: {text}")
    shell.errorlevel = 0
    return 0


def _pushd(shell: Interpreter, tail: str) -> int:
    here = os.getcwd()
    code = _enter(shell, unquoted(tail))
    if code == 0:
        shell.folders.append(here)
    return code


def _popd(shell: Interpreter, _tail: str) -> int:
    return _enter(shell, shell.folders.pop()) if shell.folders else 0


def _setlocal(shell: Interpreter, tail: str) -> int:
    shell.begin_local()
    for word in batch_arguments(tail.lower()):
        if word.endswith("delayedexpansion"):
            shell.delayed = word.startswith("enable")
    return 0


def _endlocal(shell: Interpreter, _tail: str) -> int:
    shell.end_local()
    return 0


def _call(shell: Interpreter, tail: str) -> int:
    batch = shell.batch
    arguments = batch.arguments if batch else None
    text = expand_percents(tail, shell.value_of, arguments, batch.path if batch else "").strip()
    if not text.startswith(":"):
        return shell.run_command(text, called=True)
    label, rest = first_word(text)
    if batch is None:
        raise BatchError(f"{shell.where}: call {label} works only in a batch file.")
    inner = batch.again([label, *batch_arguments(rest)])
    after = batch.line_of(label)
    if after is None:
        raise BatchError(
            f"{shell.where}: call finds no label '{label}' in {batch.name}; "
            "write the label at the beginning of a line."
        )
    inner.next = after
    shell.run_batch(inner)
    return shell.errorlevel


def _goto(_shell: Interpreter, tail: str) -> int:
    label, _ = first_word(tail.strip().lstrip(":"))
    if label.lower() == "eof":
        raise LeaveBatch
    raise Jump(label)


def _exit(shell: Interpreter, tail: str) -> int:
    words = tail.split()
    stays = bool(words) and words[0].lower() == "/b"
    code = words[1] if stays and len(words) > 1 else words[0] if words and not stays else ""
    try:
        shell.errorlevel = int(code, 0) if code else shell.errorlevel
    except ValueError:
        shell.errorlevel = 0
    raise LeaveBatch if stays else LeaveAll


def _shift(shell: Interpreter, tail: str) -> int:
    first = tail.strip().lstrip("/")
    at = int(first) if first.isdecimal() and len(first) == 1 else 0
    if shell.batch and len(shell.batch.arguments) > at:
        del shell.batch.arguments[at]
    return 0


def _timeout(_shell: Interpreter, tail: str) -> int:
    _pause(next((w for w in tail.split() if w.isdecimal()), "0"), 0)
    return 0


def _ping(shell: Interpreter, tail: str) -> int:
    words = tail.split()
    counts = [words[i + 1] for i, w in enumerate(words[:-1]) if w.lower() in ("-n", "/n")]
    if any(word.lower() in ("127.0.0.1", "localhost", "::1") for word in words):
        # Pinging oneself N times is how batch files wait N - 1 seconds.
        _pause(counts[0] if counts else "4", 1)
        return 0
    for i, word in enumerate(words):
        words[i] = "-c" if word.lower() in ("-n", "/n") else word
    return run_program(shell, "ping", " ".join(words), called=True)


def _pause(count: str, less: int) -> None:
    seconds = int(count) - less if count.isdecimal() and len(count) < 6 else 0
    if seconds > 0:
        time.sleep(seconds)


def _where(shell: Interpreter, tail: str) -> int:
    from understudy_cmdexe.programs import look_up

    for name in batch_arguments(tail):
        found = look_up(unquoted(name), os.getcwd(), shell.value_of("PATH"))
        if found is None:
            return shell.failed("INFO: Could not find files for the given pattern(s).")
        write(1, found.path + "\n")
    shell.errorlevel = 0
    return 0


def _date_or_time(name: str) -> Command:
    def show(shell: Interpreter, _tail: str) -> int:
        write(1, f"{shell.value_of(name)}\n")
        return 0

    return show


def _path(shell: Interpreter, tail: str) -> int:
    if tail.strip():
        shell.variables.set("PATH", tail.strip().lstrip("="))
    else:
        write(1, f"PATH={shell.value_of('PATH') or ''}\n")
    return 0


def _ver(_shell: Interpreter, _tail: str) -> int:
    write(1, "Understudy, reading batch files off Windows\n")
    return 0


def _nothing(_shell: Interpreter, _tail: str) -> int:
    return 0


_COMMANDS: dict[str, Command] = {
    "call": _call,
    "cd": _cd,
    "chdir": _cd,
    "date": _date_or_time("DATE"),
    "echo": _echo,
    "endlocal": _endlocal,
    "exit": _exit,
    "goto": _goto,
    "path": _path,
    "ping": _ping,
    "popd": _popd,
    "pushd": _pushd,
    "set": _set,
    "setlocal": _setlocal,
    "shift": _shift,
    "start": start_command,
    "time": _date_or_time("TIME"),
    "timeout": _timeout,
    "ver": _ver,
    "where": _where,
    # Nobody watches a window here, and nobody presses a key.
    **dict.fromkeys(("break", "chcp", "cls", "color", "mode", "pause", "prompt"), _nothing),
    **dict.fromkeys(("title", "verify"), _nothing),
}
