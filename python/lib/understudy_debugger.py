"""Lets a debugger in, which speaks the Debug Adapter Protocol: `understudy run --debugger`."""

from __future__ import annotations

import os
import sys
from typing import Any

_debugpy: Any = None


def listen(port: int) -> int:
    """Open the port for a debugger on this machine, and tell which; 0 lets one be chosen."""
    global _debugpy
    # Modules that are a part of Python itself have no files, of which it would warn.
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    import debugpy  # pyright: ignore[reportMissingImports]

    _debugpy = debugpy
    return int(_debugpy.listen(("127.0.0.1", port))[1])


def wait() -> None:
    """Wait until a debugger is there and has set its breakpoints."""
    _debugpy.wait_for_client()


def is_looking() -> bool:
    """Tell whether a debugger evaluates something in this thread, which it has stopped."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        if code.co_name.endswith("do_wait_suspend") and "pydevd" in code.co_filename:
            return True
        frame = frame.f_back
    return False
