"""Whether one person's scores really changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import sqrt
from typing import Any

import pytest

from assessment.domain.change import Change, CompetencyChange, is_too_soon, measure_change, threshold_for_real_growth
from assessment.domain.framework import Level
from assessment.domain.profile import Profile
from assessment.domain.scoring import score_sheet
from tests.factories.frameworks import make_framework
from tests.factories.sheets import make_sheet, sheet_of_totals

# twenty items on 0-5: a total of answers is a score of 0-100
FRAMEWORK = make_framework(competencies=5, facets=(), items_per_facet=20)
MEASUREMENT = FRAMEWORK.measurement
RHO = 91.4 / (91.4 + 0.8 * 6.5**2)


def profile_of(*scores: int) -> Profile:
    return score_sheet(FRAMEWORK, sheet_of_totals(FRAMEWORK, scores))


def change_of(competency: str, earlier: Profile, later: Profile) -> CompetencyChange:
    changes = measure_change(MEASUREMENT, earlier, later)
    return next(change for change in changes if change.competency == competency)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (50 + 19, Change.REALLY_BETTER),
        (50 + 18, Change.PROBABLY_BETTER),
        (50 + 16, Change.PROBABLY_BETTER),
        (50 + 15, Change.NO_TELLING),
        (50, Change.NO_TELLING),
        (50 - 15, Change.NO_TELLING),
        (50 - 16, Change.PROBABLY_WORSE),
        (50 - 18, Change.PROBABLY_WORSE),
        (50 - 19, Change.REALLY_WORSE),
    ],
)
def test_a_change_is_real_beyond_what_error_explains(later: int, expected: Change) -> None:
    change = change_of("c2", profile_of(40, 50, 55, 60, 70), profile_of(40, later, 55, 60, 70))
    assert change.reliable_change == pytest.approx((later - 50) / (sqrt(2) * 6.5))
    assert change.change is expected


def test_the_weakest_score_is_held_against_where_it_would_move_by_itself() -> None:
    earlier = profile_of(62, 48, 70, 67, 35)
    change = change_of("c5", earlier, profile_of(62, 48, 70, 67, 50))
    expected = 56.4 + RHO * (35 - 56.4)
    assert change.baseline is not None
    assert change.baseline.regressed
    assert change.baseline.expected == pytest.approx(expected)
    assert change.reliable_change == pytest.approx((50 - expected) / (6.5 * sqrt(1 + RHO)))
    assert change.change is Change.NO_TELLING


def test_the_strongest_score_moves_back_too() -> None:
    change = change_of("c3", profile_of(62, 48, 70, 67, 35), profile_of(62, 48, 58, 67, 35))
    assert change.baseline is not None
    assert change.baseline.expected == pytest.approx(56.4 + RHO * (70 - 56.4))
    assert change.baseline.expected < 70


def test_scores_between_the_extremes_stay_where_they_are() -> None:
    changes = measure_change(MEASUREMENT, profile_of(62, 48, 70, 67, 35), profile_of(62, 48, 70, 67, 35))
    assert [change.baseline.regressed for change in changes if change.baseline] == [False, False, True, False, True]


def test_all_tied_extremes_move_back() -> None:
    changes = measure_change(MEASUREMENT, profile_of(35, 48, 70, 67, 35), profile_of(35, 48, 70, 67, 35))
    assert [change.baseline.regressed for change in changes if change.baseline] == [True, False, True, False, True]


def test_a_score_that_did_not_fall_is_never_called_worse() -> None:
    change = change_of("c5", profile_of(100, 100, 100, 100, 0), profile_of(100, 100, 100, 100, 0))
    assert change.reliable_change is not None
    assert change.reliable_change < -1.96
    assert change.change is Change.NO_TELLING


def test_a_score_that_did_not_rise_is_never_called_better() -> None:
    change = change_of("c1", profile_of(100, 0, 0, 0, 0), profile_of(100, 0, 0, 0, 0))
    assert change.reliable_change is not None
    assert change.reliable_change > 1.96
    assert change.change is Change.NO_TELLING


def test_without_two_scores_there_is_no_change_to_tell() -> None:
    whole = profile_of(62, 48, 70, 67, 35)
    part = score_sheet(FRAMEWORK, make_sheet(FRAMEWORK, {"c1": [3] * 20}))
    lost, gained = change_of("c2", whole, part), change_of("c2", part, whole)
    assert (lost.later, lost.change, lost.reliable_change) == (None, None, None)
    assert (gained.baseline, gained.later, gained.change) == (None, 48, None)


def test_an_incomplete_wheel_has_no_known_extremes() -> None:
    part = score_sheet(FRAMEWORK, make_sheet(FRAMEWORK, {"c1": [1] * 20, "c2": [3] * 20}))
    change = change_of("c1", part, profile_of(30, 60, 60, 60, 60))
    assert change.baseline is not None
    assert not change.baseline.regressed
    assert change.change is Change.NO_TELLING


@pytest.mark.parametrize("other", [{"framework": "other"}, {"version": "2027.1"}, {"level": Level.TEAM}])
def test_profiles_of_different_questionnaires_are_not_compared(other: dict[str, Any]) -> None:
    earlier = profile_of(62, 48, 70, 67, 35)
    with pytest.raises(ValueError, match="same framework"):
        measure_change(MEASUREMENT, earlier, replace(earlier, **other))


def test_the_weakest_35_of_the_printed_plan_has_really_grown_from_58() -> None:
    core = make_framework(competencies=5)
    profile = score_sheet(core, sheet_of_totals(core, (37, 29, 42, 40, 21)))
    assert profile.roll == 35
    assert threshold_for_real_growth(core, profile, "c5") == 58


def test_the_threshold_is_the_first_whole_score_that_counts_as_real_growth() -> None:
    earlier = (62, 48, 70, 67, 35)
    for index, competency in enumerate(("c1", "c2", "c3", "c4", "c5")):
        threshold = threshold_for_real_growth(FRAMEWORK, profile_of(*earlier), competency)
        assert threshold is not None
        for later, real in ((threshold, True), (threshold - 1, False)):
            scores = [later if place == index else score for place, score in enumerate(earlier)]
            change = change_of(competency, profile_of(*earlier), profile_of(*scores))
            assert (change.change is Change.REALLY_BETTER) is real


def test_a_score_that_cannot_rise_enough_has_no_threshold() -> None:
    profile = profile_of(62, 82, 90, 67, 35)
    assert threshold_for_real_growth(FRAMEWORK, profile, "c2") is None
    assert threshold_for_real_growth(FRAMEWORK, profile_of(62, 81, 90, 67, 35), "c2") == 100


def test_a_threshold_lies_above_the_present_score() -> None:
    assert threshold_for_real_growth(FRAMEWORK, profile_of(90, 0, 0, 0, 0), "c1") == 91


def test_without_a_score_there_is_no_threshold() -> None:
    part = score_sheet(FRAMEWORK, make_sheet(FRAMEWORK, {"c1": [3] * 20}))
    assert threshold_for_real_growth(FRAMEWORK, part, "c2") is None


def test_less_than_four_weeks_between_two_assessments_is_too_soon() -> None:
    assert is_too_soon(date(2026, 3, 1), date(2026, 3, 28))
    assert not is_too_soon(date(2026, 3, 1), date(2026, 3, 29))
