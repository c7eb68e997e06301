"""Views of the private link, of the review and of submission."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.domain.refusals import AlreadySubmitted, AnswersInDoubt, Incomplete
from assessment.use_cases.campaign_gate import check_gate
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.take_assessment import quality_before_submit, read_sheet
from assessment.use_cases.take_assessment import submit as submit_assessment
from assessment.web.access import find_right_token, needs_access
from assessment.web.addresses import private_link
from assessment.web.belonging import find_belonging
from assessment.web.locale import language_for
from assessment.web.parts import parts
from assessment.web.questions.audience import find_audience
from assessment.web.questions.forms import SubmissionForm
from assessment.web.questions.link import build_link_page
from assessment.web.questions.review import build_review_page
from assessment.web.questions.views import blueprint
from assessment.web.resume import address_to_resume

__all__ = ["blueprint", "link", "review", "submit"]


@blueprint.get("/assessments/<assessment_id>/link")
@needs_access
def link(record: AssessmentRecord) -> ResponseReturnValue:
    """The private link to keep, as text and as a QR code; where the device has none, that the account opens it."""
    token = find_right_token(record.id)
    url = "" if token is None else private_link(token)
    page = build_link_page(record, url, address_to_resume(record), find_belonging(record))
    return render_template("questions/link.html", page=page)


@blueprint.get("/assessments/<assessment_id>/review")
@needs_access
def review(record: AssessmentRecord) -> ResponseReturnValue:
    """What is still open, and the button that shows the result."""
    if record.is_submitted:
        raise AlreadySubmitted
    check_gate(record.id, now=parts().clock())
    return _render_review(record)


@blueprint.post("/assessments/<assessment_id>/submission")
@needs_access
def submit(record: AssessmentRecord) -> ResponseReturnValue:
    """Fix the answers and show the result; pressed twice, it shows the same one."""
    form = SubmissionForm(request.form)
    if not form.validate():
        abort(400)
    try:
        submit_assessment(
            record.id,
            accept_incomplete=form.accept_incomplete.data,
            keep_despite_flags=form.keep.data,
            now=parts().clock(),
        )
    except Incomplete:
        return _render_review(record, unconfirmed=True), 422
    except AnswersInDoubt:
        return _render_review(record), 422
    return redirect(url_for("result.show", assessment_id=record.id), 303)


def _render_review(record: AssessmentRecord, *, unconfirmed: bool = False) -> str:
    sitting = read_sheet(record.id)
    flags = quality_before_submit(record.id)
    page = build_review_page(sitting, language_for(sitting.framework), flags, unconfirmed=unconfirmed)
    return render_template("questions/review.html", page=page, audience=find_audience(record.id))
