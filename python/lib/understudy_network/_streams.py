"""TCP connections that are read and written as far as they go without waiting."""

from __future__ import annotations

import contextlib
import os
import socket
from typing import TYPE_CHECKING

from understudy_network import _loop

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable
    from typing import Protocol

    from understudy_network._loop import Loop, Timer

    class Receiver(Protocol):
        """What a stream tells of itself."""

        def opened(self) -> None:
            """The connection stands, TLS included."""
            ...

        def received(self, data: bytes) -> None:
            """Bytes have come."""
            ...

        def ended(self) -> None:
            """The peer will send no more; it may still read."""
            ...

        def closed(self, reason: str) -> None:
            """The connection is gone, for a reason that is empty when all went well."""
            ...


_READ_SIZE = 256 * 1024
# What may wait for a peer that reads slowly.
WRITE_LIMIT = 64 * 1024 * 1024
# How long a peer may take to read anything at all, and to notice that the connection ends.
_STALL_SECONDS = 30.0
_LINGER_SECONDS = 2.0


class Stream:
    """One connection, from the first packet to the last."""

    def __init__(
        self,
        loop: Loop,
        sock: socket.socket,
        receiver: Receiver,
        tls: ssl.SSLContext | None = None,
        server_name: str | None = None,
        is_server: bool = False,
    ) -> None:
        self.served = 0
        self._loop = loop
        self._receiver = receiver
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # A peer that has vanished is noticed in the end, even when nobody sends.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        self._socket = sock
        # The same socket once it speaks TLS; `ssl` is slow to import and mostly not needed.
        self._secure: ssl.SSLSocket | None = None
        self._tls, self._server_name, self._is_server = tls, server_name, is_server
        self._out = bytearray()
        self._held = 0
        self._is_connecting = not is_server
        self._is_shaking_hands = False
        self._is_open = False
        self._is_paused = False
        self._has_ended = False
        self._is_closing = False
        self._has_shut_down = False
        self._is_gone = False
        self._written = 0
        self._stall: Timer | None = None
        self._endings: list[Timer] = []

    @property
    def is_open(self) -> bool:
        """Whether bytes can be sent."""
        return self._is_open and not self._is_closing and not self._is_gone

    def start(self) -> None:
        """Begin to serve the connection: an accepted one, or one that is on its way."""
        if self._is_connecting:
            self._watch()
        else:
            self._connected()

    def write(self, data: bytes | bytearray) -> None:
        """Send bytes, what the peer does not take now later."""
        if not self.is_open or not data:
            return
        was_empty = not self._out
        self._out += data
        if was_empty:
            self._flush()
        if len(self._out) > WRITE_LIMIT:
            self.abort("the peer reads too slowly")
            return
        if not self._is_gone:
            self.hold(self._held)
            self._watch()

    def hold(self, count: int) -> bool:
        """Tell how many received bytes the receiver keeps; whether there is room for them."""
        total = count + len(self._out)
        self._loop.held += total - self._counted()
        self._held = count
        self._written = len(self._out)
        return self._loop.held <= _loop.MEMORY

    def pause(self, is_paused: bool) -> None:
        """Stop or go on to read; meanwhile the peer's bytes wait in the system."""
        if self._is_gone or self._is_paused == is_paused:
            return
        self._is_paused = is_paused
        self._watch()
        if not is_paused:
            self._look_for_deciphered()

    def close(self) -> None:
        """Send what is to be sent, then end the connection."""
        if self._is_gone or self._is_closing:
            return
        if not self._is_open:
            self.abort("")
            return
        self._is_closing = True
        self._endings.append(self._loop.later(_STALL_SECONDS, lambda: self.abort("")))
        self._finish_closing()
        if not self._is_gone:
            self._watch()

    def go_on_later(self, call: Callable[[], None]) -> None:
        """Make a call in its turn, and read nothing before."""

        def go_on() -> None:
            if not self._is_gone:
                self.pause(False)
                call()

        self.pause(True)
        self._loop.deliver(go_on)

    def end_soon(self) -> None:
        """Give the peer a moment to end the connection, then do it."""
        if not self._is_gone:
            self._endings.append(self._loop.later(_LINGER_SECONDS, self.close))

    def abort(self, reason: str) -> None:
        """End the connection at once."""
        if self._is_gone:
            return
        self._is_gone = True
        self._loop.held -= self._counted()
        self._held = self._written = 0
        # A timer that stayed would keep the connection in memory until it is due.
        for timer in [*self._endings, *([self._stall] if self._stall else [])]:
            timer.cancel()
        self._loop.forget(self._socket)
        self._socket.close()
        self._receiver.closed(reason)

    def ready(self, readable: bool, writable: bool) -> None:
        """Read and write what can be read and written now."""
        if self._is_connecting:
            self._connected()
            return
        if self._is_shaking_hands:
            self._shake_hands()
            return
        if writable and self._out:
            self._flush()
            if not self._is_gone:
                self.hold(self._held)
        if readable and not self._is_gone:
            self._read()
        if self._is_closing and not self._is_gone:
            self._finish_closing()
        if not self._is_gone:
            self._watch()

    def _counted(self) -> int:
        return self._held + self._written

    def _connected(self) -> None:
        if self._is_connecting:
            code = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if code:
                self.abort(reason(OSError(code, os.strerror(code))))
                return
            self._is_connecting = False
        if self._tls:
            try:
                self._loop.forget(self._socket)
                self._socket = self._secure = self._tls.wrap_socket(
                    self._socket,
                    server_side=self._is_server,
                    server_hostname=self._server_name,
                    do_handshake_on_connect=False,
                )
            except OSError as error:
                self.abort(reason(error))
                return
            self._is_shaking_hands = True
            self._shake_hands()
        else:
            self._opened()

    def _shake_hands(self) -> None:
        if self._secure is None:
            return
        try:
            self._secure.do_handshake()
        except OSError as error:
            if not self._only_waits(error):
                self.abort(reason(error))
            else:
                wants_write = type(error).__name__ == "SSLWantWriteError"
                self._loop.watch(self._socket, self, not wants_write, wants_write)
        else:
            self._is_shaking_hands = False
            self._opened()

    def _only_waits(self, error: OSError) -> bool:
        if isinstance(error, (BlockingIOError, InterruptedError)):
            return True
        if self._secure is None:
            return False
        import ssl

        return isinstance(error, (ssl.SSLWantReadError, ssl.SSLWantWriteError))

    def _opened(self) -> None:
        self._is_open = True
        self._watch()
        self._receiver.opened()

    def _read(self) -> None:
        taken = 0
        while taken < _READ_SIZE and not self._is_gone and not self._has_ended:
            if self._is_paused and not self._is_closing:
                return
            try:
                data = self._socket.recv(_READ_SIZE)
            except OSError as error:
                if not self._only_waits(error):
                    self.abort("" if self._is_closing else reason(error))
                return
            taken += len(data)
            if not data:
                self._has_ended = True
                if not self._is_closing:
                    self._receiver.ended()
                elif not self._out:
                    self.abort("")
            elif not self._is_closing:
                # What still comes while the connection ends is thrown away.
                self._receiver.received(data)
            if self._secure is None:
                return
        self._look_for_deciphered()

    def _look_for_deciphered(self) -> None:
        # The system does not know of bytes that TLS has deciphered already.
        if not self._is_gone and self._secure is not None and self._secure.pending():
            self._loop.deliver(lambda: None if self._is_gone else self.ready(True, False))

    def _flush(self) -> None:
        try:
            with memoryview(self._out) as view:
                sent = self._socket.send(view[:_READ_SIZE])
            del self._out[:sent]
        except OSError as error:
            if not self._only_waits(error):
                self.abort(reason(error))
            return
        if sent and self._stall:
            self._stall.cancel()
            self._stall = None

    def _finish_closing(self) -> None:
        if self._out or self._has_shut_down:
            return
        self._has_shut_down = True
        if self._has_ended:
            self.abort("")
            return
        if self._secure is not None:
            # Sends TLS's own good-bye; the peer's is not waited for.
            with contextlib.suppress(OSError, ValueError):
                self._secure.unwrap()
        try:
            # Closing with bytes unread would take back what the peer has yet to read.
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            self.abort("")
            return
        self._endings.append(self._loop.later(_LINGER_SECONDS, lambda: self.abort("")))

    def _watch(self) -> None:
        if self._is_shaking_hands:
            return
        if self._is_connecting:
            self._loop.watch(self._socket, self, False, True)
            return
        if self._out and not self._stall:
            self._stall = self._loop.later(
                _STALL_SECONDS, lambda: self.abort("the peer has stopped reading")
            )
        reads = not self._has_ended and (not self._is_paused or self._is_closing)
        self._loop.watch(self._socket, self, reads, bool(self._out))


def reason(error: OSError) -> str:
    """What went wrong, in the system's words."""
    # What `ssl.SSLError` tells of itself.
    words = getattr(error, "reason", None)
    if isinstance(words, str) and words:
        return words.replace("_", " ").lower()
    return error.strerror or str(error)
