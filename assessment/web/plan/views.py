"""Views of the development plan as a whole: the page, its terms, the name on the report, its files."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.refusals import UnknownAction, UnknownStep
from assessment.use_cases import make_plan
from assessment.use_cases.draw_files import plan_calendar, plan_pdf
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.show_result import get_result
from assessment.web.downloads import download
from assessment.web.locale import current_language, language_for
from assessment.web.parts import parts, today
from assessment.web.plan.answering import answer, show_page
from assessment.web.plan.forms import NameForm, TermsForm
from assessment.web.submitted import needs_result

blueprint = Blueprint("plan", __name__)


@blueprint.get("/assessments/<assessment_id>/plan")
@needs_result
def show(record: AssessmentRecord) -> ResponseReturnValue:
    """The plan, with everything that can be changed about it."""
    return show_page(record)


@blueprint.post("/assessments/<assessment_id>/plan/terms")
@needs_result
def change_terms(record: AssessmentRecord) -> ResponseReturnValue:
    """Plan anew within other hours and weeks."""
    form = TermsForm(request.form)

    def change() -> None:
        make_plan.change_terms(record.id, form.terms(), today=today())
        flash(_("The plan follows your hours and weeks. What you did, wrote, dated or added stays."))

    return answer(record, form, change)


@blueprint.post("/assessments/<assessment_id>/plan/name")
@needs_result
def set_name(record: AssessmentRecord) -> ResponseReturnValue:
    """Keep the name for the report."""
    form = NameForm(request.form)

    def change() -> None:
        make_plan.set_name(record.id, form.typed("name"))
        flash(_("The PDF will carry this name.") if form.typed("name").strip() else _("The PDF will carry no name."))

    return answer(record, form, change)


@blueprint.get("/assessments/<assessment_id>/plan.pdf")
@needs_result
def pdf(record: AssessmentRecord) -> ResponseReturnValue:
    """The report with the plan."""
    content = plan_pdf(record.id, _locale(record), today=today())
    return download(content, kind="application/pdf", name=_file_name("pdf"))


@blueprint.get("/assessments/<assessment_id>/plan.ics")
@needs_result
def ics(record: AssessmentRecord) -> ResponseReturnValue:
    """The steps for a calendar."""
    content = plan_calendar(record.id, _locale(record), now=parts().clock())
    return download(content, kind="text/calendar", name=_file_name("ics"))


@blueprint.errorhandler(UnknownStep)
@blueprint.errorhandler(UnknownAction)
def step_is_gone(_refusal: UnknownStep | UnknownAction) -> ResponseReturnValue:
    """A form sent twice, or from a page that is older than the plan: show the plan as it stands."""
    flash(_("The plan had changed meanwhile. This is how it stands now."))
    return redirect(url_for("plan.show", **(request.view_args or {}) | {"step_id": None}), 303)


def _locale(record: AssessmentRecord) -> str:
    """The language of files: the request's, if the framework speaks it."""
    return language_for(get_result(record.id).framework).locale


def _file_name(ending: str) -> str:
    title = current_language().gettext("CX Wheel development plan")
    return f"{title} {today()}.{ending}"
