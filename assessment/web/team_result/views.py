"""Views of a team's result."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from assessment.web.locale import current_language, language_for
from assessment.web.team_result.access import Visit, Waiting, needs_shown_result, open_result
from assessment.web.team_result.competency_page import build_competency_page
from assessment.web.team_result.hidden_page import build_hidden_page
from assessment.web.team_result.links import answers_files, page_links, way_back
from assessment.web.team_result.pages import build_team_result_page
from assessment.web.team_result.waiting_page import build_waiting_page

blueprint = Blueprint("team_result", __name__)


@blueprint.get("/campaigns/<campaign_id>/result")
def show(campaign_id: str) -> ResponseReturnValue:
    """What the campaign found; when that will be known; or why nothing of it is shown."""
    visit = open_result(campaign_id)
    if isinstance(visit, Waiting):
        waiting = build_waiting_page(current_language(), visit.record, visit.team.name, way_back(visit))
        return render_template("team_result/waiting.html", page=waiting)
    return _show_hidden(visit) if visit.view.result.hidden is not None else _show_result(visit)


@blueprint.get("/campaigns/<campaign_id>/result/<competency>")
@needs_shown_result
def competency(visit: Visit, competency: str) -> ResponseReturnValue:
    """One competency: facets, statements, coverage or answers, as far as told."""
    view, language = visit.view, language_for(visit.view.framework)
    if competency not in {spoke.competency for spoke in view.result.competencies}:
        abort(404)
    page = build_competency_page(
        language,
        view.framework,
        view.result,
        competency,
        team=view.team.name,
        back_url=url_for("team_result.show", campaign_id=visit.campaign_id),
        files=answers_files(visit, language, competency),
    )
    return render_template("team_result/competency.html", page=page)


def _show_result(visit: Visit) -> ResponseReturnValue:
    view, language = visit.view, language_for(visit.view.framework)
    page = build_team_result_page(
        language,
        view.framework,
        view.result,
        team=view.team.name,
        links=page_links(visit, language),
        own=view.own_view,
        topics=view.topics,
    )
    return render_template(
        "team_result/show.html", page=page, title=view.record.title, back=way_back(visit) if visit.runs_it else None
    )


def _show_hidden(visit: Visit) -> ResponseReturnValue:
    view, language = visit.view, language_for(visit.view.framework)
    page = build_hidden_page(language, view.framework, view.result, team=view.team.name, back=way_back(visit))
    return render_template("team_result/hidden.html", page=page)
