"""Links that set a new password: each is good for the address that it was mailed to, and for no other."""

from __future__ import annotations

from functools import wraps
from typing import Any

from flask import current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_security.proxies import _datastore, _security
from flask_security.utils import check_and_get_token_status, get_message, hash_data, verify_hash

from assessment.web.accounts.saving import View


def make_reset_token(user: Any) -> str:
    """What stands in the link. It is worth nothing once the password is another, or the address."""
    token: str = _security.reset_serializer.dumps([str(user.fs_uniquifier), hash_data(user.email)])
    return token


def for_present_address(view: View) -> View:
    """The library's view, which would also take a link that lies in a mailbox the account has left."""

    @wraps(view)
    def checked(token: str) -> ResponseReturnValue:
        within = current_app.config["SECURITY_RESET_PASSWORD_WITHIN"]
        expired, invalid, state = check_and_get_token_status(token, "reset", within)
        if not expired and not invalid and not _is_present(*state):
            flash(get_message("INVALID_RESET_PASSWORD_TOKEN")[0])
            return redirect(url_for("security.forgot_password"), 303)
        return view(token=token)

    return checked


def _is_present(uniquifier: str, hashed_address: bytes) -> bool:
    user = _datastore.find_user(fs_uniquifier=uniquifier)
    return user is not None and bool(verify_hash(hashed_address, user.email))
