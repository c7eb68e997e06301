"""Views of the accounts library: what they change is on disk before they answer, or their answer does not count."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Flask, abort, current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from assessment.domain.account_refusals import CodeSpent
from assessment.use_cases.account_store import AccountConflict, discard, save
from assessment.web.addresses import own_address
from assessment.web.errors import ErrorPage, error_response

View = Callable[..., ResponseReturnValue]

_NOT_OFFERED = {"security.two_factor_rescue"}
"""What the library registers and this service does not offer: help by a mail to the administrator."""


def register(app: Flask) -> None:
    """Wrap every view of the library. They must have been registered before."""
    for endpoint, view in app.view_functions.items():
        if endpoint.startswith("security."):
            app.view_functions[endpoint] = _saving(_guarded(cast(View, view)))
    app.register_error_handler(AccountConflict, _conflict)
    app.register_error_handler(CodeSpent, _code_spent)


def saving(view: View) -> View:
    """The same for a view of our own that calls the library."""
    return _saving(view)


def _saving(view: View) -> View:
    @wraps(view)
    def saved(**arguments: Any) -> Response:
        before = dict(session)
        try:
            response = current_app.make_response(view(**arguments))
            save()
        except Exception:  # whatever it was: nothing stays half written, and the fault goes on
            discard()
            session.clear()
            session.update(before)
            raise
        return response

    return saved


def _guarded(view: View) -> View:
    """Forms alone, sent by pages of this site; on to pages of this site."""

    @wraps(view)
    def guarded(**arguments: Any) -> ResponseReturnValue:
        if request.endpoint in _NOT_OFFERED:
            abort(404)
        if request.is_json:
            abort(415)
        if _leads_away(request.form.get("next")):
            abort(400)
        if _leads_away(request.args.get("next")):
            return redirect(request.path, 303)
        return view(**arguments)

    return guarded


def _leads_away(onward: str | None) -> bool:
    return bool(onward) and own_address(onward) != onward


def _conflict(_refusal: AccountConflict) -> ResponseReturnValue:
    """Two registrations of one address are one: the other has sent the mail, and nobody hears which was first."""
    if request.endpoint == "security.register":
        return redirect(url_for("accounts.look_into_mail"), 303)
    return error_response(
        ErrorPage(
            status=409,
            title=_("Somebody was quicker"),
            happened=_("The account changed while your form was on its way, perhaps in another tab."),
            kept=_("Nothing of your form was saved."),
            advice=_("Open the page again and look what stands there now."),
        )
    )


def _code_spent(_refusal: CodeSpent) -> ResponseReturnValue:
    """A code that two requests brought at once opens the door for one of them."""
    flash(_("This code was used a moment ago, and each counts once. Please sign in again."))
    return redirect(url_for("security.login"), 303)
