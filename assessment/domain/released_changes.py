"""What may be told of a change between two published waves, from what both of them told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.framework import Framework
from assessment.domain.result_basis import ResultBasis, profile_of
from assessment.domain.suppression.agreement import round_mean
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.waves import may_compare
from assessment.domain.team_result import ReleasedChange
from assessment.domain.wave_change import WaveChange, measure_waves


@dataclass(frozen=True, slots=True)
class Wave:
    """A closed campaign as comparisons know it: ``members`` frozen when it opened, and what it told.

    ``hidden`` is why it told nothing at all.
    """

    basis: ResultBasis
    members: frozenset[str]
    closed_on: date
    hidden: Reason | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes told; ``hidden`` says why there are none though there was an earlier wave."""

    told: tuple[ReleasedChange, ...] = ()
    since: date | None = None
    hidden: Reason | None = None


def release_changes(framework: Framework, earlier: Wave, later: Wave, policy: Policy) -> Changes:
    """Changes of all competencies that both waves told as a number.

    Verdicts and intervals rest on spread, so they are told only where both waves told it. No change is told between
    versions of a framework or levels, nor between groups of which few came or left. Where the later wave tells
    nothing at all, that is said already.
    """
    if later.hidden is not None or earlier.hidden is not None:
        return Changes(hidden=None if later.hidden else earlier.hidden)
    one, other = earlier.basis, later.basis
    if (one.framework, one.version, one.level) != (other.framework, other.version, other.level):
        return Changes(hidden=Reason.OTHER_VERSION)
    if not may_compare(earlier.members, later.members, policy):
        return Changes(hidden=Reason.MEMBERS_CHANGED)
    measured = measure_waves(framework.measurement, profile_of(one, framework), profile_of(other, framework))
    told = tuple(_release(change, one, other) for change in measured if change.baseline is not None)
    if not told:
        return Changes(hidden=Reason.SAYS_TOO_MUCH)
    return Changes(told, since=earlier.closed_on)


def _release(change: WaveChange, earlier: ResultBasis, later: ResultBasis) -> ReleasedChange:
    before, after = earlier.competencies[change.competency], later.competencies[change.competency]
    spread = before.error is not None and after.error is not None
    interval = change.interval if spread else None
    return ReleasedChange(
        competency=change.competency,
        earlier=before.mean,
        expected=before.mean if change.baseline is None else round_mean(change.baseline.expected),
        change=change.change if spread else None,
        interval=None if interval is None else (round_mean(interval[0]), round_mean(interval[1])),
    )
