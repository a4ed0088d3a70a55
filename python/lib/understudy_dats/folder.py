"""The Folder DAT: the files and folders below a folder, a row for each."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Any

import tdu

from understudy_dats import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS = (
    ("namecol", "name"),
    ("basenamecol", "basename"),
    ("extensioncol", "extension"),
    ("typecol", "type"),
    ("sizecol", "size"),
    ("depthcol", "depth"),
    ("foldercol", "folder"),
    ("pathcol", "path"),
    ("relpathcol", "relpath"),
    ("datecreatedcol", "datecreated"),
    ("datemodifiedcol", "datemodified"),
    ("dateaccessedcol", "dateaccessed"),
)
_KINDS = (("imageextensions", "image"), ("movieextensions", "movie"), ("audioextensions", "audio"))


def cook(me: Any, inputs: list[Any]) -> Rows:  # noqa: ARG001
    """List what the parameters let through, folders before what is in them.

    It lists anew when a parameter changes or Refresh Pulse is pressed; the header stays alone while
    Active is off.
    - Source: <https://docs.derivative.ca/Folder_DAT>
    """
    columns = [(par, name) for par, name in _COLUMNS if me.par[par].eval()]
    rows = [[name for _, name in columns]]
    root = tdu.expandPath(str(me.par.rootfolder.eval()))
    if not me.par.active.eval() or not root:
        return rows
    if not os.path.isdir(root):
        me.addWarning(f"The folder {root!r} of the parameter 'rootfolder' does not exist.")
        return rows
    for path, depth in _walk(me, root, _deepest(me), 0):
        status = _status(path)
        if status and depth >= int(me.par.mindepth.eval()) and _passes(me, root, path):
            facts = _facts(me, root, path, depth, status)
            rows.append([facts[name] for _, name in columns])
    return rows


def _deepest(me: Any) -> int:
    if not me.par.subfolders.eval():
        return 0
    return int(me.par.maxdepth.eval()) if me.par.limitdepth.eval() else 1000


def _walk(me: Any, folder: str, deepest: int, depth: int) -> Iterator[tuple[str, int]]:
    try:
        names = sorted(os.listdir(folder), key=str.lower)
    except OSError as error:
        me.addWarning(f"The folder {folder!r} is not listed: {error.strerror}.")
        return
    for name in names:
        path = os.path.join(folder, name)
        yield path, depth
        if depth < deepest and os.path.isdir(path) and not os.path.islink(path):
            yield from _walk(me, path, deepest, depth + 1)


def _status(path: str) -> os.stat_result | None:
    """What is at a path, of a link that leads nowhere the link; None for what is gone meanwhile."""
    for look in (os.stat, os.lstat):
        try:
            return look(path)
        except OSError:
            continue
    return None


def _passes(me: Any, root: str, path: str) -> bool:
    is_folder = os.path.isdir(path)
    wanted = me.par.type.eval()
    if wanted != "filesandfolders" and is_folder != (wanted == "folders"):
        return False
    name = os.path.basename(path)
    names, folders = str(me.par.names.eval()), str(me.par.folders.eval())
    if names.strip() and not tdu.match(names.replace(",", " "), [name]):
        return False
    folder = os.path.relpath(os.path.dirname(path), root).replace(os.sep, "/")
    if folders.strip() and not tdu.match(folders.replace(",", " "), [folder]):
        return False
    return is_folder or _has_extension(me, name)


def _has_extension(me: Any, name: str) -> bool:
    if me.par.allextensions.eval():
        return True
    extension = os.path.splitext(name)[1].lstrip(".").lower()
    given = str(me.par.extensions.eval()).replace(",", " ").lower().split()
    if extension in (word.lstrip(".") for word in given):
        return True
    return any(
        me.par[par].eval() and extension in tdu.fileTypes.get(kind, []) for par, kind in _KINDS
    )


def _facts(me: Any, root: str, path: str, depth: int, status: os.stat_result) -> dict[str, str]:
    name = os.path.basename(path)
    base, extension = os.path.splitext(name)
    is_folder = os.path.isdir(path)
    if is_folder:
        base, extension = name, ""

    def date(seconds: float) -> str:
        if me.par.dateformat.eval() == "epoch":
            return str(int(seconds))
        return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M:%S")

    full = path.replace(os.sep, "/")
    return {
        "name": name if me.par.nameformat.eval() == "extension" else base,
        "basename": base,
        "extension": extension.lstrip("."),
        "type": "folder" if is_folder else extension.lstrip(".").lower(),
        "size": "0" if is_folder else str(status.st_size),
        "depth": str(depth),
        "folder": os.path.dirname(full),
        "path": full,
        "relpath": os.path.relpath(path, root).replace(os.sep, "/"),
        "datecreated": date(status.st_ctime),
        "datemodified": date(status.st_mtime),
        "dateaccessed": date(status.st_atime),
    }
