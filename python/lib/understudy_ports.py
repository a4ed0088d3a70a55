"""Remembers which addresses the project's sockets are bound to."""

from __future__ import annotations

import errno
import weakref

import understudy_belongings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

# 10048 is what Windows says.
_TAKEN = (errno.EADDRINUSE, 10048)


def install(socket_module: ModuleType) -> None:
    """Let `socket.socket.bind` tell of its successes, and who holds a port when it fails."""
    sockets: Any = socket_module.socket
    if "bind" in vars(sockets):
        return
    plain = sockets.bind

    def bind(self: Any, address: Any, /) -> None:
        is_internet = self.family in (socket_module.AF_INET, socket_module.AF_INET6)
        try:
            plain(self, address)
        except OSError as error:
            if is_internet and error.errno in _TAKEN:
                understudy_belongings.taken(*address[:2])
            raise
        if is_internet:
            understudy_belongings.port(weakref.ref(self), *self.getsockname()[:2])

    bind.__doc__ = plain.__doc__
    sockets.bind = bind
