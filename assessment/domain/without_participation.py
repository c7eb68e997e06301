"""A published result for those who may see a group's figures, but not how many took part."""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, TeamResult


def without_participation(result: TeamResult) -> TeamResult:
    """The result without the numbers of those who answered and of those who rated a part of it.

    How answers are spread stays: it is a figure of the group like its means.
    Source: privacy specification, "Who may see what", participation.
    """
    competencies = tuple(_strip_competency(spoke) for spoke in result.competencies)
    return replace(result, participation=None, competencies=competencies)


def _strip_competency(spoke: ReleasedCompetency) -> ReleasedCompetency:
    return replace(
        spoke,
        score=_strip(spoke.score),
        facets=tuple(replace(facet, score=_strip(facet.score)) for facet in spoke.facets),
        topics=tuple(replace(topic, score=_strip(topic.score)) for topic in spoke.topics),
        statements=tuple(replace(statement, score=_strip(statement.score)) for statement in spoke.statements),
    )


def _strip(score: ReleasedScore) -> ReleasedScore:
    return replace(score, people=None)
