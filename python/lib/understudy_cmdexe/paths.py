"""Windows paths, read on a file system that has neither drives nor backslashes."""

from __future__ import annotations

import os


def has_root(text: str) -> bool:
    """Whether a path names a drive, a share or a drive's root: places only Windows has."""
    return text.startswith("\\") or (len(text) > 1 and text[1] == ":" and text[0].isalpha())


def find(text: str, base: str) -> str | None:
    """The existing file or folder that a Windows path means.

    Tried in turn: as written, with slashes, and ignoring case as Windows does.
    - Parameters: base: the folder that relative paths start from.
    - Returns: a path that exists, or None.
    """
    if not text:
        return None
    as_written = os.path.join(base, text)
    if os.path.lexists(as_written):
        return as_written
    if has_root(text):
        return None
    with_slashes = os.path.join(base, text.replace("\\", "/"))
    if os.path.lexists(with_slashes):
        return with_slashes
    return _ignoring_case(os.path.normpath(with_slashes))


def place(text: str, base: str) -> str:
    """The path at which a Windows path is to be read or made, whether or not it exists yet."""
    found = find(text, base)
    if found is not None or has_root(text):
        return found or os.path.join(base, text)
    folder, name = os.path.split(os.path.normpath(os.path.join(base, text.replace("\\", "/"))))
    return os.path.join(_ignoring_case(folder) or folder, name)


def argument(text: str, base: str) -> str:
    """A program's argument, with slashes where it is the path of something that exists or may.

    An argument is left alone unless the folder it would lie in exists: `\\d+` stays as it is.
    """
    if "\\" not in text or has_root(text) or os.path.lexists(os.path.join(base, text)):
        return text
    if find(text, base) is None and find(os.path.dirname(text.replace("\\", "/")), base) is None:
        return text
    placed = place(text, base)
    return placed if os.path.isabs(text) else os.path.relpath(placed, base)


def _ignoring_case(path: str) -> str | None:
    folder = "/" if path.startswith("/") else "."
    for name in path.split("/"):
        if not name:
            continue
        candidate = os.path.join(folder, name)
        if not os.path.lexists(candidate):
            try:
                same = sorted(n for n in os.listdir(folder) if n.lower() == name.lower())
            except (OSError, ValueError):
                return None
            if not same:
                return None
            candidate = os.path.join(folder, same[0])
        folder = candidate
    return folder
