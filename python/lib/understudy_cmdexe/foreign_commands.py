"""A command given to Popen in Windows' words, read as what it means on this system."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

from understudy_cmdexe import command_lines, paths, programs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_INTERPRETER = os.path.join(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "understudy_batch.py"
)
_COMMAND_INTERPRETERS = ("cmd", "cmd.exe", "%comspec%")
_SWITCHES = ("/a", "/c", "/d", "/e:off", "/e:on", "/f:off", "/f:on", "/k", "/q", "/s", "/u")


class ForeignCommand:
    """Reads one command, given as a list of words or as a line.

    - Parameters: subprocess_module: for its list2cmdline. folder: where the command is to run.
      search: the search path. say: hears what was translated.
    """

    def __init__(
        self,
        subprocess_module: Any,
        folder: str,
        search: str | None,
        say: Callable[[str], None],
    ) -> None:
        self._module = subprocess_module
        self._folder = folder
        self._search = search
        self._say = say

    def read_words(self, words: list[str], asked: dict[str, Any]) -> bool:
        """Reads a list of words and rewrites the arguments of Popen where that is needed.

        - Returns: whether the batch interpreter is to run.
        - Throws: FileNotFoundError for a program that exists only on Windows.
        """
        name = words[0]
        lowered = name.lower()
        if lowered in _COMMAND_INTERPRETERS or (lowered == "start" and not self._here(name)):
            return self._interpret(self._module.list2cmdline(words), asked)
        found = self._foreign(name)
        if found is None:
            if asked.get("shell") and len(words) > 1 and not any(c in name for c in " $;|&<>"):
                return self._joined(words, asked)
            self._paths(words, asked)
            return False
        if found.is_batch:
            self._say(f"'{name}' run by Understudy's reader of batch files")
            self._run(asked, [found.path, *words[1:]])
            return True
        self._say(f"'{name}' read as '{found.path}'")
        self._ask(
            asked,
            self._with_slashes(
                [found.path, *found.before, *programs.python_arguments(name, words[1:])]
            ),
        )
        return False

    def read_line(self, line: str, asked: dict[str, Any]) -> bool:
        """Reads a command line likewise; a plain shell command is left as it is."""
        name, _ = command_lines.first_word(line)
        lowered = name.lower()
        if lowered in _COMMAND_INTERPRETERS or (lowered == "start" and not self._here(name)):
            return self._interpret(line, asked)
        if not asked.get("shell") and (self._here(line) or os.path.exists(line)):
            return False
        found = self._foreign(name)
        if found is not None:
            return self._interpret(line, asked)
        if not asked.get("shell") and line.strip() != name and self._here(name):
            words = command_lines.program_arguments(line)
            self._say(f"'{line}' read as a program and its arguments, as Windows does")
            self._ask(asked, self._with_slashes(words))
        return False

    def _joined(self, words: list[str], asked: dict[str, Any]) -> bool:
        # Off Windows `shell=True` would hand all words but the first to the shell itself.
        self._say(f"'{words[0]}' and its arguments read as one command line, as Windows does")
        if self._here(words[0]) is None:
            return self._interpret(self._module.list2cmdline(words), asked)
        self._ask(asked, self._with_slashes(words))
        return False

    def _interpret(self, line: str, asked: dict[str, Any]) -> bool:
        name, rest = command_lines.first_word(line)
        if name.lower() in _COMMAND_INTERPRETERS:
            switched = False
            while (word := command_lines.first_word(rest))[0].lower() in _SWITCHES:
                switched |= word[0].lower() in ("/c", "/k")
                rest = word[1]
            line = rest.strip()
            if not switched or not line:
                raise FileNotFoundError(
                    errno.ENOENT,
                    "cmd.exe itself exists only on Windows; give it a command after /c, "
                    "which Understudy then runs",
                    name,
                )
            if line[0] == line[-1] == '"' and line.count('"') > 2:
                line = line[1:-1]
        self._say(f"'{line}' run by Understudy's reader of batch files")
        self._run(asked, ["-c", line])
        return True

    def _run(self, asked: dict[str, Any], words: list[str]) -> None:
        self._ask(asked, [programs.python(), "-u", "-E", "-S", _INTERPRETER, *words])

    def _ask(self, asked: dict[str, Any], words: list[str]) -> None:
        asked["shell"] = False
        asked["args"] = words
        if asked.get("cwd") is None:
            asked["cwd"] = self._folder

    def _here(self, name: str) -> str | None:
        """A program of this system by that very name."""
        if "/" in name:
            path = os.path.join(self._folder, name)
            return path if os.access(path, os.X_OK) and os.path.isfile(path) else None
        return programs.on_path(name, self._search)

    def _foreign(self, name: str) -> programs.Found | None:
        """What a name means that only Windows knows as it stands; None for every other name."""
        lowered = name.lower()
        ending = os.path.splitext(lowered)[1]
        is_windows = (
            "\\" in name
            or ending in (".exe", *programs.BATCH_ENDINGS)
            or (lowered in ("python", "py", "pythonw") and self._here(name) is None)
        )
        if not is_windows or (ending not in programs.BATCH_ENDINGS and self._here(name)):
            return None
        found = programs.look_up(name, self._folder, self._search)
        if found is None and (ending in (".exe", *programs.BATCH_ENDINGS) or "\\" in name):
            raise FileNotFoundError(errno.ENOENT, self._why_not(name, ending), name)
        return found

    def _why_not(self, name: str, ending: str) -> str:
        path = paths.find(name, self._folder)
        if path is not None and ending == ".exe":
            return f"'{path}' is a Windows program and cannot run here; install it for this system"
        plain = name[: -len(ending)] if ending else name
        way_out = {
            ".exe": f"install '{plain}' for this system, so that it is found on the PATH",
        }.get(ending, "put it there, or correct cwd=")
        return f"'{name}' was looked for in '{self._folder}' and on the PATH; {way_out}"

    def _paths(self, words: list[str], asked: dict[str, Any]) -> None:
        translated = self._with_slashes(words)
        if translated != words and not asked.get("shell"):
            self._ask(asked, translated)

    def _with_slashes(self, words: list[str]) -> list[str]:
        out = [words[0]]
        for word in words[1:]:
            found = paths.find(word, self._folder) if "\\" in word else None
            if found is None or os.path.lexists(os.path.join(self._folder, word)):
                out.append(word)
                continue
            out.append(os.path.relpath(found, self._folder))
            self._say(f"'{word}' read as '{out[-1]}' (Windows path)")
        return out
