"""The weakest link, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum, sqrt

from assessment.domain.chance_of_lowest import Belief, chances_of_lowest
from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.shrinkage import shrink

SURE = 0.80
"""Probability from which a competency, or a set of them, is named."""

SAME = 1e-9
"""Scores (0-100) and probabilities closer than this are equal: far below any real difference, far above rounding."""


def find_weakest_link(
    scores: Mapping[str, float | None], standard_errors: Mapping[str, float], tau2: float
) -> WeakestLink:
    """Verdict on the lowest of at least one competency.

    ``scores`` (0-100) by competency in the order of the framework, ``standard_errors`` in the same points by the same
    keys, ``tau2`` the spread of true scores between competencies, squared. One score missing → insufficient, with
    nothing named. The competencies of a verdict stand most probable first, equal ones in the order of the framework.
    Source: scoring specification, section 3.
    """
    known = {competency: score for competency, score in scores.items() if score is not None}
    if len(known) < len(scores):
        return WeakestLink(verdict=Verdict.INSUFFICIENT, competencies=(), lowest=(), probabilities={})
    probabilities = _probabilities(known, standard_errors, tau2)
    verdict, named = _judge(known, probabilities)
    return WeakestLink(verdict=verdict, competencies=named, lowest=find_lowest(known), probabilities=probabilities)


def find_lowest(scores: Mapping[str, float]) -> tuple[str, ...]:
    """All competencies that share the lowest score, in the order given."""
    lowest = min(scores.values())
    return tuple(competency for competency, score in scores.items() if score - lowest <= SAME)


def _probabilities(scores: Mapping[str, float], standard_errors: Mapping[str, float], tau2: float) -> dict[str, float]:
    shrinkage = shrink(scores, standard_errors, tau2)
    beliefs = [
        Belief(mean=shrinkage.expected(score), sigma=sqrt(shrinkage.rho) * standard_errors[competency])
        for competency, score in scores.items()
    ]
    return dict(zip(scores, chances_of_lowest(beliefs), strict=True))


def _judge(scores: Mapping[str, float], probabilities: Mapping[str, float]) -> tuple[Verdict, tuple[str, ...]]:
    smallest_set = _smallest_sure_set(probabilities)
    if len(smallest_set) == 1:
        return Verdict.NAMED, smallest_set
    if len(smallest_set) >= len(scores) - 1 or len(find_lowest(scores)) == len(scores):
        return Verdict.EVEN, ()
    return Verdict.CANDIDATES, smallest_set


def _smallest_sure_set(probabilities: Mapping[str, float]) -> tuple[str, ...]:
    """The fewest competencies that are sure together, most probable first."""
    ranked = sorted(probabilities, key=lambda competency: -round(probabilities[competency], 9))
    for size in range(1, len(ranked)):
        if fsum(probabilities[competency] for competency in ranked[:size]) >= SURE - SAME:
            return tuple(ranked[:size])
    return tuple(ranked)
