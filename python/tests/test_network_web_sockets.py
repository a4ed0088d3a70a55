"""Tests of the WebSockets of the Web Server DAT, with a client that may break every rule."""

from __future__ import annotations

import contextlib
import os
import socket
import struct

import pytest
from network_stage import DAT, DEADLINE, Stage, exchange, free_port


@pytest.fixture
def server(stage: Stage) -> DAT:
    server = stage.make("webserverDAT", "web", port=free_port())
    for name in ("Open", "Close", "ReceiveText", "ReceiveBinary", "ReceivePong"):
        server.on("onWebSocket" + name)
    server.on("onServerStop")
    stage.frames(1)
    assert server.error == ""
    return server


def port_of(server: DAT) -> int:
    port = server.par["port"]
    assert port
    return port.value


class WebSocketPeer:
    """A WebSocket client that may also break the rules."""

    def __init__(self, server: DAT, stage: Stage, path: str = "/") -> None:
        self.stage = stage
        self.socket = socket.create_connection(("127.0.0.1", port_of(server)), DEADLINE)
        self.socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        self.socket.setblocking(False)
        self.data = b""
        # The key and its answer are the example of RFC 6455.
        head = self.take_until(b"\r\n\r\n")
        assert b"101" in head
        assert b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in head

    def read(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self.data += self.socket.recv(65536)

    def take_until(self, end: bytes) -> bytes:
        def arrived() -> bool:
            self.read()
            return end in self.data

        self.stage.until(arrived)
        head, _, self.data = self.data.partition(end)
        return head

    def take(self, count: int) -> bytes:
        def arrived() -> bool:
            self.read()
            return len(self.data) >= count

        self.stage.until(arrived)
        taken, self.data = self.data[:count], self.data[count:]
        return taken

    def send(self, opcode: int, data: bytes, is_last: bool = True) -> None:
        mask = os.urandom(4)
        length = len(data)
        if length < 126:
            size = struct.pack("!B", 0x80 | length)
        elif length < 65536:
            size = struct.pack("!BH", 0x80 | 126, length)
        else:
            size = struct.pack("!BQ", 0x80 | 127, length)
        body = bytes(byte ^ mask[place % 4] for place, byte in enumerate(data))
        self.raw(bytes([opcode | (0x80 if is_last else 0)]) + size + mask + body)

    def raw(self, data: bytes) -> None:
        self.socket.setblocking(True)
        self.socket.sendall(data)
        self.socket.setblocking(False)

    def frame(self) -> tuple[int, bytes]:
        first, second = self.take(2)
        assert not second & 0x80, "a server does not mask"
        length = second
        if second == 126:
            (length,) = struct.unpack("!H", self.take(2))
        elif second == 127:
            (length,) = struct.unpack("!Q", self.take(8))
        return first & 0x0F, self.take(length)


def test_websocket_messages_go_both_ways(stage: Stage, server: DAT) -> None:
    peer = WebSocketPeer(server, stage, "/chat?x=1")
    peer.send(1, "grüß".encode())
    peer.send(2, b"\x00\x01" * 70_000)
    stage.until(lambda: "onWebSocketReceiveBinary" in server.names())

    client = server.calls[-1][1]
    assert ("onWebSocketOpen", client, "/chat") in server.calls
    assert ("onWebSocketReceiveText", client, "grüß") in server.calls
    assert server.calls[-1] == ("onWebSocketReceiveBinary", client, b"\x00\x01" * 70_000)
    device = stage.device(server)
    assert device.webSocketConnections == [client]

    device.webSocketSendText(client, "x" * 200)
    device.webSocketSendBinary(client, b"\xff" * 70_000)
    assert peer.frame() == (1, b"x" * 200)
    assert peer.frame() == (2, b"\xff" * 70_000)


def test_a_message_in_fragments_with_a_ping_between_them_is_one_message(
    stage: Stage, server: DAT
) -> None:
    peer = WebSocketPeer(server, stage)
    peer.send(1, b"one ", is_last=False)
    peer.send(9, b"alive?")
    peer.send(0, b"message", is_last=True)

    # No callback answers pings here, so the server does.
    assert peer.frame() == (10, b"alive?")
    stage.until(lambda: "onWebSocketReceiveText" in server.names())
    assert server.calls[-1][2] == "one message"


def test_a_ping_callback_answers_itself(stage: Stage, server: DAT) -> None:
    device = stage.device(server)
    server.on(
        "onWebSocketReceivePing",
        lambda _, client, data: device.webSocketSendPong(client, data=data + b"!"),
    )
    peer = WebSocketPeer(server, stage)
    peer.send(9, b"ping")
    assert peer.frame() == (10, b"ping!")

    device.webSocketSendPing(device.webSocketConnections[0], data=b"you?")
    assert peer.frame() == (9, b"you?")
    peer.send(10, b"you?")
    stage.until(lambda: "onWebSocketReceivePong" in server.names())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x81\x03abc", 1002),  # not masked
        (b"\xc1\x80aaaa", 1002),  # reserved bit
        (b"\x83\x80aaaa", 1002),  # unknown opcode
        (b"\x09\x80aaaa", 1002),  # a ping in fragments
        (b"\x89\xfe\x00\x80aaaa" + b"x" * 128, 1002),  # a long ping
        (b"\x80\x80aaaa", 1002),  # nothing to continue
        (b"\x01\x80aaaa\x01\x80aaaa", 1002),  # a message within a message
        (b"\x81\x82\x00\x00\x00\x00\xff\xfe", 1007),  # not UTF-8
        (b"\x82\xff\x00\x00\x00\x01\x00\x00\x00\x00aaaa", 1009),  # four gigabytes
        (b"\x88\x81\x00\x00\x00\x00x", 1002),  # half a close code
        (b"\x88\x82\x00\x00\x00\x00\x03\xed", 1002),  # 1005 is never sent
    ],
)
def test_a_peer_that_breaks_the_protocol_is_told_and_let_go(
    stage: Stage, server: DAT, data: bytes, code: int
) -> None:
    peer = WebSocketPeer(server, stage)
    peer.raw(data)

    opcode, body = peer.frame()
    assert opcode == 8
    assert struct.unpack("!H", body[:2])[0] == code
    stage.until(lambda: "onWebSocketClose" in server.names())
    assert stage.device(server).webSocketConnections == []


def test_either_side_may_say_good_bye(stage: Stage, server: DAT) -> None:
    peer = WebSocketPeer(server, stage)
    peer.send(8, struct.pack("!H", 1000) + b"bye")
    assert peer.frame() == (8, struct.pack("!H", 1000))
    stage.until(lambda: server.names().count("onWebSocketClose") == 1)

    peer = WebSocketPeer(server, stage)
    device = stage.device(server)
    device.webSocketClose(device.webSocketConnections[0])
    assert peer.frame() == (8, struct.pack("!H", 1000))
    peer.send(8, struct.pack("!H", 1000))
    stage.until(lambda: server.names().count("onWebSocketClose") == 2)

    with pytest.raises(ValueError, match="no WebSocket open"):
        device.webSocketSendText("127.0.0.1:1", "x")


def test_a_client_that_vanishes_is_closed_and_one_at_stopping_is_told(
    stage: Stage, server: DAT
) -> None:
    peer = WebSocketPeer(server, stage)
    peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.socket.close()
    stage.until(lambda: "onWebSocketClose" in server.names())

    peer = WebSocketPeer(server, stage)
    stage.set(server, active=False)
    stage.frames(1)
    assert peer.frame() == (8, struct.pack("!H", 1001))
    assert server.names()[-2:] == ["onWebSocketClose", "onServerStop"]


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", b"426"),
        ("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short", b"400"),
        ("Sec-WebSocket-Version: 13", b"400"),
    ],
)
def test_a_malformed_handshake_is_refused(
    stage: Stage, server: DAT, header: str, status: bytes
) -> None:
    start = "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    request = f"{start}{header}\r\n\r\n"

    assert stage.beside(lambda: exchange(port_of(server), request.encode())).startswith(
        b"HTTP/1.1 " + status
    )
