"""A host for network DATs without a host: operators, callbacks and frames in plain Python."""

from __future__ import annotations

import fnmatch
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import understudy_network

DEADLINE = 10.0


class Par:
    def __init__(self, value: Any) -> None:
        self.value = value

    def eval(self) -> Any:
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Pars:
    def __init__(self, values: dict[str, Any]) -> None:
        self.all = {name: Par(value) for name, value in values.items()}

    def __getitem__(self, name: str) -> Par | None:
        return self.all.get(name)


class DAT:
    """An operator: its parameters, its rows, and what its callbacks were called with."""

    def __init__(self, path: str, values: dict[str, Any]) -> None:
        self.path, self.valid, self.par = path, True, Pars(values)
        self.rows: list[list[str]] = []
        self.text = ""
        self.values: dict[str, float] = {}
        self.error = ""
        self.calls: list[tuple[Any, ...]] = []
        self.functions: dict[str, Callable[..., Any]] = {}

    def on(self, name: str, function: Callable[..., Any] | None = None) -> None:
        """Note the calls of a callback, and let it do something."""

        def note(*args: Any) -> Any:
            self.calls.append((name, *args[1:]))
            return function(*args) if function else None

        self.functions[name] = note

    def names(self) -> list[str]:
        return [call[0] for call in self.calls]


class Host:
    """What the devices ask of a host."""

    address = "127.0.0.1"

    def __init__(self) -> None:
        self.failures: list[BaseException] = []
        self.said: list[str] = []
        self.inputs: dict[int, Any] = {}

    def function(self, dat: DAT, name: str) -> Any:
        return dat.functions.get(name)

    def run(self, dat: DAT, name: str, function: Any, args: tuple[Any, ...]) -> tuple[bool, Any]:
        try:
            return True, function(*args)
        except Exception as error:
            dat.error = f"{name}: {error}"
            return False, None

    def set_rows(self, dat: DAT, rows: list[list[str]]) -> None:
        dat.rows = [list(row) for row in rows]

    def add_row(self, dat: DAT, row: list[str], limit: int) -> int:
        dat.rows.append(row)
        if limit >= 0:
            del dat.rows[1 : max(1, len(dat.rows) - limit)]
        return len(dat.rows) - 1

    def set_channels(self, dat: DAT, values: dict[str, float]) -> None:
        dat.values = dict(values)

    def channels(self, dat: DAT) -> dict[str, list[float]]:
        return {name: [value] for name, value in dat.values.items()}

    def set_text(self, dat: DAT, text: str) -> None:
        dat.text = text

    def input(self, _dat: DAT, index: int) -> Any:
        return self.inputs.get(index)

    def fail(self, dat: DAT, text: str) -> None:
        dat.error = text

    def announce(self, dat: DAT, text: str) -> None:
        self.said.append(f"{dat.path}: {text}")

    def failed(self, error: BaseException) -> None:
        self.failures.append(error)

    def matches(self, pattern: str, text: str) -> bool:
        return fnmatch.fnmatchcase(text, pattern)

    def peer(self, _dat: DAT, connection: Any) -> Any:
        return connection


class Stage:
    """One project: its operators, and frames that run as fast as they can."""

    def __init__(self) -> None:
        self.host = Host()
        self.network = understudy_network.make(self.host)
        self._ids: dict[str, int] = {}

    def make(self, kind: str, name: str, **values: Any) -> DAT:
        dat = DAT("/project1/" + name, {"active": True, **values})
        self._ids[name] = len(self._ids) + 1
        self.network.add(self._ids[name], kind, dat)
        return dat

    def device(self, dat: DAT) -> Any:
        return self.network.device(self._ids[dat.path.rpartition("/")[2]])

    def set(self, dat: DAT, **values: Any) -> None:
        for name, value in values.items():
            par = dat.par[name]
            assert par
            par.value = value
        self.network.changed(self._ids[dat.path.rpartition("/")[2]], False)

    def pulse(self, dat: DAT, name: str) -> None:
        self.network.pulsed(self._ids[dat.path.rpartition("/")[2]], name)

    def remove(self, dat: DAT) -> None:
        self.network.remove(self._ids[dat.path.rpartition("/")[2]])
        dat.valid = False

    def frames(self, count: int) -> None:
        for _ in range(count):
            self.network.serve(0.008)

    def until(self, condition: Callable[[], Any]) -> Any:
        """Run frames until something is true."""
        end = time.monotonic() + DEADLINE
        while True:
            self.network.serve(0.008)
            value = condition()
            if value:
                return value
            assert time.monotonic() < end, "it did not come about in time"

    def beside(self, body: Callable[[], Any]) -> Any:
        """Run a peer in a thread of its own, and frames until it is done; what it answers."""
        answers: list[Any] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                answers.append(body())
            except BaseException as error:
                errors.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        self.until(lambda: not thread.is_alive())
        if errors:
            raise errors[0]
        return answers[0]


def free_port(kind: int = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def exchange(port: int, data: bytes) -> bytes:
    """Send bytes to a port and give everything that comes back."""
    with socket.create_connection(("127.0.0.1", port), DEADLINE) as peer:
        peer.sendall(data)
        parts: list[bytes] = []
        while part := peer.recv(65536):
            parts.append(part)
        return b"".join(parts)
