"""Tests of the OSC DATs and CHOPs over real sockets."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from network_stage import DAT, Stage, free_port


def listening(dat: DAT, *names: str) -> DAT:
    for name in names:
        dat.on(name)
    return dat


def udp(stage: Stage, kind: str, name: str, **values: Any) -> DAT:
    base = {"protocol": "msging", "address": "localhost", "format": "permessage", "shared": False}
    dat = stage.make(kind, name, **{**base, **values})
    return listening(dat, "onReceive", "onReceiveOSC")


def test_osc_keeps_every_type_both_ways(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = udp(stage, "oscinDAT", "in", port=port, addscope="/a*", splitbundle=True)
    sender = udp(stage, "oscoutDAT", "out", port=port)
    stage.frames(1)
    values = [1, 2.5, "text", b"\x01\x02\x03", True, False, None, float("inf"), 1 << 40, [1, ["x"]]]

    stage.device(sender).sendOSC("/abc", values, "/other", [1], "/a/2", 7)
    stage.until(lambda: len(receiver.calls) == 2)

    name, row, message, _data, time_tag, address, args, peer = receiver.calls[0]
    assert (name, row, time_tag, address) == ("onReceiveOSC", 1, 0, "/abc")
    assert args == values
    assert message == ('/abc 1 2.5 "text" "1 2 3" True False None inf 1099511627776 "1 x"')
    assert receiver.calls[1][5:7] == ("/a/2", [7])
    assert peer.sendOSC("/back", [1]) == 16
    stage.until(lambda: sender.calls)
    assert sender.calls[0][5:7] == ("/back", [1])


def test_osc_rows_split_as_the_parameters_say(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = udp(
        stage,
        "oscinDAT",
        "in",
        port=port,
        splitmessage=True,
        typetag=True,
        bytes=True,
        bundletimestamp=True,
        splitbundle=True,
    )
    sender = udp(stage, "oscoutDAT", "out", port=port)
    stage.frames(1)
    stage.device(sender).sendOSC("/a", [1, "x"], "/b", [], asBundle=True)
    stage.until(lambda: len(receiver.calls) == 2)

    assert receiver.rows[0] == ["timestamp", "message", "bytes"]
    assert [row[:2] + row[3:] for row in receiver.rows[1:]] == [
        ["1", "/a", ",is", "1", "x"],
        ["1", "/b", ","],
    ]


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"nonsense",
        b"/no-end",
        b"/a\0\0,i\0\0\0\0",
        b"/a\0\0,b\0\0\xff\xff\xff\xff",
        b"/a\0\0,[[\0",
        b"/a\0\0,]\0\0",
        b"/a\0\0,Q\0\0",
        b"#bundle\0",
        b"#bundle\0" + bytes(8) + b"\0\0\0\x07/a\0\0",
        b"#bundle\0" + bytes(8) + b"\xff\xff\xff\xff",
    ],
)
def test_what_is_no_osc_is_told_and_the_next_packet_is_taken(stage: Stage, packet: bytes) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = udp(stage, "oscinDAT", "in", port=port)
    stage.frames(1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(packet, ("127.0.0.1", port))
        stage.until(lambda: "no OSC packet" in receiver.error)
        sender.sendto(b"/a\0\0,i\0\0\0\0\0\x07", ("127.0.0.1", port))
        stage.until(lambda: receiver.calls)
    assert receiver.calls[0][6] == [7]


def test_numbers_that_do_not_fit_are_refused(stage: Stage) -> None:
    sender = stage.make("oscoutDAT", "out", address="localhost", port=9)
    stage.frames(1)
    device = stage.device(sender)
    with pytest.raises(OverflowError):
        device.sendOSC("/a", [1 << 40], useNonStandardTypes=False)
    with pytest.raises(ValueError, match="slash"):
        device.sendOSC("a", [1])
    with pytest.raises(ValueError, match="no single byte"):
        device.sendBytes(256)
    with pytest.raises(TypeError):
        device.send(1)


def test_osc_chops_make_channels_of_addresses_and_back(stage: Stage) -> None:
    port = free_port(socket.SOCK_DGRAM)
    receiver = stage.make(
        "oscinCHOP",
        "in",
        protocol="msging",
        netaddress="",
        port=port,
        oscaddressscope="/*",
        stripsegments=0,
        resetchannels=False,
        resetvalues=False,
    )
    sender = stage.make(
        "oscoutCHOP",
        "out",
        protocol="msging",
        netaddress="localhost",
        port=port,
        numericformat="float",
        format="sample",
        sendevents=False,
    )
    stage.frames(1)

    sender.values = {"1/fader": 0.5, "x": -2.0}
    stage.network.end_frame()
    stage.until(lambda: receiver.values)
    assert receiver.values == {"1/fader": 0.5, "x": -2.0}

    # What has not changed is not sent again.
    receiver.values = {}
    stage.network.end_frame()
    sender.values["x"] = 3.0
    stage.network.end_frame()
    stage.until(lambda: receiver.values == {"1/fader": 0.5, "x": 3.0})

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.sendto(b"/a/xy\0\0\0,ifs\0\0\0\0\0\0\0\x01\x3f\x00\0\0no\0\0", ("127.0.0.1", port))
        stage.until(lambda: "a/xy2" in receiver.values)
        assert (receiver.values["a/xy1"], receiver.values["a/xy2"]) == (1.0, 0.5)
        stage.set(receiver, stripsegments=1)
        peer.sendto(b"/a/b\0\0\0\0,T\0\0", ("127.0.0.1", port))
        stage.until(lambda: receiver.values.get("b") == 1.0)
    stage.pulse(receiver, "resetvaluespulse")
    stage.frames(1)
    assert set(receiver.values.values()) == {0.0}
    stage.pulse(receiver, "resetchannelspulse")
    stage.frames(1)
    assert receiver.values == {}
