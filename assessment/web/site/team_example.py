"""Results of an invented team for the style guide, published by the same rules as real ones."""

from __future__ import annotations

from datetime import date

from assessment.domain.answers import AnswerSheet, AnswerValue
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework, Level
from assessment.domain.releasing import Closed, release_result
from assessment.domain.scoring import score_sheet
from assessment.domain.suppression.policy import Policy
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.web.team_result.links import FileLink, FileLinks, Links
from assessment.web.team_result.pages import TeamResultPage, build_team_result_page

_PEOPLE, _MEMBERS = 13, 18
_UNRATED = 9
"""So many leave out the statements of the last facet, which is hidden for it."""
_TYPICAL = (3, 1, 2, 3, 2)
"""Points of the scale from its lower end, by competency; longer frameworks start again from the first."""


def example_team_page(framework: Framework, language: Language, kind: CampaignKind, today: date) -> TeamResultPage:
    """The page of such a result, with a view of the lead's own beside ratings of the team."""
    level = Level.INDIVIDUAL if kind is CampaignKind.THEMSELVES else Level.TEAM
    files = (FileLinks("A picture", (FileLink("SVG", "#"), FileLink("PNG", "#"))),)
    return build_team_result_page(
        language,
        framework,
        example_team_result(framework, kind, today),
        team="A team",
        links=Links(lambda competency: f"#{competency}", "#", may_plan=True, files=files),
        own=score_sheet(framework, _sheet(framework, level, _PEOPLE)) if kind is CampaignKind.TEAM else None,
    )


def example_team_result(framework: Framework, kind: CampaignKind, today: date) -> TeamResult:
    """13 of 18 people who answer differently, by a pattern that is the same every time."""
    level = Level.INDIVIDUAL if kind is CampaignKind.THEMSELVES else Level.TEAM
    return release_result(
        Closed(
            framework=framework,
            kind=kind,
            sheets={f"sheet {person}": _sheet(framework, level, person) for person in range(_PEOPLE)},
            members=frozenset(f"member {person}" for person in range(_MEMBERS)),
            policy=Policy(),
            closed_on=today,
        )
    ).result


def _sheet(framework: Framework, level: Level, person: int) -> AnswerSheet:
    """Answers of one person, milder or stricter than the next; about a team's second competency they differ widely."""
    values: dict[str, AnswerValue] = {}
    items, places = framework.items_of(level), {one.id: place for place, one in enumerate(framework.competencies)}
    for number, item in enumerate(items):
        place, points = places[item.competency], framework.scale_of(item).values
        wanted = _TYPICAL[place % len(_TYPICAL)] + person % 3 - 1 + (person + number) % 3 - 1
        wanted += person % 3 * 2 - 1 if place == 1 and level is Level.TEAM else 0
        values[item.id] = points[min(max(wanted, 0), len(points) - 1)]
    if person < _UNRATED:
        for item in items:
            if (item.competency, item.facet) == (items[-1].competency, items[-1].facet):
                del values[item.id]
    return AnswerSheet(level, values)
