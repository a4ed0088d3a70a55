"""The network DATs: sockets that are served on the main thread, once a frame.

The host imports this with the first network DAT of a project. It tells of every such operator, and
calls `serve` each frame; everything is answered through the functions of the host that it gives.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from understudy_network._loop import Loop

if TYPE_CHECKING:
    from typing import Any

    from understudy_network._device import DAT, Device, Host

# Where each kind is; it is imported with the first of them.
KINDS = {
    "oscinCHOP": ("osc_chops", "OSCInCHOP"),
    "oscinDAT": ("osc_dats", "OSCIn"),
    "oscoutCHOP": ("osc_chops", "OSCOutCHOP"),
    "oscoutDAT": ("osc_dats", "OSCOut"),
    "tcpipDAT": ("tcpip", "TCPIP"),
    "udpinDAT": ("udp", "UDPIn"),
    "udpoutDAT": ("udp", "UDPOut"),
    "webclientDAT": ("web_client", "WebClient"),
    "webserverDAT": ("web_server", "WebServer"),
    "websocketDAT": ("websocket_client", "WebSocketClient"),
}


class Network:
    """The network DATs of one project."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._loop = Loop(self._failed)
        self._devices: dict[int, Device] = {}
        self._unsettled: dict[int, Device] = {}
        self._fickle: set[int] = set()
        self._pulses: list[tuple[int, str]] = []

    @property
    def is_idle(self) -> bool:
        """Whether no peer can be expected to say anything."""
        return self._loop.is_idle and not self._unsettled

    def add(self, id: int, kind: str, dat: DAT) -> None:
        """Take care of a new operator; its sockets are opened in the next frame."""
        module, name = KINDS[kind]
        make: type[Device] = getattr(import_module("understudy_network." + module), name)
        self._devices[id] = self._unsettled[id] = make(self._host, self._loop, dat)

    def remove(self, id: int) -> None:
        """Close the sockets of an operator that goes, at once."""
        device = self._devices.get(id)
        if device:
            # Its callbacks hear of the end and may use the operator's methods a last time.
            device.stop()
        self._devices.pop(id, None)
        self._unsettled.pop(id, None)
        self._fickle.discard(id)

    def changed(self, id: int, is_fickle: bool) -> None:
        """Look at an operator's parameters; every frame at those that expressions give."""
        if id in self._devices:
            self._unsettled[id] = self._devices[id]
            (self._fickle.add if is_fickle else self._fickle.discard)(id)

    def pulsed(self, id: int, name: str) -> None:
        """Note that a pulse parameter was pressed; it acts in the next frame."""
        if len(self._pulses) < 10_000:
            self._pulses.append((id, name))

    def device(self, id: int) -> Device | None:
        """What does an operator's work; for its methods."""
        return self._devices.get(id)

    def serve(self, seconds: float) -> None:
        """Do what is due in this frame, for about that long."""
        self._settle()
        pulses, self._pulses = self._pulses, []
        for id, name in pulses:
            device = self._devices.get(id)
            if device:
                device.pulsed(name)
        self._loop.poll(seconds)

    def end_frame(self) -> None:
        """Send what the operators have cooked in this frame."""
        for device in list(self._devices.values()):
            if device.sends_each_frame:
                device.frame_ends()

    def close(self) -> None:
        """Close every socket."""
        for id in list(self._devices):
            self.remove(id)
        self._loop.close()

    def _settle(self) -> None:
        unsettled, self._unsettled = self._unsettled, {}
        for id in self._fickle:
            if id in self._devices:
                unsettled[id] = self._devices[id]
        changed = [device for device in unsettled.values() if device.wants_change()]
        # Ports are freed before others open them.
        for device in changed:
            device.stop()
        for device in changed:
            if any(device is known for known in self._devices.values()):
                device.start()

    def _failed(self, error: BaseException) -> None:
        self._host.failed(error)


def make(host: Any) -> Network:
    """The network of a project."""
    return Network(host)
