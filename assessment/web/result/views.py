"""Views of the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from urllib.parse import quote

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.use_cases.draw_files import wheel_file
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.show_result import get_result
from assessment.use_cases.show_result import what_if as simulate
from assessment.web.belonging import find_belonging
from assessment.web.downloads import download
from assessment.web.locale import current_language, language_for
from assessment.web.parts import today
from assessment.web.result.competency_page import build_competency_page
from assessment.web.result.forms import read_wishes
from assessment.web.result.pages import build_result_page
from assessment.web.result.what_if_page import build_what_if_page
from assessment.web.submitted import needs_result

blueprint = Blueprint("result", __name__)

_FRAGMENT = "X-Fragment"
"""Header by which the page's script asks for the part that changes only."""


@blueprint.get("/assessments/<assessment_id>/result")
@needs_result
def show(record: AssessmentRecord) -> ResponseReturnValue:
    """The wheel and everything it says."""
    view = get_plan(record.id, today=today())
    language = language_for(view.result.framework)
    page = build_result_page(language, view.result, view.plan, _address_maker(record.id))
    return render_template("result/show.html", page=page, belonging=find_belonging(record))


@blueprint.get("/assessments/<assessment_id>/result/<competency>")
@needs_result
def competency(record: AssessmentRecord, competency: str) -> ResponseReturnValue:
    """Every number of one spoke, opened to its answers and formulas."""
    result = get_result(record.id)
    if competency not in {spoke.competency for spoke in result.profile.competencies}:
        abort(404)
    page = build_competency_page(language_for(result.framework), result, competency)
    return render_template("result/competency.html", page=page)


@blueprint.get("/assessments/<assessment_id>/what-if")
@needs_result
def what_if(record: AssessmentRecord) -> ResponseReturnValue:
    """The wheel as it would be. What is asked stands in the address."""
    view = get_plan(record.id, today=today())
    framework = view.result.framework
    wishes = read_wishes(framework, record.level, request.args)
    if "" in request.args.getlist("move"):
        address = url_for("result.what_if", assessment_id=record.id)
        return redirect(f"{address}?{wishes.query()}".rstrip("?"), 303)
    simulated = simulate(record.id, wishes.actions, wishes.moves)
    page = build_what_if_page(language_for(framework), simulated, view.plan, wishes)
    template = "result/_outcome.html" if _FRAGMENT in request.headers else "result/what_if.html"
    return render_template(template, page=page)


@blueprint.get("/assessments/<assessment_id>/wheel.svg")
@needs_result
def wheel_svg(record: AssessmentRecord) -> ResponseReturnValue:
    """The wheel as a vector drawing."""
    return _wheel(record, "svg", "image/svg+xml")


@blueprint.get("/assessments/<assessment_id>/wheel.png")
@needs_result
def wheel_png(record: AssessmentRecord) -> ResponseReturnValue:
    """The wheel as a picture."""
    return _wheel(record, "png", "image/png")


def _wheel(record: AssessmentRecord, ending: Literal["svg", "png"], kind: str) -> Response:
    locale = language_for(get_result(record.id).framework).locale
    name = current_language().gettext("CX Wheel %(date)s", date=(record.submitted_at or record.started_at).date())
    return download(wheel_file(record.id, ending, locale), kind=kind, name=f"{name}.{ending}")


def _address_maker(assessment_id: str) -> Callable[[str], str]:
    """The address of a competency's page; what varies is put into one pattern, for a page asks many times."""
    pattern = url_for("result.competency", assessment_id=assessment_id, competency="-")[:-1]
    return lambda competency: f"{pattern}{quote(competency, safe='')}"
