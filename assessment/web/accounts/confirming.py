"""Confirming an address: the mailed link shows the mailbox, the password shows the person who registered."""

from __future__ import annotations

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security import login_user
from flask_security.confirmable import confirm_email_token_status, confirm_user
from flask_security.utils import get_message

from assessment.web.accounts.form_pages import FormPage, password_field
from assessment.web.accounts.forms import ConfirmForm
from assessment.web.accounts.proofs import plain_password


def confirm(token: str) -> ResponseReturnValue:
    """Ask for the password chosen at registration; with it the address is confirmed and the person signed in.

    A link alone would let somebody register the address of another person and wait until they, or a program that
    checks their mails, open it.
    """
    expired, invalid, user = confirm_email_token_status(token)
    if expired or invalid or user is None:
        flash(_("This link does not work any more. Ask for a new one below."))
        return redirect(url_for("security.send_confirmation"), 303)
    if user.confirmed_at is not None:
        flash(get_message("ALREADY_CONFIRMED")[0])
        return redirect(url_for("security.login"), 303)
    form = ConfirmForm(request.form)
    if request.method == "GET":
        return _page(form, user.email)
    typed = form.password.data or ""
    if not typed or not user.verify_and_update_password(plain_password(typed)):
        form.password.errors = (get_message("INVALID_PASSWORD" if typed else "PASSWORD_NOT_PROVIDED")[0],)
        return _page(form, user.email), 422
    confirm_user(user)
    login_user(user, authn_via=["confirm"])
    flash(_("Your address is confirmed, and you are signed in."))
    return redirect(current_app.config["SECURITY_POST_LOGIN_VIEW"], 303)


def _page(form: ConfirmForm, email: str) -> str:
    field = password_field(form.password, label=_("The password you chose"))
    page = FormPage(request.path, (field,), username=email)
    return render_template("accounts/confirm.html", page=page)
