"""Quantiles of Student's t."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.student_t import t_quantile


@pytest.mark.parametrize(
    ("probability", "freedom", "t"),
    [
        (0.975, 1, 12.7062047),
        (0.975, 2, 4.3026527),
        (0.975, 3, 3.1824463),
        (0.975, 4, 2.7764451),
        (0.975, 7, 2.3646243),
        (0.975, 9, 2.2621572),
        (0.975, 12, 2.1788128),
        (0.975, 29, 2.0452296),
        (0.975, 30, 2.0422725),
        (0.975, 100, 1.9839715),
        (0.975, 999, 1.9623415),
        (0.95, 4, 2.1318468),
        (0.95, 7, 1.8945786),
        (0.995, 5, 4.0321430),
        (0.9995, 2, 31.5990546),
    ],
)
def test_quantiles_are_those_of_the_printed_tables(probability: float, freedom: int, t: float) -> None:
    assert t_quantile(probability, freedom) == pytest.approx(t, abs=6e-8)


@given(st.floats(0.5001, 0.9999))
def test_two_degrees_of_freedom_have_a_closed_form(probability: float) -> None:
    inside = 2 * probability - 1
    assert t_quantile(probability, 2) == pytest.approx(inside * sqrt(2 / (1 - inside**2)), rel=1e-9)


@given(st.integers(1, 400), st.floats(0.51, 0.999))
def test_more_freedom_brings_it_nearer_to_the_normal_quantile_from_above(freedom: int, probability: float) -> None:
    assert t_quantile(probability, freedom) > t_quantile(probability, freedom + 1) > NormalDist().inv_cdf(probability)


@pytest.mark.parametrize(("probability", "freedom"), [(0.5, 4), (1.0, 4), (0.975, 0)])
def test_what_has_no_quantile_is_refused(probability: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        t_quantile(probability, freedom)
