"""WebSocket DAT: a client that connects again when its connection ends.

Source: <https://docs.derivative.ca/WebSocket_DAT>, <https://docs.derivative.ca/WebsocketDAT_Class>.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from understudy_network import _websocket
from understudy_network._connecting import Connection
from understudy_network._device import Device, bytes_of
from understudy_network._http import HTTPError, take_head
from understudy_network._rows import Rows
from understudy_network._websocket import WebSocket

if TYPE_CHECKING:
    from typing import Any

_CONNECT_SECONDS = 10.0


class WebSocketClient(Device):
    """One connection to a WebSocket server."""

    settings = ("netaddress", "port", "timeout")

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.rows = Rows(self)
        self._connection: Connection | None = None
        self._websocket: WebSocket | None = None
        self._head = bytearray()
        self._key = ""
        self._request = ""

    def open(self) -> None:
        """Begin to connect."""
        self.rows.clear()
        name, port, path, is_secure = self._target()
        self._key = _websocket.new_key()
        host = name if port == (443 if is_secure else 80) else f"{name}:{port}"
        self._request = (
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {self._key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        self._head.clear()
        seconds = float(self.value("timeout") or 0) / 1000 or _CONNECT_SECONDS
        tls = None
        if is_secure:
            from understudy_network._tls import client_context

            tls = client_context(True)
        self._monitor(f"connecting to {name}:{port}")
        self._connection = Connection(self.loop, name, port, self, seconds, tls)

    def close(self) -> None:
        """End the connection."""
        connection, self._connection = self._connection, None
        websocket, self._websocket = self._websocket, None
        if websocket:
            websocket.close(1001)
            self.call("onDisconnect", self.dat)
        if connection:
            connection.drop()

    def pulsed(self, name: str) -> None:
        """Clear the table."""
        if name == "clear":
            self.rows.clear()

    def sendText(self, *message: str) -> int:
        """Send a text message."""
        return self._send(_websocket.TEXT, "".join(message).encode())

    def sendBinary(self, *contents: Any) -> int:
        """Send a binary message."""
        return self._send(_websocket.BINARY, bytes_of(contents))

    def sendPing(self, *contents: Any) -> int:
        """Ask the server for a sign of life."""
        return self._send(_websocket.PING, bytes_of(contents))

    def sendPong(self, *contents: Any) -> int:
        """Give the server a sign of life."""
        return self._send(_websocket.PONG, bytes_of(contents))

    # What the connection tells.

    def opened(self) -> None:
        """Begin the handshake."""
        if self._connection and self._connection.stream:
            self._connection.stream.write(self._request.encode("latin-1"))

    def received(self, data: bytes) -> None:
        """Finish the handshake, then read messages."""
        if self._websocket:
            self._websocket.feed(data)
            return
        self._head += data
        try:
            head = take_head(self._head, False)
        except HTTPError as error:
            self._refused(str(error))
            return
        if head is None:
            return
        answer = head.value("sec-websocket-accept")
        if head.start[1] != "101" or answer != _websocket.answer_to(self._key):
            self._refused(f"the server answered {head.start[1]} {head.start[2]}".rstrip())
        elif self._connection and self._connection.stream:
            self._websocket = WebSocket(self._connection.stream, self, False)
            self.stands()
            self._monitor("connected")
            self.deliver(lambda: self.call("onConnect", self.dat))
            self._websocket.feed(bytes(self._head))
            self._head.clear()

    def ended(self) -> None:
        """The server sends no more."""
        if self._connection and self._connection.stream:
            self._connection.stream.close()

    def closed(self, reason: str) -> None:
        """The connection is gone, or none was made."""
        if not self._connection:
            return
        websocket, self._websocket = self._websocket, None
        self._connection = None
        why = reason or "the connection has ended"

        def tell() -> None:
            self.call("onMonitorMessage", self.dat, f"disconnected: {why}")
            if websocket:
                self.call("onDisconnect", self.dat)
            if self._connection is None:
                self.lost(why)

        self.deliver(tell)

    # What the WebSocket tells.

    def text_came(self, text: str) -> None:
        """Show a text and tell the callbacks."""

        def tell() -> None:
            row = self.rows.add([text], text.encode())
            self.call("onReceiveText", self.dat, row, text)

        self.deliver(tell)

    def binary_came(self, data: bytes) -> None:
        """Show a binary message and tell the callbacks."""
        self.deliver(lambda: self.call("onReceiveBinary", self.dat, data))

    def ping_came(self, data: bytes) -> None:
        """Tell of a ping; without a function that answers, it is answered here."""

        def tell() -> None:
            if self.has("onReceivePing"):
                self.call("onReceivePing", self.dat, data)
            else:
                self._send(_websocket.PONG, data)

        self.deliver(tell)

    def pong_came(self, data: bytes) -> None:
        """Tell of a pong."""
        self.deliver(lambda: self.call("onReceivePong", self.dat, data))

    def good_bye_came(self) -> None:
        """The server has said good-bye."""
        websocket = self._websocket
        if websocket and self._connection:
            words = f"{websocket.close_code} {websocket.close_reason}".rstrip()
            self._connection.abort(f"the server said good-bye: {words}")

    def _send(self, opcode: int, data: bytes) -> int:
        return self._websocket.send(opcode, data) if self._websocket else -1

    def _refused(self, why: str) -> None:
        if self._connection:
            self._connection.abort(why)

    def _monitor(self, text: str) -> None:
        self.deliver(lambda: self.call("onMonitorMessage", self.dat, text))

    def _target(self) -> tuple[str, int, str, bool]:
        text = str(self.value("netaddress") or "localhost").strip()
        url = urlsplit(text if "://" in text else "//" + text)
        port = url.port or int(self.value("port", 80))
        path = (url.path or "/") + ("?" + url.query if url.query else "")
        if any(ord(character) < 33 or ord(character) > 126 for character in path):
            raise ValueError(f"{text!r} is no network address")
        is_secure = url.scheme == "wss" or (url.scheme != "ws" and port == 443)
        return url.hostname or "localhost", port, path, is_secure
