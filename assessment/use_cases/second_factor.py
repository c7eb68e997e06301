"""Proofs that count once: codes of an authenticator app, and recovery codes."""

from __future__ import annotations

import base64
import hashlib

from sqlalchemy import Connection

from assessment.domain.account_refusals import CodeSpent
from assessment.store import accounts
from assessment.use_cases.tokens import TokenSource

_CODE_BYTES = 16
_GROUP = 4


def new_recovery_codes(number: int, token_source: TokenSource) -> tuple[str, ...]:
    """Codes of 128 random bits each, in groups of four letters and digits."""
    return tuple(_code(token_source) for _ in range(number))


def hash_recovery_code(code: str) -> str:
    """What the service knows a code by, however it was typed: capital letters, spaces and hyphens do not matter."""
    letters = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(letters.encode(errors="surrogatepass")).hexdigest()


def spend_recovery_code(connection: Connection, user_id: int, code: str) -> None:
    """Take the code away from its account in the caller's transaction. Raises CodeSpent."""
    if not accounts.spend_recovery_code(connection, user_id, hash_recovery_code(code)):
        raise CodeSpent


def spend_authenticator_code(connection: Connection, user_id: int, counter: int) -> None:
    """Note in the caller's transaction that the code of a half minute was used. Raises CodeSpent."""
    if not accounts.use_counter(connection, user_id, counter):
        raise CodeSpent


def _code(token_source: TokenSource) -> str:
    made = token_source(_CODE_BYTES)
    raw = base64.urlsafe_b64decode(made + "=" * (-len(made) % 4))
    letters = base64.b32encode(raw).decode().rstrip("=").lower()
    return "-".join(letters[place : place + _GROUP] for place in range(0, len(letters), _GROUP))
