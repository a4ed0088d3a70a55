"""Tests of the TCP/IP, UDP and WebSocket DATs over real sockets."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from network_stage import DAT, DEADLINE, Stage, free_port


def listening(dat: DAT, *names: str) -> DAT:
    for name in names:
        dat.on(name)
    return dat


def tcp(stage: Stage, name: str, **values: Any) -> DAT:
    dat = stage.make("tcpipDAT", name, **{"address": "localhost", "format": "perline", **values})
    return listening(dat, "onConnect", "onReceive", "onClose")


def test_tcp_client_and_server_talk_line_by_line(stage: Stage) -> None:
    port = free_port()
    server = tcp(stage, "server", mode="server", port=port)
    client = tcp(stage, "client", mode="client", port=port)
    stage.until(lambda: server.names() == client.names() == ["onConnect"])

    assert stage.device(client).send("one\ntw") == 7
    stage.until(lambda: len(server.calls) > 1)
    assert stage.device(client).send("o", terminator="\r\n") == 3
    stage.until(lambda: len(server.calls) == 4)

    # The NUL that ends a text by default ends a line too.
    assert [call[1:4] for call in server.calls[1:]] == [
        (1, "one", b"one"),
        (2, "tw", b"tw"),
        (3, "o", b"o"),
    ]
    assert server.rows == [["message"], ["one"], ["tw"], ["o"]]

    peer = server.calls[1][4]
    assert (peer.owner, peer.address, peer.hostname) == (server, "127.0.0.1", "127.0.0.1")
    assert peer.sendBytes("x", 1, b"\xff", [2, 3], terminator_is_none := 10) == 6
    assert terminator_is_none == 10
    stage.until(lambda: len(client.calls) > 1)
    assert client.calls[1][3] == b"x\x01\xff\x02\x03"
    assert (client.calls[1][4].address, client.calls[1][4].port) == ("127.0.0.1", port)

    assert peer.close()
    stage.until(lambda: client.names()[-1] == server.names()[-1] == "onClose")
    assert peer.send("late") == -1
    assert not peer.close()
    # The client connects again by itself.
    stage.until(lambda: server.names().count("onConnect") == 2)


def test_tcp_bytes_and_all(stage: Stage) -> None:
    server = tcp(stage, "server", mode="server", port=free_port(), format="perbyte", bytes=True)
    stage.frames(1)
    with socket.create_connection(("127.0.0.1", server.par["port"].eval()), DEADLINE) as peer:  # type: ignore[union-attr]
        peer.sendall(b"ab\0")
        stage.until(lambda: server.names().count("onReceive") == 3)
    assert server.rows == [["message", "bytes"], ["a", "97"], ["b", "98"], ["", "0"]]

    stage.set(server, format="all")
    stage.frames(1)
    with socket.create_connection(("127.0.0.1", server.par["port"].eval()), DEADLINE) as peer:  # type: ignore[union-attr]
        peer.sendall(b"all\nof it")
        stage.until(lambda: server.names()[-1] == "onReceive")
    assert server.calls[-1][3] == b"all\nof it"


def test_the_oldest_rows_leave_and_clear_leaves_the_heading(stage: Stage) -> None:
    server = tcp(stage, "server", mode="server", port=free_port(), clamp=True, maxlines=3)
    stage.frames(1)
    with socket.create_connection(("127.0.0.1", server.par["port"].eval()), DEADLINE) as peer:  # type: ignore[union-attr]
        peer.sendall(b"".join(b"%d\n" % number for number in range(10)))
        stage.until(lambda: server.names().count("onReceive") == 10)
    assert server.rows == [["message"], ["7"], ["8"], ["9"]]
    assert [call[1] for call in server.calls if call[0] == "onReceive"] == [1, 2] + [3] * 8

    stage.pulse(server, "clear")
    stage.frames(1)
    assert server.rows == [["message"]]


def test_a_client_without_a_server_says_so_and_connects_once_there_is_one(stage: Stage) -> None:
    port = free_port()
    client = tcp(stage, "client", mode="client", port=port)
    stage.until(lambda: client.error == "Connection refused")
    server = tcp(stage, "server", mode="server", port=port)

    stage.until(lambda: client.names() == server.names() == ["onConnect"])
    assert client.error == ""


def test_names_that_nobody_knows_are_told_without_holding_up_a_frame(stage: Stage) -> None:
    client = tcp(stage, "client", mode="client", port=1, address="no.such.name.invalid")
    stage.until(lambda: "no.such.name.invalid was not found" in client.error)


def test_a_name_that_many_ask_for_is_looked_up_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    server = tcp(stage, "server", mode="server", port=port)
    asked: list[str] = []

    def look_up(name: str, *_: Any, **__: Any) -> list[Any]:
        asked.append(name)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    for number in range(20):
        tcp(stage, f"client{number}", mode="client", port=port, address="stage.example")
    stage.until(lambda: server.names().count("onConnect") == 20)
    assert asked == ["stage.example"]


def udp(stage: Stage, kind: str, name: str, **values: Any) -> DAT:
    base = {"protocol": "msging", "address": "localhost", "format": "permessage", "shared": False}
    dat = stage.make(kind, name, **{**base, **values})
    return listening(dat, "onReceive", "onReceiveOSC")


def test_udp_goes_out_comes_in_and_is_answered(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = udp(stage, "udpinDAT", "in", port=port)
    sender = udp(stage, "udpoutDAT", "out", port=port)
    stage.frames(1)
    # Nobody has sent anything that could be answered.
    assert stage.device(receiver).send("lost") == -1

    assert stage.device(sender).send("Hello", "World") == 11
    stage.until(lambda: receiver.calls)
    assert receiver.calls[0][1:4] == (1, "HelloWorld", b"HelloWorld\0")

    assert stage.device(receiver).sendBytes(1, 2) == 2
    assert receiver.calls[0][4].send("by peer", terminator="") == 7
    stage.until(lambda: len(sender.calls) == 2)
    assert {call[3] for call in sender.calls} == {b"\x01\x02", b"by peer"}


def test_udp_lines_and_bytes(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = udp(stage, "udpinDAT", "in", port=port, format="perline")
    sender = udp(stage, "udpoutDAT", "out", port=port)
    stage.frames(1)
    stage.device(sender).sendBytes("one\r\ntwo")
    stage.until(lambda: len(receiver.calls) == 2)
    assert [call[2] for call in receiver.calls] == ["one", "two"]


def test_operators_share_a_port_only_when_both_are_asked_to(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    one = udp(stage, "udpinDAT", "one", port=port, shared=True)
    two = udp(stage, "udpinDAT", "two", port=port, shared=True)
    other = udp(stage, "udpinDAT", "other", port=port)
    sender = udp(stage, "udpoutDAT", "out", port=port)
    stage.frames(2)
    assert one.error == two.error == ""
    assert other.error == f"port {port} is in use by /project1/one"

    stage.device(sender).send("both")
    stage.until(lambda: one.calls and two.calls)
    stage.remove(one)
    stage.device(sender).send("second")
    stage.until(lambda: len(two.calls) == 2)


def test_a_group_is_joined_and_left(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    group = {"protocol": "multicastmsging", "address": "239.255.77.7", "port": port}
    receivers = [udp(stage, "udpinDAT", name, **group) for name in ("one", "two")]
    sender = udp(stage, "udpoutDAT", "out", **group, localaddress="127.0.0.1")
    stage.frames(1)
    assert [dat.error for dat in (*receivers, sender)] == ["", "", ""]

    assert stage.device(sender).send("to all", terminator="") == 6
    stage.until(lambda: all(receiver.calls for receiver in receivers))
    assert {receiver.calls[0][2] for receiver in receivers} == {"to all"}


def test_the_receivers_of_ten_thousand_datagrams_take_as_many_frames_as_they_need(
    stage: Stage,
) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = udp(stage, "udpinDAT", "in", port=port, format="perbyte")
    sender = udp(stage, "udpoutDAT", "out", port=port)
    stage.frames(1)
    stage.device(sender).sendBytes(b"x" * 20_000)
    stage.until(lambda: receiver.calls)
    assert 1 <= len(receiver.calls) < 20_000
    stage.until(lambda: len(receiver.calls) == 20_000)


def test_a_websocket_dat_speaks_with_a_web_server_dat_and_comes_back(stage: Stage) -> None:
    port = free_port()
    server = stage.make("webserverDAT", "server", port=port)
    listening(server, "onWebSocketOpen", "onWebSocketReceiveText", "onWebSocketReceiveBinary")
    client = stage.make("websocketDAT", "client", netaddress="ws://localhost/chat", port=port)
    names = ("onConnect", "onDisconnect", "onReceiveText", "onReceiveBinary", "onReceivePong")
    listening(client, *names)
    stage.until(lambda: client.names() == ["onConnect"])
    address = server.calls[0][1]
    assert server.calls[0] == ("onWebSocketOpen", address, "/chat")

    assert stage.device(client).sendText("one ", "two") > 0
    assert stage.device(client).sendBinary(1, "a", b"\xff") > 0
    assert stage.device(client).sendPing("?") > 0
    stage.until(lambda: len(server.calls) == 3 and "onReceivePong" in client.names())
    assert [call[2] for call in server.calls[1:]] == ["one two", b"\x01a\xff"]

    stage.device(server).webSocketSendText(address, "hello")
    stage.until(lambda: "onReceiveText" in client.names())
    assert client.calls[-1] == ("onReceiveText", 1, "hello")
    assert client.rows == [["message"], ["hello"]]

    stage.device(server).webSocketClose(address)
    stage.until(lambda: "onDisconnect" in client.names())
    stage.until(lambda: client.names().count("onConnect") == 2)


def test_a_websocket_dat_that_meets_no_websocket_says_so(stage: Stage) -> None:
    port = free_port()
    server = stage.make("webserverDAT", "server", port=port)
    tcp_server = tcp(stage, "tcp", mode="server", port=free_port())
    client = stage.make("websocketDAT", "client", netaddress="127.0.0.1", port=port)
    monitor = listening(client, "onMonitorMessage", "onConnect")
    stage.until(lambda: "onConnect" in client.names())
    assert server.error == ""

    stage.set(client, port=tcp_server.par["port"].eval())  # type: ignore[union-attr]
    stage.until(lambda: "onReceive" in tcp_server.names())
    tcp_server.calls[0][1].send("HTTP/1.1 200 OK\r\n\r\n", terminator="")
    stage.until(lambda: client.error == "the server answered 200 OK")
    assert ("onMonitorMessage", "disconnected: the server answered 200 OK") in monitor.calls


def test_a_setting_that_raises_is_the_operators_error(stage: Stage) -> None:
    server = tcp(stage, "server", mode="server", port=ZeroDivisionError("no port"))
    stage.frames(2)
    assert server.error == "ZeroDivisionError: no port"
    stage.set(server, port=free_port())
    stage.frames(1)
    assert server.error == ""


@pytest.mark.parametrize("port", [-1, 70_000])
def test_an_impossible_port_is_the_operators_error(stage: Stage, port: int) -> None:
    server = tcp(stage, "server", mode="server", port=port)
    sender = udp(stage, "udpinDAT", "in", port=port)
    client = tcp(stage, "client", mode="client", port=port)
    stage.frames(2)
    assert "port" in server.error
    assert "port" in sender.error
    assert "port" in client.error


def test_an_answer_of_a_stranger_does_not_come_in(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    sender = udp(stage, "udpoutDAT", "out", port=port, address="127.0.0.2")
    stage.frames(1)
    own = ("127.0.0.1", stage.device(sender)._endpoint.port)

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        stranger.bind(("127.0.0.3", 0))
        stranger.sendto(b"let me in", own)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
            receiver.bind(("127.0.0.2", 0))
            receiver.sendto(b"answer", own)
            stage.until(lambda: sender.calls)

    assert [call[2].rstrip("\0") for call in sender.calls] == ["answer"]


def test_a_project_alone_opens_no_port_to_other_machines(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = udp(stage, "oscinDAT", "in", port=port, localaddress="0.0.0.0")
    sender = udp(stage, "udpoutDAT", "out", port=port, address="127.0.0.1")
    stage.frames(1)

    for dat in (receiver, sender):
        assert stage.device(dat)._endpoint._socket.getsockname()[0] == "127.0.0.1"
    assert stage.host.said == [
        f"/project1/in: listens on 127.0.0.1:{port} (UDP), for this machine only; "
        "--listen lets others in",
        "/project1/in: does not open its Local Address 0.0.0.0 without --listen",
    ]
