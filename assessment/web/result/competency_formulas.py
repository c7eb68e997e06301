"""The steps from the answers of one competency to its score, its range, its level and the scores of its facets."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, FacetScore
from assessment.domain.ratings import Rating
from assessment.domain.scoring import FACET_RATINGS, NORMAL_95
from assessment.languages import Language
from assessment.web.result.formulas import Formula, exact
from assessment.wording.scores import bands_sentence


def score_formula(language: Language, spoke: CompetencyScore, ratings: Sequence[Rating]) -> Formula:
    """The mean of the rated values, or why there is none."""
    name = language.gettext("Score")
    counted = language.ngettext(
        "%(rated)s of %(n)s applicable statement rated.",
        "%(rated)s of %(n)s applicable statements rated.",
        spoke.applicable,
        rated=spoke.rated,
    )
    if spoke.score is None:
        needed = spoke.applicable // 2 + 1
        missing = language.gettext("A score needs more than half of them, here %(needed)s.", needed=needed)
        return Formula("score", name, f"{counted} {missing}", "")
    return Formula("score", name, f"{_mean_rule(language, ratings)} {counted}", _mean_numbers(language, ratings))


def facet_formula(language: Language, facet: FacetScore, name: str, ratings: Sequence[Rating]) -> Formula:
    """The same for the statements of one facet."""
    if facet.score is None:
        rule = language.ngettext(
            "A facet has a score from %(n)s rated statement; here %(rated)s.",
            "A facet has a score from %(n)s rated statements; here %(rated)s.",
            FACET_RATINGS,
            rated=facet.rated,
        )
        return Formula(f"how-{facet.facet}", name, rule, "")
    return Formula(f"how-{facet.facet}", name, _mean_rule(language, ratings), _mean_numbers(language, ratings))


def range_formula(language: Language, score: float, interval: tuple[float, float], sem: float) -> Formula:
    """Score ± 1.96 standard errors, cut to 0-100."""
    reach = NORMAL_95 * sem
    numbers = (
        f"{exact(language, score)} ± {language.decimal(NORMAL_95)} · {exact(language, sem)} = "
        f"{exact(language, score - reach)} … {exact(language, score + reach)}"
    )
    if score - reach < 0 or score + reach > 100:
        numbers += f" → {exact(language, interval[0])} … {exact(language, interval[1])}"
    return Formula(
        "range",
        language.gettext("Range"),
        language.gettext(
            "The score plus and minus 1.96 standard errors, cut to 0–100: there it would fall in 95 cases of 100."
        ),
        numbers,
    )


def level_formula(language: Language, framework: Framework, score: float) -> Formula:
    """Which band the score falls into."""
    band = language.pick(framework.band_at(score).name)
    return Formula(
        "level", language.gettext("Level"), bands_sentence(language, framework), f"{exact(language, score)} → {band}"
    )


def _is_weighted(ratings: Sequence[Rating]) -> bool:
    return any(rating.item.weight != 1 for rating in ratings)


def _mean_rule(language: Language, ratings: Sequence[Rating]) -> str:
    if _is_weighted(ratings):
        return language.gettext("Values times weights, divided by the sum of weights.")
    return language.gettext("The mean of the values of the rated statements.")


def _mean_numbers(language: Language, ratings: Sequence[Rating]) -> str:
    """``(40 + 60) / 2 = 50``, or ``(2 · 40 + 60) / 3 = 46.67`` with weights."""
    weights = [rating.item.weight for rating in ratings]
    values = [100 * rating.steps / rating.span for rating in ratings]
    terms = [
        exact(language, value) if weight == 1 else f"{exact(language, weight)} · {exact(language, value)}"
        for weight, value in zip(weights, values, strict=True)
    ]
    mean = sum(weight * value for weight, value in zip(weights, values, strict=True)) / sum(weights)
    return f"({' + '.join(terms)}) / {exact(language, sum(weights))} = {exact(language, mean)}"
