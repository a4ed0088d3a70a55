"""Files: FileInfo, fileTypes, and paths as a project shortens them."""

from __future__ import annotations

import os

import tdu

# Which endings stand under which name is taken from what the operators read; TouchDesigner's own
# table is longer and is not published.
fileTypes: dict[str, list[str]] = {
    "audio": ["aif", "aiff", "flac", "m4a", "mp3", "ogg", "wav", "wma"],
    "channel": ["bchan", "bclip", "chan", "clip", "bvh", "mid", "midi"],
    "component": ["tox"],
    "geometry": ["bhclassic", "fbx", "gltf", "glb", "obj", "tog", "usd", "usda", "usdc", "usdz"],
    "image": ["bmp", "dds", "dpx", "exr", "gif", "hdr", "jpeg", "jpg", "png", "tga", "tif", "tiff"],
    "movie": ["avi", "flv", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "mxf", "webm"],
    "pointdata": ["csv", "fits", "las", "laz", "pcd", "ply", "pts", "xyz"],
    "project": ["toe"],
    "text": ["csv", "dat", "frag", "glsl", "json", "md", "py", "tsv", "txt", "vert", "xml"],
}


class FileInfo(str):
    """A path that is a string and knows its parts.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path as it was given."""
        return str(self)

    @property
    def ext(self) -> str:
        """The ending, with its dot."""
        return os.path.splitext(self)[1]

    @property
    def fileType(self) -> str | None:
        """The kind in `fileTypes`, or None."""
        ending = self.ext[1:].lower()
        return next((kind for kind, endings in fileTypes.items() if ending in endings), None)

    @property
    def absPath(self) -> str:
        """The path from the root; a relative one starts in the project's folder."""
        return os.path.normpath(os.path.join(_folder(), self))

    @property
    def dir(self) -> FileInfo:
        """The folder it lies in."""
        return FileInfo(os.path.dirname(self.absPath))

    @property
    def exists(self) -> bool:
        """Whether there is such a file or folder."""
        return os.path.exists(self.absPath)

    @property
    def isDir(self) -> bool:
        """Whether it is a folder that is there."""
        return os.path.isdir(self.absPath)

    @property
    def isFile(self) -> bool:
        """Whether it is a file that is there."""
        return os.path.isfile(self.absPath)

    @property
    def baseName(self) -> str:
        """The last part of the path."""
        return os.path.basename(self)


def expandPath(path: object) -> str:
    """The full path behind one that begins with a name of project.paths or in the project's folder.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    name, colon, rest = f"{path}".partition(":")
    if colon and name in tdu._paths:
        return os.path.normpath(os.path.join(tdu._paths[name], rest.lstrip("/\\")))
    return os.path.normpath(os.path.join(_folder(), f"{path}"))


def collapsePath(path: object, asExpression: bool = False) -> str:
    """The shortest form of a path, by project.paths and the project's folder.

    - Parameters: asExpression: whether the result is a Python expression: a quoted string.
    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    short = full = f"{path}"
    for name, folder in tdu._paths.items():
        if full.startswith(folder.rstrip("/") + "/"):
            short = f"{name}:{full[len(folder.rstrip('/')) :]}"
            break
    else:
        short = full.removeprefix(_folder().rstrip("/") + "/")
    return repr(short) if asExpression else short


def isPointCloudFile(path: object) -> bool:
    """Whether a file holds points, by its ending; an .exr by the names in its header.

    - Source: <https://docs.derivative.ca/TDU_Class>
    """
    info = FileInfo(f"{path}")
    ending = info.ext[1:].lower()
    if ending != "exr":
        return ending in fileTypes["pointdata"]
    try:
        with open(info.absPath, "rb") as file:
            head = file.read(4096)
    except OSError:
        return False
    return all(axis + b"\0" in head or axis.lower() + b"\0" in head for axis in (b"X", b"Y", b"Z"))


def _folder() -> str:
    return tdu._folder or os.getcwd()
