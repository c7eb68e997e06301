"""The result of a group. Scores are 0-100 in full precision; what of it may be shown is decided elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.agreement import Agreement
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Level
from assessment.domain.group_score import GroupScore
from assessment.domain.profile import WeakestLink


class GroupKind(StrEnum):
    """What the people of a group were asked about. The two are never mixed."""

    SELF_RATING = "self_rating"
    RATING_OF_ONE = "rating_of_one"


@dataclass(frozen=True, slots=True)
class GroupFacet:
    """One facet of one competency. ``coverage`` is None when the group rated one thing."""

    facet: str
    score: GroupScore
    coverage: PartCoverage | None


@dataclass(frozen=True, slots=True)
class GroupTopic:
    """One topic of one competency: its ``items`` (ids, nearly always one) and the people's scores on them.

    ``coverage`` is None when the group rated one thing.
    """

    topic: str
    items: tuple[str, ...]
    score: GroupScore
    coverage: PartCoverage | None


@dataclass(frozen=True, slots=True)
class GroupCompetency:
    """One spoke of the group.

    ``band`` is the band id of the mean. ``coverage`` exists for self-ratings only, ``agreement`` for ratings of one
    thing only. ``blind_spots`` says how many people answered "I cannot judge", by item, where anybody did.
    """

    competency: str
    score: GroupScore
    band: str | None
    facets: tuple[GroupFacet, ...]
    topics: tuple[GroupTopic, ...]
    coverage: Coverage | None
    agreement: Agreement | None
    blind_spots: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class GroupProfile:
    """Everything computed from the sheets of ``answered`` people of a group of ``members``.

    Competencies stand in the order of the framework. ``roll``, ``mean``, ``balance`` and ``weakest`` are as in a
    person's profile, from the competencies' means and their standard errors; the figures are None when a competency
    has no mean.
    """

    framework: str
    version: str
    level: Level
    members: int
    answered: int
    competencies: tuple[GroupCompetency, ...]
    roll: float | None
    mean: float | None
    balance: float | None
    weakest: WeakestLink

    @property
    def kind(self) -> GroupKind:
        """Statements about a person are rated by the person, the others together with everybody else."""
        return kind_of(self.level)

    def competency(self, competency_id: str) -> GroupCompetency:
        """Raises KeyError for an unknown id."""
        for spoke in self.competencies:
            if spoke.competency == competency_id:
                return spoke
        raise KeyError(competency_id)


def kind_of(level: Level) -> GroupKind:
    """What people are asked about at this level."""
    return GroupKind.SELF_RATING if level is Level.INDIVIDUAL else GroupKind.RATING_OF_ONE
