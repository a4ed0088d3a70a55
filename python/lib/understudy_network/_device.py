"""What every network DAT has: its settings, its callbacks and its error."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, TypeVar

from understudy_network._listening import is_private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Protocol

    from understudy_network._loop import Loop, Timer

    class Par(Protocol):
        """A parameter."""

        def eval(self) -> Any:
            """Its value now."""
            ...

    class ParCollection(Protocol):
        """The parameters of an operator."""

        def __getitem__(self, name: str) -> Par | None: ...

    class DAT(Protocol):
        """A network DAT."""

        path: str
        valid: bool
        par: ParCollection

    class Host(Protocol):
        """What the host does for the devices; nothing of it raises."""

        # The address that ports are opened on unless the project names another one.
        address: str

        def function(self, dat: DAT, name: str) -> Callable[..., Any] | bool | None:
            """A function of the DAT that the operator's Callbacks DAT parameter names.

            None when there is none, False when the DAT's script does not run.
            """
            ...

        def run(
            self, dat: DAT, name: str, function: Callable[..., Any], args: tuple[Any, ...]
        ) -> tuple[bool, Any]:
            """Call such a function: whether it ran to its end, and what it answered."""
            ...

        def set_rows(self, dat: DAT, rows: list[list[str]]) -> None:
            """Make rows the whole content of the operator."""
            ...

        def add_row(self, dat: DAT, row: list[str], limit: int) -> int:
            """Add a row below the heading, drop the oldest past the limit, and say where it is."""
            ...

        def set_text(self, dat: DAT, text: str) -> None:
            """Make a text the whole content of the operator."""
            ...

        def set_channels(self, chop: DAT, values: dict[str, float]) -> None:
            """Make numbers the channels of the operator."""
            ...

        def channels(self, chop: DAT) -> dict[str, list[float]]:
            """The samples of each channel of the operator, up to date."""
            ...

        def input(self, dat: DAT, index: int) -> Any:
            """The DAT wired into an input, or None."""
            ...

        def fail(self, dat: DAT, text: str) -> None:
            """Set the operator's error, or with an empty text take it back."""
            ...

        def announce(self, dat: DAT, text: str) -> None:
            """Tell people something."""
            ...

        def failed(self, error: BaseException) -> None:
            """Tell of an exception that nobody else hears of."""
            ...

        def matches(self, pattern: str, text: str) -> bool:
            """Whether a text matches a pattern of TouchDesigner's."""
            ...

        def peer(self, dat: DAT, connection: Any) -> Any:
            """The `Peer` that callbacks are given of a connection."""
            ...


_RETRY_SECONDS = 1.0
_LONGEST_RETRY_SECONDS = 16.0


Item = TypeVar("Item")


class Device:
    """The sockets of one operator."""

    # The parameters whose change closes the sockets and opens them anew.
    settings: Sequence[str] = ()
    protocol = "tcp"
    # Whether the device is told of the end of each frame.
    sends_each_frame = False

    def __init__(self, host: Host, loop: Loop, dat: DAT) -> None:
        self.host, self.loop, self.dat = host, loop, dat
        self._applied: tuple[Any, ...] | None = None
        self._wanted: tuple[Any, ...] | None = None
        self._retry: Timer | None = None
        self._attempts = 0
        self._openings = 0
        self._trouble = ""
        self.is_open = False

    # What a device does; the parameters in `settings` have changed or the operator asks for it.

    def open(self) -> None:
        """Open the sockets; OSError or ValueError say what is in the way."""

    def close(self) -> None:
        """Close the sockets and forget what they were about."""

    def pulsed(self, name: str) -> None:
        """A pulse parameter was pressed."""
        del name

    def frame_ends(self) -> None:
        """All operators have cooked; asked for with `sends_each_frame`."""

    # The operator's side.

    def value(self, name: str, default: Any = None) -> Any:
        """The value of a parameter; the default when the operator has no such parameter."""
        par = self.dat.par[name]
        return default if par is None else par.eval()

    def wants_change(self) -> bool:
        """Read the settings; whether they differ from those in force."""
        try:
            self._wanted = tuple(self.value(name) for name in ("active", *self.settings))
            self._trouble = ""
        except Exception as error:
            self._wanted = None
            self._trouble = f"{type(error).__name__}: {error}"
        return self._wanted is None or self._wanted != self._applied

    def stop(self) -> None:
        """Close what is open, and try nothing more."""
        self._applied = None
        self._attempts = 0
        if self._retry:
            self._retry.cancel()
            self._retry = None
        if self.is_open:
            self.is_open = False
            self.close()
            self._free_ports()
        self._fail("")

    def start(self) -> None:
        """Open the sockets if the operator is active."""
        self._applied = self._wanted
        if self._trouble:
            self._fail(self._trouble)
        elif self._wanted and self._wanted[0]:
            self._open()

    def restart(self) -> None:
        """Close the sockets and open them again."""
        self.stop()
        if self.wants_change():
            self.start()

    def announce(self, text: str, address: str) -> None:
        """Tell people what was opened on an address of this machine's, and for whom."""
        reach = ", for this machine only; --listen lets others in" if is_private(address) else ""
        self.host.announce(self.dat, text + reach)

    def call(self, name: str, *args: Any) -> Any:
        """Call a function of the callbacks DAT; None when there is none or it raised."""
        return self.attempt(name, *args)[1]

    def attempt(self, name: str, *args: Any) -> tuple[bool, Any]:
        """Call a function of the callbacks DAT: whether it ran to its end, and what it answered.

        Functions written for older builds take fewer arguments.
        """
        function = self.host.function(self.dat, name) if self.dat.valid else None
        if function is None or isinstance(function, bool):
            return False, None
        code = getattr(function, "__code__", None)
        if code and not code.co_flags & _TAKES_ANY_NUMBER and not hasattr(function, "__self__"):
            args = args[: max(1, code.co_argcount)]
        return self.host.run(self.dat, name, function, args)

    def has(self, name: str) -> bool:
        """Whether the callbacks DAT defines a function, as far as can be told."""
        return self.dat.valid and self.host.function(self.dat, name) is not None

    def deliver(self, call: Callable[[], None]) -> None:
        """Make a call in its turn, unless the sockets have been closed until then."""
        self.loop.deliver(self._while_open(call))

    def deliver_each(self, items: Iterable[Item], call: Callable[[Item], object]) -> None:
        """Make a call with each item, in as many frames as it takes."""
        rest = iter(items)

        def step() -> None:
            for item in rest:
                self.loop.deliver_next(go_on)
                call(item)
                return

        go_on = self._while_open(step)
        self.loop.deliver_next(go_on)

    def _while_open(self, call: Callable[[], None]) -> Callable[[], None]:
        opened = self._openings

        def deliver() -> None:
            if self.is_open and self._openings == opened and self.dat.valid:
                call()

        return deliver

    def lost(self, why: str) -> None:
        """A connection that should stand does not; it is tried again, ever less often."""
        self.is_open = False
        if not self._applied or not self._applied[0]:
            return
        if why:
            self._fail(why)
        seconds = min(_LONGEST_RETRY_SECONDS, _RETRY_SECONDS * 2**self._attempts)
        self._attempts += 1
        self._retry = self.loop.later(seconds, self._open)

    def stands(self) -> None:
        """The connection stands: the next one that is lost is tried again soon."""
        self._attempts = 0
        self._fail("")

    def _open(self) -> None:
        self._retry = None
        if not self.dat.valid:
            return
        self.is_open = True
        self._openings += 1
        try:
            self.open()
        except (OSError, ValueError, OverflowError) as error:
            self.is_open = False
            self.close()
            self._free_ports()
            self.lost(self._explain(error))

    def holds(self, protocol: str, port: int) -> None:
        """Note that a port is this operator's, for the others that want it."""
        self.loop.ports.setdefault((protocol, port), self)

    def _free_ports(self) -> None:
        for port in [port for port, device in self.loop.ports.items() if device is self]:
            del self.loop.ports[port]

    def _explain(self, error: Exception) -> str:
        if not isinstance(error, OSError) or error.errno != errno.EADDRINUSE:
            return getattr(error, "strerror", None) or str(error)
        port = int(self.value("port"))
        holder = self.loop.ports.get((self.protocol, port))
        return f"port {port} is in use by {holder.dat.path if holder else 'another program'}"

    def _fail(self, text: str) -> None:
        self.host.fail(self.dat, text)


# Set in the flags of a function with `*args`.
_TAKES_ANY_NUMBER = 0x04


def bytes_of(messages: Sequence[Any]) -> bytes:
    """The bytes of texts, byte arrays and numbers from 0 to 255, one after the other."""
    parts: list[bytes] = []
    for message in messages:
        if isinstance(message, str):
            parts.append(message.encode())
        elif isinstance(message, (bytes, bytearray)):
            parts.append(bytes(message))
        elif isinstance(message, int):
            if not 0 <= message <= 255:
                raise ValueError(f"{message} is no single byte")
            parts.append(bytes((message,)))
        elif isinstance(message, (list, tuple)):
            parts.append(bytes_of(message))  # pyright: ignore[reportUnknownArgumentType]
        else:
            raise TypeError(
                f"a str, bytes or a number is needed here, not {type(message).__name__}"
            )
    return b"".join(parts)


def joined(messages: Sequence[Any], terminator: str) -> bytes:
    """Texts one after the other, and what ends them."""
    for message in messages:
        if not isinstance(message, str):
            raise TypeError(f"a str is needed here, not {type(message).__name__}")
    return ("".join(messages) + terminator).encode()
