"""Web Server DAT: HTTP requests and WebSockets.

Source: <https://docs.derivative.ca/Web_Server_DAT>, <https://docs.derivative.ca/WebserverDAT_Class>.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from typing import TYPE_CHECKING, Any, cast

from understudy_network import _websocket
from understudy_network._device import Device
from understudy_network._http_connection import HTTPConnection
from understudy_network._listening import Listener, named

if TYPE_CHECKING:
    import socket
    import ssl

_CONNECTION_LIMIT = 4096


class WebServer(Device):
    """Answers requests with what `onHTTPRequest` returns."""

    settings = ("port", "secure", "privatekey", "certificate", "password")

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.tls: ssl.SSLContext | None = None
        self._listener: Listener | None = None
        self._connections: set[HTTPConnection] = set()
        self._clients: dict[str, HTTPConnection] = {}
        self._here = ""

    def open(self) -> None:
        """Listen on the port."""
        self.tls = self._context() if self.value("secure") else None
        address = self.host.address
        self._listener = Listener(self.loop, address, int(self.value("port")), self._accepted)
        self.holds("tcp", self._listener.port)
        self.stands()
        self._here = named(address, self._listener.port)
        scheme = "https" if self.tls else "http"
        self.announce(f"serves {scheme}://{self._here}", address)
        self.deliver(lambda: self.call("onServerStart", self.dat))

    def close(self) -> None:
        """Let every client go and free the port."""
        listener, self._listener = self._listener, None
        connections, self._connections = self._connections, set()
        if listener:
            listener.close()
        for connection in connections:
            if connection.websocket and connection.client in self._clients:
                connection.websocket.close(1001)
                self.call("onWebSocketClose", self.dat, connection.client)
            connection.stream.abort("")
        self._clients.clear()
        if listener:
            self.call("onServerStop", self.dat)

    def pulsed(self, name: str) -> None:
        """Restart the server."""
        if name == "restart" and self.value("active"):
            self.restart()

    # The operator's methods.

    @property
    def webSocketConnections(self) -> list[str]:
        """The addresses of the clients whose WebSockets are open."""
        return list(self._clients)

    def webSocketSendText(self, client: str, data: str) -> None:
        """Send a client a text."""
        self._send(client, _websocket.TEXT, str(data).encode())

    def webSocketSendBinary(self, client: str, data: Any) -> None:
        """Send a client bytes."""
        self._send(client, _websocket.BINARY, _bytes(data))

    def webSocketSendPing(self, client: str, data: Any = None) -> None:
        """Ask a client for a sign of life."""
        self._send(client, _websocket.PING, _bytes(data))

    def webSocketSendPong(self, client: str, data: Any = None) -> None:
        """Give a client a sign of life."""
        self._send(client, _websocket.PONG, _bytes(data))

    def webSocketClose(self, client: str) -> None:
        """Say good-bye to a client."""
        websocket = self._client(client).websocket
        if websocket:
            websocket.close()

    def authenticateBasic(self, token: str, userPasswords: dict[str, str]) -> bool:
        """Whether the token of an Authorization header is a known user's, password included."""
        try:
            text = base64.b64decode(token.strip().split(" ")[-1], validate=True).decode()
        except (binascii.Error, ValueError):
            return False
        user, colon, password = text.partition(":")
        known = userPasswords.get(user)
        if known is None or not colon:
            return False
        return hmac.compare_digest(str(known).encode(), password.encode())

    # What the connections tell.

    def complete(self, connection: HTTPConnection) -> None:
        """A request is there; it is answered in its turn."""
        self.deliver(lambda: self._answer(connection))

    def upgraded(self, connection: HTTPConnection) -> None:
        """A connection has become a WebSocket."""
        self._clients[connection.client] = connection

    def message(self, connection: HTTPConnection, name: str, data: Any) -> None:
        """A WebSocket message has come."""

        def tell() -> None:
            if name == "onWebSocketReceivePing" and not self.has(name):
                self._send(connection.client, _websocket.PONG, data)
            else:
                self.call(name, self.dat, connection.client, data)

        self.deliver(tell)

    def parted(self, connection: HTTPConnection) -> None:
        """The client of a WebSocket has said good-bye."""
        self.deliver(lambda: self._tell_close(connection))

    def gone(self, connection: HTTPConnection) -> None:
        """A connection has ended."""
        self._connections.discard(connection)
        if connection.websocket:
            self.parted(connection)

    def _tell_close(self, connection: HTTPConnection) -> None:
        # The system may have given the address to the next client meanwhile.
        if self._clients.get(connection.client) is connection:
            del self._clients[connection.client]
            self.call("onWebSocketClose", self.dat, connection.client)

    def _accepted(self, sock: socket.socket, address: tuple[str, int]) -> None:
        if len(self._connections) >= _CONNECTION_LIMIT:
            sock.close()
            return
        self._connections.add(HTTPConnection(self, sock, address, self._here))

    def _answer(self, connection: HTTPConnection) -> None:
        if connection.wants_websocket:
            uri = connection.request()["uri"]
            if connection.accept_websocket():
                self.call("onWebSocketOpen", self.dat, connection.client, uri)
            return
        response: dict[Any, Any] = {"statusCode": 404, "statusReason": "Not Found", "data": ""}
        if self.has("onHTTPRequest"):
            ran, answer = self.attempt("onHTTPRequest", self.dat, connection.request(), response)
            if isinstance(answer, dict):
                response = cast("dict[Any, Any]", answer)
            else:
                if ran:
                    self._fail("onHTTPRequest must return the response dictionary")
                response = _failure()
        try:
            connection.answer(response)
        except (ValueError, TypeError) as error:
            self._fail(f"onHTTPRequest returned what cannot be sent: {error}")
            connection.answer(_failure())

    def _send(self, client: str, opcode: int, data: bytes) -> None:
        websocket = self._client(client).websocket
        if websocket:
            websocket.send(opcode, data)

    def _client(self, client: str) -> HTTPConnection:
        connection = self._clients.get(client)
        if connection is None:
            raise ValueError(f"{self.dat.path} has no WebSocket open to {client!r}")
        return connection

    def _context(self) -> ssl.SSLContext:
        certificate, key = str(self.value("certificate")), str(self.value("privatekey"))
        if not certificate:
            raise ValueError("Secure (TLS) needs a certificate: Certificate File Path is empty")
        import ssl

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        password = str(self.value("password") or "")
        # Without one, a key that is encrypted must not make OpenSSL ask at the terminal.
        context.load_cert_chain(certificate, key or None, lambda: password)
        return context


def _failure() -> dict[Any, Any]:
    return {"statusCode": 500, "statusReason": "Internal Server Error", "data": ""}


def _bytes(data: Any) -> bytes:
    if data is None:
        return b""
    return data.encode() if isinstance(data, str) else bytes(data)
