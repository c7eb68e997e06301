"""Passwords given elsewhere than on a page, by the same rules. A request context must be active."""

from __future__ import annotations

from flask_security import hash_password
from flask_security.proxies import _security

from assessment.web.accounts.proofs import plain_password


def find_fault(password: str, email: str) -> str | None:
    """What is wrong with a new password, in a sentence; None when it may be used."""
    faults, _plain = _security.password_util.validate(password, True, email=email)
    return str(faults[0]) if faults else None


def hash_new_password(password: str) -> str:
    """What is stored of it."""
    return hash_password(plain_password(password))
