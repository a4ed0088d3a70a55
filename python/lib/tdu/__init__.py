"""TouchDesigner's tdu: helpers that need no operator, each loaded when it is first used.

- Thread: any, except for Dependency, which belongs to the main thread.
- Source: <https://docs.derivative.ca/TDU_Class>
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tdu import debug as debug
    from tdu._arcball import ArcBall as ArcBall
    from tdu._calls import forceCrash as forceCrash
    from tdu._calls import tryExcept as tryExcept
    from tdu._color import Color as Color
    from tdu._dependency import Dependency as Dependency
    from tdu._files import FileInfo as FileInfo
    from tdu._files import collapsePath as collapsePath
    from tdu._files import expandPath as expandPath
    from tdu._files import fileTypes as fileTypes
    from tdu._files import isPointCloudFile as isPointCloudFile
    from tdu._matrix import Matrix as Matrix
    from tdu._menus import MenuObject as MenuObject
    from tdu._menus import ParMenu as ParMenu
    from tdu._menus import TableMenu as TableMenu
    from tdu._names import base as base
    from tdu._names import digits as digits
    from tdu._names import legalName as legalName
    from tdu._names import split as split
    from tdu._names import validName as validName
    from tdu._names import validPath as validPath
    from tdu._numbers import clamp as clamp
    from tdu._numbers import rand as rand
    from tdu._numbers import remap as remap
    from tdu._patterns import expand as expand
    from tdu._patterns import match as match
    from tdu._quaternion import Quaternion as Quaternion
    from tdu._timecode import Timecode as Timecode
    from tdu._vectors import Position as Position
    from tdu._vectors import Vector as Vector

# What a host may set. Each is asked at every use, so that it can come and go.
_guard: Callable[[str, str], None] | None = None  # (member, "read" or "write"): may raise
_observe: Callable[[Any, str], None] | None = None  # (dependency, "read" or "write"): for cooking
_rate: Callable[[], float] | None = None  # frames per second of the local time, for Timecode
_paths: dict[str, str] = {}  # project.paths
_folder: str | None = None  # project.folder; None is the folder of the process

_HOMES = {
    "ArcBall": "_arcball",
    "ParMenu": "_menus",
    "TableMenu": "_menus",
    "MenuObject": "_menus",
    "Color": "_color",
    "Dependency": "_dependency",
    "FileInfo": "_files",
    "collapsePath": "_files",
    "expandPath": "_files",
    "fileTypes": "_files",
    "isPointCloudFile": "_files",
    "Matrix": "_matrix",
    "Position": "_vectors",
    "Vector": "_vectors",
    "Quaternion": "_quaternion",
    "Timecode": "_timecode",
    "base": "_names",
    "digits": "_names",
    "split": "_names",
    "legalName": "_names",
    "validName": "_names",
    "validPath": "_names",
    "clamp": "_numbers",
    "rand": "_numbers",
    "remap": "_numbers",
    "expand": "_patterns",
    "match": "_patterns",
    "tryExcept": "_calls",
    "forceCrash": "_calls",
}
_ABSENT = ("Camera", "parSummary")

__all__ = [*_HOMES, "debug"]  # noqa: PLE0604  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None and name != "debug":
        absent = " (TouchDesigner has it, Understudy does not)" if name in _ABSENT else ""
        raise AttributeError(f"module 'tdu' has no attribute '{name}'{absent}")
    from importlib import import_module

    module = import_module(f"tdu.{home or name}")
    value = getattr(module, name) if home else module
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


def _meet_host() -> None:
    import sys

    connect = getattr(sys.modules.get("td"), "_connect_tdu", None)
    if connect is not None:
        connect(sys.modules[__name__])


_meet_host()
