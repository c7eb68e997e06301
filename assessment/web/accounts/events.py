"""What follows when somebody signs in or out, or changes how they prove who they are."""

from __future__ import annotations

from typing import Any

from flask import Flask, g, request, session
from flask_login import user_logged_in, user_logged_out
from flask_security import hash_password, password_changed, password_reset
from flask_security.confirmable import confirm_user
from flask_security.signals import change_email_confirmed, user_not_registered

from assessment.use_cases.account_sessions import (
    LONGEST_DEVICE,
    close_all_sessions,
    close_session_of,
    open_session,
)
from assessment.use_cases.account_store import AccountStore, gathered
from assessment.use_cases.mails import MailKind
from assessment.use_cases.memberships import claim_memberships
from assessment.web.access import revoke_access_of
from assessment.web.accounts.mail_sending import mail_maker
from assessment.web.limits import remember_account
from assessment.web.locale import choose_locale
from assessment.web.made_links import forget_made_link
from assessment.web.parts import parts
from assessment.web.signed_in import SESSION_KEY, forget_signed_in


def register(app: Flask) -> None:
    """Follow the signals of the library in this app."""
    user_logged_in.connect(_signed_in, app)
    user_logged_out.connect(_signed_out, app)
    password_changed.connect(_password_changed, app)
    password_reset.connect(_password_reset, app)
    user_not_registered.connect(_registered_again, app)
    change_email_confirmed.connect(_address_changed, app)


def _signed_in(_app: Flask, user: Any, **_more: Any) -> None:
    """Give this device a session of its own in place of the one it had; private links opened on it stay."""
    _end_session_here()
    device = str(request.user_agent)[:LONGEST_DEVICE]
    opened = open_session(user.id, device, now=parts().clock(), token_source=parts().token_source)
    gathered().steps.append(opened.write)
    session[SESSION_KEY] = opened.token
    session.permanent = True
    g.opened_session = opened.id
    remember_account(user.email)
    _claim(user)
    if "locale" not in session:
        choose_locale(user.locale)


def _signed_out(_app: Flask, user: Any, **_more: Any) -> None:
    """Whoever sits here next opens nothing of the account; private links to what is in no account stay."""
    _end_session_here()
    revoke_access_of(user.id)
    forget_made_link()


def _password_changed(_app: Flask, user: Any, **_more: Any) -> None:
    """All other devices are signed out: the library has just signed this one in again."""
    gathered().steps.append(close_all_sessions(user.id, kept=g.opened_session if "opened_session" in g else None))


def _password_reset(_app: Flask, user: Any, **_more: Any) -> None:
    """Whoever set a new password by a mailed link may have lost the old one to somebody: sign out everywhere.

    The link also shows that the address is theirs.
    """
    confirm_user(user)
    gathered().steps.append(close_all_sessions(user.id, kept=None))


def _registered_again(_app: Flask, user: Any, form_data: dict[str, Any], **_more: Any) -> None:
    """Somebody begins anew before confirming: the password typed last counts, and confirming asks for it."""
    typed = hash_password(form_data["password"])  # in any case: time must not tell who waits for confirmation
    if user is not None and user.confirmed_at is None:
        user.password = typed
        user.locale = form_data["locale"]
        AccountStore().put(user)


def _address_changed(_app: Flask, user: Any, old_email: str, **_more: Any) -> None:
    """Tell the old address, which may not know of it."""
    gathered().mails.append(mail_maker(MailKind.ADDRESS_CHANGED, user, recipient=old_email))
    _claim(user)


def _end_session_here() -> None:
    token = session.pop(SESSION_KEY, None)
    forget_signed_in()
    if isinstance(token, str):
        gathered().steps.append(close_session_of(token))


def _claim(user: Any) -> None:
    """Once all is saved, give the account the teams and campaigns that know its confirmed address."""
    gathered().afterwards.append(lambda: claim_memberships(user.id, user.email, now=parts().clock()))
