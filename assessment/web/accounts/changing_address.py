"""A new address: the mailed link asks, its button changes, and a link that is over says so at once.

The link shows that the mailbox is there; that it is theirs, its owner says by being signed in. Whoever gets the mail
because an address was mistyped must not get the account with it.
"""

from __future__ import annotations

from functools import wraps

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security.change_email import _verify_token_status

from assessment.web.accounts.saving import View
from assessment.web.errors import ErrorPage, error_response
from assessment.web.signed_in import get_account


def asking_first(view: View) -> View:
    """The library's view, which acts as soon as its address is opened."""

    @wraps(view)
    def asked(token: str) -> ResponseReturnValue:
        expired, invalid, user, _new_email = _verify_token_status(token)
        if expired or invalid:
            flash(_("This link does not work any more: it was used, or it is too old. You can ask for a new one here."))
            return redirect(url_for("security.change_email"), 303)
        if get_account().id != user.id:
            return _of_another()
        if request.method == "POST":
            return view(token=token)
        return render_template("accounts/change_address_confirm.html", action=request.path)

    return asked


def _of_another() -> ResponseReturnValue:
    return error_response(
        ErrorPage(
            status=409,
            title=_("Somebody else is signed in here"),
            happened=_("This link changes the address of another account than the one that is signed in here."),
            kept=_("Nothing was changed."),
            advice=_("Sign out first."),
        )
    )
