"""Views of sharing: the owner's form, the preview, taking back; the recipient's list and page."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.ownership_refusals import SharedAlready, SharedTooWidely, SharedWithOneself, ShareNotFound
from assessment.domain.refusals import Refusal
from assessment.domain.team_refusals import AddressUnusable
from assessment.use_cases.accounts import Account
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.sharing import (
    list_recipients,
    list_shared_with,
    may_be_shown_results,
    preview_share,
    share_result,
    take_back,
    view_shared,
)
from assessment.web.belonging import Standing, find_belonging
from assessment.web.errors import ErrorPage, error_response
from assessment.web.locale import current_language, language_for
from assessment.web.paging import asked_page
from assessment.web.parts import parts, today
from assessment.web.refusals import words_of
from assessment.web.sharing.forms import ShareForm
from assessment.web.sharing.pages import build_shared_page, build_sharing_page
from assessment.web.sharing.result_page import build_shared_result
from assessment.web.signed_in import get_account, needs_account
from assessment.web.submitted import needs_result

blueprint = Blueprint("sharing", __name__)

_ABOUT_THE_ADDRESS = (AddressUnusable, SharedWithOneself, SharedAlready, SharedTooWidely)


@blueprint.get("/assessments/<assessment_id>/sharing")
@needs_result
def manage(record: AssessmentRecord) -> ResponseReturnValue:
    """With whom the result is shared, and the form to share it with one more person."""
    return _manage(record, ShareForm())


@blueprint.post("/assessments/<assessment_id>/sharing/preview")
@needs_result
def preview(record: AssessmentRecord) -> ResponseReturnValue:
    """What the recipient would see, before anything is shared."""
    owner, form = get_account(), ShareForm(request.form)
    if form.with_plan.data:
        get_plan(record.id, today=today())  # made at its first look, which this may be
    try:
        shared = preview_share(record.id, owner, recipient=_typed(form), with_plan=form.with_plan.data)
    except _ABOUT_THE_ADDRESS as refusal:
        return _manage(record, form, refusal), 422
    page = build_shared_result(language_for(shared.framework), owner, shared)
    return render_template("sharing/preview.html", page=page, record=record, form=form)


@blueprint.post("/assessments/<assessment_id>/sharing")
@needs_result
def share(record: AssessmentRecord) -> ResponseReturnValue:
    """Share what was previewed."""
    form = ShareForm(request.form)
    try:
        share_result(
            record.id,
            get_account(),
            recipient=_typed(form),
            with_plan=form.with_plan.data,
            now=parts().clock(),
            token_source=parts().token_source,
        )
    except _ABOUT_THE_ADDRESS as refusal:
        return _manage(record, form, refusal), 422
    flash(_("The result is shared. The person gets an email without any score in it."))
    return redirect(url_for("sharing.manage", assessment_id=record.id), 303)


@blueprint.post("/assessments/<assessment_id>/sharing/<share_id>/end")
@needs_result
def end(record: AssessmentRecord, share_id: str) -> ResponseReturnValue:
    """Stop sharing with one person."""
    try:
        take_back(share_id, get_account().id, now=parts().clock())
    except ShareNotFound:
        flash(_("This was no longer shared."))
    else:
        flash(_("Taken back: from now on the person sees nothing of this result."))
    return redirect(url_for("sharing.manage", assessment_id=record.id), 303)


@blueprint.get("/shared")
@needs_account
def list_shared(account: Account) -> ResponseReturnValue:
    """What others share with the account."""
    found = list_shared_with(account, page=asked_page())
    page = build_shared_page(current_language(), account, found, may_be_shown=may_be_shown_results(account))
    return render_template("sharing/list.html", page=page)


@blueprint.get("/shared/<share_id>")
@needs_account
def show(account: Account, share_id: str) -> ResponseReturnValue:
    """A result that its owner shares with the account; the owner's log says that it was looked at."""
    shared = view_shared(share_id, account, now=parts().clock())
    page = build_shared_result(language_for(shared.framework), account, shared)
    return render_template("sharing/show.html", page=page)


@blueprint.errorhandler(ShareNotFound)
def nothing_shared(_refusal: ShareNotFound) -> ResponseReturnValue:
    """The same for what never was, what was taken back and what is for somebody else."""
    return error_response(
        ErrorPage(
            status=404,
            title=_("This result is not shared with you"),
            happened=_(
                "Its owner has taken it back, or shares it with another address than the one you signed in with."
            ),
            kept=_("Ask the person who told you about it: only they can share it again."),
            way_on=(_("See what is shared with you"), url_for("sharing.list_shared")),
        )
    )


def _manage(record: AssessmentRecord, form: ShareForm, refusal: Refusal | None = None) -> str:
    owner, belonging = get_account(), find_belonging(record)
    page = build_sharing_page(
        current_language(),
        owner,
        record,
        belonging=belonging,
        shares=list_recipients(record.id) if belonging.standing is Standing.OWN else (),
        typed=form.recipient.data or "",
        with_plan=bool(form.with_plan.data),
        refusal="" if refusal is None else words_of(refusal),
    )
    return render_template("sharing/manage.html", page=page)


def _typed(form: ShareForm) -> str:
    return (form.recipient.data or "")[:1000]
