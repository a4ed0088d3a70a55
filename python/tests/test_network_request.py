"""Tests of single requests: what they refuse, and what they keep from other servers."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from network_stage import DAT, DEADLINE, Stage
from understudy_network._authorization import Credentials
from understudy_network._request import Order, Request


class Client:
    """Notes what a request tells."""

    def __init__(self, stage: Stage) -> None:
        self.loop = stage.network._loop
        self.ends: list[str] = []

    def connected(self, _: Request) -> None:
        """Nothing."""

    def answered(self, *_: Any) -> None:
        """Nothing."""

    def over(self, _: Request, why: str) -> None:
        """Note how it ended."""
        self.ends.append(why)


def order(url: str, *headers: tuple[str, str]) -> Order:
    return Order("GET", url, list(headers), b"", Credentials(), DEADLINE, False, True)


@pytest.fixture
def answering() -> Iterator[Any]:
    """Makes servers that give one answer and end."""
    servers: list[socket.socket] = []

    def make(answer: bytes) -> str:
        server = socket.create_server(("127.0.0.1", 0))
        servers.append(server)

        def serve() -> None:
            peer, _ = server.accept()
            with peer:
                peer.recv(65536)
                peer.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{server.getsockname()[1]}/"

    yield make
    for server in servers:
        server.close()


def test_a_redirection_to_something_else_ends_the_request(stage: Stage, answering: Any) -> None:
    # Without a length the answer ends with the connection, and the redirection is seen then.
    url = answering(b"HTTP/1.1 302 Found\r\nLocation: ftp://elsewhere/\r\n\r\n")
    client = Client(stage)

    Request(client, 1, order(url))

    stage.until(lambda: client.ends)
    assert client.ends == ["'ftp://elsewhere/' is no URL of http or https"]


def test_a_status_that_is_no_number_ends_the_request(stage: Stage, answering: Any) -> None:
    client = Client(stage)

    Request(client, 1, order(answering(b"HTTP/1.1 abc What\r\n\r\n")))

    stage.until(lambda: client.ends)
    assert len(client.ends) == 1 and client.ends[0]


def test_a_header_of_two_lines_is_refused_where_it_was_given(stage: Stage) -> None:
    client = Client(stage)

    with pytest.raises(ValueError, match="control character"):
        Request(client, 1, order("http://127.0.0.1:9/", ("X-A", "1\r\nX-B: 2")))

    assert client.ends == []


def test_secrets_stay_when_the_scheme_becomes_another(stage: Stage) -> None:
    request = Request(Client(stage), 1, order("https://127.0.0.1:9/", ("Cookie", "secret")))

    class Head:
        start = ("HTTP/1.1", "302", "Found")

        def value(self, name: str) -> str:
            return "http://127.0.0.1:9/" if name == "location" else ""

        def values(self, _: str) -> list[str]:
            return []

    request._ask_again(Head())  # pyright: ignore
    assert request._order.url == "http://127.0.0.1:9/"
    assert request._order.headers == []
    request.stop()


def test_a_request_with_a_bad_header_raises_in_the_callers_code(stage: Stage) -> None:
    client: DAT = stage.make("webclientDAT", "client", timeout=5000, url="", authtype="none")

    with pytest.raises(ValueError, match="control character"):
        stage.device(client).request("http://127.0.0.1:9/", "GET", header={"X": "a\nb"})
    stage.frames(3)

    assert stage.device(client).connections == []
