"""How far an observed score is to be believed: scores lean towards their mean as much as error explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """``mean`` of the scores (0-100) and ``rho``, the share of their spread that is true (0-1)."""

    mean: float
    rho: float

    def expected(self, score: float) -> float:
        """``mu = m + rho·(S − m)``: the score to expect when nothing has changed."""
        return self.mean + self.rho * (score - self.mean)


def shrink(scores: Mapping[str, float], standard_errors: Mapping[str, float], tau2: float) -> Shrinkage:
    """``rho = tau2 / (tau2 + (1 − 1/n)·mean(SE²))`` for at least one score; ``standard_errors`` by the same keys.

    Scores without any error are believed as they stand: rho is 1, whatever tau2 is. With tau2 = 0 and some error rho
    is 0: no difference is believed. Source: scoring specification, section 3.
    """
    n = len(scores)
    error = (1 - 1 / n) * fsum(standard_errors[key] ** 2 for key in scores) / n
    return Shrinkage(mean=fsum(scores.values()) / n, rho=tau2 / (tau2 + error) if error > 0 else 1.0)
