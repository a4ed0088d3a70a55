"""The environment of a batch file: names in any case, and the values that cmd.exe works out."""

from __future__ import annotations

import os


class Variables:
    """Environment variables, found in any case of their names as on Windows."""

    def __init__(self, values: dict[str, str]) -> None:
        self._values = values
        self._names = {name.upper(): name for name in values}

    @classmethod
    def inherited(cls) -> Variables:
        """What this process was started with, and the names that only Windows sets."""
        values = dict(os.environ)
        home = values.get("HOME", "/")
        temporary = values.get("TMPDIR", "/tmp").rstrip("/") or "/"
        expected = {
            "USERPROFILE": home,
            "USERNAME": values.get("USER", "user"),
            "TEMP": temporary,
            "TMP": temporary,
            "OS": "Windows_NT",
        }
        return cls({**expected, **values})

    def get(self, name: str, errorlevel: int = 0) -> str | None:
        """A variable's value, set or worked out, or None."""
        stored = self._names.get(name.upper())
        if stored is not None:
            return self._values[stored]
        return _worked_out(name.upper(), errorlevel)

    def set(self, name: str, value: str) -> None:
        """Sets a variable; an empty value takes it away."""
        stored = self._names.get(name.upper(), name)
        if not value:
            self._names.pop(name.upper(), None)
            self._values.pop(stored, None)
            return
        if name.upper() == "PATH":
            value = _search_path(value)
        self._names[name.upper()] = stored
        self._values[stored] = value

    def matching(self, prefix: str) -> list[str]:
        """The lines that `set prefix` shows."""
        lines = [f"{name}={value}" for name, value in self._values.items()]
        return sorted(line for line in lines if line.upper().startswith(prefix.upper()))

    def copy(self) -> Variables:
        """The same values, apart: for setlocal."""
        return Variables(dict(self._values))

    def environment(self) -> dict[str, str]:
        """What a program started now inherits."""
        return self._values


def _search_path(value: str) -> str:
    if ";" not in value:
        return value
    # A drive letter would split at its colon; a folder on a drive exists nowhere here.
    folders = [folder.replace("\\", "/") for folder in value.split(";")]
    return ":".join(folder for folder in folders if folder[1:2] != ":")


def _worked_out(name: str, errorlevel: int) -> str | None:
    if name == "ERRORLEVEL":
        return str(errorlevel)
    if name == "CD":
        return os.getcwd()
    if name == "RANDOM":
        return str(int.from_bytes(os.urandom(2), "little") % 32768)
    if name in ("DATE", "TIME"):
        import time

        now = time.localtime()
        if name == "DATE":
            return time.strftime("%Y-%m-%d", now)
        hundredths = int(time.time() * 100) % 100
        return time.strftime("%H:%M:%S", now) + f".{hundredths:02}"
    return None
