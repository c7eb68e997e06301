"""The one step from answers to what is published of a campaign. Whatever may not be told ends here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessment.domain.aggregation import aggregate
from assessment.domain.answers import AnswerSheet
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework, Level
from assessment.domain.group_figures import find_complete, list_group_figures, list_rated
from assessment.domain.group_profile import GroupProfile
from assessment.domain.released_changes import Changes, Wave, release_changes
from assessment.domain.released_parts import Group, release_competency
from assessment.domain.released_wheel import ReleasedWheel, release_wheel
from assessment.domain.result_basis import ResultBasis, basis_of
from assessment.domain.suppression.cells import Cell, Structure, build_structure
from assessment.domain.suppression.cells import Group as CellGroup
from assessment.domain.suppression.decide import Survey, decide_release
from assessment.domain.suppression.policy import Policy
from assessment.domain.suppression.release import Release
from assessment.domain.suppression.waves import list_memberships, withhold_changed
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from assessment.domain.telling import decide_telling

_WHOLE = "team"


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed campaign of which everything is known.

    ``sheets`` are the submitted ones, by ids that say nothing of who they are from; ``members`` the people asked, by
    ids that are theirs in every campaign. ``earlier``: memberships of earlier campaigns whose figures were told.
    ``soon_after``: of each of them that had closed less than four weeks before this one opened, the competencies of
    which everybody asked had rated every statement.
    """

    framework: Framework
    kind: CampaignKind
    sheets: Mapping[str, AnswerSheet]
    members: frozenset[str]
    policy: Policy
    closed_on: date
    earlier: tuple[frozenset[str], ...] = ()
    soon_after: tuple[frozenset[str], ...] = ()

    @property
    def level(self) -> Level:
        return Level.INDIVIDUAL if self.kind is CampaignKind.THEMSELVES else Level.TEAM


@dataclass(frozen=True, slots=True)
class Publication:
    """What a campaign leaves behind: the ``result`` for everybody who may see it; ``basis`` and ``memberships`` for
    what later campaigns may tell."""

    result: TeamResult
    basis: ResultBasis
    memberships: tuple[frozenset[str], ...]


def release_result(closed: Closed, previous: Wave | None = None) -> Publication:
    """What is published of a closed campaign, with the changes since the ``previous`` wave where there was one.

    Raises ValueError for sheets of another level and for more sheets than members.
    Source: privacy specification, anonymity rules; decisions 0012 and 0017.
    """
    structure = build_structure({_WHOLE: CellGroup(Cell(closed.members, frozenset(closed.sheets)))}, {})
    rated = list_rated(closed.framework, closed.level, closed.sheets)
    figures = list_group_figures(closed.framework, closed.level, closed.sheets)
    everything = [figure for one in figures for figure in one.figures]
    complete = find_complete(closed.framework, closed.level, rated, len(closed.members))
    again = _list_asked_again(closed, complete)
    asked_again = frozenset(figure.id for one in figures if one.competency in again for figure in one.figures)
    survey = Survey(structure, everything, rated, earlier=closed.earlier, asked_again=asked_again)
    release = decide_release(survey, closed.policy, closed=True)
    sheets = list(closed.sheets.values())
    profile = aggregate(closed.framework, closed.level, sheets, members=len(closed.members))
    cell = release.cells[structure.whole]
    group = Group(
        framework=closed.framework,
        level=closed.level,
        sheets=sheets,
        k=closed.policy.k,
        only_levels=_list_competencies(closed) if _has_changed(closed, structure) else again,
    )
    spokes = tuple(
        release_competency(group, profile.competency(one.competency), one, decide_telling(one, cell.figures))
        for one in figures
        if cell.hidden is None
    )
    return _publish(closed, structure, release, profile, spokes=spokes, complete=complete, previous=previous)


def _publish(
    closed: Closed,
    structure: Structure,
    release: Release,
    profile: GroupProfile,
    *,
    spokes: tuple[ReleasedCompetency, ...],
    complete: frozenset[str],
    previous: Wave | None,
) -> Publication:
    cell = release.cells[structure.whole]
    basis = basis_of(profile, spokes, closed.policy, complete)
    wave = Wave(basis, closed.members, closed.closed_on, cell.hidden)
    changes = Changes() if previous is None else release_changes(closed.framework, previous, wave, closed.policy)
    wheel = release_wheel(closed.framework, profile, spokes) if spokes else ReleasedWheel()
    result = TeamResult(
        framework=closed.framework.id,
        version=closed.framework.version,
        level=closed.level,
        kind=closed.kind,
        k=closed.policy.k,
        closed_on=closed.closed_on,
        hidden=cell.hidden,
        participation=cell.participation,
        competencies=spokes,
        roll=wheel.roll,
        mean=wheel.mean,
        balance=wheel.balance,
        weakest=wheel.weakest,
        changes=changes.told,
        changes_since=changes.since,
        changes_hidden=changes.hidden,
    )
    return Publication(result, basis, list_memberships(structure, release))


def _list_asked_again(closed: Closed, complete: frozenset[str]) -> frozenset[str]:
    """Competencies asked again soon of which it is not proved that the same people rated the same both times."""
    if not closed.soon_after:
        return frozenset()
    return _list_competencies(closed) - complete.intersection(*closed.soon_after)


def _list_competencies(closed: Closed) -> frozenset[str]:
    return frozenset(competency.id for competency in closed.framework.competencies)


def _has_changed(closed: Closed, structure: Structure) -> bool:
    return bool(withhold_changed(structure, closed.earlier, {}, closed.policy.k))
