"""OSC In and OSC Out CHOP.

Source: <https://docs.derivative.ca/OSC_In_CHOP>, <https://docs.derivative.ca/OSC_Out_CHOP>.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from understudy_network import _osc
from understudy_network.udp import DatagramDevice

if TYPE_CHECKING:
    from typing import Any

# Channels that peers may make by sending to ever new addresses.
_CHANNEL_LIMIT = 10_000


class OSCInCHOP(DatagramDevice):
    """Gives the number that each address was sent last as a channel.

    What comes between two frames is not kept: the queue's parameters have no effect.
    """

    settings = ("protocol", "netaddress", "port", "localaddress")

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._values: dict[str, float] = {}
        self._is_to_show = False

    def bind(self) -> None:
        """Listen on the port."""
        group = self.value("netaddress") if self.value("protocol") == "multicastmsging" else ""
        self.receive_from_all(int(self.value("port")), str(group or ""))

    def clear(self) -> None:
        """Nothing: the channels outlast the port."""

    def pulsed(self, name: str) -> None:
        """Forget the channels, or their values."""
        if name == "resetchannelspulse":
            self._values = {}
        elif name == "resetvaluespulse":
            self._values = dict.fromkeys(self._values, 0.0)
        else:
            return
        self._show()

    def came(self, data: bytes, address: tuple[str, int]) -> None:
        """A packet has come."""
        self.deliver(lambda: self._take(data, address))

    def _take(self, data: bytes, address: tuple[str, int]) -> None:
        try:
            messages = _osc.decode(data)
        except ValueError as error:
            self.host.fail(self.dat, f"{address[0]} sent what is no OSC packet: {error}.")
            return
        if self.value("resetchannels"):
            self._values = {}
        else:
            scope = str(self.value("oscaddressscope") or "*")
            for message in messages:
                if self.host.matches(scope, message.address):
                    self._note(message)
            if self.value("resetvalues"):
                self._values = dict.fromkeys(self._values, 0.0)
        if not self._is_to_show:
            # Behind the packets that wait already: they are shown together.
            self._is_to_show = True
            self.loop.deliver(self._show)

    def _show(self) -> None:
        self._is_to_show = False
        if self.dat.valid:
            self.host.set_channels(self.dat, self._values)

    def _note(self, message: _osc.Message) -> None:
        segments = message.address.strip("/").split("/")
        stripped = max(0, int(self.value("stripsegments", 0) or 0))
        name = "/".join(segments[min(stripped, len(segments) - 1) :])
        numbers = [float(one) for one in message.values if isinstance(one, (int, float))]
        for index, number in enumerate(numbers, 1):
            channel = name if len(numbers) == 1 else f"{name}{index}"
            if channel in self._values or len(self._values) < _CHANNEL_LIMIT:
                self._values[channel] = number


class OSCOutCHOP(DatagramDevice):
    """Sends its input's channels once a frame: those that have changed, or all of them."""

    settings = ("protocol", "netaddress", "port", "localaddress")
    sends_each_frame = True

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._sent: dict[str, list[float]] = {}

    def bind(self) -> None:
        """Take a port of one's own and find the receiver."""
        self._sent = {}
        receiver = str(self.value("netaddress") or "localhost")
        self.send_towards(receiver, int(self.value("port")))

    def clear(self) -> None:
        """Nothing: there is no table."""

    def frame_ends(self) -> None:
        """Send what this frame has brought."""
        if not self.is_open:
            return
        channels = self.host.channels(self.dat)
        form = str(self.value("format", "sample"))
        if form == "transpose":
            channels = {"transpose": [samples[0] for samples in channels.values() if samples]}
        elif form == "sample":
            channels = {name: samples[-1:] for name, samples in channels.items()}
        sends_all = bool(self.value("sendevents"))
        numeric = str(self.value("numericformat", "float"))
        for name, samples in channels.items():
            if samples and (sends_all or self._sent.get(name) != samples):
                values: list[Any] = [int(one) for one in samples] if numeric == "int" else samples
                address = "/" + name.strip("/")
                pairs = [(address, values)]
                for packet in _osc.encode(pairs, wide=numeric == "double"):
                    self.send_on(packet)
        self._sent = channels
