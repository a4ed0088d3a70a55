"""One request of a Web Client DAT, from its connection to the last byte of its answer."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from understudy_network._connecting import Connection
from understudy_network._http import Body, Head, HTTPError, take_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from understudy_network._authorization import Credentials
    from understudy_network._loop import Loop, Timer

    class Client(Protocol):
        """What a request tells its operator."""

        loop: Loop

        def connected(self, request: Request) -> None:
            """The connection stands."""
            ...

        def answered(self, request: Request, head: Head, data: bytes, is_last: bool) -> None:
            """The answer is there, or a piece of it when it is streamed."""
            ...

        def over(self, request: Request, why: str) -> None:
            """The connection has ended; `why` tells what failed."""
            ...


_REDIRECTION_LIMIT = 10
_ANSWER_LIMIT = 256 * 1024 * 1024
_REDIRECTIONS = (301, 302, 303, 307, 308)


class Order(NamedTuple):
    """What is asked for."""

    method: str
    url: str
    headers: list[tuple[str, str]]
    data: bytes
    credentials: Credentials
    seconds: float
    streams: bool
    verifies: bool


class Request:
    """Asks a server, and asks again where it redirects."""

    def __init__(self, client: Client, id: int, order: Order) -> None:
        self.id = id
        self._client = client
        self._order = order
        self._redirections = 0
        self._proof = ""
        self._is_over = False
        self._timer: Timer | None = None
        self._connection: Connection | None = None
        self._begin()

    def stop(self, why: str = "") -> None:
        """End the request."""
        if self._is_over:
            return
        self._is_over = True
        if self._timer:
            self._timer.cancel()
        if self._connection:
            self._connection.drop()
        self._client.over(self, why)

    # What the connection tells.

    def opened(self) -> None:
        """Send the request."""
        if self._connection is None or self._connection.stream is None:
            return
        self._client.connected(self)
        if self._connection.stream:
            self._connection.stream.write(self._question)

    def received(self, data: bytes) -> None:
        """Read the answer."""
        self._expect_progress()
        self._buffer += data
        self._stop_if_fails(self._read)

    def ended(self) -> None:
        """The server sends no more."""
        if self._head is None or self._body is None:
            self.stop("the server ended the connection without an answer")
        elif self._body.end():
            self._stop_if_fails(self._finish)
        else:
            self.stop("the server ended the connection in the middle of its answer")

    def closed(self, reason: str) -> None:
        """The connection is gone, or none was made."""
        if not self._is_over:
            self.stop(reason or "the connection has ended")

    def _stop_if_fails(self, step: Callable[[], None]) -> None:
        try:
            step()
        except (HTTPError, ValueError) as error:
            self.stop(str(error))

    def _begin(self) -> None:
        order = self._order
        parts = urlsplit(order.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{order.url!r} is no URL of http or https")
        # Made before anything is opened: what can't be sent is refused where it was asked for.
        self._question = self._head_bytes() + order.data
        self._buffer = bytearray()
        self._head: Head | None = None
        self._body: Body | None = None
        self._data = bytearray()
        tls = None
        if parts.scheme == "https":
            from understudy_network._tls import client_context

            tls = client_context(order.verifies)
        port = parts.port or (443 if tls else 80)
        self._expect_progress()
        self._connection = Connection(
            self._client.loop, parts.hostname, port, self, order.seconds, tls
        )

    @property
    def _target(self) -> str:
        parts = urlsplit(self._order.url)
        return (parts.path or "/") + ("?" + parts.query if parts.query else "")

    def _head_bytes(self) -> bytes:
        order = self._order
        headers = {"host": ("Host", urlsplit(order.url).netloc.rpartition("@")[2])}
        headers["accept"] = ("Accept", "*/*")
        proof = self._proof or order.credentials.header(order.method, order.url)
        if proof:
            headers["authorization"] = ("Authorization", proof)
        for name, value in order.headers:
            headers[name.lower()] = (name, value)
        headers["connection"] = ("Connection", "close")
        if order.data or order.method in ("POST", "PUT", "PATCH"):
            headers["content-length"] = ("Content-Length", str(len(order.data)))
        lines = [f"{order.method} {self._target} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in headers.values()]
        text = "\r\n".join(lines)
        if any(ord(letter) < 32 for line in lines for letter in line):
            raise ValueError("a header or the URL holds a control character")
        return text.encode("utf-8") + b"\r\n\r\n"

    def _read(self) -> None:
        while self._head is None:
            head = take_head(self._buffer, False)
            if head is None:
                return
            # "100 Continue" and its kind only announce the answer.
            if not head.start[1].startswith("1"):
                self._head = head
                is_bare = self._order.method == "HEAD" or head.start[1] in ("204", "304")
                self._body = Body(head, False, is_bare)
        assert self._body
        piece = self._body.take(self._buffer)
        if self._order.streams and piece and not self._goes_elsewhere:
            self._client.answered(self, self._head, piece, self._body.is_done)
        else:
            self._data += piece
        if len(self._data) > _ANSWER_LIMIT:
            raise ValueError("the answer is too long")
        if self._body.is_done:
            self._finish()

    @property
    def _goes_elsewhere(self) -> bool:
        head = self._head
        if head is None:
            return False
        code = int(head.start[1])
        return bool(code in _REDIRECTIONS and head.value("location")) or bool(self._challenge)

    @property
    def _challenge(self) -> str:
        head = self._head
        if head is None or head.start[1] != "401" or self._proof:
            return ""
        for challenge in head.values("www-authenticate"):
            answer = self._order.credentials.answer(challenge, self._order.method, self._target)
            if answer:
                return answer
        return ""

    def _finish(self) -> None:
        head = self._head
        if head is None or self._is_over:
            return
        if self._goes_elsewhere:
            self._ask_again(head)
            return
        if not self._order.streams or self._data or not self._has_streamed(head):
            self._client.answered(self, head, bytes(self._data), True)
        self.stop()

    def _has_streamed(self, head: Head) -> bool:
        return self._order.streams and head.value("content-length") != "0"

    def _ask_again(self, head: Head) -> None:
        order = self._order
        proof = self._challenge
        if self._connection:
            self._connection.drop()
        if proof:
            self._proof = proof
            self._begin()
            return
        self._redirections += 1
        if self._redirections > _REDIRECTION_LIMIT:
            raise ValueError("the server redirects without end")
        url = urljoin(order.url, head.value("location"))
        if _origin(url) != _origin(order.url):
            # What proves the sender is not for other servers.
            hidden = ("authorization", "cookie")
            headers = [pair for pair in order.headers if pair[0].lower() not in hidden]
            order = order._replace(headers=headers, credentials=order.credentials.__class__())
        code = int(head.start[1])
        if code == 303 or (code in (301, 302) and order.method == "POST"):
            method = "HEAD" if order.method == "HEAD" else "GET"
            order = order._replace(method=method, data=b"")
        self._proof = ""
        self._order = order._replace(url=url)
        self._begin()

    def _expect_progress(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self._client.loop.later(
            self._order.seconds, lambda: self.stop("the server did not answer in time")
        )


def _origin(url: str) -> tuple[str, str | None, int | None]:
    """Who a URL asks: its scheme, too, for what is secret there may not be sent in clear text."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port


def status_of(head: Head) -> dict[str, int | str]:
    """The status of an answer as callbacks are given it."""
    code = int(head.start[1])
    known = {int(status): status.phrase for status in HTTPStatus}
    return {"code": code, "message": head.start[2] or known.get(code, "")}
