"""Tests of the Web Server DAT over real sockets."""

from __future__ import annotations

import base64
import http.client
import os
import socket
import time
import urllib.error
import urllib.request
from typing import Any

import pytest
from network_stage import DAT, DEADLINE, Stage, exchange, free_port


def answer_all(_dat: Any, request: dict[str, Any], response: dict[str, Any]) -> dict[str, Any]:
    response.update(statusCode=200, statusReason="OK", data=f"{request['method']} {request['uri']}")
    return response


@pytest.fixture
def server(stage: Stage) -> DAT:
    server = stage.make("webserverDAT", "web", port=free_port())
    server.on("onHTTPRequest", answer_all)
    server.on("onServerStart")
    server.on("onServerStop")
    stage.frames(1)
    assert server.error == ""
    return server


def port_of(server: DAT) -> int:
    port = server.par["port"]
    assert port
    return port.value


def get(server: DAT, path: str = "/", **more: Any) -> tuple[int, str]:
    request = urllib.request.Request(f"http://127.0.0.1:{port_of(server)}{path}", **more)
    try:
        with urllib.request.urlopen(request, timeout=DEADLINE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_a_request_reaches_the_callback_and_its_answer_the_client(
    stage: Stage, server: DAT
) -> None:
    seen: list[dict[str, Any]] = []

    def answer(_dat: Any, request: Any, response: Any) -> Any:
        seen.append(request)
        response["statusCode"], response["data"] = 201, b"\x00made"
        response["X-Made-By"] = "test"
        return response

    server.on("onHTTPRequest", answer)

    def ask() -> tuple[int, bytes, str | None]:
        client = http.client.HTTPConnection("127.0.0.1", port_of(server), timeout=DEADLINE)
        client.request("POST", "/a%20b?x=1&y=", b'{"a": 1}', {"Content-Type": "application/json"})
        reply = client.getresponse()
        return reply.status, reply.read(), reply.getheader("x-made-by")

    assert stage.beside(ask) == (201, b"\x00made", "test")
    request = seen[0]
    assert (request["method"], request["uri"], request["pars"]) == (
        "POST",
        "/a b",
        {"x": "1", "y": ""},
    )
    assert request["data"] == b'{"a": 1}'
    assert request["Content-Type"] == "application/json"
    assert request["clientAddress"].startswith("127.0.0.1:")
    assert request["serverAddress"] == f"127.0.0.1:{port_of(server)}"


def test_a_header_cannot_pass_itself_off_as_a_field_of_the_request(
    stage: Stage, server: DAT
) -> None:
    stage.beside(lambda: get(server, headers={"method": "DELETE", "clientAddress": "1.2.3.4"}))

    request = server.calls[-1][1]
    assert request["method"] == "GET"
    assert request["clientAddress"].startswith("127.0.0.1:")


def test_a_thousand_requests_on_one_connection_and_on_many(stage: Stage, server: DAT) -> None:
    def ask() -> set[bytes]:
        client = http.client.HTTPConnection("127.0.0.1", port_of(server), timeout=DEADLINE)
        answers: set[bytes] = set()
        for number in range(1000):
            client.request("GET", f"/{number}")
            answers.add(client.getresponse().read())
        return answers

    assert stage.beside(ask) == {f"GET /{number}".encode() for number in range(1000)}

    peers = [socket.create_connection(("127.0.0.1", port_of(server)), DEADLINE) for _ in range(300)]
    for peer in peers:
        peer.sendall(b"GET /many HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    stage.until(lambda: server.names().count("onHTTPRequest") == 1300)
    for peer in peers:
        assert peer.recv(65536).endswith(b"GET /many")
        peer.close()


def test_requests_sent_at_once_are_answered_in_their_order(stage: Stage, server: DAT) -> None:
    request = b"".join(b"GET /%d HTTP/1.1\r\nHost: x\r\n\r\n" % number for number in range(50))
    last = b"GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    text = stage.beside(lambda: exchange(port_of(server), request + last)).decode()

    uris = [part.split("\r\n\r\n")[1].split("HTTP")[0] for part in text.split("Connection: ")[1:]]
    assert uris == [*(f"GET /{number}" for number in range(50)), "GET /last"]


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400"),
        (b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", b"505"),
        (b"GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost : x\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nA: \x01\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\nHost: x\n\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"a" * 70_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 300 + b"\r\n", b"431"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 2\r\n\r\n", b"400"),
        (
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"400",
        ),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", b"501"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc", b"400"),
    ],
)
def test_what_is_no_request_is_refused_and_never_reaches_the_callback(
    stage: Stage, server: DAT, request_bytes: bytes, status: bytes
) -> None:
    answer = stage.beside(lambda: exchange(port_of(server), request_bytes))

    assert answer.startswith(b"HTTP/1.1 " + status)
    assert "onHTTPRequest" not in server.names()


def test_a_chunked_body_is_put_together_however_it_is_cut(stage: Stage, server: DAT) -> None:
    body = b"4;x=y\r\nWiki\r\n6\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\nTrailer: x\r\n\r\n"
    head = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"

    def ask() -> bytes:
        with socket.create_connection(("127.0.0.1", port_of(server)), DEADLINE) as peer:
            for byte in head + body:
                peer.sendall(bytes((byte,)))
            return peer.recv(65536)

    assert stage.beside(ask).startswith(b"HTTP/1.1 200")
    assert server.calls[-1][1]["data"] == b"Wikipedia in \r\n\r\nchunks."


def test_a_client_that_shuts_down_its_side_still_gets_its_answer(stage: Stage, server: DAT) -> None:
    def ask() -> bytes:
        with socket.create_connection(("127.0.0.1", port_of(server)), DEADLINE) as peer:
            peer.sendall(b"GET /half HTTP/1.1\r\nHost: x\r\n\r\n")
            peer.shutdown(socket.SHUT_WR)
            parts = b""
            while part := peer.recv(65536):
                parts += part
            return parts

    assert stage.beside(ask).endswith(b"GET /half")


def test_a_long_answer_arrives_whole_and_is_forgotten_when_nobody_reads_it(
    stage: Stage, server: DAT
) -> None:
    data = os.urandom(20_000_000)
    server.on("onHTTPRequest", lambda *_: {"statusCode": 200, "data": data})

    def ask() -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{port_of(server)}/") as answer:
            return answer.read()

    assert stage.beside(ask) == data

    peer = socket.create_connection(("127.0.0.1", port_of(server)), DEADLINE)
    peer.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    loop = stage.device(server).loop
    stage.until(lambda: loop.held > 1_000_000)
    peer.close()
    stage.until(lambda: loop.held == 0)


def test_a_callback_that_raises_or_answers_nonsense_is_a_500(stage: Stage, server: DAT) -> None:
    for answer in (
        lambda *_: 1 / 0,
        lambda *_: None,
        lambda *_: {"statusCode": 200, "X": "a\r\nSet-Cookie: stolen=1"},
        lambda *_: {"statusCode": 42},
        lambda *_: {"statusCode": 200, "bad name": "x"},
    ):
        server.on("onHTTPRequest", answer)
        assert stage.beside(lambda: get(server))[0] == 500
        assert "onHTTPRequest" in server.error

    server.functions.clear()
    assert stage.beside(lambda: get(server))[0] == 404


def test_of_a_header_in_several_spellings_the_last_one_counts(stage: Stage, server: DAT) -> None:
    server.on(
        "onHTTPRequest",
        lambda *_: {
            "statusCode": 200,
            "data": "{}",
            "Content-Type": "text/plain",
            "content-type": "application/json",
            "Content-Length": 99,
            "Set-Cookie": ["a=1", "b=2"],
        },
    )
    request = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    answer = stage.beside(lambda: exchange(port_of(server), request))

    assert answer.lower().count(b"content-type:") == 1
    assert b"content-type: application/json\r\n" in answer
    assert b"Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n" in answer
    assert answer.endswith(b"Content-Length: 2\r\nConnection: close\r\n\r\n{}")


def test_a_callback_that_destroys_its_own_operator_ends_the_connection(
    stage: Stage, server: DAT
) -> None:
    def destroy(dat: DAT, _request: Any, response: Any) -> Any:
        stage.remove(dat)
        return response

    server.on("onHTTPRequest", destroy)

    with pytest.raises((http.client.RemoteDisconnected, ConnectionError, urllib.error.URLError)):
        stage.beside(lambda: get(server))

    assert stage.network.is_idle


def test_head_and_bodyless_answers_keep_the_connection_in_step(stage: Stage, server: DAT) -> None:
    def ask() -> list[tuple[int, bytes]]:
        client = http.client.HTTPConnection("127.0.0.1", port_of(server), timeout=DEADLINE)
        answers: list[tuple[int, bytes]] = []
        for method in ("HEAD", "GET", "HEAD", "GET"):
            client.request(method, "/")
            reply = client.getresponse()
            answers.append((reply.status, reply.read()))
        return answers

    assert stage.beside(ask) == [(200, b""), (200, b"GET /"), (200, b""), (200, b"GET /")]


def test_the_port_is_free_at_once_after_deactivating_destroying_and_restarting(
    stage: Stage, server: DAT
) -> None:
    port = port_of(server)
    client = socket.create_connection(("127.0.0.1", port), DEADLINE)
    client.sendall(b"GET / HT")
    stage.frames(2)

    stage.pulse(server, "restart")
    stage.frames(1)
    assert client.recv(10) == b""
    assert stage.beside(lambda: get(server))[0] == 200
    assert server.names()[:3] == ["onServerStart", "onServerStop", "onServerStart"]

    stage.set(server, active=False)
    stage.frames(1)
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))

    stage.set(server, active=True)
    stage.frames(1)
    stage.remove(server)
    assert stage.network.is_idle
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), DEADLINE)


def test_a_taken_port_is_an_error_that_names_the_operator_that_holds_it(
    stage: Stage, server: DAT
) -> None:
    other = stage.make("webserverDAT", "other", port=port_of(server))
    stage.frames(2)
    assert other.error == f"port {port_of(server)} is in use by /project1/web"

    # It is tried again, and told when the port moves from one to the other within one frame.
    stage.set(other, active=False)
    stage.frames(1)
    stage.set(other, active=True)
    stage.set(server, active=False)
    stage.frames(1)
    assert other.error == ""
    stage.set(other, active=False)
    stage.frames(1)
    stage.set(server, active=True)
    stage.frames(1)
    stage.set(other, active=True)
    stage.frames(1)
    assert other.error != ""
    stage.remove(server)
    stage.until(lambda: other.error == "")
    other.on("onHTTPRequest", answer_all)
    assert stage.beside(lambda: get(other))[0] == 200


def test_basic_authentication(stage: Stage, server: DAT) -> None:
    check = stage.device(server).authenticateBasic
    token = "Basic " + base64.b64encode(b"ann:s:cret").decode()

    assert check(token, {"ann": "s:cret"})
    assert not check(token, {"ann": "other"})
    assert not check(token, {})
    assert not check("Basic !!!", {"ann": "s:cret"})
    assert not check("", {"": ""})


def test_a_thousand_connections_that_say_nothing_do_not_hold_up_a_frame(
    stage: Stage, server: DAT
) -> None:
    peers = [socket.create_connection(("127.0.0.1", port_of(server)), DEADLINE) for _ in range(400)]
    stage.until(lambda: len(stage.device(server)._connections) == len(peers))

    began = time.monotonic()
    stage.frames(100)
    assert time.monotonic() - began < 1.0
    assert stage.beside(lambda: get(server))[0] == 200
    for peer in peers:
        peer.close()
    stage.until(lambda: not stage.device(server)._connections)


def test_a_server_on_an_address_of_ipv6_is_written_with_brackets(stage: Stage) -> None:
    port = free_port()
    stage.host.address = "::1"
    server = stage.make("webserverDAT", "web", port=port)
    server.on("onHTTPRequest", answer_all)
    stage.frames(1)
    if "Cannot assign" in server.error or "not supported" in server.error:
        pytest.skip(f"this machine has no IPv6: {server.error}")

    def ask() -> bytes:
        with socket.create_connection(("::1", port), DEADLINE) as peer:
            peer.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return peer.recv(65536)

    assert stage.beside(ask).endswith(b"GET /")
    assert server.calls[-1][1]["serverAddress"] == f"[::1]:{port}"
    assert server.calls[-1][1]["clientAddress"].startswith("[::1]:")
