"""TCP/IP DAT, as client and as server.

Source: <https://docs.derivative.ca/TCP/IP_DAT>, <https://docs.derivative.ca/TcpipDAT_Class>.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from understudy_network._connecting import Connection
from understudy_network._device import Device, bytes_of, joined
from understudy_network._listening import Listener, named
from understudy_network._rows import Rows, Splitter, text_of
from understudy_network._streams import Stream
from understudy_network.udp import osc_packets

if TYPE_CHECKING:
    import socket
    from typing import Any

_CONNECT_SECONDS = 10.0
# More than that wait in the system until one of these ends.
_PEER_LIMIT = 4096


class StreamPeer:
    """One connection of a TCP/IP DAT."""

    def __init__(self, device: TCPIP, address: str, port: int) -> None:
        self.owner = device.dat
        self.address, self.port = address, port
        self.stream: Stream | None = None
        self.public: Any = device.host.peer(device.dat, self)
        self._device = device
        self._splitter = Splitter(str(device.value("format", "perline")))

    @property
    def hostname(self) -> str:
        """The network address again: asking for a name could make a frame wait."""
        return self.address

    def close(self) -> bool:
        """End the connection once everything is sent."""
        if self.stream is None or not self.stream.is_open:
            return False
        self.stream.close()
        return True

    def send(self, *messages: str, terminator: str = "\0") -> int:
        """Send texts."""
        return self.send_data(joined(messages, terminator))

    def sendBytes(self, *messages: Any) -> int:
        """Send bytes."""
        return self.send_data(bytes_of(messages))

    def sendOSC(self, address: str, *values: Any, **options: bool) -> int:
        """Send OSC messages one after the other; a stream does not tell where each ends."""
        return self.send_data(b"".join(osc_packets(address, values, **options)))

    def send_data(self, data: bytes) -> int:
        """Send bytes; how many, or -1 without a connection."""
        if self.stream is None or not self.stream.is_open:
            return -1
        self.stream.write(data)
        return len(data)

    # What the stream tells.

    def opened(self) -> None:
        """The connection stands."""
        self._device.connected(self)

    def received(self, data: bytes) -> None:
        """Bytes have come."""
        device = self._device
        device.deliver(lambda: device.deliver_each(self._splitter.cut(data, False), self._tell))

    def ended(self) -> None:
        """The peer is done: so are we, once everything is sent."""
        if self.stream:
            self.stream.close()

    def closed(self, reason: str) -> None:
        """The connection is gone."""
        self._device.disconnected(self, reason)

    def _tell(self, piece: bytes) -> None:
        device = self._device
        text = text_of(piece)
        row = device.rows.add([text], piece)
        device.call("onReceive", device.dat, row, text, piece, self.public)


class TCPIP(Device):
    """Connects to a server, or is one."""

    settings = ("mode", "address", "port", "shared", "format")

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.rows = Rows(self)
        self._peers: list[StreamPeer] = []
        self._listener: Listener | None = None
        self._connection: Connection | None = None

    def open(self) -> None:
        """Listen, or begin to connect."""
        self.rows.clear()
        port = int(self.value("port"))
        if self.value("mode") == "server":
            local = self.host.address
            self._listener = Listener(self.loop, local, port, self._accepted)
            self.holds("tcp", self._listener.port)
            self.stands()
            self.announce(f"listens on {named(local, self._listener.port)}", local)
        else:
            name = str(self.value("address") or "localhost")
            peer = StreamPeer(self, name, port)
            self._connection = Connection(self.loop, name, port, peer, _CONNECT_SECONDS)

    def close(self) -> None:
        """Close every connection and free the port."""
        if self._listener:
            self._listener.close()
            self._listener = None
        connection, self._connection = self._connection, None
        peers, self._peers = self._peers, []
        for peer in peers:
            if peer.stream:
                peer.stream.abort("")
            self.call("onClose", self.dat, peer.public)
        if connection:
            connection.drop()

    def pulsed(self, name: str) -> None:
        """Clear the table."""
        if name == "clear":
            self.rows.clear()

    def connected(self, peer: StreamPeer) -> None:
        """A connection stands."""
        if self._connection:
            peer.stream = self._connection.stream
            peer.address = self._connection.address
            self.stands()
        self._peers.append(peer)
        self.deliver(lambda: self.call("onConnect", self.dat, peer.public))

    def disconnected(self, peer: StreamPeer, reason: str) -> None:
        """A connection is gone, or none was made."""
        if peer in self._peers:
            self._peers.remove(peer)
            self.deliver(lambda: self._tell_close(peer))
        elif self.is_open and self._connection:
            self._connection = None
            self.lost(reason)

    def _tell_close(self, peer: StreamPeer) -> None:
        self.call("onClose", self.dat, peer.public)
        if self._connection:
            self._connection = None
            self.lost("the connection has ended")

    def send(self, *messages: str, terminator: str = "\0") -> int:
        """Send texts to every peer."""
        return self._send(joined(messages, terminator))

    def sendBytes(self, *messages: Any) -> int:
        """Send bytes to every peer."""
        return self._send(bytes_of(messages))

    def _send(self, data: bytes) -> int:
        sent = [peer.send_data(data) for peer in list(self._peers)]
        return max(sent, default=-1)

    def _accepted(self, sock: socket.socket, address: tuple[str, int]) -> None:
        if len(self._peers) >= _PEER_LIMIT:
            sock.close()
            return
        peer = StreamPeer(self, *address)
        peer.stream = Stream(self.loop, sock, peer, is_server=True)
        peer.stream.start()
