"""OSC In and OSC Out DAT.

Source: <https://docs.derivative.ca/OSC_In_DAT>, <https://docs.derivative.ca/OSC_Out_DAT>.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from understudy_network import _osc
from understudy_network.udp import DatagramPeer, UDPIn, UDPOut

if TYPE_CHECKING:
    from typing import Any

    from understudy_network._osc import Message
    from understudy_network.udp import DatagramDevice

    Mixed = DatagramDevice
else:
    Mixed = object


class _OSC(Mixed):
    """Reads datagrams as OSC packets."""

    def took(self, data: bytes, address: tuple[str, int]) -> None:
        """Show the messages of a packet and tell the callbacks."""
        try:
            messages = _osc.decode(data)
        except ValueError as error:
            self.host.fail(self.dat, f"{address[0]} sent what is no OSC packet: {error}.")
            return
        peer = self.host.peer(self.dat, DatagramPeer(self, address))
        scope = str(self.value("addscope") or "*")
        wanted = [one for one in messages if self.host.matches(scope, one.address)]
        if len(messages) > 1 and not self.value("splitbundle", True):
            self._show_bundle(wanted, data, peer)
            return

        def tell(message: Message) -> None:
            row = self._show(message, self._cells(message), data)
            self._tell(message, row, self._text(message), data, peer)

        self.deliver_each(wanted, tell)

    def _show_bundle(self, messages: list[Message], data: bytes, peer: Any) -> None:
        if not messages:
            return
        text = " ".join(map(self._text, messages))
        row = self._show(messages[0], [text], data)
        self.deliver_each(messages, lambda message: self._tell(message, row, text, data, peer))

    def _cells(self, message: Message) -> list[str]:
        if not self.value("splitmessage"):
            return [self._text(message)]
        tags = ["," + message.tags] if self.value("typetag") else []
        return [message.address, *tags, *map(_osc.plain, message.values)]

    def _text(self, message: Message) -> str:
        return _osc.text_of(message, bool(self.value("typetag")))

    def _show(self, message: Message, cells: list[str], data: bytes) -> int:
        if self.value("bundletimestamp"):
            cells = [str(message.time_tag), *cells]
        return self.rows.add(cells, data)

    def _tell(self, message: Message, row: int, text: str, data: bytes, peer: Any) -> None:
        self.call(
            "onReceiveOSC",
            self.dat,
            row,
            text,
            data,
            message.time_tag,
            message.address,
            message.values,
            peer,
        )


class OSCIn(_OSC, UDPIn):
    """Receives OSC messages."""


class OSCOut(_OSC, UDPOut):
    """Sends OSC messages, and receives what is answered."""
