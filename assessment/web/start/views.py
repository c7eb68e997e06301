"""Views of the first page and of coming back."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.refusals import AssessmentNotFound
from assessment.use_cases.answer_campaign import find_asking, is_invitation
from assessment.use_cases.own_assessments import take_into_account
from assessment.use_cases.take_assessment import open_with_token, start_assessment
from assessment.web.access import grant_access, list_opened
from assessment.web.addresses import token_of
from assessment.web.locale import choose_locale, current_language, current_locale, language_for
from assessment.web.parts import core_framework, parts
from assessment.web.resume import address_to_resume
from assessment.web.signed_in import find_account
from assessment.web.start.forms import ContinueForm, StartForm
from assessment.web.start.pages import build_continue_page, build_start_page

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def show() -> ResponseReturnValue:
    """What this is, how long it takes, who sees the answers, and one button."""
    framework = core_framework()
    return render_template("start/show.html", page=build_start_page(framework, language_for(framework)))


@blueprint.post("/assessments")
def begin() -> ResponseReturnValue:
    """Start an assessment, keep it in the account if somebody is signed in, and show its private link."""
    form = StartForm(request.form)
    if not form.validate():
        abort(400)
    started = start_assessment(
        parts().shelf,
        framework_id=form.framework.data,
        level=form.level.data,
        locale=current_locale(),
        channel="web",
        now=parts().clock(),
        token_source=parts().token_source,
    )
    grant_access(started.assessment.id, started.token)
    account = find_account()
    if account is not None:
        take_into_account(started.assessment.id, account.id, now=parts().clock())
    return redirect(url_for("questions.link", assessment_id=started.assessment.id), 303)


@blueprint.get("/link/<token>")
def open_link(token: str) -> ResponseReturnValue:
    """Open a private link: keep its key on this device and go to where the person left off."""
    record = open_with_token(token)
    grant_access(record.id, token)
    asking = find_asking(record.id)
    if "locale" not in session and not (asking is not None and asking.campaign.anonymous):
        choose_locale(record.locale)  # anonymous answers do not know their language
    return redirect(address_to_resume(record), 303)


@blueprint.get("/continue")
def continue_() -> ResponseReturnValue:
    """A field for the private link."""
    return _render_continue()


@blueprint.post("/continue")
def open_pasted() -> ResponseReturnValue:
    """Open the private link that was pasted."""
    form = ContinueForm(request.form)
    token = token_of(form.link.data or "") if form.validate() else ""
    try:
        record = open_with_token(token)
    except AssessmentNotFound:
        if is_invitation(token):
            return redirect(url_for("invitations.show", token=token), 303)
        refusal = _("This link opens nothing here. Copy the whole link, from https to its last character.")
        return _render_continue(refusal), 422
    grant_access(record.id, token)
    return redirect(address_to_resume(record), 303)


def _render_continue(refusal: str | None = None) -> str:
    page = build_continue_page(list_opened(), current_language(), refusal)
    return render_template("start/continue.html", page=page)
