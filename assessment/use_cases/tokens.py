"""Random ids and secrets: where they come from, how long they are, and how a secret is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

TokenSource = Callable[[int], str]
"""Makes URL-safe text from that many random bytes, as ``secrets.token_urlsafe`` does."""

ID_BYTES = 12
"""Of the id of anything: 16 letters."""

TOKEN_BYTES = 32
"""Of a secret that opens something: 43 letters."""


def hash_token(token: str) -> str:
    """What is kept of a secret: SHA-256, 64 letters. Any text has one."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
