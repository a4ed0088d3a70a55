"""The Authorization headers that a Web Client DAT sends.

Source: RFC 7617 (Basic), RFC 7616 (Digest), RFC 5849 (OAuth 1), RFC 6750 (OAuth 2).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import time
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlsplit


class Credentials(NamedTuple):
    """What a request proves its sender with."""

    kind: str = ""
    username: str = ""
    password: str = ""
    app_key: str = ""
    app_secret: str = ""
    oauth1_token: str = ""
    oauth1_secret: str = ""
    oauth2_token: str = ""

    def header(self, method: str, url: str) -> str:
        """The header to send at once; empty when there is none."""
        if self.kind == "basic":
            token = f"{self.username}:{self.password}".encode()
            return "Basic " + base64.b64encode(token).decode()
        if self.kind == "oauth2" and self.oauth2_token:
            return "Bearer " + self.oauth2_token
        if self.kind == "oauth1":
            return self._signed(method, url)
        return ""

    def answer(self, challenge: str, method: str, target: str) -> str:
        """The header that answers a server's Digest challenge; empty when there is none."""
        if self.kind != "digest" or not challenge.lower().startswith("digest "):
            return ""
        fields = {
            name.lower(): quoted or plain
            for name, quoted, plain in re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', challenge[7:])
        }
        algorithm = fields.get("algorithm", "MD5").upper()
        names = {"MD5": "md5", "SHA-256": "sha256"}
        if algorithm not in names:
            return ""

        def digest(*parts: str) -> str:
            return hashlib.new(names[algorithm], ":".join(parts).encode()).hexdigest()

        realm, nonce = fields.get("realm", ""), fields.get("nonce", "")
        first = digest(self.username, realm, self.password)
        second = digest(method, target)
        parts = {"username": self.username, "realm": realm, "nonce": nonce, "uri": target}
        plain = f"algorithm={algorithm}"
        if "auth" in [word.strip() for word in fields.get("qop", "").split(",")]:
            count, own = "00000001", secrets.token_hex(8)
            parts["cnonce"] = own
            parts["response"] = digest(first, nonce, count, own, "auth", second)
            plain += f", qop=auth, nc={count}"
        else:
            parts["response"] = digest(first, nonce, second)
        if "opaque" in fields:
            parts["opaque"] = fields["opaque"]
        quoted = ", ".join(f'{name}="{value}"' for name, value in parts.items())
        return f"Digest {quoted}, {plain}"

    def _signed(self, method: str, url: str) -> str:
        parts = urlsplit(url)
        own = {
            "oauth_consumer_key": self.app_key,
            "oauth_nonce": secrets.token_hex(16),
            "oauth_signature_method": "HMAC-SHA1",
            "oauth_timestamp": str(int(time.time())),
            "oauth_version": "1.0",
        }
        if self.oauth1_token:
            own["oauth_token"] = self.oauth1_token
        pairs = [*own.items(), *parse_qsl(parts.query, keep_blank_values=True)]
        listed = "&".join(sorted(f"{_quoted(name)}={_quoted(value)}" for name, value in pairs))
        base = f"{parts.scheme}://{parts.netloc.lower()}{parts.path or '/'}"
        text = "&".join(map(_quoted, (method.upper(), base, listed)))
        key = f"{_quoted(self.app_secret)}&{_quoted(self.oauth1_secret)}"
        signature = hmac.new(key.encode(), text.encode(), hashlib.sha1).digest()
        own["oauth_signature"] = base64.b64encode(signature).decode()
        return "OAuth " + ", ".join(
            f'{name}="{_quoted(value)}"' for name, value in sorted(own.items())
        )


def _quoted(text: str) -> str:
    return quote(text, safe="-._~")
