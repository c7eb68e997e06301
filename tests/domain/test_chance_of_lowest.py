"""The chance of being the lowest, held against a plain integration by another rule and against known cases."""

from __future__ import annotations

from math import erfc, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.chance_of_lowest import GAUSS_10, Belief, chances_of_lowest

believed = st.builds(Belief, mean=st.floats(0, 100), sigma=st.floats(0.2, 20))


def trapezoid(beliefs: list[Belief]) -> list[float]:
    """The same integral by a 4001-point trapezoid over ± 8 sigma."""
    z = np.linspace(-8, 8, 4001)
    chances = []
    for own in beliefs:
        t = own.mean + own.sigma * z
        density = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
        for other in beliefs:
            if other is not own:
                scaled = (t - other.mean) / (other.sigma * sqrt(2))
                density = density * np.array([erfc(x) / 2 for x in scaled])
        chances.append(float(np.trapezoid(density, z)))
    return chances


@settings(max_examples=15, deadline=None)
@given(st.lists(believed, min_size=2, max_size=5))
def test_chances_agree_with_a_plain_integration(beliefs: list[Belief]) -> None:
    assert chances_of_lowest(beliefs) == pytest.approx(trapezoid(beliefs), abs=1e-9)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Belief, mean=st.floats(0, 100), sigma=st.floats(0, 40)), min_size=1, max_size=12))
def test_chances_sum_to_one_whatever_is_believed(beliefs: list[Belief]) -> None:
    chances = chances_of_lowest(beliefs)
    assert sum(chances) == pytest.approx(1, abs=1e-9)
    assert all(0 <= chance <= 1 for chance in chances)


@pytest.mark.parametrize("count", [3, 5, 12])
def test_equal_beliefs_have_equal_chances_to_the_last_bit(count: int) -> None:
    chances = chances_of_lowest([Belief(43.21, 5.5)] * count)
    assert len(set(chances)) == 1
    assert chances[0] == pytest.approx(1 / count, abs=1e-15)


def test_of_two_the_chance_is_that_of_their_difference() -> None:
    lower, _ = chances_of_lowest([Belief(50, 3), Belief(54, 4)])
    assert lower == pytest.approx(erfc(-4 / 5 / sqrt(2)) / 2, abs=1e-11)


def test_a_fixed_point_is_lowest_where_nothing_falls_below_it() -> None:
    fixed, spread = chances_of_lowest([Belief(50, 0), Belief(55, 5)])
    assert fixed == pytest.approx(erfc(-1 / sqrt(2)) / 2, abs=1e-11)
    assert spread == pytest.approx(1 - fixed)


def test_fixed_points_at_the_same_place_share_their_chance() -> None:
    first, second, above, spread = chances_of_lowest([Belief(50, 0), Belief(50, 0), Belief(51, 0), Belief(50, 5)])
    assert first == second == pytest.approx(0.25, abs=1e-11)
    assert above == 0
    assert spread == pytest.approx(0.5, abs=1e-11)


def test_a_narrow_belief_comes_close_to_a_fixed_point() -> None:
    narrow = chances_of_lowest([Belief(50, 1e-6), Belief(55, 5), Belief(45, 10)])
    fixed = chances_of_lowest([Belief(50, 0), Belief(55, 5), Belief(45, 10)])
    assert narrow == pytest.approx(fixed, abs=1e-6)


def test_the_rule_of_integration_is_exact_for_polynomials_of_degree_nineteen() -> None:
    for degree in range(0, 20, 2):
        integral = sum(2 * weight * node**degree for node, weight in GAUSS_10)
        assert integral == pytest.approx(2 / (degree + 1), abs=1e-14)
