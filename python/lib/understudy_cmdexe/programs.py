"""Finds what a command names: a batch file, a program of this system, or neither."""

from __future__ import annotations

import os
import sys

from understudy_cmdexe.paths import find

BATCH_ENDINGS = (".cmd", ".bat")
_PYTHONS = ("python", "pythonw", "py", "python3")

# Commands that only Windows has, with the way out where there is a plain one.
WINDOWS_ONLY = dict.fromkeys(
    (
        *("assoc", "attrib", "bcdedit", "choice", "diskpart", "fc", "find", "findstr", "forfiles"),
        *("ftype", "icacls", "mklink", "more", "msg", "net", "netsh", "openfiles", "powershell"),
        *("reg", "regedit", "regsvr32", "robocopy", "sc", "schtasks", "setx", "shutdown", "subst"),
        *("systeminfo", "takeown", "taskkill", "tasklist", "tree", "vol", "wmic", "wscript"),
        *("xcopy", "cscript", "cacls", "certutil", "rundll32", "explorer"),
    ),
    "leave it out, or do its work in Python.",
)
WINDOWS_ONLY["xcopy"] = WINDOWS_ONLY["robocopy"] = "use copy, or Python's shutil.copytree."
WINDOWS_ONLY["taskkill"] = "end the process from Python, which knows its id."


class Found:
    """What a command turned out to be.

    - Parameters: path: the file to run. before: arguments that go before the given ones.
    """

    def __init__(self, path: str, is_batch: bool = False, before: list[str] | None = None) -> None:
        self.path = path
        self.is_batch = is_batch
        self.before = before or []


def look_up(name: str, folder: str, search_path: str | None) -> Found | None:
    """Finds a command as cmd.exe does: in the folder first, then along the search path.

    - Returns: what to run, or None when there is no such thing here.
    """
    lowered = name.lower()
    stem, ending = os.path.splitext(lowered)
    is_path = "/" in name or "\\" in name
    for candidate in [name] if ending else [name + e for e in BATCH_ENDINGS] + [name]:
        for place in [folder] if is_path else [folder, *_folders(search_path)]:
            path = find(candidate, place)
            if path is None or not os.path.isfile(path):
                continue
            if candidate.lower().endswith(BATCH_ENDINGS):
                return Found(path, is_batch=True)
            if candidate.lower().endswith((".py", ".pyw")):
                return Found(python(), before=[path])
            if ending != ".exe" and os.access(path, os.X_OK):
                return Found(path)
    if is_path:
        return None
    # `npm.cmd`, `ffmpeg.exe`: here the same program bears no ending.
    plain = name[: len(stem)] if ending in (".exe", *BATCH_ENDINGS) else name
    path = on_path(plain, search_path)
    if plain.lower() in _PYTHONS and (path is None or plain.lower() != "python3"):
        return Found(path if path is not None and plain.lower() == "python" else python())
    return None if path is None else Found(path)


def python_arguments(name: str, arguments: list[str]) -> list[str]:
    """The arguments without the `-3` of `py -3`: which Python it is, is decided here."""
    chooses = name.lower() in ("py", "py.exe") and arguments[:1]
    return arguments[1:] if chooses and arguments[0].lstrip("-")[:1].isdecimal() else arguments


def on_path(name: str, search_path: str | None) -> str | None:
    """The first executable file of that name along the search path."""
    for folder in _folders(search_path):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None


def python() -> str:
    """The Python to run scripts with: this one, or the one it was built from.

    A program that embeds Python may not be one itself: then the Python of its prefix is taken.
    """
    if os.path.basename(sys.executable or "").lower().startswith("python"):
        return sys.executable
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for prefix in (sys.prefix, sys.base_prefix):
        for name in (version, "python3"):
            path = os.path.join(prefix, "bin", name)
            if os.access(path, os.X_OK):
                return path
    search_path = os.environ.get("PATH")
    return on_path(version, search_path) or on_path("python3", search_path) or "python3"


def _folders(search_path: str | None) -> list[str]:
    return [folder for folder in (search_path or os.defpath).split(":") if folder]
