"""The steps from scores to the probability of being the weakest, with the real numbers in place of the letters."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from assessment.domain.framework import Measurement
from assessment.domain.shrinkage import Shrinkage
from assessment.languages import Language
from assessment.web.result.formulas import Formula, exact, total


def belief_formulas(
    language: Language, measurement: Measurement, scores: Mapping[str, float], shrinkage: Shrinkage
) -> tuple[Formula, ...]:
    """Mean, trust, expected score, its spread, probability. Source: scoring specification, section 3."""
    return (
        *_before_any_score(language, measurement, scores, shrinkage),
        *_of_a_score(language, measurement, shrinkage),
    )


def _before_any_score(
    language: Language, measurement: Measurement, scores: Mapping[str, float], shrinkage: Shrinkage
) -> tuple[Formula, Formula]:
    n, sem, tau2 = len(scores), exact(language, measurement.sem), exact(language, measurement.tau2)
    return (
        Formula(
            "how-m",
            language.gettext("Mean m"),
            language.gettext("The middle of your scores."),
            f"m = ({total(language, scores.values())}) / {n} = {exact(language, shrinkage.mean)}",
        ),
        Formula(
            "how-rho",
            language.gettext("Trust ρ"),
            language.gettext(
                "The share of the differences between scores that is real: %(tau2)s is how far true scores usually "
                "spread (squared), %(sem)s is the error of one score.",
                tau2=tau2,
                sem=sem,
            ),
            f"ρ = {tau2} / ({tau2} + (1 − 1/{n}) · {sem}²) = {_rho(language, shrinkage)}",
        ),
    )


def _of_a_score(language: Language, measurement: Measurement, shrinkage: Shrinkage) -> tuple[Formula, Formula, Formula]:
    mean, rho, sem = exact(language, shrinkage.mean), _rho(language, shrinkage), exact(language, measurement.sem)
    sigma = exact(language, sqrt(shrinkage.rho) * measurement.sem)
    return (
        Formula(
            "how-mu",
            language.gettext("Expected score μ"),
            language.gettext("Every score S leans towards the mean as much as its error explains."),
            f"μ = {mean} + {rho} · (S − {mean})",
        ),
        Formula(
            "how-sigma",
            language.gettext("Its spread σ"),
            language.gettext("What still remains uncertain about each."),
            f"σ = √{rho} · {sem} = {sigma}",
        ),
        Formula(
            "how-p",
            language.gettext("Probability P"),
            language.gettext(
                "How often a competency would be the lowest of all if true scores were drawn around each μ with the "
                "spread σ. It is integrated, not drawn by lot, so it is always the same."
            ),
            "P = ∫ φ((t − μ)/σ)/σ · ∏ [1 − Φ((t − μⱼ)/σ)] dt",
        ),
    )


def _rho(language: Language, shrinkage: Shrinkage) -> str:
    return language.decimal(shrinkage.rho, 3)
