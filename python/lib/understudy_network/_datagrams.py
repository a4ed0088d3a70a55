"""UDP ports, which several operators may share."""

from __future__ import annotations

import socket
import struct
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from understudy_network._loop import Loop

    class User(Protocol):
        """Who is told of datagrams."""

        loop: Loop

        def came(self, data: bytes, address: tuple[str, int]) -> None:
            """A datagram has come."""
            ...


# The largest datagram there is.
_SIZE = 65536
_READ_AT_ONCE = 256

_shared: dict[tuple[str, int, str], Endpoint] = {}


class Endpoint:
    """A UDP socket, and the operators that use it."""

    def __init__(self, loop: Loop, address: str, port: int, group: str) -> None:
        self.served = 0
        self._loop = loop
        self._users: list[User] = []
        self._key = (address, port, group)
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        try:
            self._socket.setblocking(False)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            if group:
                self._join(address, port, group)
            else:
                self._socket.bind((address, port))
                if family == socket.AF_INET and address != "0.0.0.0":
                    # What goes to a group goes out by the same address.
                    self._socket.setsockopt(
                        socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address)
                    )
        except BaseException:
            self._socket.close()
            raise
        loop.watch(self._socket, self, True, False)

    @classmethod
    def open(cls, user: User, address: str, port: int, group: str, is_shared: bool) -> Endpoint:
        """Open a port for an operator, or join those that share it."""
        key = (address, port, group)
        endpoint = _shared.get(key) if is_shared and port else None
        if endpoint is None:
            endpoint = cls(user.loop, address, port, group)
            if is_shared and port:
                _shared[key] = endpoint
        endpoint._users.append(user)
        return endpoint

    @property
    def port(self) -> int:
        """The port's number."""
        return self._socket.getsockname()[1]

    def leave(self, user: User) -> None:
        """Let an operator go, and free the port when it was the last."""
        if user in self._users:
            self._users.remove(user)
        if not self._users:
            if _shared.get(self._key) is self:
                del _shared[self._key]
            self._loop.forget(self._socket)
            self._socket.close()

    def send(self, data: bytes, address: tuple[str, int]) -> int:
        """Send a datagram; the bytes that went, or -1 when the system does not take it."""
        try:
            return self._socket.sendto(data, address)
        except OSError:
            return -1

    def ready(self, readable: bool, writable: bool) -> None:
        """Take the datagrams that wait."""
        del readable, writable
        for _ in range(_READ_AT_ONCE):
            if not self._users:
                return
            try:
                data, address = self._socket.recvfrom(_SIZE)
            except (BlockingIOError, InterruptedError):
                return
            except OSError:
                # An answer to something sent, such as "nobody listens there"; the port stays open.
                continue
            for user in list(self._users):
                user.came(data, (address[0], address[1]))

    def _join(self, address: str, port: int, group: str) -> None:
        # Several operators and programs listen to one group; macOS has an option of its own for it.
        name = "SO_REUSEPORT" if sys.platform == "darwin" else "SO_REUSEADDR"
        self._socket.setsockopt(socket.SOL_SOCKET, getattr(socket, name), 1)
        self._socket.bind((group, port))
        membership = struct.pack("4s4s", socket.inet_aton(group), socket.inet_aton(address))
        self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
