"""Pictures of a team's result to take along: each shows what the page shows, and no more."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from assessment.domain.campaign import CampaignKind
from assessment.languages import Language
from assessment.use_cases.show_team_result import TeamView

Ending = Literal["svg", "png"]


class TeamChart(StrEnum):
    """The charts of a whole result."""

    WHEEL = "wheel"
    RANGES = "ranges"
    COVERAGE = "coverage"
    AGREEMENT = "agreement"


def list_team_charts(view: TeamView) -> tuple[TeamChart, ...]:
    """The charts that this result has; none where nothing of it is shown."""
    if view.result.hidden is not None:
        return ()
    themselves = view.result.kind is CampaignKind.THEMSELVES
    return (TeamChart.WHEEL, TeamChart.RANGES, TeamChart.COVERAGE if themselves else TeamChart.AGREEMENT)


def find_team_chart(view: TeamView, chart: TeamChart, ending: Ending, language: Language) -> bytes | None:
    """The chart as a file, the same bytes each time; None where the result has no such chart."""
    if chart not in list_team_charts(view):
        return None
    from assessment.drawing.team.files import chart_png, chart_svg

    draw = chart_svg if ending == "svg" else chart_png
    return draw(chart.value, view.framework, view.result, language)


def find_answers_chart(view: TeamView, competency: str, ending: Ending, language: Language) -> bytes | None:
    """Columns of the answers to one competency's statements; None where no answers are told of it."""
    if not has_answers(view, competency):
        return None
    from assessment.drawing.team.files import answers_png, answers_svg

    draw = answers_svg if ending == "svg" else answers_png
    return draw(view.framework, view.result, language, competency)


def has_answers(view: TeamView, competency: str) -> bool:
    """Whether it is told how many chose each answer to some statement of the competency."""
    spokes = {spoke.competency: spoke for spoke in view.result.competencies}
    return competency in spokes and any(statement.answers for statement in spokes[competency].statements)
