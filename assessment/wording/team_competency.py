"""What is told of one competency of a team, statement by statement, in words."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Policy
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from assessment.languages import Language
from assessment.languages.typography import NO_BREAK_SPACE
from assessment.wording.agreement import differing_sentence
from assessment.wording.names import mid_sentence


def statements_sentence(language: Language, result: TeamResult, spoke: ReleasedCompetency) -> str:
    """Where the statements lie, or about how many of them opinions differ; empty where none is told."""
    if not spoke.statements:
        return ""
    if result.kind is not CampaignKind.THEMSELVES:
        told = any(statement.differ is not None for statement in spoke.statements)
        return differing_sentence(language, result, [spoke.competency]) if told else ""
    means = [statement.score.mean for statement in spoke.statements if statement.score.mean is not None]
    if len(means) < 2:
        return ""
    return language.gettext(
        "The means of the statements go from %(low)s to %(high)s.",
        low=language.whole(min(means)),
        high=language.whole(max(means)),
    )


def statements_note(language: Language, result: TeamResult, spoke: ReleasedCompetency) -> str:
    """What is told of each statement, and from when on answers are."""
    if result.kind is CampaignKind.THEMSELVES:
        return language.gettext(
            "Covered: two or more people are at 60 and above here. Thin: fewer, and it is never told how many."
        )
    if any(statement.answers is not None for statement in spoke.statements):
        return language.gettext("Dashed line: the mean.")
    return language.gettext(
        "On which statements opinions differ, and how many chose each answer, is shown once there are %(n)s answers.",
        n=Policy(result.k).spread_from,
    )


def anchors_text(language: Language, framework: Framework, items: Sequence[str]) -> str:
    """What the values of the statements' scale mean: "0: no idea · 5: could teach it"; empty for different scales."""
    scales = {framework.item(item).scale: framework.scale_of(framework.item(item)) for item in items}
    if len(scales) != 1:
        return ""
    points = next(iter(scales.values())).points
    return " · ".join(
        f"{point.value}:{NO_BREAK_SPACE}{mid_sentence(language.pick(point.anchor))}"
        for point in points
        if point.anchor is not None
    )
