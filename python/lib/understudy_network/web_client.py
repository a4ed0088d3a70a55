"""Web Client DAT: HTTP requests whose answers come in later frames.

Source: <https://docs.derivative.ca/Web_Client_DAT>, <https://docs.derivative.ca/WebclientDAT_Class>.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from understudy_network._authorization import Credentials
from understudy_network._device import Device
from understudy_network._request import Order, Request, status_of

if TYPE_CHECKING:
    from typing import Any

    from understudy_network._http import Head

_METHODS = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")
# The parameters' own spelling.
_KINDS = {
    "": "",
    "none": "",
    "basic": "basic",
    "digest": "digest",
    "ouath1": "oauth1",
    "oauth1": "oauth1",
    "ouath2": "oauth2",
    "oauth2": "oauth2",
}
_SHOWN_LIMIT = 1 << 20
_SECONDS = 60.0


class WebClient(Device):
    """Sends requests."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._requests: dict[int, Request] = {}
        self._last_id = 0
        self._shown = ""
        self._has_head: set[int] = set()

    def close(self) -> None:
        """End every request."""
        requests, self._requests = self._requests, {}
        for request in requests.values():
            request.stop()

    def pulsed(self, name: str) -> None:
        """Send what the parameters describe, or stop what is under way."""
        if name == "request":
            self._request_from_parameters()
        elif name == "stop":
            for request in list(self._requests.values()):
                request.stop()

    @property
    def connections(self) -> list[int]:
        """The identifiers of the requests that are under way."""
        return list(self._requests)

    def closeConnection(self, id: int) -> None:
        """End a request."""
        request = self._requests.get(id)
        if request:
            request.stop()

    def request(
        self,
        url: str,
        method: str,
        header: Any = None,
        data: Any = None,
        pars: Any = None,
        authType: str | None = None,
        username: str | None = None,
        password: str | None = None,
        appKey: str | None = None,
        appSecret: str | None = None,
        oauth1Token: str | None = None,
        oauth1Secret: str | None = None,
        oauth2Token: str | None = None,
        uploadFile: str | None = None,
        timeout: float = 60000,
    ) -> int:
        """Send a request; the identifier that its callbacks are given."""
        kind = (authType or "").lower()
        if kind not in _KINDS:
            raise ValueError(f"authType is basic, digest, oauth1 or oauth2, not {authType!r}")
        credentials = Credentials(
            _KINDS[kind],
            username or "",
            password or "",
            appKey or "",
            appSecret or "",
            oauth1Token or "",
            oauth1Secret or "",
            oauth2Token or "",
        )
        return self._send(url, method, header, data, pars, credentials, uploadFile, timeout)

    # What the requests tell.

    def connected(self, request: Request) -> None:
        """A connection stands."""
        self.deliver(lambda: self.call("onConnect", self.dat, request.id))

    def answered(self, request: Request, head: Head, data: bytes, is_last: bool) -> None:
        """An answer is there, or a piece of one."""
        del is_last
        is_first = request.id not in self._has_head
        self._has_head.add(request.id)

        def tell() -> None:
            self._show(head, data, is_first)
            headers = {name: head.value(name.lower()) for name, _ in head.headers}
            # A stream's header is sent once.
            self.call(
                "onResponse",
                self.dat,
                status_of(head),
                headers if is_first else {},
                data,
                request.id,
            )

        self.deliver(tell)

    def over(self, request: Request, why: str) -> None:
        """A connection has ended."""
        self._requests.pop(request.id, None)
        self._has_head.discard(request.id)

        def tell() -> None:
            self._fail(why)
            self.call("onDisconnect", self.dat, request.id)

        self.deliver(tell)

    def _send(
        self,
        url: str,
        method: str,
        header: Any,
        data: Any,
        pars: Any,
        credentials: Credentials,
        upload: str | None,
        timeout: float,
    ) -> int:
        method = method.upper()
        if method not in _METHODS:
            raise ValueError(f"the method is one of {', '.join(_METHODS)}, not {method!r}")
        headers = [(str(name), str(value)) for name, value in dict(header or {}).items()]
        body, kind = _body(data)
        if upload:
            if method != "PUT":
                raise ValueError("uploadFile goes with the method PUT only")
            with open(upload, "rb") as file:
                body = file.read()
        if kind and not any(name.lower() == "content-type" for name, _ in headers):
            headers.append(("Content-Type", kind))
        order = Order(
            method,
            _with_pars(url, pars),
            headers,
            body,
            credentials,
            max(0.001, timeout / 1000),
            bool(self.value("stream")),
            bool(self.value("verifycert", True)),
        )
        if not self.value("active", True):
            raise ValueError(f"{self.dat.path} is not active")
        # Usable in the frame in which the operator was made or made active.
        if not self.is_open:
            self.restart()
        self._last_id += 1
        self._requests[self._last_id] = Request(self, self._last_id, order)
        return self._last_id

    def _request_from_parameters(self) -> None:
        method = str(self.value("reqmethod", "get")).upper()
        header = _pairs(self.host.input(self.dat, 0))
        given = self.host.input(self.dat, 1)
        pars: Any = None
        data: Any = None
        if given is not None and given.isTable:
            if method in ("GET", "HEAD", "OPTIONS", "DELETE"):
                pars = _pairs(given)
            else:
                data = _pairs(given)
        elif given is not None:
            data = given.text
        upload = str(self.value("uploadfile") or "") if method == "PUT" else ""
        kind = _KINDS.get(str(self.value("authtype", "none")), "")
        credentials = Credentials(
            kind, *(str(self.value(name) or "") for name in _CREDENTIAL_PARAMETERS)
        )
        timeout = float(self.value("timeout") or 0) or _SECONDS * 1000
        try:
            url = str(self.value("url"))
            self._send(url, method, header, data, pars, credentials, upload or None, timeout)
        except (ValueError, OSError) as error:
            self._fail(str(error))

    def _show(self, head: Head, data: bytes, is_first: bool) -> None:
        text = data.decode("utf-8", "replace")
        if is_first:
            self._shown = ""
            if self.value("includeheader"):
                lines = [" ".join(head.start), *(f"{n}: {v}" for n, v in head.headers)]
                self._shown = "\n".join(lines) + "\n\n"
        # Of a stream that never ends the newest part is shown.
        self._shown = (
            (self._shown + text)[-_SHOWN_LIMIT:] if self.value("stream") else self._shown + text
        )
        self.host.set_text(self.dat, self._shown)


_CREDENTIAL_PARAMETERS = (
    "username",
    "pw",
    "appkey",
    "appsecret",
    "oauthtoken",
    "oauthsecret",
    "token",
)


def _pairs(dat: Any) -> dict[str, str]:
    if dat is None or not dat.isTable:
        return {}
    rows: list[list[Any]] = dat.rows(val=True)
    return {str(row[0]): str(row[1]) for row in rows if len(row) > 1}


def _body(data: Any) -> tuple[bytes, str]:
    if data is None:
        return b"", ""
    if isinstance(data, str):
        return data.encode(), ""
    if isinstance(data, (bytes, bytearray)):
        return bytes(data), ""
    if isinstance(data, dict):
        return urlencode(data).encode(), "application/x-www-form-urlencoded"  # pyright: ignore
    raise TypeError(f"data is a str, bytes or a dict, not {type(data).__name__}")


def _with_pars(url: str, pars: Any) -> str:
    parts = urlsplit(url.strip())
    query = [*parse_qsl(parts.query, keep_blank_values=True)]
    query += [(str(name), str(value)) for name, value in dict(pars or {}).items()]
    path = quote(parts.path, safe="/%:@!$&'()*+,;=-._~")
    text = urlencode(query) if pars else quote(parts.query, safe="/%:@!$&'()*+,;=-._~?")
    return urlunsplit((parts.scheme, parts.netloc, path, text, ""))
