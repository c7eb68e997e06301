"""The page of a team's result as one value: everything is said and rounded here, the template only lays it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.released_topics import ReleasedTopicComparison
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.web.result.figures import Figures
from assessment.web.team_result.agreement_part import AgreementPart, build_agreement
from assessment.web.team_result.change_part import ChangePart, build_change
from assessment.web.team_result.coverage_part import CoveragePart, build_coverage
from assessment.web.team_result.links import FileLinks, Links
from assessment.web.team_result.own_part import OwnPart, build_own_part
from assessment.web.team_result.standing_part import Standing, build_standing
from assessment.web.team_result.teaser import TeamTeaser, build_teaser
from assessment.web.team_result.topics_part import TopicsPart, build_topics
from assessment.web.team_result.verdict_part import Weakest, build_figures, build_weakest
from assessment.web.wheel_page import WheelPage, make_group_wheel_page
from assessment.wording.team_scores import (
    team_blind_spots_sentence,
)
from assessment.wording.team_verdict import eyebrow, team_headline, team_standfirst


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """A statement that many could not judge."""

    hue: int
    competency: str
    statement: str


@dataclass(frozen=True, slots=True)
class TeamResultPage:
    """A result that is shown. Sections that have nothing to say are None or empty."""

    disclaimer: str
    eyebrow: str
    headline: str
    standfirst: str
    wheel: WheelPage
    figures: Figures
    weakest: Weakest | None
    coverage: CoveragePart | None
    agreement: AgreementPart | None
    standing: Standing
    blind_spots_sentence: str
    blind_spots: tuple[BlindSpot, ...]
    topics: TopicsPart | None
    change: ChangePart | None
    own: OwnPart | None
    teaser: TeamTeaser
    plan_url: str
    may_plan: bool
    files: tuple[FileLinks, ...]


def build_team_result_page(
    language: Language,
    framework: Framework,
    result: TeamResult,
    *,
    team: str,
    links: Links,
    own: Profile | None = None,
    topics: Sequence[ReleasedTopicComparison] = (),
) -> TeamResultPage:
    """The whole page of a result that is not hidden.

    ``own`` is the view of whoever looks, if they gave one; ``topics`` what people and team can, where both were asked.
    """
    address, spots = links.competency, list_blind_spots(language, framework, result)
    return TeamResultPage(
        disclaimer=language.pick(framework.disclaimer),
        eyebrow=eyebrow(language, team, result),
        headline=team_headline(language, framework, result),
        standfirst=team_standfirst(language, framework, result),
        wheel=make_group_wheel_page(language, framework, result, wheel_id="group", link=address),
        figures=build_figures(language, framework, result),
        weakest=build_weakest(language, framework, result),
        coverage=build_coverage(language, framework, result, address),
        agreement=build_agreement(language, framework, result, address),
        standing=build_standing(language, framework, result, address),
        blind_spots_sentence=team_blind_spots_sentence(language, len(spots)),
        blind_spots=spots,
        topics=build_topics(language, framework, topics),
        change=build_change(language, framework, result, address),
        own=build_own_part(language, framework, result, own, address),
        teaser=build_teaser(language, framework, result),
        plan_url=links.plan,
        may_plan=links.may_plan,
        files=links.files,
    )


def list_blind_spots(language: Language, framework: Framework, result: TeamResult) -> tuple[BlindSpot, ...]:
    """Statements of which it is told that many could not judge them, in the order of the wheel."""
    return tuple(
        BlindSpot(
            hue=hue_of(framework, spoke.competency),
            competency=language.pick(framework.competency(spoke.competency).short),
            statement=language.pick(framework.item(statement.item).text),
        )
        for spoke in result.competencies
        for statement in spoke.statements
        if statement.blind_spot
    )
