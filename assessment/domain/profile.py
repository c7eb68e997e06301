"""The scored result of one answer sheet. All scores are 0-100 in full precision; None means not enough answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.framework import Level


class Verdict(StrEnum):
    """How sure the weakest link is (scoring specification, section 3)."""

    NAMED = "named"
    CANDIDATES = "candidates"
    EVEN = "even"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class FacetScore:
    """Score of one facet of one competency; None below three rated items."""

    facet: str
    score: float | None
    items: int
    applicable: int
    rated: int


@dataclass(frozen=True, slots=True)
class CompetencyScore:
    """Score of one spoke.

    ``interval`` is score ± 1.96 standard errors cut to 0-100, ``band`` a band id; both None without a score.
    ``applicable`` counts items less those not applicable, ``rated`` those with a scale value. ``partial`` means rated
    below 80 % of applicable. ``blind_spots`` are ids of items answered "I cannot judge".
    """

    competency: str
    score: float | None
    interval: tuple[float, float] | None
    band: str | None
    items: int
    applicable: int
    rated: int
    partial: bool
    facets: tuple[FacetScore, ...]
    blind_spots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeakestLink:
    """``competencies`` are those the verdict names (empty when even or insufficient); ``lowest`` the lowest observed.

    ``probabilities`` by competency sum to 1; empty when the verdict is insufficient.
    """

    verdict: Verdict
    competencies: tuple[str, ...]
    lowest: tuple[str, ...]
    probabilities: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Blocker:
    """An item that keeps a lowest competency from its next band: its present value and the one needed."""

    item: str
    competency: str
    facet: str | None
    value: int
    needed: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything scored from one sheet. ``roll``, ``mean`` and ``balance`` are None when a competency has no score."""

    framework: str
    version: str
    level: Level
    competencies: tuple[CompetencyScore, ...]
    roll: float | None
    mean: float | None
    balance: float | None
    weakest: WeakestLink
    blockers: tuple[Blocker, ...]

    def competency(self, competency_id: str) -> CompetencyScore:
        """Raises KeyError for an unknown id."""
        for score in self.competencies:
            if score.competency == competency_id:
                return score
        raise KeyError(competency_id)
