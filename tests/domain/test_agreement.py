"""Agreement of people who rated one thing together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.agreement import Agreement, find_agreement
from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.framework import Level, ScalePoint
from tests.factories.frameworks import make_framework, make_scale
from tests.factories.sheets import make_sheet

FRAMEWORK = make_framework(facets=(), items_per_facet=3, levels=(Level.TEAM,))
ITEMS = ["team.c1.1", "team.c1.2", "team.c1.3"]
tables = st.lists(st.tuples(*[st.integers(0, 5)] * 3), min_size=5, max_size=9)


def rated(rows: Sequence[Sequence[AnswerValue | None]]) -> list[AnswerSheet]:
    """One sheet for each row of answers to the three items of the first competency."""
    return [make_sheet(FRAMEWORK, {"c1": row}, Level.TEAM) for row in rows]


def agreement_of(rows: Sequence[Sequence[AnswerValue | None]]) -> Agreement:
    agreement = find_agreement(FRAMEWORK, Level.TEAM, "c1", rated(rows))
    assert agreement is not None
    return agreement


def test_agreement_of_a_small_table_is_that_worked_by_hand() -> None:
    # means 2.4, 3, 1; deviations (1.4+.4+.6+.6+.6)/5 = .72, (2+1+0+1+2)/5 = 1.2, (1+1+1+1+4)/5 = 1.6
    # variances 3.2/4 = .8, 10/4 = 2.5, 20/4 = 5; uniform on six points 35/12
    agreement = agreement_of([(1, 1, 0), (2, 2, 0), (3, 3, 0), (3, 4, 0), (3, 5, 5)])
    assert [item.deviation for item in agreement.items] == pytest.approx([0.72, 1.2, 1.6])
    assert [item.variance for item in agreement.items] == pytest.approx([0.8, 2.5, 5])
    assert agreement.deviation == pytest.approx(3.52 / 3)
    assert agreement.opinions_differ
    assert agreement.r_wg == pytest.approx(1 - (8.3 / 3) / (35 / 12))
    assert [item.differ for item in agreement.items] == [False, True, True]


def test_bars_of_answers_hold_every_point_of_the_scale() -> None:
    agreement = agreement_of([(1, 1, 0), (2, 2, 0), (3, 3, 0), (3, 4, 0), (3, 5, 5)])
    assert agreement.items[0].item == "team.c1.1"
    assert list(agreement.items[0].answers.items()) == [(0, 0), (1, 1), (2, 1), (3, 3), (4, 0), (5, 0)]


def test_exactly_a_sixth_of_the_scale_is_no_difference_of_opinion() -> None:
    # six points: a mean deviation of exactly 1
    agreement = agreement_of([(1, 1, 1), (3, 3, 3)] * 3)
    assert agreement.deviation == 1
    assert not agreement.opinions_differ
    assert agreement_of([*[(1, 1, 1), (3, 3, 3)] * 3, (5, 5, 5)]).opinions_differ


def test_opinions_at_both_ends_are_further_apart_than_chance() -> None:
    assert agreement_of([(0, 0, 0), (5, 5, 5)] * 3).r_wg < 0


def test_four_raters_are_too_few() -> None:
    assert find_agreement(FRAMEWORK, Level.TEAM, "c1", rated([(3, 3, 3)] * 4)) is None


def test_an_item_that_fewer_than_five_rated_is_left_out() -> None:
    rows: list[tuple[AnswerValue | None, ...]] = [(3, 3, 5)] * 4
    rows += [(3, 3, SpecialAnswer.DONT_KNOW), (3, 3, None), (3, 3, SpecialAnswer.NOT_APPLICABLE)]
    agreement = agreement_of(rows)
    assert [item.item for item in agreement.items] == ITEMS[:2]
    assert [item.raters for item in agreement.items] == [7, 7]


def test_half_of_the_items_says_nothing_about_a_competency() -> None:
    assert find_agreement(FRAMEWORK, Level.TEAM, "c1", rated([(3, None, None)] * 6)) is None


def test_deviations_are_counted_in_scale_points_whatever_their_distance() -> None:
    scale = make_scale(Level.TEAM, None, (0, 2))
    wide = replace(scale, points=tuple(ScalePoint(value=value, anchor=None) for value in (0, 50, 100)))
    plain, stretched = replace(FRAMEWORK, scales=(scale,)), replace(FRAMEWORK, scales=(wide,))
    near = [AnswerSheet(Level.TEAM, dict.fromkeys(ITEMS, value)) for value in (0, 1, 1, 2, 2)]
    far = [AnswerSheet(Level.TEAM, dict.fromkeys(ITEMS, 50 * value)) for value in (0, 1, 1, 2, 2)]
    first, second = (
        find_agreement(framework, Level.TEAM, "c1", sheets) for framework, sheets in ((plain, near), (stretched, far))
    )
    assert first is not None
    assert second is not None
    assert second.deviation == pytest.approx(first.deviation)
    assert second.r_wg == pytest.approx(first.r_wg)


def test_each_item_is_measured_against_its_own_scale() -> None:
    plain = make_framework(facets=("a", "b"), items_per_facet=1, levels=(Level.TEAM,))
    scales = (make_scale(Level.TEAM, "a", (0, 5)), make_scale(Level.TEAM, "b", (1, 12)))
    framework = replace(plain, scales=scales)
    # deviation 1.2 of 6 points and 1.2 of 12: a fifth and a tenth, together less than a sixth
    rows = [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]
    sheets = [make_sheet(framework, {"c1": row}, Level.TEAM) for row in rows]
    agreement = find_agreement(framework, Level.TEAM, "c1", sheets)
    assert agreement is not None
    assert agreement.deviation == pytest.approx(1.2)
    assert [item.differ for item in agreement.items] == [True, False]
    assert not agreement.opinions_differ
    assert agreement.r_wg == pytest.approx(1 - (2.5 * 12 / 35 + 2.5 * 12 / 143) / 2)


@given(st.tuples(*[st.integers(0, 5)] * 3), st.integers(5, 9))
def test_people_who_all_say_the_same_agree_fully(answers: tuple[int, ...], raters: int) -> None:
    agreement = agreement_of([answers] * raters)
    assert (agreement.deviation, agreement.r_wg, agreement.opinions_differ) == (0, 1, False)


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_raters_does_not_matter(rows: list[tuple[int, ...]], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert agreement_of(shuffled) == agreement_of(rows)


@given(tables)
def test_turning_every_answer_around_leaves_agreement_as_it_is(rows: list[tuple[int, ...]]) -> None:
    turned = agreement_of([tuple(5 - value for value in row) for row in rows])
    plain = agreement_of(rows)
    assert turned.deviation == pytest.approx(plain.deviation)
    assert turned.r_wg == pytest.approx(plain.r_wg)
    assert turned.opinions_differ == plain.opinions_differ
