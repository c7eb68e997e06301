"""The mean of a group, its error and its interval."""

from __future__ import annotations

from math import sqrt
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.domain.group_score import Census, GroupScore, group_score

score = st.floats(0, 100, allow_subnormal=False)
several = st.lists(score, min_size=2, max_size=12)
SEM = 6.5


def known(figure: GroupScore) -> tuple[float, float, tuple[float, float]]:
    """Mean, error and interval of a group that has them."""
    assert figure.mean is not None
    assert figure.standard_error is not None
    assert figure.interval is not None
    return figure.mean, figure.standard_error, figure.interval


def test_ratings_of_one_thing_have_the_error_of_a_mean() -> None:
    # deviations −20, −10, 0, 10, 20: s² = 250, SE² = 50, t(4) = 2.7764
    mean, error, interval = known(group_score([40, 50, 60, 70, 80]))
    assert mean == 60
    assert error == pytest.approx(sqrt(50))
    assert interval == pytest.approx((60 - 19.6324, 60 + 19.6324), abs=1e-4)


def test_self_ratings_of_half_a_team_have_half_of_each_error() -> None:
    # s²/n = 50, n/N = 1/2: 50·1/2 + 1/2·42.25/5 = 29.225
    _, error, interval = known(group_score([40, 50, 60, 70, 80], Census(members=10, sem=SEM)))
    assert error == pytest.approx(sqrt(29.225))
    assert interval == pytest.approx((60 - 15.0095, 60 + 15.0095), abs=1e-4)


def test_when_the_whole_team_answered_only_measurement_error_is_left() -> None:
    _, error, _ = known(group_score([40, 50, 60, 70, 80], Census(members=5, sem=SEM)))
    assert error == pytest.approx(SEM / sqrt(5))


def test_the_middle_half_lies_between_the_quartiles() -> None:
    assert group_score([10, 20, 30, 40, 90]).middle_half == (20, 40)
    assert group_score([0, 100]).middle_half == (25, 75)


def test_who_has_no_score_is_left_out_and_counted() -> None:
    figure = group_score([40, None, 60, None, 80])
    assert (figure.mean, figure.counted, figure.left_out) == (60, 3, 2)


@pytest.mark.parametrize("scores", [[], [None, None], [70.0], [70.0, None]])
def test_fewer_than_two_scores_make_no_group(scores: list[float | None]) -> None:
    figure = group_score(scores, Census(members=9, sem=SEM))
    assert (figure.mean, figure.standard_error, figure.interval, figure.middle_half) == (None, None, None, None)
    assert figure.counted + figure.left_out == len(scores)


def test_more_scores_than_members_are_refused() -> None:
    with pytest.raises(ValueError, match="3 scores from a group of 2"):
        group_score([1, 2, 3], Census(members=2, sem=SEM))


@given(st.lists(st.one_of(score, st.none()), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(scores: list[float | None], random: Random) -> None:
    shuffled = list(scores)
    random.shuffle(shuffled)
    assert group_score(shuffled) == group_score(scores)


@given(several)
def test_one_more_person_with_the_mean_leaves_the_mean_and_makes_it_surer(scores: list[float]) -> None:
    mean, error, _ = known(group_score(scores))
    new_mean, new_error, _ = known(group_score([*scores, mean]))
    assert new_mean == pytest.approx(mean, abs=1e-9)
    assert new_error < error or error == 0


@given(several, st.integers(2, 4))
def test_the_error_shrinks_as_more_people_answer_alike(scores: list[float], times: int) -> None:
    assume(max(scores) - min(scores) > 1e-6)
    few, many = group_score(scores), group_score(scores * times)
    assert known(many)[1] < known(few)[1]
    members = len(scores) * times
    census = Census(members, sem=0)
    assert known(group_score(scores * times, census))[1] == 0
    assert known(group_score(scores, census))[1] > 0


@given(score, st.integers(2, 12))
def test_people_who_agree_to_the_point_leave_no_error_and_no_spread(value: float, n: int) -> None:
    figure = group_score([value] * n)
    assert known(figure) == (value, 0, (value, value))
    assert figure.middle_half == pytest.approx((value, value))


@given(several, st.integers(0, 12))
def test_a_full_census_errs_by_measurement_alone(scores: list[float], absent: int) -> None:
    n = len(scores)
    full = known(group_score(scores, Census(n, SEM)))[1]
    assert full == pytest.approx(SEM / sqrt(n))
    plain = known(group_score(scores))[1]
    part = known(group_score(scores, Census(n + absent, SEM)))[1]
    assert min(plain, full) - 1e-9 <= part <= max(plain, full) + 1e-9


@given(several)
def test_figures_lie_within_0_and_100_and_around_the_mean(scores: list[float]) -> None:
    mean, _, (lower, upper) = known(group_score(scores))
    assert 0 <= lower <= mean <= upper <= 100
    assert min(scores) <= mean <= max(scores)
