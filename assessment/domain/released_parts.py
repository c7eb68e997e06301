"""A competency of a group as it is published: what may be told of its profile, part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.coverage import PartCoverage
from assessment.domain.framework import Framework, Item, Level
from assessment.domain.group_figures import GroupFigures
from assessment.domain.group_profile import GroupCompetency, GroupKind, kind_of
from assessment.domain.group_score import GroupScore, group_score
from assessment.domain.released_agreement import release_agreement
from assessment.domain.suppression.agreement import round_mean
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import (
    ReleasedCompetency,
    ReleasedFacet,
    ReleasedScore,
    ReleasedStatement,
    ReleasedTopic,
)
from assessment.domain.telling import Telling


@dataclass(frozen=True, slots=True)
class Group:
    """Whose result is published. ``k``: fewest people anything is about.

    ``only_levels``: competencies of which nothing but levels is told, because of what was told before.
    """

    framework: Framework
    level: Level
    sheets: Sequence[AnswerSheet]
    k: int
    only_levels: frozenset[str]


def release_competency(
    group: Group, spoke: GroupCompetency, figures: GroupFigures, tellings: Mapping[str, Telling]
) -> ReleasedCompetency:
    """One spoke; ``tellings`` goes by the ids of ``figures``, and ``spoke`` is the profile of the same sheets."""
    self_rated = kind_of(group.level) is GroupKind.SELF_RATING
    whole = tellings[figures.figures[0].id]
    items = group.framework.items_of(group.level, spoke.competency)
    statements = {item.id: tellings[item.id] for item in items}
    return ReleasedCompetency(
        competency=spoke.competency,
        score=release_score(group.framework, spoke.score, whole),
        facets=tuple(
            ReleasedFacet(
                one.facet,
                release_score(group.framework, one.score, tellings[figures.facets[one.facet]]),
                *_part_coverage(one.coverage, tellings[figures.facets[one.facet]], self_rated=self_rated),
            )
            for one in spoke.facets
        ),
        topics=tuple(
            ReleasedTopic(
                one.topic,
                one.items,
                release_score(group.framework, one.score, tellings[figures.topics[one.topic]]),
                *_part_coverage(one.coverage, tellings[figures.topics[one.topic]], self_rated=self_rated),
            )
            for one in spoke.topics
        ),
        statements=tuple(_release_statement(group, spoke, figures, item, statements[item.id]) for item in items),
        coverage=spoke.coverage if whole.coverage_hidden is None else None,
        coverage_hidden=whole.coverage_hidden if self_rated else None,
        agreement=release_agreement(spoke.agreement, whole, statements),
    )


def release_score(framework: Framework, score: GroupScore, telling: Telling) -> ReleasedScore:
    """A group's score as it may be told; the level is that of the mean as it is shown."""
    if telling.form is Form.HIDDEN or score.mean is None:
        return ReleasedScore(Form.HIDDEN, telling.reason)
    mean = round_mean(score.mean)
    band = framework.band_at(mean).id
    if telling.form is Form.BAND:
        return ReleasedScore(Form.BAND, telling.reason, band=band, people=telling.people)
    return ReleasedScore(
        form=Form.NUMBER,
        reason=None,
        mean=mean,
        band=band,
        interval=_round(score.interval) if telling.spread else None,
        middle_half=_round(score.middle_half) if telling.spread else None,
        people=telling.people,
    )


def _part_coverage(
    coverage: PartCoverage | None, telling: Telling, *, self_rated: bool
) -> tuple[PartCoverage | None, Reason | None]:
    if not self_rated:
        return None, None
    return (coverage if telling.coverage_hidden is None else None), telling.coverage_hidden


def _release_statement(
    group: Group, spoke: GroupCompetency, figures: GroupFigures, item: Item, telling: Telling
) -> ReleasedStatement:
    together = kind_of(group.level) is GroupKind.RATING_OF_ONE
    (figure,) = (one for one in figures.figures if one.id == item.id)
    measured = {} if spoke.agreement is None else {one.item: one.differ for one in spoke.agreement.items}
    return ReleasedStatement(
        item=item.id,
        score=release_score(group.framework, group_score([*figure.values.values()]), telling),
        answers=_count_answers(group, item) if together and telling.spread and telling.people is not None else None,
        differ=measured.get(item.id) if telling.spread else None,
        blind_spot=spoke.competency not in group.only_levels
        and _is_blind_spot(spoke.blind_spots.get(item.id, 0), group),
    )


def _is_blind_spot(unable: int, group: Group) -> bool:
    """Whether at least k could not judge a statement and at least k others gave another answer, or none.

    Were it told where everybody could not judge, everybody's answer would be known.
    """
    return unable >= group.k and len(group.sheets) - unable >= group.k


def _count_answers(group: Group, item: Item) -> dict[int, int]:
    """How many chose each value of the scale, zeros included."""
    given = (sheet.values.get(item.id) for sheet in group.sheets)
    chosen = Counter(value for value in given if value is not None and not isinstance(value, SpecialAnswer))
    return {value: chosen[value] for value in group.framework.scale_of(item).values}


def _round(ends: tuple[float, float] | None) -> tuple[float, float] | None:
    return None if ends is None else (round_mean(ends[0]), round_mean(ends[1]))
