"""Gives tracebacks and fault reports the source lines of DATs."""

from __future__ import annotations

import sys

Entry = tuple[int, None, list[str], str]

texts: dict[str, Entry] = {}


def forget(file: str) -> None:
    """Forget the lines of a DAT that is gone."""
    texts.pop(file, None)
    linecache = sys.modules.get("linecache")
    if linecache is not None:
        linecache.cache.pop(file, None)


def line(file: str, number: int) -> str:
    """Return a line of a DAT or a file without its line break, or nothing."""
    if file in texts:
        lines = texts[file][2]
        return lines[number - 1].rstrip("\r\n") if 0 < number <= len(lines) else ""
    import linecache

    return linecache.getline(file, number).rstrip("\r\n")


def format_exception(error: BaseException) -> str:
    """Format an exception as Python prints it, the lines of DATs included."""
    import linecache
    import os
    import traceback

    linecache.cache.update(texts)  # type: ignore[arg-type]
    folder = os.path.dirname(__file__)
    shown = traceback.TracebackException.from_exception(error, compact=True)
    todo: list[traceback.TracebackException | None] = [shown]
    while todo:
        one = todo.pop()
        if one is None:
            continue
        kept = [
            entry
            for entry in one.stack
            # Python itself leaves the import machinery out where an import fails.
            if not entry.filename.startswith((folder, "<frozen importlib"))
        ]
        one.stack = traceback.StackSummary.from_list(kept)
        todo += [one.__cause__, one.__context__]
    return "".join(shown.format())
