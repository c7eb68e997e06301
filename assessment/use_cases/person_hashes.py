"""Who somebody asked is, without the address: needed when the address has long been erased."""

from __future__ import annotations

import hashlib
import hmac

from flask import current_app

from assessment.use_cases.accounts import plain_address


def person_of(email: str) -> str:
    """A hash of the address with the site's secret key, 64 letters; capitals make no difference.

    It is the same in every campaign, so that memberships of waves can be compared. Without the key nobody can try
    addresses against it.
    """
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"person:{plain_address(email)}".encode(), hashlib.sha256).hexdigest()
