"""Views of deleting an account."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security import current_user, logout_user

from assessment.domain.account_refusals import LeadsAlone
from assessment.use_cases.account_store import discard
from assessment.use_cases.accounts import Account
from assessment.use_cases.erase_account import check_erasable, erase_account
from assessment.web.accounts.erasure_page import build_erasure_page
from assessment.web.accounts.forms import DeleteForm
from assessment.web.accounts.fresh import is_fresh
from assessment.web.accounts.proofs import plain_password
from assessment.web.parts import parts
from assessment.web.signed_in import here, needs_account

blueprint = Blueprint("account_erasure", __name__, url_prefix="/account")


@blueprint.get("/delete")
@needs_account
def show(account: Account) -> ResponseReturnValue:
    """What goes and what stays, and what has to be done first."""
    if not current_user.password and not is_fresh():
        return redirect(url_for("security.verify", next=here()), 303)
    return _page(account, DeleteForm())


@blueprint.post("/delete")
@needs_account
def erase(account: Account) -> ResponseReturnValue:
    """Delete everything, once it is meant and the person has proved who they are."""
    form = DeleteForm(request.form)
    if not form.validate() or not form.confirmed.data:
        return _page(account, form, refusal=_("Nothing was deleted: please tick the box first.")), 422
    wrong = _find_wrong(form.password.data or "") if current_user.password else ""
    if wrong:
        return _page(account, form, wrong=wrong), 422
    if not current_user.password and not is_fresh():
        return redirect(url_for("security.verify", next=url_for("account_erasure.show")), 303)
    try:
        erase_account(account, now=parts().clock())
    except LeadsAlone:
        return _page(account, form), 409
    logout_user()
    discard()  # the device's row went with the account
    return redirect(url_for("account_erasure.farewell"), 303)


@blueprint.get("/deleted")
def farewell() -> ResponseReturnValue:
    """The account is gone; also where a second click on the button ends."""
    return render_template("accounts/farewell.html")


def _find_wrong(typed: str) -> str:
    """What is wrong with the password as it was typed, empty if nothing."""
    if not typed:
        return str(_("Type your password: nothing is deleted without it."))
    right = current_user.verify_and_update_password(plain_password(typed))
    return "" if right else str(_("This password is not right. Nothing was deleted."))


def _page(account: Account, form: DeleteForm, *, refusal: str = "", wrong: str = "") -> str:
    in_the_way = None
    try:
        check_erasable(account)
    except LeadsAlone as alone:
        in_the_way = alone
    page = build_erasure_page(
        form, has_password=bool(current_user.password), in_the_way=in_the_way, refusal=refusal, wrong=wrong
    )
    return render_template("accounts/delete.html", page=page)
