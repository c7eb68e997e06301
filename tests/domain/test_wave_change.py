"""Change of a group from wave to wave."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.change import Change
from assessment.domain.framework import Level
from assessment.domain.group_profile import GroupProfile
from assessment.domain.wave_change import WaveChange, measure_waves
from tests.factories.groups import Scores, group_framework, group_of, group_of_figures, scores_of_people

MEASUREMENT = group_framework().measurement


def middle(earlier: GroupProfile, later: GroupProfile) -> WaveChange:
    """Change of the second competency, which is neither the weakest nor the strongest in these tests."""
    return measure_waves(MEASUREMENT, earlier, later)[1]


def team(mean: float, error: float = 3.0, *, counted: int = 12) -> GroupProfile:
    return group_of_figures((10, mean, 90), (3, error, 3), counted=counted)


def test_ratings_of_one_thing_are_compared_as_if_independent() -> None:
    # √(3² + 4²) = 5; twelve in each wave: t(11) = 2.20099
    change = middle(team(50), team(62, 4))
    assert change.baseline is not None
    assert (change.baseline.score, change.baseline.expected, change.baseline.regressed) == (50, 50, False)
    assert (change.baseline.error, change.later) == (5, 62)
    assert change.interval == pytest.approx((12 - 11.0049, 12 + 11.0049), abs=1e-4)


@pytest.mark.parametrize(
    ("later", "word"),
    [
        (61.01, Change.REALLY_BETTER),
        (61.00, Change.PROBABLY_BETTER),
        (58.98, Change.PROBABLY_BETTER),
        (58.97, Change.NO_TELLING),
        (50, Change.NO_TELLING),
        (41.03, Change.NO_TELLING),
        (41.02, Change.PROBABLY_WORSE),
        (38.99, Change.REALLY_WORSE),
    ],
)
def test_words_follow_students_t_at_95_and_90_percent(later: float, word: Change) -> None:
    # t(11) 2.20099 and 1.79588 times 5
    assert middle(team(50, 3), team(later, 4)).change is word


def test_the_smaller_wave_gives_the_degrees_of_freedom() -> None:
    # t(7) = 2.36462
    change = middle(team(50, 3, counted=40), team(62, 4, counted=8))
    assert change.interval == pytest.approx((12 - 11.8231, 12 + 11.8231), abs=1e-4)


@pytest.mark.parametrize(("first", "second"), [(7, 40), (40, 7)])
def test_fewer_than_eight_in_a_wave_have_figures_without_a_verdict(first: int, second: int) -> None:
    change = middle(team(20, 1, counted=first), team(80, 1, counted=second))
    assert change.interval is not None
    assert change.change is None


@pytest.mark.parametrize(("first", "second"), [(4, 40), (40, 4)])
def test_nothing_is_said_with_fewer_than_five_in_a_wave(first: int, second: int) -> None:
    change = middle(team(20, 1, counted=first), team(80, 1, counted=second))
    assert change == WaveChange("c2", None, None, None, None)


def test_self_ratings_reckon_with_other_members_having_answered() -> None:
    # 30 of 60: the absent half may be all who answer next time, whose mean errs the other way
    figures: dict[str, Any] = {"counted": 30, "members": 60, "level": Level.INDIVIDUAL}
    first = group_of_figures((10, 50, 90), (3, 3, 3), **figures)
    second = group_of_figures((10, 60, 90), (3, 4, 3), **figures)
    sampled = [sqrt(error**2 - 6.5**2 / 60) for error in (3, 4)]
    baseline = middle(first, second).baseline
    assert baseline is not None
    assert baseline.error == pytest.approx(sqrt(25 + 2 * sampled[0] * sampled[1]))


def test_the_same_people_in_another_half_of_the_team_are_no_change() -> None:
    """Twenty members who did not change at all; ten weak ones answer first, the ten others next."""
    weak, strong = [(10, 40 + n, 90) for n in range(10)], [(10, 54 + n, 90) for n in range(10)]
    change = middle(group_of(weak, members=20), group_of(strong, members=20))
    unchanged = middle(group_of(weak, members=10), group_of(strong, members=10))
    assert change.baseline is not None
    assert unchanged.baseline is not None
    assert change.baseline.error > sqrt(2) * (group_of(weak, members=20).competency("c2").score.standard_error or 0)
    assert unchanged.baseline.error == pytest.approx(sqrt(2 * 6.5**2 / 10))


def test_when_everybody_answered_both_times_only_measurement_errs() -> None:
    rows: list[Scores] = [(10, 40 + 4 * n, 90) for n in range(9)]
    baseline = middle(group_of(rows), group_of(rows)).baseline
    assert baseline is not None
    assert baseline.error == pytest.approx(sqrt(2 * 6.5**2 / 9))


def test_the_weakest_and_the_strongest_are_held_against_what_they_move_back_to() -> None:
    # tau2 91.4, mean SE² 9: rho = 91.4/(91.4 + 6); m = 50
    changes = measure_waves(MEASUREMENT, team(50), team(50))
    rho = 91.4 / 97.4
    weakest, strongest = changes[0].baseline, changes[2].baseline
    assert weakest is not None
    assert strongest is not None
    assert weakest.regressed
    assert strongest.regressed
    assert (weakest.score, strongest.score) == (10, 90)
    assert (weakest.expected, strongest.expected) == pytest.approx((50 - 40 * rho, 50 + 40 * rho))
    assert weakest.error == pytest.approx(3 * sqrt(1 + rho))


def test_nothing_is_called_better_that_only_moved_back() -> None:
    earlier = group_of_figures((44, 50, 56), (8, 3, 8))
    rho = 91.4 / (91.4 + 2 / 3 * (64 + 9 + 64) / 3)
    later = group_of_figures((50 - 6 * rho, 50, 56), (0.1, 3, 0.1))
    assert measure_waves(MEASUREMENT, earlier, later)[0].change is Change.NO_TELLING


def test_without_a_whole_wheel_nothing_is_known_to_be_weakest() -> None:
    changes = measure_waves(MEASUREMENT, group_of_figures((10, None, 90), (3, 3, 3)), team(50))
    assert changes[0].baseline is not None
    assert not changes[0].baseline.regressed
    assert changes[1] == WaveChange("c2", None, None, None, None)


def test_waves_without_any_error_are_told_apart() -> None:
    assert middle(team(50, 0), team(51, 0)).change is Change.REALLY_BETTER
    assert middle(team(50, 0), team(50, 0)).change is Change.NO_TELLING


@pytest.mark.parametrize(
    "other",
    [
        group_of_figures((10, 50, 90), (3, 3, 3), level=Level.ORGANISATION),
        replace(team(50), version="2027.1"),
        replace(team(50), framework="other"),
    ],
)
def test_only_the_same_questions_are_compared(other: GroupProfile) -> None:
    with pytest.raises(ValueError, match="same framework, version and level"):
        measure_waves(MEASUREMENT, team(50), other)


@settings(max_examples=40, deadline=None)
@given(scores_of_people(5, 9), st.sampled_from(list(Level)), st.integers(0, 5))
def test_the_same_answers_again_are_no_change(people: list[Scores], level: Level, absent: int) -> None:
    group = group_of(people, level=level, members=len(people) + absent)
    for change in measure_waves(MEASUREMENT, group, group):
        assert change.change in (None, Change.NO_TELLING)


@settings(max_examples=40, deadline=None)
@given(scores_of_people(5, 9), scores_of_people(5, 9), st.integers(0, 5))
def test_members_who_did_not_answer_never_make_a_change_surer_than_independence(
    first: list[Scores], second: list[Scores], absent: int
) -> None:
    earlier, later = (group_of(people, members=len(people) + absent) for people in (first, second))
    for change in measure_waves(MEASUREMENT, earlier, later):
        if change.baseline is not None and not change.baseline.regressed:
            errors = [wave.competency(change.competency).score.standard_error or 0 for wave in (earlier, later)]
            assert change.baseline.error >= sqrt(errors[0] ** 2 + errors[1] ** 2) - 1e-9
