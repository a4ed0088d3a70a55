"""Tests of the Web Client DAT against real servers, most of them Web Server DATs."""

from __future__ import annotations

import hashlib
import re
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from network_stage import DAT, DEADLINE, Stage, free_port
from understudy_network._authorization import Credentials


@pytest.fixture
def client(stage: Stage) -> DAT:
    client = stage.make(
        "webclientDAT",
        "client",
        stream=False,
        verifycert=True,
        timeout=5000,
        includeheader=False,
        reqmethod="get",
        url="",
        authtype="none",
        uploadfile="",
    )
    for name in ("onConnect", "onDisconnect", "onResponse"):
        client.on(name)
    return client


Answer = Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]


def serve(stage: Stage, answer: Answer, **values: Any) -> str:
    server = stage.make("webserverDAT", "server", port=free_port(), **values)
    server.on("onHTTPRequest", lambda _, request, response: answer(request, response))
    stage.frames(1)
    assert server.error == ""
    port = server.par["port"]
    assert port
    return f"http://localhost:{port.value}"


def reply(data: Any = "", code: int = 200, **headers: str) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"statusCode": code, "statusReason": "", "data": data, **named}


def ask(stage: Stage, client: DAT, *args: Any, **keywords: Any) -> tuple[Any, ...]:
    """Send a request and give what `onResponse` is called with."""
    before = client.names().count("onDisconnect")
    id = stage.device(client).request(*args, **keywords)
    stage.until(lambda: client.names().count("onDisconnect") > before)
    answers = [call for call in client.calls if call[0] == "onResponse" and call[-1] == id]
    assert len(answers) == 1, client.error
    return answers[0]


def test_a_request_brings_its_answer_and_tells_of_its_connection(stage: Stage, client: DAT) -> None:
    url = serve(stage, lambda request, _: reply(request["uri"], 201, X_Kind="test"))

    id = stage.device(client).request(url + "/a b?x=1", "GET", pars={"y": "ä"})
    assert stage.device(client).connections == [id]
    stage.until(lambda: "onDisconnect" in client.names())

    assert client.names() == ["onConnect", "onResponse", "onDisconnect"]
    _, status, headers, data, answered = client.calls[1]
    assert status == {"code": 201, "message": "Created"}
    assert (headers["X-Kind"], data, answered) == ("test", b"/a b", id)
    assert client.text == "/a b"
    assert stage.device(client).connections == []


def test_what_is_sent_arrives(stage: Stage, client: DAT, tmp_path: Path) -> None:
    seen: list[dict[str, Any]] = []

    def answer(request: dict[str, Any], _: Any) -> dict[str, Any]:
        seen.append(request)
        return reply()

    url = serve(stage, answer)
    upload = tmp_path / "upload.bin"
    upload.write_bytes(b"\0file")
    ask(stage, client, url, "POST", header={"X-A": "1"}, data="text")
    ask(stage, client, url, "put", data=b"\xff")
    ask(stage, client, url, "POST", data={"a": "1 2", "b": 3})
    ask(stage, client, url, "PUT", uploadFile=str(upload))
    ask(stage, client, url, "GET", authType="Basic", username="ann", password="secret")
    ask(stage, client, url, "GET", authType="oauth2", oauth2Token="token")

    assert (seen[0]["X-A"], seen[0]["data"], seen[0]["method"]) == ("1", b"text", "POST")
    assert (seen[1]["data"], seen[1]["method"]) == (b"\xff", "PUT")
    assert seen[2]["data"] == b"a=1+2&b=3"
    assert seen[2]["Content-Type"] == "application/x-www-form-urlencoded"
    assert seen[3]["data"] == b"\0file"
    assert seen[4]["Authorization"] == "Basic YW5uOnNlY3JldA=="
    assert seen[5]["Authorization"] == "Bearer token"


def test_redirections_are_followed_and_keep_secrets_at_home(stage: Stage, client: DAT) -> None:
    seen: list[dict[str, Any]] = []

    def answer(request: dict[str, Any], _: Any) -> dict[str, Any]:
        seen.append(request)
        if request["uri"] == "/away":
            return reply(code=302, Location=elsewhere + "/there")
        if request["uri"] == "/again":
            return reply(code=307, Location="/there")
        if request["uri"] == "/round":
            return reply(code=301, Location="/round")
        return reply("there")

    url = serve(stage, answer)
    elsewhere = url.replace("localhost", "127.0.0.1")
    credentials = {"authType": "basic", "username": "a", "password": "b"}

    assert ask(stage, client, url + "/away", "POST", data="x", **credentials)[3] == b"there"
    assert (seen[1]["method"], seen[1]["data"]) == ("GET", b"")
    assert "Authorization" not in seen[1]
    assert ask(stage, client, url + "/again", "POST", data="x", **credentials)[3] == b"there"
    assert (seen[3]["method"], seen[3]["data"]) == ("POST", b"x")
    assert seen[3]["Authorization"]

    stage.device(client).request(url + "/round", "GET")
    stage.until(lambda: client.error == "the server redirects without end")


def test_a_digest_challenge_is_answered(stage: Stage, client: DAT) -> None:
    def answer(request: dict[str, Any], _: Any) -> dict[str, Any]:
        given = request.get("Authorization", "")
        fields = dict(re.findall(r'(\w+)="?([^",]+)"?', given))
        if not given:
            challenge = 'Digest realm="here", nonce="n1", qop="auth", opaque="o", algorithm=SHA-256'
            return reply(code=401, WWW_Authenticate=challenge)

        def digest(*parts: str) -> str:
            return hashlib.sha256(":".join(parts).encode()).hexdigest()

        wanted = digest(
            digest("ann", "here", "secret"),
            *("n1", fields["nc"], fields["cnonce"], "auth"),
            digest("GET", fields["uri"]),
        )
        return reply("in" if fields["response"] == wanted else "out")

    url = serve(stage, answer)
    given = {"authType": "digest", "username": "ann"}

    assert ask(stage, client, url + "/x?y=1", "GET", password="secret", **given)[3] == b"in"
    assert ask(stage, client, url, "GET", password="wrong", **given)[3] == b"out"


def test_an_oauth1_signature_is_that_of_the_specification() -> None:
    header = Credentials(
        kind="oauth1", app_key="key", app_secret="s1", oauth1_token="tok", oauth1_secret="s2"
    ).header("GET", "http://example.com/r?b=2&a=1%202")

    fields = dict(re.findall(r'(\w+)="([^"]*)"', header))
    assert fields["oauth_consumer_key"] == "key"
    assert fields["oauth_token"] == "tok"
    assert fields["oauth_signature_method"] == "HMAC-SHA1"
    assert len(fields["oauth_signature"]) > 20


class RawServer:
    """Answers one connection with bytes of the test's choice."""

    def __init__(self, *parts: bytes, closes: bool = True) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self._parts, self._closes = parts, closes
        self.goes_on = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        peer, _ = self._socket.accept()
        peer.recv(65536)
        for part in self._parts:
            peer.sendall(part)
            self.goes_on.wait(DEADLINE)
            self.goes_on.clear()
        if self._closes:
            peer.close()


def test_a_stream_is_told_piece_by_piece_its_headers_once(stage: Stage, client: DAT) -> None:
    stage.set(client, stream=True)
    server = RawServer(
        b"HTTP/1.1 200 OK\r\nX: y\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n",
        b"3\r\ntwo\r\n",
        b"0\r\n\r\n",
    )
    stage.device(client).request(server.url, "GET")
    stage.until(lambda: client.names().count("onResponse") == 1)
    assert client.calls[-1][2:4] == ({"X": "y", "Transfer-Encoding": "chunked"}, b"one")
    server.goes_on.set()
    stage.until(lambda: client.names().count("onResponse") == 2)
    assert client.calls[-1][2:4] == ({}, b"two")
    server.goes_on.set()
    stage.until(lambda: "onDisconnect" in client.names())
    assert client.names().count("onResponse") == 2
    assert client.text == "onetwo"


def test_an_answer_without_a_length_ends_with_its_connection(stage: Stage, client: DAT) -> None:
    server = RawServer(b"HTTP/1.0 200 OK\r\n\r\nall of it")
    server.goes_on.set()
    assert ask(stage, client, server.url, "GET")[3] == b"all of it"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"SSH-2.0-OpenSSH\r\n\r\n", "not HTTP"),
        (b"", "without an answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", "in the middle"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "no number"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "no number"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"a" * 70_000, "too long"),
    ],
)
def test_a_server_that_talks_nonsense_is_the_operators_error(
    stage: Stage, client: DAT, answer: bytes, why: str
) -> None:
    server = RawServer(answer)
    server.goes_on.set()
    stage.device(client).request(server.url, "GET")
    stage.until(lambda: "onDisconnect" in client.names())
    assert why in client.error
    assert "onResponse" not in client.names()


def test_nobody_there_no_answer_in_time_and_closing(stage: Stage, client: DAT) -> None:
    device = stage.device(client)
    device.request(f"http://127.0.0.1:{free_port()}/", "GET")
    stage.until(lambda: client.error == "Connection refused")

    silent = RawServer(b"", closes=False)
    device.request(silent.url, "GET", timeout=50)
    stage.until(lambda: client.error == "the server did not answer in time")

    first = device.request(RawServer(b"", closes=False).url, "GET")
    device.request(RawServer(b"", closes=False).url, "GET")
    device.closeConnection(first)
    device.closeConnection(first)
    assert len(device.connections) == 1
    stage.pulse(client, "stop")
    stage.until(lambda: client.names().count("onDisconnect") == 4)
    assert device.connections == []


def test_calls_that_mean_nothing_are_refused_at_once(stage: Stage, client: DAT) -> None:
    device = stage.device(client)
    for args, keywords in (
        (("ftp://x/", "GET"), {}),
        (("no url", "GET"), {}),
        (("http://x/", "FETCH"), {}),
        (("http://x/", "GET"), {"authType": "kerberos"}),
        (("http://x/", "POST"), {"uploadFile": "x"}),
    ):
        with pytest.raises(ValueError):
            device.request(*args, **keywords)
    with pytest.raises(TypeError):
        device.request("http://x/", "POST", data=3)
    assert device.connections == []


def test_the_request_pulse_sends_what_the_parameters_and_inputs_say(
    stage: Stage, client: DAT
) -> None:
    class Table:
        isTable, text = True, ""

        def __init__(self, *rows: list[str]) -> None:
            self._rows = list(rows)

        def rows(self, val: bool) -> list[list[str]]:
            assert val
            return self._rows

    seen: list[dict[str, Any]] = []

    def answer(request: dict[str, Any], _: Any) -> dict[str, Any]:
        seen.append(request)
        return reply("answer")

    url = serve(stage, answer)
    stage.host.inputs = {0: Table(["X-A", "1"]), 1: Table(["name", "joe"], ["month", "May"])}
    stage.set(client, url=url + "/get", includeheader=True)
    stage.pulse(client, "request")
    stage.until(lambda: client.names().count("onDisconnect") == 1)
    assert (seen[0]["X-A"], seen[0]["pars"]) == ("1", {"name": "joe", "month": "May"})
    assert client.text.startswith("HTTP/1.1 200 \n")
    assert client.text.endswith("\n\nanswer")

    stage.set(client, reqmethod="post")
    stage.pulse(client, "request")
    stage.until(lambda: client.names().count("onDisconnect") == 2)
    assert seen[1]["data"] == b"name=joe&month=May"

    stage.set(client, url="nowhere")
    stage.pulse(client, "request")
    stage.frames(1)
    assert "no URL" in client.error


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = str(folder / "key.pem"), str(folder / "certificate.pem")
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout {key}"
    try:
        subprocess.run([*command.split(), "-out", certificate], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not here to make a certificate")
    return key, certificate


def test_https_between_two_operators_and_a_certificate_that_nobody_vouches_for(
    stage: Stage, client: DAT, certificate: tuple[str, str]
) -> None:
    key, path = certificate
    data = bytes(3_000_000)
    secure = {"secure": True, "privatekey": key, "certificate": path, "password": ""}
    url = serve(stage, lambda *_: reply(data), **secure).replace("http:", "https:")

    stage.device(client).request(url, "GET")
    stage.until(lambda: "certificate verify failed" in client.error)

    stage.set(client, verifycert=False)
    assert ask(stage, client, url, "GET", data=b"x" * 300_000)[3] == data

    context = ssl.create_default_context(cafile=path)
    context.check_hostname = False
    assert context.verify_mode == ssl.CERT_REQUIRED

    # Plain text to a port that speaks TLS.
    stage.device(client).request(url.replace("https:", "http:"), "GET")
    stage.until(lambda: client.names().count("onDisconnect") == 3)


def test_a_certificate_that_is_not_there_is_the_servers_error(stage: Stage) -> None:
    server = stage.make(
        "webserverDAT",
        "server",
        port=free_port(),
        secure=True,
        privatekey="",
        certificate="/nowhere.pem",
        password="",
    )
    stage.frames(1)
    assert "No such file" in server.error
