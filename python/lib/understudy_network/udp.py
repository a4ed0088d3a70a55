"""UDP In and UDP Out DAT, and what the OSC DATs share with them.

Source: <https://docs.derivative.ca/UDP_In_DAT>, <https://docs.derivative.ca/UDP_Out_DAT>.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from understudy_network import _osc
from understudy_network._connecting import find
from understudy_network._datagrams import Endpoint
from understudy_network._device import Device, bytes_of, joined
from understudy_network._listening import is_group, is_private, named
from understudy_network._rows import Rows, Splitter, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_WAITING_LIMIT = 1000


class DatagramPeer:
    """Who sent a datagram, and may be answered."""

    def __init__(self, device: DatagramDevice, address: tuple[str, int]) -> None:
        self.owner = device.dat
        self._device = device
        self.address, self.port = address

    @property
    def hostname(self) -> str:
        """The network address again: asking for a name could make a frame wait."""
        return self.address

    def close(self) -> bool:
        """Nothing is connected, so nothing is closed."""
        return False

    def send(self, *messages: str, terminator: str = "\0") -> int:
        """Answer with texts."""
        return self._device.send_to(joined(messages, terminator), (self.address, self.port))

    def sendBytes(self, *messages: Any) -> int:
        """Answer with bytes."""
        return self._device.send_to(bytes_of(messages), (self.address, self.port))

    def sendOSC(self, address: str, *values: Any, **options: bool) -> int:
        """Answer with OSC messages."""
        packets = osc_packets(address, values, **options)
        return sum(self._device.send_to(packet, (self.address, self.port)) for packet in packets)


class DatagramDevice(Device):
    """A port that datagrams come to and go from."""

    protocol = "udp"

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._endpoint: Endpoint | None = None
        self.rows = Rows(self)
        self._last: tuple[str, int] | None = None
        # Datagrams for a name that is still being looked up.
        self._waiting: list[bytes] = []
        self._target: tuple[str, int] | None = None
        self._hears_strangers = True

    def open(self) -> None:
        """Open the port."""
        if self.value("protocol", "msging") == "reliablemsging":
            raise ValueError("Reliable Messaging (UDT) is not spoken here; UDP is.")
        self.clear()
        self.bind()

    def clear(self) -> None:
        """Forget what was received."""
        self.rows.clear()

    def bind(self) -> None:
        """Open the endpoint; the kinds differ in what they bind to."""
        raise NotImplementedError

    def receive_from_all(self, port: int, group: str) -> None:
        """Open the port for whoever may send here: a project alone opens none to other machines."""
        wish, local = str(self.value("localaddress") or ""), self.host.address
        if is_private(wish) or not is_private(local):
            local = wish or local
        self.listen(local, port, group)
        where = group or local
        self.announce(
            f"listens on {named(where, port)} (UDP)",
            local,
        )
        if wish and wish != local:
            refused = f"does not open its Local Address {wish} without --listen"
            self.host.announce(self.dat, refused)

    def send_towards(self, receiver: str, port: int, local_port: int = 0) -> None:
        """Open a port to send from, and find the receiver, whose answers alone come in."""
        local = str(self.value("localaddress") or "")
        if not local:
            local = "0.0.0.0"
            if is_private(receiver) or local_port:
                local = "::1" if receiver == "::1" else self.host.address
        self._hears_strangers = False
        self.listen(local, local_port)
        self.look_up(receiver, port)

    def listen(self, address: str, port: int, group: str = "") -> None:
        """Open an endpoint on a port."""
        self._endpoint = Endpoint.open(self, address, port, group, bool(self.value("shared")))
        self.holds("udp", self._endpoint.port)
        self.stands()

    def close(self) -> None:
        """Free the port."""
        if self._endpoint:
            self._endpoint.leave(self)
        self._endpoint = self._last = self._target = None
        self._waiting.clear()

    def pulsed(self, name: str) -> None:
        """Clear the table."""
        if name == "clear":
            self.clear()

    def came(self, data: bytes, address: tuple[str, int]) -> None:
        """A datagram has come."""
        if not self._hears_strangers and not self._is_expected(address[0]):
            return
        self._last = address
        self.deliver(lambda: self.took(data, address))

    def took(self, data: bytes, address: tuple[str, int]) -> None:
        """Show a datagram and tell the callbacks."""
        peer = self.host.peer(self.dat, DatagramPeer(self, address))

        def tell(piece: bytes) -> None:
            text = text_of(piece)
            self.call("onReceive", self.dat, self.rows.add([text], piece), text, piece, peer)

        pieces = Splitter(str(self.value("format", "permessage"))).cut(data, True)
        self.deliver_each(pieces, tell)

    def send_to(self, data: bytes, address: tuple[str, int]) -> int:
        """Send a datagram; the bytes that went, or -1."""
        return self._endpoint.send(data, address) if self._endpoint else -1

    def send_on(self, data: bytes) -> int:
        """Send a datagram to whom the operator sends."""
        if not self._endpoint:
            return -1
        if self._target is None:
            return self._wait_for_target(data)
        return self.send_to(data, self._target)

    def send(self, *messages: str, terminator: str = "\0") -> int:
        """Send texts in one datagram."""
        return self.send_on(joined(messages, terminator))

    def sendBytes(self, *messages: Any) -> int:
        """Send bytes in one datagram."""
        return self.send_on(bytes_of(messages))

    def sendOSC(self, address: str, *values: Any, **options: bool) -> int:
        """Send OSC messages, a datagram each or all in a bundle."""
        sent = [self.send_on(packet) for packet in osc_packets(address, values, **options)]
        return sum(sent) if min(sent, default=0) >= 0 else -1

    def look_up(self, name: str, port: int) -> None:
        """Find whom the operator sends to; until then datagrams wait."""

        def found(addresses: list[str], why: str) -> None:
            if not self.is_open:
                return
            usable = [one for one in addresses if ":" not in one] or addresses
            if not usable:
                self._waiting.clear()
                self.lost(why)
                return
            self._target = (usable[0], port)
            waiting, self._waiting = self._waiting, []
            for data in waiting:
                self.send_on(data)

        find(self.loop, name, found)

    def _is_expected(self, address: str) -> bool:
        """Whether the receiver sends from there; a group's members send from anywhere."""
        target = self._target[0] if self._target else ""
        return address == target or is_group(target)

    def _wait_for_target(self, data: bytes) -> int:
        if len(self._waiting) >= _WAITING_LIMIT:
            return -1
        self._waiting.append(data)
        return len(data)


class UDPIn(DatagramDevice):
    """Receives datagrams, and answers the sender of the last one."""

    settings = ("protocol", "address", "port", "shared")

    def bind(self) -> None:
        """Listen on the port."""
        group = self.value("address") if self.value("protocol") == "multicastmsging" else ""
        self.receive_from_all(int(self.value("port")), str(group or ""))

    def send_on(self, data: bytes) -> int:
        """Answer whoever sent last; before that there is nobody to send to."""
        return self.send_to(data, self._last) if self._last else -1


class UDPOut(DatagramDevice):
    """Sends datagrams, and receives what is answered."""

    settings = (
        "protocol",
        "address",
        "port",
        "localaddress",
        "localportmode",
        "localport",
        "shared",
    )

    def bind(self) -> None:
        """Take a port of one's own and find the receiver."""
        manual = self.value("localportmode", "automatic") == "manual"
        name = str(self.value("address") or "localhost")
        local_port = int(self.value("localport")) if manual else 0
        self.send_towards(name, int(self.value("port")), local_port)


def osc_packets(
    address: str,
    values: Sequence[Any],
    asBundle: bool = False,
    useNonStandardTypes: bool = True,
    use64BitPrecision: bool = False,
) -> list[bytes]:
    """The packets of `sendOSC`: pairs of an address and its list of values."""
    arguments = [address, *values]
    pairs: list[tuple[str, Sequence[Any]]] = []
    while arguments:
        name = arguments.pop(0)
        if not isinstance(name, str):
            raise TypeError(f"an OSC address is a str, not {type(name).__name__}")
        given: Any = arguments.pop(0) if arguments else []
        # Bytes that stand alone are a list of numbers, as in TouchDesigner.
        is_list = isinstance(given, (list, tuple, bytes, bytearray))
        pairs.append((name, list(given) if is_list else [given]))  # pyright: ignore
    return _osc.encode(pairs, asBundle, useNonStandardTypes, use64BitPrecision)
