"""From the sheets of many people to the profile of their group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assessment.domain.agreement import find_agreement
from assessment.domain.answers import AnswerSheet
from assessment.domain.coverage import find_coverage, find_part_coverage
from assessment.domain.framework import Framework, Item, Level
from assessment.domain.group_profile import (
    GroupCompetency,
    GroupFacet,
    GroupKind,
    GroupProfile,
    GroupTopic,
    kind_of,
)
from assessment.domain.group_score import Census, group_score
from assessment.domain.profile import CompetencyScore
from assessment.domain.ratings import Rating, list_ratings, weighted_score
from assessment.domain.scoring import score_competency, wheel_figures
from assessment.domain.weakest_link import find_weakest_link


def aggregate(framework: Framework, level: Level, sheets: Sequence[AnswerSheet], *, members: int) -> GroupProfile:
    """The profile of a group of ``members`` people, of whom those with a sheet answered.

    The order of the sheets moves no bit of it. Individual sheets are self-ratings, the others ratings of one thing;
    raises ValueError for a sheet of another level and for more sheets than members.
    Source: scoring specification, section 5.
    """
    if any(sheet.level is not level for sheet in sheets):
        raise ValueError(f"only sheets of the level {level} can be taken together")
    if len(sheets) > members:
        raise ValueError(f"{len(sheets)} sheets from a group of {members}")
    census = Census(members, framework.measurement.sem) if kind_of(level) is GroupKind.SELF_RATING else None
    spokes = tuple(_aggregate(framework, level, sheets, census, spoke.id) for spoke in framework.competencies)
    means = {spoke.competency: spoke.score.mean for spoke in spokes}
    errors = {
        spoke.competency: spoke.score.standard_error for spoke in spokes if spoke.score.standard_error is not None
    }
    roll, mean, balance = wheel_figures([score for score in means.values() if score is not None], len(spokes))
    return GroupProfile(
        framework=framework.id,
        version=framework.version,
        level=level,
        members=members,
        answered=len(sheets),
        competencies=spokes,
        roll=roll,
        mean=mean,
        balance=balance,
        weakest=find_weakest_link(means, errors, framework.measurement.tau2),
    )


def _aggregate(
    framework: Framework, level: Level, sheets: Sequence[AnswerSheet], census: Census | None, competency: str
) -> GroupCompetency:
    scored = [score_competency(framework, sheet, competency) for sheet in sheets]
    scores = [spoke.score for spoke in scored]
    score = group_score(scores, census)
    return GroupCompetency(
        competency=competency,
        score=score,
        band=None if score.mean is None else framework.band_at(score.mean).id,
        facets=_aggregate_facets(framework, scored, self_rated=census is not None),
        topics=_aggregate_topics(framework, level, sheets, competency, self_rated=census is not None),
        coverage=None if census is None else find_coverage(scores),
        agreement=find_agreement(framework, level, competency, sheets) if census is None else None,
        blind_spots=_count_blind_spots(framework.items_of(level, competency), scored),
    )


def _aggregate_facets(
    framework: Framework, scored: Sequence[CompetencyScore], *, self_rated: bool
) -> tuple[GroupFacet, ...]:
    """The measurement error of a facet is not known, so its standard error is the upper bound, s²/n."""
    scores = {facet.id: [spoke.facets[index].score for spoke in scored] for index, facet in enumerate(framework.facets)}
    return tuple(
        GroupFacet(facet, group_score(values), find_part_coverage(values) if self_rated else None)
        for facet, values in scores.items()
    )


def _aggregate_topics(
    framework: Framework, level: Level, sheets: Sequence[AnswerSheet], competency: str, *, self_rated: bool
) -> tuple[GroupTopic, ...]:
    """Topics in the order asked, with the upper bound of their standard error like facets."""
    items: dict[str, list[str]] = {}
    for item in framework.items_of(level, competency):
        if item.topic is not None:
            items.setdefault(item.topic, []).append(item.id)
    rated = [_score_topics(list_ratings(framework, sheet, competency)) for sheet in sheets]
    scores = {topic: [of_person.get(topic) for of_person in rated] for topic in items}
    return tuple(
        GroupTopic(topic, tuple(items[topic]), group_score(values), find_part_coverage(values) if self_rated else None)
        for topic, values in scores.items()
    )


def _score_topics(ratings: Iterable[Rating]) -> dict[str, float]:
    """One person's score on each topic with a rated item."""
    of_topic: dict[str, list[Rating]] = {}
    for rating in ratings:
        if rating.item.topic is not None:
            of_topic.setdefault(rating.item.topic, []).append(rating)
    return {topic: weighted_score(rated) for topic, rated in of_topic.items()}


def _count_blind_spots(items: Sequence[Item], scored: Iterable[CompetencyScore]) -> dict[str, int]:
    counts = Counter(item for spoke in scored for item in spoke.blind_spots)
    return {item.id: counts[item.id] for item in items if counts[item.id]}
