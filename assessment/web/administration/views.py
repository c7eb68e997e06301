"""Views for the site's administrator."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.permissions import Action
from assessment.use_cases.accounts import Account
from assessment.use_cases.audit import list_all_entries
from assessment.use_cases.site_accounts import list_accounts, set_active
from assessment.web.administration.access import needs_administrator
from assessment.web.administration.pages import build_accounts_page
from assessment.web.locale import current_language
from assessment.web.log_page import build_log_page
from assessment.web.paging import asked_page
from assessment.web.parts import parts

blueprint = Blueprint("administration", __name__, url_prefix="/admin")

_LONGEST_PART = 254


@blueprint.get("/accounts")
@needs_administrator(Action.USE_ACCOUNTS)
def accounts(administrator: Account) -> ResponseReturnValue:
    """Who has an account here; nothing of what is in it."""
    part = request.args.get("part", "")[:_LONGEST_PART]
    page = build_accounts_page(current_language(), administrator, list_accounts(part, page=asked_page()), part)
    return render_template("administration/accounts.html", page=page)


@blueprint.post("/accounts/<int(max=2147483647):user_id>/closing")
@needs_administrator(Action.USE_ACCOUNTS)
def close(administrator: Account, user_id: int) -> ResponseReturnValue:
    """Close an account to its owner and sign it out everywhere."""
    return _set_active(administrator, user_id, active=False)


@blueprint.post("/accounts/<int(max=2147483647):user_id>/opening")
@needs_administrator(Action.USE_ACCOUNTS)
def reopen(administrator: Account, user_id: int) -> ResponseReturnValue:
    """Open an account to its owner again."""
    return _set_active(administrator, user_id, active=True)


@blueprint.get("/log")
@needs_administrator(Action.READ_AUDIT_LOG)
def log(administrator: Account) -> ResponseReturnValue:
    """Everything that was written down here."""
    found = list_all_entries(reader_id=administrator.id, page=asked_page())
    page = build_log_page(current_language(), administrator, found, "administration.log")
    return render_template("administration/log.html", page=page)


def _set_active(administrator: Account, user_id: int, *, active: bool) -> ResponseReturnValue:
    if set_active(user_id, administrator, active=active, now=parts().clock()):
        flash(_("The account is open to its owner again.") if active else _("The account is closed to its owner."))
    else:
        flash(_("Nothing was changed."))
    return redirect(url_for("administration.accounts", part=request.form.get("part") or None), 303)
