"""Values of single answers, and the exact weighted mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.domain.framework import Framework, Level
from assessment.domain.ratings import list_ratings, rate, weighted_score
from assessment.domain.scoring import item_value
from tests.factories.frameworks import item_id, make_framework, make_item, make_scale
from tests.factories.sheets import make_sheet


@pytest.mark.parametrize(
    ("ends", "value", "expected"),
    [((0, 5), 0, 0), ((0, 5), 2, 40), ((0, 5), 5, 100), ((1, 5), 1, 0), ((1, 7), 4, 50), ((1, 10), 10, 100)],
)
def test_an_answer_counts_by_its_place_between_the_ends_of_its_scale(
    ends: tuple[int, int], value: int, expected: float
) -> None:
    item = make_item(Level.INDIVIDUAL, "c1", None, 1)
    assert item_value(item, make_scale(ends=ends), value) == expected


def test_a_reversed_item_counts_by_a_hundred_minus_its_value() -> None:
    item = replace(make_item(Level.INDIVIDUAL, "c1", None, 1), reversed=True)
    assert item_value(item, make_scale(ends=(1, 5)), 2) == 75


@pytest.mark.parametrize("value", [-1, 6])
def test_a_value_beyond_the_scale_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match=r"ind\.c1\.1"):
        item_value(make_item(Level.INDIVIDUAL, "c1", None, 1), make_scale(ends=(0, 5)), value)


def score_of(framework: Framework, *answers: int) -> float:
    return weighted_score(list_ratings(framework, make_sheet(framework, {"c1": answers}), "c1"))


def test_weights_count() -> None:
    framework = make_framework(facets=(), items_per_facet=2, weights={item_id("c1", None, 1): 3.0})
    assert score_of(framework, 5, 0) == 75
    assert score_of(framework, 0, 5) == 25


def test_weights_that_floats_cannot_hold_still_meet_the_edge_of_a_band() -> None:
    weights = {item_id("c1", None, n): 0.1 for n in (1, 2, 3)}
    framework = make_framework(facets=(), items_per_facet=3, weights=weights)
    assert (0.1 * 0 + 0.1 * 20 + 0.1 * 100) / (0.1 + 0.1 + 0.1) < 40, "plain floats miss it"
    assert score_of(framework, 0, 1, 5) == 40


def test_sixths_of_a_scale_still_meet_the_edge_of_a_band() -> None:
    framework = make_framework(facets=(), items_per_facet=5, scale=(1, 7))
    one, five = 100 * 1 / 6, 100 * 5 / 6
    assert (one + five + five + five + five) / 5 < 70, "plain floats miss it"
    assert score_of(framework, 2, 6, 6, 6, 6) == 70


def test_items_on_different_scales_weigh_the_same() -> None:
    framework = make_framework(facets=("knowledge", "skill"), items_per_facet=1)
    framework = replace(
        framework, scales=(make_scale(facet="knowledge", ends=(1, 10)), make_scale(facet="skill", ends=(0, 5)))
    )
    assert score_of(framework, 10, 0) == 50
    assert score_of(framework, 1, 5) == 50


def test_ratings_come_in_the_order_asked() -> None:
    framework = make_framework(facets=(), items_per_facet=3)
    sheet = make_sheet(framework, {"c1": [1, None, 3]})
    backwards = replace(sheet, values=dict(reversed(sheet.values.items())))
    assert [rating.value for rating in list_ratings(framework, backwards, "c1")] == [1, 3]
    assert list_ratings(framework, sheet, "c2") == ()
    assert rate(framework.item(item_id("c1", None, 1)), make_scale(), 1).steps == 1
