"""Waits for connections on a port."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from understudy_network._loop import Loop

    Accepted = Callable[[socket.socket, tuple[str, int]], None]

# Connections that wait for the next frame; the system may allow fewer.
_BACKLOG = 1024
_ACCEPTED_AT_ONCE = 256
# The system has no descriptor left: it is asked again a little later.
_EXHAUSTED = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
_PAUSE_SECONDS = 0.1


def named(address: str, port: int) -> str:
    """An address and a port in one text."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def is_private(address: str) -> bool:
    """Whether only this machine reaches an address."""
    return address in ("localhost", "::1") or address.startswith("127.")


def is_group(address: str) -> bool:
    """Whether an address is that of several machines: a multicast group or a whole network."""
    first = address.partition(".")[0]
    is_multicast = first.isdigit() and 224 <= int(first) < 240
    return is_multicast or address.endswith(".255") or address.lower().startswith("ff")


class Listener:
    """A port that takes connections until it is closed."""

    def __init__(self, loop: Loop, address: str, port: int, accepted: Accepted) -> None:
        self.served = 0
        self._loop = loop
        self._accepted = accepted
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        try:
            self._socket.setblocking(False)
            # A port whose last connections have just ended is free again at once.
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind((address, port))
            self._socket.listen(_BACKLOG)
        except BaseException:
            self._socket.close()
            raise
        self.port: int = self._socket.getsockname()[1]
        self._is_closed = False
        loop.watch(self._socket, self, True, False)

    def close(self) -> None:
        """Free the port."""
        if not self._is_closed:
            self._is_closed = True
            self._loop.forget(self._socket)
            self._socket.close()

    def ready(self, readable: bool, writable: bool) -> None:
        """Take the connections that wait."""
        del readable, writable
        for _ in range(_ACCEPTED_AT_ONCE):
            if self._is_closed:
                return
            try:
                sock, address = self._socket.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in _EXHAUSTED:
                    raise
                self._loop.forget(self._socket)
                self._loop.later(_PAUSE_SECONDS, self._go_on)
                return
            self._accepted(sock, (address[0], address[1]))

    def _go_on(self) -> None:
        if not self._is_closed:
            self._loop.watch(self._socket, self, True, False)
