"""TouchDesigner's tdu.debug: how `debug()` words what it prints, and where it was called.

- Source: <https://docs.derivative.ca/Debug_module>
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Style:
    """The present style of `debug()`.

    - Source: <https://docs.derivative.ca/Debug_module>
    """

    def __init__(self) -> None:
        self.printStyle: str | None = None
        self.showDAT = True
        self.showFunction = True
        self.showLineNo = True
        self.timeStamp = False
        self.suppress = False
        self.formatOverride: str | None = None
        self.functionOverride: Callable[..., Any] | None = None


style = Style()
_PRINT_STYLES = (None, "pprint", "pprint_sorted", "repr")


def setStyle(**changes: Any) -> None:
    """Changes the style; what is not named stays.

    - Parameters: changes: printStyle (None, 'pprint', 'pprint_sorted' or 'repr'), showDAT,
      showFunction, showLineNo, timeStamp, suppress, formatOverride ({0} DAT, {1} function, {2}
      line) and functionOverride, which is called with the arguments and gives the text.
    - Throws: TypeError for another name, ValueError for another printStyle.
    """
    for name in changes:
        if name not in vars(style):
            raise TypeError(f"setStyle() has no style '{name}'; it has {', '.join(vars(style))}.")
    if changes.get("printStyle") not in _PRINT_STYLES:
        raise ValueError(f"printStyle is one of {_PRINT_STYLES}, not {changes['printStyle']!r}.")
    vars(style).update(changes)


def debugs(*args: Any, stackOffset: int = 0) -> str:
    """What `debug(*args)` would print, without its last newline; '' when suppressed.

    - Parameters: stackOffset: how many callers further up to name.
    - Thread: any.
    """
    if style.suppress:
        return ""
    if style.functionOverride is not None:
        return str(style.functionOverride(*args))
    return f"{' '.join(map(_printed, args))} \n{_tag(info(stackOffset=stackOffset + 1))}"


def info(*args: Any, stackOffset: int = 0) -> list[Any]:
    """Where the caller is: the DAT's path, the function's name and the line, then the arguments.

    - Parameters: stackOffset: how many callers further up to name.
    """
    try:
        frame = sys._getframe(1 + max(0, stackOffset))
    except ValueError:
        frame = sys._getframe(1)
    code = frame.f_code
    return [code.co_filename, code.co_name, frame.f_lineno, *args]


def _tag(where: list[Any]) -> str:
    if style.formatOverride is not None:
        return style.formatOverride.format(*where)
    parts: list[str] = []
    if style.timeStamp:
        from time import strftime

        parts.append(strftime("%H:%M:%S"))
    if style.showDAT:
        parts.append(f"DAT:{where[0]}")
    if style.showFunction:
        parts.append(f"fn:{where[1]}")
    if style.showLineNo:
        parts.append(f"line:{where[2]}")
    return f"  (Debug - {' '.join(parts)})" if parts else ""


def _printed(value: Any) -> str:
    if style.printStyle is None:
        return str(value)
    if style.printStyle == "repr":
        return repr(value)
    from pprint import pformat

    return pformat(value, sort_dicts=style.printStyle == "pprint_sorted")
