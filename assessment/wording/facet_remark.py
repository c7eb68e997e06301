"""What stands behind a low score: which facets carry the competency, and which one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, FacetScore
from assessment.languages import Language
from assessment.wording.names import facet_name_inside, join_with_and

CLOSE_TOGETHER = 10.0
"""Points of 0-100 between the highest and the lowest facet up to which no facet is singled out."""


def facet_remark(language: Language, framework: Framework, spoke: CompetencyScore) -> str:
    """One sentence about the facets of a competency; empty where it has fewer than two with a score.

    The facets are parted at the widest gap between neighbouring scores. "It rests on knowledge and skills; what is
    missing is experience." is said when the upper ones reach the second band and the lower ones do not.
    """
    scored = sorted((facet for facet in spoke.facets if facet.score is not None), key=_score_of)
    if len(scored) < 2:
        return ""
    if _score_of(scored[-1]) - _score_of(scored[0]) <= CLOSE_TOGETHER:
        low, high = (language.whole(_score_of(facet)) for facet in (scored[0], scored[-1]))
        if low == high:
            return language.gettext("All its facets stand at %(score)s.", score=low)
        return language.gettext("Its facets are close together: from %(low)s to %(high)s.", low=low, high=high)
    cut = _widest_gap(scored)
    lower, upper = scored[:cut], scored[cut:]
    names = {
        "lower": _names(language, framework, spoke, lower),
        "upper": _names(language, framework, spoke, upper),
    }
    lowest_band = framework.bands[0]
    if framework.band_at(_score_of(lower[-1])) == lowest_band != framework.band_at(_score_of(upper[0])):
        return language.gettext("It rests on %(upper)s; what is missing is %(lower)s.", **names)
    return language.gettext("Strongest within it: %(upper)s; lagging behind: %(lower)s.", **names)


def _widest_gap(ascending: Sequence[FacetScore]) -> int:
    """How many facets stand below the widest gap; of equal gaps the lowest."""
    gaps = [_score_of(upper) - _score_of(lower) for lower, upper in pairwise(ascending)]
    return gaps.index(max(gaps)) + 1


def _names(language: Language, framework: Framework, spoke: CompetencyScore, facets: Sequence[FacetScore]) -> str:
    """Names in the order of the framework, not of the scores."""
    wanted = {facet.facet for facet in facets}
    in_order = [facet.facet for facet in spoke.facets if facet.facet in wanted]
    return join_with_and(language, [facet_name_inside(language, framework, facet) for facet in in_order])


def _score_of(facet: FacetScore) -> float:
    if facet.score is None:
        raise ValueError(f"facet {facet.facet} has no score")
    return facet.score
