"""Setting up an authenticator app: a mistyped first code shows the same picture again."""

from __future__ import annotations

from functools import wraps

from flask import current_app, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_security.forms import TwoFactorVerifyCodeForm
from flask_security.proxies import _security
from flask_security.utils import check_and_get_token_status, get_message

from assessment.web.accounts.pages import render
from assessment.web.accounts.saving import View


def trying_again(view: View) -> View:
    """The library's check of the first code; it would begin anew with another secret when the code is wrong."""

    @wraps(view)
    def checked(token: str) -> ResponseReturnValue:
        response = current_app.make_response(view(token=token))
        expired, invalid, state = check_and_get_token_status(
            token, "tf_setup", current_app.config["SECURITY_TWO_FACTOR_SETUP_WITHIN"]
        )
        if expired or invalid or response.location != url_for("security.two_factor_setup"):
            return response
        session.pop("_flashes", None)
        return _same_picture(token, state["totp_secret"]), 422

    return checked


def _same_picture(token: str, secret: str) -> str:
    form = TwoFactorVerifyCodeForm(request.form)
    form.code.errors = (get_message("TWO_FACTOR_INVALID_TOKEN")[0],)
    shown = _security.totp_factory.fetch_setup_values(secret, current_user)
    return render(
        "accounts/two_factor_setup.html",
        chosen_method="authenticator",
        two_factor_verify_code_form=form,
        state_token=token,
        authr_qrcode=shown["image"],
        authr_key=shown["key"],
    )
