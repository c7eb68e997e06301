"""Files of a team's result: pictures of its charts, and its numbers as tables."""

from __future__ import annotations

from typing import cast

from flask import Response, abort
from flask.typing import ResponseReturnValue

from assessment.languages import Language
from assessment.use_cases.draw_team_files import Ending, TeamChart, find_answers_chart, find_team_chart
from assessment.use_cases.team_files import team_csv, team_xlsx
from assessment.web.downloads import download
from assessment.web.locale import language_for
from assessment.web.team_result.access import Visit, needs_shown_result
from assessment.web.team_result.links import chart_name
from assessment.web.team_result.views import blueprint
from assessment.wording.names import mid_sentence

__all__ = ["blueprint"]

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KINDS = {"svg": "image/svg+xml", "png": "image/png"}


@blueprint.get("/campaigns/<campaign_id>/<any(wheel, ranges, coverage, agreement):chart>.<any(svg, png):ending>")
@needs_shown_result
def chart(visit: Visit, chart: str, ending: str) -> ResponseReturnValue:
    """One chart as a picture; not found where the result has no such chart."""
    language, kind = language_for(visit.view.framework), TeamChart(chart)
    content = find_team_chart(visit.view, kind, cast(Ending, ending), language)
    return _picture(content, language, visit, what=chart_name(language, kind), ending=ending)


@blueprint.get("/campaigns/<campaign_id>/result/<competency>/answers.<any(svg, png):ending>")
@needs_shown_result
def answers(visit: Visit, competency: str, ending: str) -> ResponseReturnValue:
    """Columns of the answers to one competency's statements; not found where no answers are told."""
    language = language_for(visit.view.framework)
    content = find_answers_chart(visit.view, competency, cast(Ending, ending), language)
    return _picture(content, language, visit, what=language.gettext("Columns of answers"), ending=ending)


@blueprint.get("/campaigns/<campaign_id>/result.csv")
@needs_shown_result
def csv(visit: Visit) -> ResponseReturnValue:
    """Everything told, one line for each competency, facet and statement."""
    language = language_for(visit.view.framework)
    name = file_name(language, visit, language.gettext("Team result"), "csv")
    return download(team_csv(visit.view, language), kind="text/csv", name=name)


@blueprint.get("/campaigns/<campaign_id>/result.xlsx")
@needs_shown_result
def xlsx(visit: Visit) -> ResponseReturnValue:
    """The tables of the page as a workbook."""
    language = language_for(visit.view.framework)
    name = file_name(language, visit, language.gettext("Team result"), "xlsx")
    return download(team_xlsx(visit.view, language), kind=_WORKBOOK, name=name)


def _picture(content: bytes | None, language: Language, visit: Visit, *, what: str, ending: str) -> Response:
    if content is None:
        abort(404)
    return download(content, kind=_KINDS[ending], name=file_name(language, visit, what, ending))


def file_name(language: Language, visit: Visit, what: str, ending: str) -> str:
    """What a file is called: what it holds, and when the campaign closed."""
    name = language.gettext("CX Wheel %(what)s %(date)s", what=mid_sentence(what), date=visit.view.result.closed_on)
    return f"{name}.{ending}"
