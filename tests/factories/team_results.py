"""Published results of teams, as they may come: whole, with gaps, as bands only, hidden altogether.

Those without a framework are of ``core_framework()``. Scores stand as they are told, to one decimal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import fsum
from pathlib import Path

from assessment.bank.shelf import Shelf
from assessment.domain.campaign import CampaignKind
from assessment.domain.change import Change
from assessment.domain.coverage import Coverage
from assessment.domain.framework import Framework, Level
from assessment.domain.profile import WeakestLink
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form, Participation
from assessment.domain.team_result import (
    ReleasedChange,
    ReleasedCompetency,
    ReleasedScore,
    TeamResult,
)
from assessment.domain.weakest_link import find_weakest_link
from tests.factories.frameworks import core_framework
from tests.factories.released_spokes import Spoke, Teller, told

BANKS = Path(__file__).parent.parent / "banks"
CLOSED_ON = date(2026, 11, 14)

THEMSELVES = (
    Spoke(53.8, 4.4, (48, 58), (56.2, 52.3, 53.1)),
    Spoke(46.3, 4.2, (42, 52), (52.4, 41.5, 45.0), Coverage.OPEN, thin=(1, 2)),
    Spoke(47.6, 5.1, (41, 51), (53.0, 44.6, 45.1), Coverage.ONE_PERSON, thin=(1, 2), blind=(7,)),
    Spoke(61.4, 4.7, (55, 68), (64.0, 60.2, 60.1), hidden_facets={2: Reason.TOO_FEW_RATED}),
    Spoke(51.4, 4.8, (45, 58), (57.7, 43.8, 52.6), thin=(1,)),
)
"""The five competencies of the design's example team, rated by 13 of its 18 members."""

TOGETHER = (
    Spoke(58.2, 5.2, (51.7, 66.7), (61.0, 57.0, 56.6)),
    Spoke(41.5, 6.0, (33.3, 48.3), (48.0, 36.2, 40.3), divided=True),
    Spoke(55.0, 5.6, (48.3, 61.7), (58.1, 52.9, 54.0)),
    Spoke(63.9, 4.9, (58.3, 70.0), (66.5, 63.2, 62.0), blind=(4,)),
    Spoke(60.1, 5.4, (53.3, 68.3), (64.4, 57.2, 58.7)),
)
"""A team of twelve that rated itself as one, of two minds about strategy."""


def about_themselves() -> TeamResult:
    """13 of 18 about themselves: strategy open, metrics hang on one person, one facet hidden; two are too close."""
    return make_team_result(THEMSELVES, people=13, members=18)


def seven_people() -> TeamResult:
    """Seven of nine about themselves: means and coverage, but no spread, no counts, no probabilities."""
    return make_team_result(THEMSELVES, people=7, members=9)


def all_agree() -> TeamResult:
    """Eight of eight about the team; of two competencies only the band is told, so there is no roll."""
    bands = {
        2: Spoke(50.0, form=Form.BAND, reason=Reason.SAYS_TOO_MUCH),
        3: Spoke(75.0, form=Form.BAND, reason=Reason.SAYS_TOO_MUCH),
    }
    spokes = [replace(bands.get(place, spoke), divided=False) for place, spoke in enumerate(TOGETHER)]
    return make_team_result(spokes, kind=CampaignKind.TEAM, people=8, members=8)


def about_the_team() -> TeamResult:
    """Twelve of twelve about the team, with agreement and answer bars; strategy is named the weakest."""
    return make_team_result(TOGETHER, kind=CampaignKind.TEAM, people=12, members=12)


def nothing_shown(kind: CampaignKind = CampaignKind.THEMSELVES) -> TeamResult:
    """Four people answered: nothing at all is told."""
    whole = make_team_result(THEMSELVES, kind=kind, people=13, members=18)
    return replace(
        whole,
        hidden=Reason.TOO_FEW,
        participation=None,
        competencies=(),
        roll=None,
        mean=None,
        balance=None,
        weakest=None,
    )


def one_hidden() -> TeamResult:
    """Eleven of sixteen about themselves; fewer than five rated metrics, so that spoke is absent, and the roll."""
    hidden = Spoke(0.0, form=Form.HIDDEN, reason=Reason.TOO_FEW_RATED)
    spokes = [hidden if place == 2 else spoke for place, spoke in enumerate(THEMSELVES)]
    return make_team_result(spokes, people=11, members=16)


def levels_alone(reason: Reason) -> TeamResult:
    """Twelve of fourteen about themselves; every competency is told as a level only, and no coverage."""
    spokes = [Spoke(spoke.mean, form=Form.BAND, reason=reason) for spoke in THEMSELVES]
    result = make_team_result(spokes, people=12, members=14)
    untold = ReleasedScore(Form.HIDDEN, reason)
    released = [
        replace(
            spoke,
            coverage=None,
            coverage_hidden=reason,
            facets=tuple(replace(f, score=untold, coverage=None, coverage_hidden=reason) for f in spoke.facets),
        )
        for spoke in result.competencies
    ]
    return replace(result, competencies=tuple(released))


def with_changes() -> TeamResult:
    """13 of 18, with what changed since May: culture really better, metrics probably worse, the others no telling."""
    verdicts = (Change.REALLY_BETTER, Change.NO_TELLING, Change.PROBABLY_WORSE, Change.NO_TELLING, Change.NO_TELLING)
    before = (42.0, 40.1, 54.9, 66.0, 50.2)
    expected = (42.0, 43.4, 54.9, 61.0, 50.2)
    result = about_themselves()
    return replace(
        result,
        changes=tuple(
            ReleasedChange(
                spoke.competency,
                earlier=earlier,
                expected=usual,
                change=verdict,
                interval=(told(now - usual - 7.4), told(now - usual + 7.4)),
            )
            for spoke, earlier, usual, verdict in zip(result.competencies, before, expected, verdicts, strict=True)
            if (now := spoke.score.mean) is not None
        ),
        changes_since=date(2026, 5, 12),
    )


def changes_withheld() -> TeamResult:
    """13 of 18, and an earlier wave that may not be compared because one or two people came or left."""
    return replace(about_themselves(), changes_hidden=Reason.MEMBERS_CHANGED)


def even_team() -> TeamResult:
    """Fourteen of twenty whose five competencies lie so close that none stands out."""
    means = (51.9, 51.0, 51.4, 52.1, 51.6)
    spokes = [Spoke(mean, 6.0, (mean - 7, mean + 8), (mean + 1, mean - 1, mean)) for mean in means]
    return make_team_result(spokes, people=14, members=20)


def three_spokes() -> tuple[Framework, TeamResult]:
    """A framework of three competencies without facets, ten people about themselves."""
    framework = tiny_framework("three_spokes")
    spokes = (
        Spoke(64.0, 5.0, (57, 71)),
        Spoke(38.5, 5.5, (30, 45), coverage=Coverage.OPEN),
        Spoke(57.3, 4.0, (52, 61)),
    )
    return framework, make_team_result(spokes, framework, people=10, members=15)


def twelve_spokes() -> tuple[Framework, TeamResult]:
    """A framework of twelve competencies without facets, twenty people about the team; one hidden, one a band."""
    framework = tiny_framework("twelve_spokes")
    means = (62, 55, 48, 71, 66, 59, 35, 52, 64, 58, 0, 45)
    spokes = [Spoke(float(mean), 4.0, (mean - 6, mean + 6)) for mean in means]
    spokes[10] = Spoke(0.0, form=Form.HIDDEN, reason=Reason.TOO_FEW_RATED)
    spokes[11] = Spoke(45.0, form=Form.BAND, reason=Reason.SAYS_TOO_MUCH)
    return framework, make_team_result(spokes, framework, kind=CampaignKind.TEAM, people=20, members=20)


def tiny_framework(name: str) -> Framework:
    """One of the frameworks of ``tests/banks``."""
    return Shelf.read(BANKS / name).get(name).framework


def make_team_result(
    spokes: Sequence[Spoke],
    framework: Framework | None = None,
    *,
    kind: CampaignKind = CampaignKind.THEMSELVES,
    people: int,
    members: int,
) -> TeamResult:
    """What a campaign tells when ``people`` of ``members`` answered. Spread and answers come from ten people on.

    Counts come where nobody or at least five did not answer. The figures of the wheel come where every competency is
    a number, probabilities where spread may be told too.
    """
    framework = framework or core_framework()
    level = Level.INDIVIDUAL if kind is CampaignKind.THEMSELVES else Level.TEAM
    teller = Teller(framework, level, people if members == people or members - people >= 5 else None, people)
    released = tuple(
        teller.competency(competency.id, spoke)
        for competency, spoke in zip(framework.competencies, spokes, strict=True)
    )
    means = [spoke.score.mean for spoke in released]
    known = [mean for mean in means if mean is not None]
    whole = len(known) == len(means)
    return TeamResult(
        framework=framework.id,
        version=framework.version,
        level=level,
        kind=kind,
        k=5,
        closed_on=CLOSED_ON,
        hidden=None,
        participation=None if teller.counted is None else Participation(people, members),
        competencies=released,
        roll=min(known) if whole else None,
        mean=told(fsum(known) / len(known)) if whole else None,
        balance=min(known) * len(known) / fsum(known) if whole else None,
        weakest=_weakest(framework, released, spokes, spread=teller.spread) if whole else None,
    )


def _weakest(
    framework: Framework, released: Sequence[ReleasedCompetency], spokes: Sequence[Spoke], *, spread: bool
) -> WeakestLink:
    means = {spoke.competency: spoke.score.mean or 0.0 for spoke in released}
    errors = [spoke.half / 2.18 for spoke in spokes]  # t of 95 % for 13 people
    found = find_weakest_link(means, dict(zip(means, errors, strict=True)), framework.measurement.tau2)
    return found if spread else replace(found, probabilities={})
