"""Published results survive being written down, to the last digit."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.campaign import CampaignKind
from assessment.domain.change import Change
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Level
from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.releasing import Closed, release_result
from assessment.domain.result_basis import BasisScore, ResultBasis
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.release import Form, Participation
from assessment.domain.team_result import (
    ReleasedAgreement,
    ReleasedChange,
    ReleasedCompetency,
    ReleasedFacet,
    ReleasedScore,
    ReleasedStatement,
    ReleasedTopic,
    TeamResult,
)
from assessment.store.team_result_json import (
    basis_from_json,
    basis_to_json,
    team_result_from_json,
    team_result_to_json,
)
from tests.factories import team_results
from tests.factories.answering_teams import team_sheets
from tests.factories.frameworks import core_framework

NAMES = st.text(min_size=1, max_size=8)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
ENDS = st.none() | st.tuples(NUMBERS, NUMBERS)
REASONS = st.none() | st.sampled_from(Reason)
PARTS = st.none() | st.sampled_from(PartCoverage)
DAYS = st.dates()
SCORES = st.builds(
    ReleasedScore,
    form=st.sampled_from(Form),
    reason=REASONS,
    mean=st.none() | NUMBERS,
    band=st.none() | NAMES,
    interval=ENDS,
    middle_half=ENDS,
    people=st.none() | st.integers(5, 10**6),
)
COMPETENCIES = st.builds(
    ReleasedCompetency,
    competency=NAMES,
    score=SCORES,
    facets=st.lists(st.builds(ReleasedFacet, NAMES, SCORES, PARTS, REASONS), max_size=2).map(tuple),
    topics=st.lists(
        st.builds(ReleasedTopic, NAMES, st.lists(NAMES, max_size=2).map(tuple), SCORES, PARTS, REASONS), max_size=2
    ).map(tuple),
    statements=st.lists(
        st.builds(
            ReleasedStatement,
            NAMES,
            SCORES,
            st.none() | st.dictionaries(st.integers(0, 10), st.integers(0, 1000), max_size=4),
            st.none() | st.booleans(),
            st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    coverage=st.none() | st.sampled_from(Coverage),
    coverage_hidden=REASONS,
    agreement=st.none() | st.builds(ReleasedAgreement, st.booleans(), st.none() | NUMBERS, st.none() | NUMBERS),
)
WEAKEST = st.builds(
    WeakestLink,
    verdict=st.sampled_from(Verdict),
    competencies=st.lists(NAMES, max_size=3).map(tuple),
    lowest=st.lists(NAMES, max_size=3).map(tuple),
    probabilities=st.dictionaries(NAMES, NUMBERS, max_size=3),
)
RESULTS = st.builds(
    TeamResult,
    framework=NAMES,
    version=NAMES,
    level=st.sampled_from(Level),
    kind=st.sampled_from(CampaignKind),
    k=st.integers(5, 50),
    closed_on=DAYS,
    hidden=REASONS,
    participation=st.none() | st.builds(Participation, st.integers(5, 100), st.integers(5, 100)),
    competencies=st.lists(COMPETENCIES, max_size=2).map(tuple),
    roll=st.none() | NUMBERS,
    mean=st.none() | NUMBERS,
    balance=st.none() | NUMBERS,
    weakest=st.none() | WEAKEST,
    changes=st.lists(
        st.builds(ReleasedChange, NAMES, NUMBERS, NUMBERS, st.none() | st.sampled_from(Change), ENDS), max_size=2
    ).map(tuple),
    changes_since=st.none() | DAYS,
    changes_hidden=REASONS,
)
BASIS_SCORES = st.builds(BasisScore, NUMBERS, st.none() | NUMBERS, st.integers(5, 1000))
BASES = st.builds(
    ResultBasis,
    framework=NAMES,
    version=NAMES,
    level=st.sampled_from(Level),
    members=st.integers(0, 10**6),
    competencies=st.dictionaries(NAMES, BASIS_SCORES, max_size=3),
    topics=st.dictionaries(NAMES, st.dictionaries(NAMES, BASIS_SCORES, max_size=3), max_size=2),
)


def through_json(stored: Mapping[str, object]) -> Mapping[str, object]:
    loaded: Mapping[str, object] = json.loads(json.dumps(stored))
    return loaded


@given(RESULTS)
def test_any_result_comes_back_as_it_was(result: TeamResult) -> None:
    assert team_result_from_json(through_json(team_result_to_json(result))) == result


@given(BASES)
def test_any_basis_comes_back_as_it_was(basis: ResultBasis) -> None:
    assert basis_from_json(through_json(basis_to_json(basis))) == basis


@pytest.mark.parametrize("make", [team_results.about_the_team, team_results.with_changes, team_results.nothing_shown])
def test_a_written_result_is_read_with_its_own_types(make: Callable[[], TeamResult]) -> None:
    result = make()
    restored = team_result_from_json(through_json(team_result_to_json(result)))
    assert restored == result
    assert repr(restored) == repr(result)


def test_what_is_published_of_real_answers_comes_back() -> None:
    sheets = team_sheets(core_framework(), 14, skipped=0.03)
    members = frozenset(f"member{number}" for number in range(20))
    published = release_result(
        Closed(core_framework(), CampaignKind.THEMSELVES, sheets, members, Policy(), date(2026, 11, 21))
    )
    assert repr(team_result_from_json(through_json(team_result_to_json(published.result)))) == repr(published.result)
    assert basis_from_json(through_json(basis_to_json(published.basis))) == published.basis


def test_of_a_basis_stored_before_it_was_known_nothing_counts_as_rated_by_everybody() -> None:
    sheets = team_sheets(core_framework(), 8)
    closed = Closed(core_framework(), CampaignKind.THEMSELVES, sheets, frozenset(sheets), Policy(), date(2026, 11, 21))
    stored = through_json(basis_to_json(release_result(closed).basis))
    assert len(stored.pop("complete")) == 5
    assert basis_from_json(stored).complete == frozenset()
