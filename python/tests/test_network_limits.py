"""Tests of what happens when peers ask for too much, or the system has nothing left."""

from __future__ import annotations

import random
import resource
import socket
from typing import Any

import pytest
from network_stage import DAT, DEADLINE, Stage, free_port
from understudy_network import _http_connection, _loop, _streams, web_server


@pytest.fixture
def server(stage: Stage) -> DAT:
    server = stage.make("webserverDAT", "web", port=free_port())
    server.on("onHTTPRequest", lambda *_: {"statusCode": 200, "data": "fine"})
    server.on("onWebSocketReceiveText")
    stage.frames(1)
    return server


def connect(server: DAT) -> socket.socket:
    port = server.par["port"]
    assert port
    return socket.create_connection(("127.0.0.1", port.value), DEADLINE)


def answer(stage: Stage, peer: socket.socket) -> bytes:
    """Everything that comes until the other end closes."""
    parts: list[bytes] = []

    def ended() -> bool:
        try:
            parts.append(peer.recv(65536))
        except BlockingIOError:
            return False
        return not parts[-1]

    peer.setblocking(False)
    stage.until(ended)
    return b"".join(parts)


def test_a_client_that_never_finishes_its_request_is_let_go(
    stage: Stage, server: DAT, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_http_connection, "_SILENCE_SECONDS", 0.05)
    peer = connect(server)
    peer.sendall(b"GET / HTTP/1.1\r\nHost")
    assert answer(stage, peer) == b""


def test_a_client_that_does_not_read_its_answer_is_let_go(
    stage: Stage, server: DAT, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_streams, "_STALL_SECONDS", 0.05)
    server.on("onHTTPRequest", lambda *_: {"statusCode": 200, "data": bytes(30_000_000)})
    peer = connect(server)
    peer.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    device = stage.device(server)
    stage.until(lambda: device.loop.held > 0)
    stage.until(lambda: device.loop.held == 0 and not device._connections)


def test_more_than_all_connections_together_may_hold_is_refused(
    stage: Stage, server: DAT, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_loop, "MEMORY", 1_000_000)
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n"
    first, second = connect(server), connect(server)
    first.sendall(head + b"x" * 600_000)
    stage.until(lambda: stage.device(server).loop.held >= 600_000)

    second.setblocking(False)
    sent = 0
    data = head + b"x" * 600_000

    def refused() -> bytes:
        nonlocal sent
        try:
            if sent < len(data):
                sent += second.send(data[sent:])
            return second.recv(65536)
        except BlockingIOError:
            return b""

    assert stage.until(refused).startswith(b"HTTP/1.1 503")
    first.sendall(b"x" * 300_000 + b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer(stage, first).count(b"fine") == 2


def test_a_websocket_message_without_end_is_cut_off(
    stage: Stage, server: DAT, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("understudy_network._websocket.MESSAGE_LIMIT", 1000)
    peer = connect(server)
    peer.sendall(
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    fragment = b"\x01\xe4\0\0\0\0" + b"x" * 100
    peer.sendall(fragment + fragment.replace(b"\x01", b"\x00", 1) * 20)
    received = answer(stage, peer)
    # The close code 1009: too big.
    assert b"\x88" in received
    assert b"\x03\xf1" in received
    assert "onWebSocketReceiveText" not in server.names()


def test_a_flood_of_tiny_frames_takes_as_many_frames_as_it_needs(stage: Stage, server: DAT) -> None:
    server.on("onWebSocketReceivePong")
    peer = connect(server)
    peer.sendall(
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    peer.sendall(b"\x8a\x80aaaa" * 30_000)
    stage.until(lambda: "onWebSocketReceivePong" in server.names())
    assert len(server.calls) < 30_000
    stage.until(lambda: len(server.calls) == 30_000)


def test_connections_past_the_limit_are_not_taken(
    stage: Stage, server: DAT, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_server, "_CONNECTION_LIMIT", 3)
    peers = [connect(server) for _ in range(3)]
    stage.until(lambda: len(stage.device(server)._connections) == 3)
    assert answer(stage, connect(server)) == b""
    peers[0].close()
    stage.until(lambda: len(stage.device(server)._connections) == 2)
    last = connect(server)
    last.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer(stage, last).endswith(b"fine")


def test_a_system_without_descriptors_is_waited_for(stage: Stage, server: DAT) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with socket.socket() as probe:
        lowest = probe.fileno()
    peers: list[socket.socket] = []
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest + 21, hard))
    try:
        # Each connection needs two: one here and one there.
        for _ in range(20):
            peers.append(connect(server))
        stage.frames(50)
        assert len(stage.device(server)._connections) <= 1
        while len(peers) > 2:
            peers.pop().close()
        peers[0].sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert answer(stage, peers[0]).endswith(b"fine")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_harm_nobody(stage: Stage, server: DAT, seed: int) -> None:
    chance = random.Random(seed)
    words = [
        *(b"GET", b"POST", b" / ", b"HTTP/1.1", b"\r\n", b"\r\n\r\n", b": ", b"Host: x"),
        *(b"Content-Length: 5", b"Transfer-Encoding: chunked", b"Upgrade: websocket", b"5\r\n"),
        *(
            b"\x81\x85",
            b"\x88\x80",
            b"#bundle\0",
            b"/a\0\0",
            b",i\0\0",
            b"\0\0\0\x08",
            b"0\r\n\r\n",
        ),
    ]

    def noise() -> bytes:
        parts = [
            chance.choice(words) if chance.random() < 0.8 else chance.randbytes(chance.randrange(9))
            for _ in range(chance.randrange(40))
        ]
        return b"".join(parts)

    port = free_port(socket.SOCK_DGRAM)
    osc = stage.make("oscinDAT", "osc", port=port, protocol="msging", shared=False, addscope="*")
    osc.on("onReceiveOSC")
    tcp = stage.make("tcpipDAT", "tcp", port=free_port(), mode="server", format="perline")
    tcp.on("onReceive")
    stage.frames(1)
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    peers: list[Any] = []
    for _ in range(30):
        sender.sendto(noise(), ("127.0.0.1", port))
        for target in (server, tcp):
            peer = connect(target)
            peer.sendall(noise())
            peers.append(peer)
            if chance.random() < 0.5:
                peers.pop(chance.randrange(len(peers))).close()
        stage.frames(1)
    for peer in peers:
        peer.close()

    last = connect(server)
    last.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer(stage, last).endswith(b"fine")
    stage.until(lambda: stage.device(server).loop.held == 0)
