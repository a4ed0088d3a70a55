"""Finds a peer by name and begins a connection to it, without making a frame wait."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from typing import TYPE_CHECKING

from understudy_threads import start_unseen

from understudy_network._streams import Stream, reason

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from understudy_network._loop import Loop
    from understudy_network._streams import Receiver

    Found = Callable[[list[str], str], None]

_IN_PROGRESS = (0, errno.EINPROGRESS, errno.EWOULDBLOCK)


def find(loop: Loop, name: str, found: Found) -> None:
    """Give the addresses of a name, or none and why; numbers and `localhost` are known at once."""
    name = name.strip().strip("[]")
    if name.lower() == "localhost":
        found(["127.0.0.1", "::1"], "")
        return
    try:
        found([str(ipaddress.ip_address(name))], "")
        return
    except ValueError:
        pass

    waiting = loop.asked.setdefault(name, [])
    waiting.append(found)
    if len(waiting) == 1:
        # The system's search may take seconds.
        start_unseen(_ask, (loop, name))


def _ask(loop: Loop, name: str) -> None:
    addresses: list[str] = []
    why = ""
    try:
        for entry in socket.getaddrinfo(name, None, type=socket.SOCK_STREAM):
            if str(entry[4][0]) not in addresses:
                addresses.append(str(entry[4][0]))
    except (OSError, UnicodeError) as error:
        why = f"{name} was not found: {error.args[-1] if error.args else error}"

    def tell() -> None:
        for found in loop.asked.pop(name, []):
            found(list(addresses), why)

    loop.deliver(tell)


class Connection:
    """An attempt to reach a peer: its addresses one after the other, until one answers."""

    def __init__(
        self,
        loop: Loop,
        name: str,
        port: int,
        receiver: Receiver,
        seconds: float,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._loop = loop
        self._name, self._port = name, port
        self._receiver = receiver
        self._tls = tls
        self._addresses: list[str] = []
        self._why = ""
        self._is_over = False
        self.stream: Stream | None = None
        # The address that is tried, or has answered.
        self.address = ""
        self._timer = loop.later(seconds, self._time_is_up)
        find(loop, name, self._found)

    def abort(self, why: str) -> None:
        """End the attempt, or the connection it has made, and tell the receiver."""
        if not self._is_over:
            self._finish(why)
        elif self.stream:
            self.stream.abort(why)

    def drop(self) -> None:
        """End it for a receiver that wants to hear no more."""
        self._receiver = _Silence()
        self.abort("")

    def opened(self) -> None:
        """Tell that the connection stands."""
        if self._is_over:
            return
        self._is_over = True
        self._timer.cancel()
        self._receiver.opened()

    def received(self, data: bytes) -> None:
        """Pass on what has come."""
        self._receiver.received(data)

    def ended(self) -> None:
        """Pass on that the peer sends no more."""
        self._receiver.ended()

    def closed(self, reason: str) -> None:
        """Try the next address, or tell that the connection is gone."""
        if self.stream is not None and self._is_over:
            self._receiver.closed(reason)
        elif not self._is_over:
            self._try_next(reason)

    def _found(self, addresses: list[str], why: str) -> None:
        if self._is_over:
            return
        self._addresses = addresses
        self._try_next(why)

    def _try_next(self, why: str) -> None:
        # The first address is the one that counts: what it said is told in the end.
        why = self._why = self._why or why
        while self._addresses:
            self.address = address = self._addresses.pop(0)
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            try:
                sock = socket.socket(family, socket.SOCK_STREAM)
            except OSError as error:
                why = reason(error)
                continue
            sock.setblocking(False)
            code = sock.connect_ex((address, self._port))
            if code in _IN_PROGRESS:
                self.stream = Stream(self._loop, sock, self, self._tls, self._name)
                self.stream.start()
                return
            why = why or reason(OSError(code, os.strerror(code)))
            sock.close()
        self._finish(why or "the peer was not found")

    def _time_is_up(self) -> None:
        if not self._is_over:
            self._finish("the peer did not answer in time")

    def _finish(self, why: str) -> None:
        self._is_over = True
        self._timer.cancel()
        stream, self.stream = self.stream, None
        if stream:
            stream.abort("")
        # Not at once: whoever begins a connection does not know it yet.
        self._loop.deliver(lambda: self._receiver.closed(why))


class _Silence:
    """Hears nothing."""

    def opened(self) -> None: ...

    def received(self, data: bytes) -> None: ...

    def ended(self) -> None: ...

    def closed(self, reason: str) -> None: ...
