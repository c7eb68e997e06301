"""From answers to a profile: scores of competencies and facets, the roll, the weakest link and what blocks it."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.blockers import find_blockers
from assessment.domain.framework import Framework, Item, Scale
from assessment.domain.profile import CompetencyScore, FacetScore, Profile
from assessment.domain.ratings import Rating, list_ratings, rate, weighted_score
from assessment.domain.weakest_link import find_weakest_link

FACET_RATINGS = 3
"""Rated items from which a facet has a score."""

NORMAL_95 = 1.96
"""Standard errors on each side of a 95 % interval."""


def item_value(item: Item, scale: Scale, value: int) -> float:
    """Value of one answer in 0-100: ``100·(x − min)/(max − min)``, and 100 minus that for a reversed item.

    Raises ValueError beyond the ends of the scale. Source: scoring specification, section 1.
    """
    rating = rate(item, scale, value)
    return 100 * rating.steps / rating.span


def score_sheet(framework: Framework, sheet: AnswerSheet) -> Profile:
    """Everything that can be said about one sheet, in full precision.

    The sheet's values are checked ones (``read_answer``); ids the level does not ask are ignored. Competencies stand
    in the order of the framework, whatever the order of the answers. Raises ValueError for a value beyond its scale.
    Source: scoring specification, sections 1 to 4.
    """
    scored = score_competencies(framework, sheet)
    scores = {spoke.competency: spoke.score for spoke in scored}
    measurement = framework.measurement
    weakest = find_weakest_link(scores, dict.fromkeys(scores, measurement.sem), measurement.tau2)
    roll, mean, balance = wheel_figures([score for score in scores.values() if score is not None], len(scores))
    return Profile(
        framework=framework.id,
        version=framework.version,
        level=sheet.level,
        competencies=scored,
        roll=roll,
        mean=mean,
        balance=balance,
        weakest=weakest,
        blockers=find_blockers(framework, sheet, weakest.lowest),
    )


def is_reportable(rated: int, applicable: int) -> bool:
    """Whether more than half of the applicable items are rated, which is at least one; exactly half is not enough."""
    return 2 * rated > applicable


def wheel_figures(scores: Sequence[float], spokes: int) -> tuple[float | None, float | None, float | None]:
    """Roll, mean and balance of the known ``scores`` (0-100) of a wheel of ``spokes``; None each when one is missing.

    Balance is None when the mean is 0. Source: scoring specification, section 2.
    """
    if not scores or len(scores) < spokes:
        return None, None, None
    roll = min(scores)
    mean = min(max(fsum(scores) / spokes, roll), max(scores))
    return roll, mean, roll / mean if mean > 0 else None


def interval_around(score: float, margin: float) -> tuple[float, float]:
    """``score ± margin`` in points, cut to 0-100."""
    return max(0.0, score - margin), min(100.0, score + margin)


def score_competencies(framework: Framework, sheet: AnswerSheet) -> tuple[CompetencyScore, ...]:
    """The spokes alone, in the order of the framework: half the work of ``score_sheet``, for those who simulate."""
    return tuple(score_competency(framework, sheet, competency.id) for competency in framework.competencies)


def score_competency(framework: Framework, sheet: AnswerSheet, competency: str) -> CompetencyScore:
    """Score of one spoke with its facets; values and errors as in ``score_sheet``. Source: specification, section 1."""
    items = framework.items_of(sheet.level, competency)
    ratings = list_ratings(framework, sheet, competency)
    applicable = _count_applicable(items, sheet)
    score = weighted_score(ratings) if is_reportable(len(ratings), applicable) else None
    return CompetencyScore(
        competency=competency,
        score=score,
        interval=None if score is None else interval_around(score, NORMAL_95 * framework.measurement.sem),
        band=None if score is None else framework.band_at(score).id,
        items=len(items),
        applicable=applicable,
        rated=len(ratings),
        partial=5 * len(ratings) < 4 * applicable,
        facets=tuple(_score_facet(facet.id, items, ratings, sheet) for facet in framework.facets),
        blind_spots=tuple(item.id for item in items if sheet.values.get(item.id) is SpecialAnswer.DONT_KNOW),
    )


def _score_facet(facet: str, items: Sequence[Item], ratings: Sequence[Rating], sheet: AnswerSheet) -> FacetScore:
    asked = [item for item in items if item.facet == facet]
    rated = [rating for rating in ratings if rating.item.facet == facet]
    return FacetScore(
        facet=facet,
        score=weighted_score(rated) if len(rated) >= FACET_RATINGS else None,
        items=len(asked),
        applicable=_count_applicable(asked, sheet),
        rated=len(rated),
    )


def _count_applicable(items: Sequence[Item], sheet: AnswerSheet) -> int:
    return sum(sheet.values.get(item.id) is not SpecialAnswer.NOT_APPLICABLE for item in items)
