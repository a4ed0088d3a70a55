"""One client of a Web Server DAT: its requests one after the other, or a WebSocket."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from understudy_network import _websocket
from understudy_network._http import Body, HTTPError, keeps_alive, take_head
from understudy_network._http_response import response_bytes
from understudy_network._listening import named
from understudy_network._streams import Stream
from understudy_network._websocket import WebSocket

if TYPE_CHECKING:
    import socket
    import ssl
    from typing import Protocol

    from understudy_network._http import Head
    from understudy_network._loop import Loop, Timer

    class Server(Protocol):
        """What a connection asks of its server."""

        loop: Loop
        tls: ssl.SSLContext | None

        def complete(self, connection: HTTPConnection) -> None:
            """A request is there; it is to be answered in its turn."""
            ...

        def upgraded(self, connection: HTTPConnection) -> None:
            """The connection has become a WebSocket."""
            ...

        def message(self, connection: HTTPConnection, name: str, data: Any) -> None:
            """A WebSocket message has come."""
            ...

        def parted(self, connection: HTTPConnection) -> None:
            """The client of a WebSocket has said good-bye."""
            ...

        def gone(self, connection: HTTPConnection) -> None:
            """The connection has ended."""
            ...


BODY_LIMIT = 64 * 1024 * 1024
# A client that says nothing is let go; an open WebSocket may be silent for ever.
_SILENCE_SECONDS = 30.0


class HTTPConnection:
    """A connection that was accepted."""

    def __init__(
        self, server: Server, sock: socket.socket, address: tuple[str, int], here: str
    ) -> None:
        self.client = named(*address)
        self.here = here
        self._server = server
        self.stream = Stream(server.loop, sock, self, server.tls, is_server=True)
        self.websocket: WebSocket | None = None
        self._buffer = bytearray()
        self._head: Head | None = None
        self._body: Body | None = None
        self._data = bytearray()
        self._is_answering = False
        self._has_ended = False
        self._timer: Timer | None = None
        self._expect_progress()
        self.stream.start()

    # What the stream tells.

    def opened(self) -> None:
        """The connection stands."""

    def received(self, data: bytes) -> None:
        """Read requests, or WebSocket frames."""
        if self.websocket:
            self.websocket.feed(data)
            return
        self._expect_progress()
        self._buffer += data
        self._advance()

    def ended(self) -> None:
        """The client sends no more, but may wait for an answer."""
        self._has_ended = True
        if not self._is_answering:
            self.stream.close()

    def closed(self, reason: str) -> None:
        """The connection is gone."""
        del reason
        if self._timer:
            self._timer.cancel()
        self._server.gone(self)

    # Requests.

    def request(self) -> dict[str, Any]:
        """The request that is there, as callbacks are given it."""
        assert self._head
        method, target, _ = self._head.start
        request: dict[str, Any] = {}
        for name, _value in self._head.headers:
            request[name] = self._head.value(name.lower())
        parts = urlsplit(target.encode("latin-1").decode("utf-8", "replace"))
        pars = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=10_000)
        # Last, so that no header passes itself off as one of them.
        request.update(
            method=method,
            uri=unquote(parts.path),
            pars=dict(pars),
            clientAddress=self.client,
            serverAddress=self.here,
            data=bytes(self._data),
        )
        return request

    @property
    def wants_websocket(self) -> bool:
        """Whether the request that is there asks for a WebSocket."""
        head = self._head
        return head is not None and "websocket" in head.words("upgrade")

    def answer(self, response: dict[Any, Any]) -> None:
        """Send the answer to the request that is there; ValueError when it cannot be sent."""
        head = self._head
        if head is None or not self.stream.is_open:
            return
        goes_on = keeps_alive(head) and not self._has_ended
        data, goes_on = response_bytes(response, head, goes_on)
        self.stream.write(data)
        self._finish(goes_on)

    def accept_websocket(self) -> bool:
        """Answer a request for a WebSocket; whether it is one now."""
        head = self._head
        if head is None or not self.stream.is_open:
            return False
        key = head.value("sec-websocket-key")
        if head.value("sec-websocket-version") != "13":
            self._refuse(426, "only version 13 of WebSocket is spoken here")
        elif head.start[0] != "GET" or not _websocket.is_key(key):
            self._refuse(400, "the WebSocket handshake is malformed")
        else:
            self.stream.write(
                b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                b"Connection: Upgrade\r\nSec-WebSocket-Accept: "
                + _websocket.answer_to(key).encode()
                + b"\r\n\r\n"
            )
            if self._timer:
                self._timer.cancel()
            self.websocket = WebSocket(self.stream, self, True)
            self._server.upgraded(self)
            self.stream.pause(False)
            rest = bytes(self._buffer)
            self._buffer.clear()
            self.websocket.feed(rest)
            return True
        return False

    # What the WebSocket tells.

    def text_came(self, text: str) -> None:
        """A text message has come."""
        self._server.message(self, "onWebSocketReceiveText", text)

    def binary_came(self, data: bytes) -> None:
        """A binary message has come."""
        self._server.message(self, "onWebSocketReceiveBinary", data)

    def ping_came(self, data: bytes) -> None:
        """A ping has come."""
        self._server.message(self, "onWebSocketReceivePing", data)

    def pong_came(self, data: bytes) -> None:
        """A pong has come."""
        self._server.message(self, "onWebSocketReceivePong", data)

    def good_bye_came(self) -> None:
        """The client has said good-bye."""
        self._server.parted(self)

    def _advance(self) -> None:
        try:
            if not self._is_answering and self._read():
                self._is_answering = True
                # What follows waits in the system until this one is answered.
                self.stream.pause(True)
                if self._timer:
                    self._timer.cancel()
                self._server.complete(self)
        except HTTPError as error:
            self._refuse(error.status, str(error))

    def _read(self) -> bool:
        if self._head is None:
            self._head = take_head(self._buffer, True)
            if self._head is None:
                self._hold()
                return False
            self._body = self._begin(self._head)
        assert self._body
        self._data += self._body.take(self._buffer)
        if len(self._data) > BODY_LIMIT:
            raise HTTPError(413, "the body is too long")
        if not self._hold():
            raise HTTPError(503, "too much is unanswered here")
        return self._body.is_done

    def _begin(self, head: Head) -> Body:
        if head.start[2] == "HTTP/1.1" and len(head.values("host")) != 1:
            raise HTTPError(400, "a request names its host, once")
        body = Body(head, True)
        if (body.left or 0) > BODY_LIMIT:
            raise HTTPError(413, "the body is too long")
        if "100-continue" in head.words("expect") and not body.is_done:
            self.stream.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return body

    def _hold(self) -> bool:
        return self.stream.hold(len(self._buffer) + len(self._data))

    def _finish(self, goes_on: bool) -> None:
        self._head = self._body = None
        self._data.clear()
        self._is_answering = False
        if not goes_on:
            self.stream.close()
            return
        self._hold()
        self._expect_progress()
        self.stream.pause(False)
        self._advance()

    def _refuse(self, status: int, what: str) -> None:
        reason = HTTPStatus(status).phrase
        body = f"{status} {reason}: {what}.\n".encode()
        more = "Sec-WebSocket-Version: 13\r\nUpgrade: websocket\r\n" if status == 426 else ""
        head = (
            f"HTTP/1.1 {status} {reason}\r\n{more}Content-Type: text/plain\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        self._buffer.clear()
        self._data.clear()
        self._hold()
        self.stream.write(head.encode() + body)
        self.stream.close()

    def _expect_progress(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self._server.loop.later(_SILENCE_SECONDS, lambda: self.stream.abort(""))
