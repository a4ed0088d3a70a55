"""TLS for connections to servers; `ssl` is slow to import, so this comes with the first of them."""

from __future__ import annotations

import functools
import ssl


@functools.cache
def client_context(verifies: bool) -> ssl.SSLContext:
    """How a client speaks TLS, read once: the system's certificates take their time."""
    context = ssl.create_default_context()
    if not verifies:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
