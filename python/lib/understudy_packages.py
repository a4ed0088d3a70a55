"""Packages of an environment whose own Python is not the one that runs, such as conda's."""

from __future__ import annotations

import sys

# The last folder that was added.
folder: str | None = None


def add(packages: str) -> None:
    """Let modules of a folder be imported, before other packages and behind the standard library.

    Its `.pth` files count, as in TouchDesigner.
    """
    global folder
    import site

    folder = packages
    count = len(sys.path)
    site.addsitedir(packages)
    added = sys.path[count:]
    del sys.path[count:]
    others = ("site-packages", "dist-packages")
    place = next((i for i, path in enumerate(sys.path) if path.endswith(others)), count)
    sys.path[place:place] = added
