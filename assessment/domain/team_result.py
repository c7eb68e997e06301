"""What was published of a campaign: all that pages, files, charts and mails ever get of a group.

Made once, when the campaign closes, from a ``GroupProfile`` and a ``Release``. Whatever may not be told is absent here,
with its reason; nothing downstream sees the profile itself. Scores are 0-100, to one decimal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessment.domain.campaign import CampaignKind
from assessment.domain.change import Change
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Level
from assessment.domain.profile import WeakestLink
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form, Participation


@dataclass(frozen=True, slots=True)
class ReleasedScore:
    """A mean over people as it may be told.

    ``mean`` for a number; ``band`` (id) for a number and a band; ``reason`` for a band and what is hidden.
    ``interval`` (95 %) and ``middle_half`` (quartiles) from ten people on; ``people`` where their count may be told.
    """

    form: Form
    reason: Reason | None
    mean: float | None = None
    band: str | None = None
    interval: tuple[float, float] | None = None
    middle_half: tuple[float, float] | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class ReleasedFacet:
    """One facet. ``coverage`` is None for ratings of one thing, and where ``coverage_hidden`` says why."""

    facet: str
    score: ReleasedScore
    coverage: PartCoverage | None
    coverage_hidden: Reason | None


@dataclass(frozen=True, slots=True)
class ReleasedTopic:
    """One topic: its statements (ids, nearly always one), level and coverage as of a facet."""

    topic: str
    items: tuple[str, ...]
    score: ReleasedScore
    coverage: PartCoverage | None
    coverage_hidden: Reason | None


@dataclass(frozen=True, slots=True)
class ReleasedStatement:
    """One statement. ``answers``: how many chose each scale value, from ten raters on, ratings of one thing only.

    ``differ``: whether opinions differ, ratings of one thing only. ``blind_spot``: whether so many could not judge it
    that this may be told, and did.
    """

    item: str
    score: ReleasedScore
    answers: Mapping[int, int] | None
    differ: bool | None
    blind_spot: bool


@dataclass(frozen=True, slots=True)
class ReleasedAgreement:
    """How far raters of one thing agree. ``deviation`` (scale points) and ``r_wg`` are told from ten raters on."""

    opinions_differ: bool
    deviation: float | None
    r_wg: float | None


@dataclass(frozen=True, slots=True)
class ReleasedChange:
    """Change of a competency since the previous wave, told only where both waves may be compared.

    ``change`` is the verdict, None where it cannot be told (under eight scores). ``earlier`` and ``expected`` are the
    mean then, and what to expect after the lowest and the highest moved back by themselves; ``interval`` is the 95 %
    interval of now − expected, where spread may be told in both waves.
    """

    competency: str
    earlier: float
    expected: float
    change: Change | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class ReleasedCompetency:
    """One spoke of a group, in the order of the framework."""

    competency: str
    score: ReleasedScore
    facets: tuple[ReleasedFacet, ...]
    topics: tuple[ReleasedTopic, ...]
    statements: tuple[ReleasedStatement, ...]
    coverage: Coverage | None
    coverage_hidden: Reason | None
    agreement: ReleasedAgreement | None


@dataclass(frozen=True, slots=True)
class TeamResult:
    """The published result of one campaign.

    ``hidden`` is why nothing is told at all; then ``competencies`` is empty and the figures are None. ``roll``,
    ``mean``, ``balance`` and ``weakest`` exist only when every competency is told as a number; the probabilities of
    ``weakest`` are empty unless spread may be told everywhere. ``participation`` is None where it may not be told.
    ``changes`` is empty without a comparable earlier wave; ``changes_hidden`` says why a wave may not be compared.
    """

    framework: str
    version: str
    level: Level
    kind: CampaignKind
    k: int
    closed_on: date
    hidden: Reason | None
    participation: Participation | None
    competencies: tuple[ReleasedCompetency, ...]
    roll: float | None
    mean: float | None
    balance: float | None
    weakest: WeakestLink | None
    changes: tuple[ReleasedChange, ...] = ()
    changes_since: date | None = None
    changes_hidden: Reason | None = None

    def competency(self, competency_id: str) -> ReleasedCompetency:
        """Raises KeyError for an unknown id."""
        for spoke in self.competencies:
            if spoke.competency == competency_id:
                return spoke
        raise KeyError(competency_id)
