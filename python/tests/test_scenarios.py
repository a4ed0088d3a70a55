"""What others may do to an extension follows from its methods and attributes."""

from __future__ import annotations

import ast
import errno
import socket
from typing import Any

import pytest
import understudy_scenarios

TEXT = """
class Server:
    def __init__(self, owner):
        self.thread = None
        self.httpd = None

    def StartServer(self):
        self.thread = 1

    def StopServer(self):
        if self.httpd is None:
            return
        self.thread.join()

    def CheckServer(self, limit=3):
        self.is_active = True

    def SetStatus(self, status):
        pass

    def serve(self):
        pass
"""


def _named(text: str, name: str) -> dict[str, dict[str, Any]]:
    tree = ast.parse(text)
    understudy_scenarios.read(tree)
    scope: dict[str, Any] = {}
    exec(compile(tree, "a.py", "exec"), scope)
    found = understudy_scenarios._scenarios("op('c')", "e", scope[name](None))
    return {one["name"]: one for one in found}


def _calls(scenario: dict[str, Any]) -> list[tuple[int, str]]:
    return [(one["frame"], one["expression"]) for one in scenario["calls"]]


def test_methods_are_called_twice_and_too_early() -> None:
    found = _named(TEXT, "Server")
    twice = _calls(found["StartServer() is called twice"])
    assert twice == [(1, "e.StartServer()"), (1, "e.StartServer()")]
    early = _calls(found["the project has not started yet: StopServer(), CheckServer()"])
    assert early == [(-1, "e.StopServer()"), (-1, "e.CheckServer()")]
    assert "StopServer() is called right after StartServer()" in found


def test_an_extension_is_made_anew_and_closed_at_work() -> None:
    found = _named(TEXT, "Server")
    again = _calls(found["the extension is made anew while it works"])
    assert again == [(1, "e.StartServer()"), (2, "op('c').initializeExtensions()")]
    assert found["the project is closed while it works"]["frames"] == 2


def test_a_frame_takes_long_at_work() -> None:
    slow = _named(TEXT, "Server")["a frame takes two seconds while it works"]

    assert _calls(slow) == [(1, "e.StartServer()")]
    assert slow["stall"] == 2


@pytest.mark.parametrize("binder", ["http.server.HTTPServer(a, b)", "sock.bind(a)", "serve(a, b)"])
def test_who_takes_a_port_finds_it_taken(binder: str) -> None:
    text = TEXT.replace("self.thread = 1", f"self.thread = lambda: {binder}")

    taken = _named(text, "Server")["its port is taken"]

    assert _calls(taken) == [
        (-1, "__import__('understudy_scenarios').take_ports()"),
        (1, "e.StartServer()"),
        (2, "e.StopServer()"),
    ]
    assert "its port is taken" not in _named(TEXT, "Server")


def test_ports_are_taken_until_they_are_given_back() -> None:
    understudy_scenarios.take_ports()
    with socket.socket() as one, pytest.raises(OSError, match="in use, by whoever") as raised:
        one.bind(("127.0.0.1", 0))
    assert raised.value.errno == errno.EADDRINUSE

    understudy_scenarios.forget()

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))


def test_what_is_written_for_others_is_asked_for_at_once() -> None:
    found = _named(TEXT, "Server")
    assert _calls(found["is_active is asked for at once"]) == [(-1, "getattr(e, 'is_active')")]
    assert "thread is asked for at once" not in found


def test_what_nothing_fills_is_filled() -> None:
    filled = [name for name in _named(TEXT, "Server") if name.startswith("httpd has a value")]
    assert len(filled) == 1
    assert not any(name.startswith("thread has") for name in _named(TEXT, "Server"))
    server: Any = type("Server", (), {})()
    understudy_scenarios.fill(server, "httpd")
    assert server.httpd.shutdown() is None


def test_an_extension_that_offers_nothing_has_no_scenarios() -> None:
    assert _named("class A:\n    def __init__(self, owner):\n        self.a = 1\n", "A") == {}
