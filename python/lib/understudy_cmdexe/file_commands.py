"""The commands for files: type, mkdir, rd, del, copy, move, ren, dir."""

from __future__ import annotations

import os
from collections.abc import Callable

from understudy_cmdexe.command_lines import batch_arguments, unquoted
from understudy_cmdexe.paths import find, place
from understudy_cmdexe.processes import write

_NOT_FOUND = "The system cannot find the file specified."


def matching(pattern: str) -> list[str]:
    """The files and folders a pattern with `*` and `?` stands for, in order of their names."""
    import fnmatch

    folder, _, name = pattern.replace("\\", "/").rpartition("/")
    inside = find(folder or ".", os.getcwd())
    if inside is None or not os.path.isdir(inside):
        return []
    name = "*" if name == "*.*" else name.replace("[", "[[]")
    names = [n for n in os.listdir(inside) if fnmatch.fnmatch(n.lower(), name.lower())]
    return [os.path.join(folder, n) if folder else n for n in sorted(names, key=str.lower)]


def run(name: str, tail: str) -> int | None:
    """Runs one of these commands.

    - Returns: its error level, or None when the name is none of them.
    - Throws: OSError when the system refuses.
    """
    command = _COMMANDS.get(name)
    if command is None:
        return None
    words = batch_arguments(tail)
    switches = ["/" + s for w in words if _is_switch(w) for s in w[1:].lower().split("/")]
    names = [unquoted(w) for w in words if not _is_switch(w)]
    if not names and name != "dir":
        return _failed("The syntax of the command is incorrect.")
    return command(names, switches)


def _is_switch(word: str) -> bool:
    # /s, /ad, /s/q and /a:d are switches, /tmp and /tmp/x are places.
    letters = [part.split(":")[0] for part in word[1:].split("/")]
    short = all(part.isalpha() and len(part) < 3 for part in letters)
    return word.startswith("/") and short and not os.path.lexists(word)


def _failed(reason: str) -> int:
    write(2, reason + "\n")
    return 1


def _files(pattern: str) -> list[str]:
    if "*" in pattern or "?" in pattern:
        return [p for p in matching(pattern) if os.path.isfile(p)]
    path = find(pattern, os.getcwd())
    return [path] if path and os.path.isfile(path) else []


def _type(names: list[str], _switches: list[str]) -> int:
    for name in names:
        files = _files(name)
        if not files:
            return _failed(_NOT_FOUND)
        for path in files:
            with open(path, "rb") as file:
                write(1, file.read().decode("utf-8", "surrogateescape"))
    return 0


def _mkdir(names: list[str], _switches: list[str]) -> int:
    for name in names:
        path = place(name, os.getcwd())
        if os.path.exists(path):
            return _failed(f"A subdirectory or file {name} already exists.")
        os.makedirs(path)
    return 0


def _rmdir(names: list[str], switches: list[str]) -> int:
    for name in names:
        path = find(name, os.getcwd())
        if path is None or not os.path.isdir(path):
            return _failed(_NOT_FOUND)
        if "/s" in switches:
            import shutil

            shutil.rmtree(path)
        else:
            os.rmdir(path)
    return 0


def _del(names: list[str], _switches: list[str]) -> int:
    for name in names:
        path = find(name, os.getcwd())
        inside = name + "/*" if path and os.path.isdir(path) else name
        for file in _files(inside):
            os.remove(file)
    return 0


def _copy(names: list[str], _switches: list[str]) -> int:
    import shutil

    return _each(names, shutil.copyfile, "copied")


def _move(names: list[str], _switches: list[str]) -> int:
    import shutil

    source = find(names[0], os.getcwd())
    if source and os.path.isdir(source) and len(names) == 2:
        shutil.move(source, place(names[1], os.getcwd()))
        return 0
    return _each(names, shutil.move, "moved")


def _each(names: list[str], action: Callable[[str, str], object], done: str) -> int:
    files = _files(names[0])
    target = place(names[1] if len(names) > 1 else ".", os.getcwd())
    if not files or len(names) > 2:
        return _failed(_NOT_FOUND)
    for path in files:
        inside = os.path.isdir(target)
        action(path, os.path.join(target, os.path.basename(path)) if inside else target)
    write(1, f"        {len(files)} file(s) {done}.\n")
    return 0


def _ren(names: list[str], _switches: list[str]) -> int:
    source = find(names[0], os.getcwd())
    if source is None or len(names) != 2:
        return _failed(_NOT_FOUND)
    os.rename(source, os.path.join(os.path.dirname(source), names[1]))
    return 0


def _dir(names: list[str], switches: list[str]) -> int:
    import time

    pattern = names[0] if names else "."
    path = find(pattern, os.getcwd())
    if path is not None and os.path.isdir(path):
        pattern = pattern.rstrip("\\/") + "/*" if pattern != "." else "*"
    entries = matching(pattern)
    if "/ad" in switches or "/a:d" in switches:
        entries = [e for e in entries if os.path.isdir(e)]
    if not entries:
        return _failed("File Not Found")
    for entry in entries:
        name = os.path.basename(entry)
        if "/b" in switches:
            write(1, name + "\n")
            continue
        facts = os.stat(entry)
        when = time.strftime("%Y-%m-%d  %H:%M", time.localtime(facts.st_mtime))
        size = "<DIR>         " if os.path.isdir(entry) else f"{facts.st_size:14,}"
        write(1, f"{when}    {size} {name}\n")
    return 0


_COMMANDS: dict[str, Callable[[list[str], list[str]], int]] = {
    "type": _type,
    "md": _mkdir,
    "mkdir": _mkdir,
    "rd": _rmdir,
    "rmdir": _rmdir,
    "del": _del,
    "erase": _del,
    "copy": _copy,
    "move": _move,
    "ren": _ren,
    "rename": _ren,
    "dir": _dir,
}
NAMES = frozenset(_COMMANDS)
