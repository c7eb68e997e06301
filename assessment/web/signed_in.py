"""Who is signed in on this device."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import Flask, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from assessment.use_cases.account_sessions import SignedIn, find_signed_in
from assessment.use_cases.accounts import Account
from assessment.web.parts import parts

P = ParamSpec("P")

SESSION_KEY = "account"
"""Where the signed cookie keeps the secret of this device."""

_FOUND = "cx_wheel.signed_in"


class NotSignedIn(Exception):
    """The page needs an account, and nobody is signed in here."""


def register(app: Flask) -> None:
    """Lead whoever needs an account to the sign-in page and back; tell templates who is signed in."""
    app.register_error_handler(NotSignedIn, _ask_to_sign_in)
    app.jinja_env.globals["find_account"] = find_account


def find_signed_in_here() -> SignedIn | None:
    """Account and device of this request, looked up once; None when nobody is signed in."""
    if _FOUND not in request.environ:
        token = session.get(SESSION_KEY)
        request.environ[_FOUND] = find_signed_in(token, now=parts().clock()) if isinstance(token, str) else None
    found: SignedIn | None = request.environ[_FOUND]
    return found


def find_account() -> Account | None:
    """The account signed in on this device."""
    found = find_signed_in_here()
    return None if found is None else found.account


def get_account() -> Account:
    """The account signed in on this device. Raises NotSignedIn, which leads to the sign-in page."""
    account = find_account()
    if account is None:
        raise NotSignedIn
    return account


def needs_account(
    view: Callable[Concatenate[Account, P], ResponseReturnValue],
) -> Callable[P, ResponseReturnValue]:
    """Give the view the signed-in account as its first argument."""

    @wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        return view(get_account(), *args, **kwargs)

    return checked


def forget_signed_in() -> None:
    """Look again who is signed in: it changed during this request."""
    request.environ.pop(_FOUND, None)


def here() -> str | None:
    """This page, to come back to; None for what a form sent, which no link can send again."""
    return request.full_path.rstrip("?") if request.method == "GET" else None


def _ask_to_sign_in(_refusal: NotSignedIn) -> ResponseReturnValue:
    return redirect(url_for("security.login", next=here()), 303)
