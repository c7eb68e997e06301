"""Keys of rows, as addresses of pages carry them."""

from __future__ import annotations

import re

_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")


def is_key(text: str) -> bool:
    """Whether it can be the key of a row: URL-safe text. Anything else (databases refuse a NUL, say) is none."""
    return _KEY.fullmatch(text) is not None
