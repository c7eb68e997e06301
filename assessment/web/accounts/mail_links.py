"""Links of mails about accounts, made with their tokens at the moment the mail is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app
from flask_security.change_email import _generate_token as generate_change_token
from flask_security.confirmable import generate_confirmation_token

from assessment.use_cases.account_store import AccountStore, discard
from assessment.use_cases.compose_mails import compose_with_link
from assessment.use_cases.mails import MailKind, StoredMail, register_composer
from assessment.web.accounts.resetting import make_reset_token
from assessment.web.parts import parts

_ACCOUNTS = AccountStore()


def register(app: Flask) -> None:
    """Let the outbox compose the mails whose links carry a token of the accounts library."""
    for kind, make_link, setting in (
        (MailKind.CONFIRM_ADDRESS, confirm_link, "SECURITY_CONFIRM_EMAIL_WITHIN"),
        (MailKind.RESET_PASSWORD, reset_link, "SECURITY_RESET_PASSWORD_WITHIN"),
        (MailKind.CHANGE_ADDRESS, change_address_link, "SECURITY_CHANGE_EMAIL_WITHIN"),
    ):
        register_composer(kind, compose_with_link(make_link, valid=app.config[setting]))


def confirm_link(mail: StoredMail) -> str | None:
    """Where an address is confirmed; None once it is, or the account is gone."""
    return _link(
        mail, "security.confirm_email", lambda user: None if user.confirmed_at else generate_confirmation_token(user)
    )


def reset_link(mail: StoredMail) -> str | None:
    """Where a new password is set; None once the account has left the address that asked."""
    return _link(
        mail,
        "security.reset_password",
        lambda user: make_reset_token(user) if user.email == mail.recipient else None,
    )


def change_address_link(mail: StoredMail) -> str | None:
    """Where the address that the mail goes to becomes the account's own."""
    return _link(mail, "security.change_email_confirm", lambda user: generate_change_token(user, mail.recipient))


def _link(mail: StoredMail, endpoint: str, make_token: Callable[[Any], str | None]) -> str | None:
    """The whole address, below the one in the settings, wherever the worker runs."""
    user = None if mail.user_id is None else _ACCOUNTS.find_user(id=mail.user_id)
    discard()  # a worker reads every account anew
    token = None if user is None or not user.active else make_token(user)
    if token is None:
        return None
    return parts().settings.base_url + current_app.url_map.bind("").build(endpoint, {"token": token})
