"""Views of a team's plan as a whole: the page, its terms, its files."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.refusals import UnknownAction, UnknownStep
from assessment.use_cases import team_plan
from assessment.use_cases.team_plan_files import team_plan_calendar, team_plan_pdf
from assessment.web.downloads import download
from assessment.web.locale import current_language, language_for
from assessment.web.parts import parts, today
from assessment.web.plan.forms import TermsForm
from assessment.web.team_plan.access import PlanVisit, needs_plan, open_plan
from assessment.web.team_plan.answering import answer, seen, show_page
from assessment.web.team_plan.pages import build_no_plan_page

blueprint = Blueprint("team_plan", __name__)


@blueprint.get("/campaigns/<campaign_id>/plan")
def show(campaign_id: str) -> ResponseReturnValue:
    """The plan, with what the reader may change about it; or why there is none."""
    visit = open_plan(campaign_id)
    if visit.has_plan:
        return show_page(visit)
    return render_template("team_plan/none.html", page=build_no_plan_page(current_language(), visit))


@blueprint.post("/campaigns/<campaign_id>/plan/terms")
@needs_plan(change=True)
def change_terms(visit: PlanVisit) -> ResponseReturnValue:
    """Plan anew within other hours and weeks."""
    form = TermsForm(request.form)

    def change() -> None:
        team_plan.change_terms(visit.ground, form.terms(), seen=seen(), today=today())
        flash(_("The plan follows your hours and weeks. What somebody did, wrote, dated, owns or added stays."))

    return answer(visit, form, change)


@blueprint.get("/campaigns/<campaign_id>/plan.pdf")
@needs_plan()
def pdf(visit: PlanVisit) -> ResponseReturnValue:
    """The report with the plan."""
    content = team_plan_pdf(
        visit.ground, _locale(visit), team=visit.standing.team.name, campaign=visit.record.title, today=today()
    )
    return download(content, kind="application/pdf", name=_file_name("pdf"))


@blueprint.get("/campaigns/<campaign_id>/plan.ics")
@needs_plan()
def ics(visit: PlanVisit) -> ResponseReturnValue:
    """The steps for a calendar."""
    content = team_plan_calendar(visit.ground, _locale(visit), now=parts().clock())
    return download(content, kind="text/calendar", name=_file_name("ics"))


@blueprint.errorhandler(UnknownStep)
@blueprint.errorhandler(UnknownAction)
def step_is_gone(_refusal: UnknownStep | UnknownAction) -> ResponseReturnValue:
    """A form sent twice, or from a page that is older than the plan: show the plan as it stands."""
    flash(_("The plan had changed meanwhile. This is how it stands now."))
    return redirect(url_for("team_plan.show", **(request.view_args or {}) | {"step_id": None}), 303)


def _locale(visit: PlanVisit) -> str:
    """The language of files: the request's, if the framework speaks it."""
    return language_for(visit.ground.framework).locale


def _file_name(ending: str) -> str:
    title = current_language().gettext("CX Wheel team development plan")
    return f"{title} {today()}.{ending}"
