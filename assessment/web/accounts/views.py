"""Views around an account that the accounts library does not have."""

from __future__ import annotations

import json

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security import current_user, logout_user

from assessment.use_cases.account_data import export_account
from assessment.use_cases.account_sessions import end_other_sessions, end_session, list_sessions
from assessment.use_cases.accounts import Account
from assessment.use_cases.change_profile import change_profile
from assessment.use_cases.second_factor import hash_recovery_code
from assessment.web.accounts.forms import ProfileForm
from assessment.web.accounts.proof_pages import recovery_text
from assessment.web.accounts.saving import saving
from assessment.web.accounts.settings_page import build_sessions_page, build_settings_page
from assessment.web.downloads import download
from assessment.web.locale import choose_locale, current_language
from assessment.web.parts import parts
from assessment.web.signed_in import find_signed_in_here, needs_account

blueprint = Blueprint("accounts", __name__, url_prefix="/account")


@blueprint.get("/mail")
def look_into_mail() -> ResponseReturnValue:
    """What to do after registration, the same for everybody."""
    return render_template("accounts/look_into_mail.html")


@blueprint.get("/settings")
@needs_account
def settings(account: Account) -> ResponseReturnValue:
    """Everything about the account that its owner can change."""
    page = build_settings_page(account, current_user, ProfileForm(data={}), now=parts().clock())
    return render_template("accounts/settings.html", page=page)


@blueprint.post("/settings")
@needs_account
def save_profile(account: Account) -> ResponseReturnValue:
    """Keep name, language and time zone."""
    form = ProfileForm(request.form)
    if not form.validate():
        page = build_settings_page(account, current_user, form, now=parts().clock())
        return render_template("accounts/settings.html", page=page), 422
    name = account.name if form.name.data is None else form.name.data
    change_profile(account.id, name=name, locale=form.locale.data, time_zone=form.time_zone.data)
    choose_locale(form.locale.data)
    flash(_("Saved."))
    return redirect(url_for("accounts.settings"), 303)


@blueprint.get("/data/export.json")
@needs_account
def export(account: Account) -> ResponseReturnValue:
    """Everything stored about the account, for machines."""
    content = json.dumps(export_account(account, now=parts().clock()), ensure_ascii=False, indent=2) + "\n"
    return download(content, kind="application/json", name=_("CX Wheel data") + ".json")


@blueprint.get("/two-factor/changed")
@needs_account
def second_factor_changed(_account: Account) -> ResponseReturnValue:
    """After setting up the second step: on to recovery codes for who has none, else back to the settings."""
    is_on = bool(current_user.tf_primary_method)
    needs_codes = is_on and not current_user.mf_recovery_codes
    return redirect(url_for("security.mf_recovery_codes" if needs_codes else "accounts.settings"), 303)


@blueprint.post("/two-factor/recovery-codes/file")
@needs_account
def recovery_codes_file(_account: Account) -> ResponseReturnValue:
    """The codes of the page as a text file. They are stored as hashes alone, so the page brings them along; what is not
    a code of this account gets no file."""
    codes = request.form.getlist("code")
    known = set(current_user.mf_recovery_codes or ())
    if not codes or not {hash_recovery_code(code) for code in codes} <= known:
        flash(_("These codes do not count any more: new ones were made."))
        return redirect(url_for("security.mf_recovery_codes"), 303)
    text = recovery_text(codes, site=parts().settings.base_url)
    return download(text, kind="text/plain", name="cx-wheel-recovery-codes.txt")


@blueprint.get("/sessions")
@needs_account
def sessions(account: Account) -> ResponseReturnValue:
    """Where the account is signed in."""
    found = list_sessions(account.id, now=parts().clock())
    signed_in = find_signed_in_here()
    page = build_sessions_page(
        current_language(), account, found, here=signed_in.session_id if signed_in else "", now=parts().clock()
    )
    return render_template("accounts/sessions.html", page=page)


@blueprint.post("/sessions/<session_id>/end")
@needs_account
def end_one(account: Account, session_id: str) -> ResponseReturnValue:
    """Sign one device out."""
    end_session(account.id, session_id)
    flash(_("The device is signed out."))
    return redirect(url_for("accounts.sessions"), 303)


@blueprint.post("/sessions/end")
@needs_account
def end_others(account: Account) -> ResponseReturnValue:
    """Sign all other devices out."""
    signed_in = find_signed_in_here()
    end_other_sessions(account.id, kept=signed_in.session_id if signed_in else None)
    flash(_("All other devices are signed out."))
    return redirect(url_for("accounts.sessions"), 303)


@blueprint.post("/sign-out-everywhere")
@needs_account
def end_all(account: Account) -> ResponseReturnValue:
    """Sign out on every device, this one included."""
    end_other_sessions(account.id, kept=None)
    return _leave()


@saving
def _leave() -> ResponseReturnValue:
    logout_user()
    flash(_("You are signed out on all devices."))
    return redirect(url_for("start.show"), 303)
