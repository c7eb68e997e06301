"""Views of those who are asked: look, begin, go on."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.campaign_refusals import AnsweringEnded, BegunElsewhere, InvitationNotFound, InvitationRevoked
from assessment.domain.refusals import Refusal
from assessment.languages import LOCALES
from assessment.use_cases.accounts import Account
from assessment.use_cases.answer_campaign import (
    Asked,
    Begun,
    begin_as_member,
    find_asking,
    look_as_member,
    look_at_invitation,
)
from assessment.use_cases.answer_campaign import begin as begin_by_link
from assessment.use_cases.campaign_gate import check_gate
from assessment.use_cases.kept_frameworks import find_kept
from assessment.web.access import grant_access, open_assessment
from assessment.web.errors import ErrorPage, error_response
from assessment.web.invitations.pages import build_invitation_page
from assessment.web.locale import choose_locale, current_locale, language_for, speak
from assessment.web.parts import parts
from assessment.web.refusals import status_of, words_of
from assessment.web.resume import address_to_resume
from assessment.web.signed_in import needs_account

blueprint = Blueprint("invitations", __name__)


@blueprint.get("/invitation/<token>")
def show(token: str) -> ResponseReturnValue:
    """What is asked and who will see what, in the language of the mail unless this device speaks another one."""
    asked = look_at_invitation(token, now=parts().clock())
    if "locale" not in session:
        speak(asked.locale)
    return _render(asked)


@blueprint.post("/invitation/<token>")
def begin(token: str) -> ResponseReturnValue:
    """Begin, or go on with what was begun; or change the language of the page."""
    if request.form.get("language") in LOCALES:
        choose_locale(request.form["language"])
        return redirect(url_for("invitations.show", token=token), 303)
    asked = look_at_invitation(token, now=parts().clock())
    if "locale" not in session:
        choose_locale(asked.locale)
    key = request.form.get("key")
    now, tokens = parts().clock(), parts().token_source
    return _lead_on(begin_by_link(token, locale=current_locale(), now=now, token_source=tokens, key=key))


@blueprint.get("/campaigns/<campaign_id>/answering")
@needs_account
def show_member(account: Account, campaign_id: str) -> ResponseReturnValue:
    """The same for somebody who is signed in and asked."""
    return _render(look_as_member(campaign_id, account.id, now=parts().clock()), signed_in=True)


@blueprint.post("/campaigns/<campaign_id>/answering")
@needs_account
def begin_member(account: Account, campaign_id: str) -> ResponseReturnValue:
    """Begin, or go on, signed in."""
    key = request.form.get("key")
    now, tokens = parts().clock(), parts().token_source
    begun = begin_as_member(campaign_id, account.id, locale=current_locale(), now=now, token_source=tokens, key=key)
    return _lead_on(begun)


@blueprint.errorhandler(InvitationNotFound)
@blueprint.errorhandler(InvitationRevoked)
@blueprint.errorhandler(BegunElsewhere)
@blueprint.errorhandler(AnsweringEnded)
def cannot_begin(refusal: Refusal) -> ResponseReturnValue:
    """Why this link begins nothing."""
    title = _("You cannot start with this link")
    asks = isinstance(refusal, BegunElsewhere)
    return error_response(ErrorPage(status_of(refusal), title, words_of(refusal), asks_for_link=asks))


def _render(asked: Asked, *, signed_in: bool = False) -> str:
    framework = find_kept(asked.record.snapshot)
    language = language_for(framework)
    now = parts().clock()
    page = build_invitation_page(language, asked, framework, now=now, signed_in=signed_in)
    key = parts().token_source(32) if asked.record.campaign.anonymous else None
    return render_template("invitations/show.html", page=page, key=key)


def _lead_on(begun: Begun) -> ResponseReturnValue:
    """To the link that must be kept, to the statements, to the result, or to what is kept after the campaign closed."""
    grant_access(begun.assessment_id, begun.token)
    record = open_assessment(begun.assessment_id)
    if begun.keep_token and begun.is_new:
        return redirect(url_for("questions.link", assessment_id=record.id), 303)
    if not record.is_submitted and find_asking(record.id) is not None:
        try:
            check_gate(record.id, now=parts().clock())
        except AnsweringEnded:
            return redirect(url_for("own_data.show", assessment_id=record.id), 303)
    return redirect(address_to_resume(record), 303)
