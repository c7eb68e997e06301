"""What blocks the next level."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from assessment.domain.answers import AnswerSheet
from assessment.domain.blockers import find_blockers
from assessment.domain.framework import Framework, Level
from assessment.domain.profile import Blocker
from assessment.domain.scoring import item_value, score_sheet
from tests.factories.frameworks import item_id, make_framework, make_scale
from tests.factories.random_frameworks import answered
from tests.factories.sheets import make_sheet, same_answer


def blockers_of(framework: Framework, *answers: int) -> list[tuple[str, int, int]]:
    """Last part of the item's id, present value and value needed, for answers to the first competency."""
    found = find_blockers(framework, make_sheet(framework, {"c1": answers}), ["c1"])
    return [(blocker.item.rpartition(".")[2], blocker.value, blocker.needed) for blocker in found]


@pytest.fixture
def five() -> Framework:
    return make_framework(facets=(), items_per_facet=5)


def test_the_lowest_items_block_the_next_level(five: Framework) -> None:
    assert blockers_of(five, 4, 1, 0, 2, 2) == [("3", 0, 1)]


def test_items_rise_together_once_they_are_level(five: Framework) -> None:
    assert blockers_of(five, 4, 0, 1, 1, 1) == [("2", 0, 2), ("3", 1, 2)]


def test_of_equal_items_the_earlier_one_rises_first(five: Framework) -> None:
    assert blockers_of(five, 2, 1, 1, 2, 3) == [("2", 1, 2)]


def test_blockers_stand_lowest_first_and_equal_ones_in_the_order_asked(five: Framework) -> None:
    assert blockers_of(five, 1, 2, 1, 0, 1) == [("4", 0, 2), ("1", 1, 2), ("3", 1, 2), ("5", 1, 2)]


def test_the_goal_is_the_next_band_not_the_one_after(five: Framework) -> None:
    assert blockers_of(five, 2, 2, 2, 2, 2) == [("1", 2, 4), ("2", 2, 4), ("3", 2, 4), ("4", 2, 3), ("5", 2, 3)]


def test_an_item_at_the_top_cannot_rise() -> None:
    framework = make_framework(facets=(), items_per_facet=2, scale=(1, 4))
    assert blockers_of(framework, 4, 1) == [("2", 1, 3)]


def test_the_highest_band_is_blocked_by_nothing(five: Framework) -> None:
    assert blockers_of(five, 5, 5, 5, 0, 3) == []
    assert blockers_of(five, 5, 5, 5, 0, 2) == [("4", 0, 1)]


def test_a_score_that_reaches_the_edge_exactly_needs_no_more() -> None:
    framework = make_framework(facets=(), items_per_facet=3, weights={item_id("c1", None, n): 0.1 for n in (1, 2, 3)})
    assert blockers_of(framework, 0, 0, 5) == [("1", 0, 1)]


def test_a_heavier_item_lifts_the_score_further() -> None:
    framework = make_framework(facets=(), items_per_facet=3, weights={item_id("c1", None, 1): 8.0})
    assert blockers_of(framework, 1, 2, 2) == [("1", 1, 2)]
    assert blockers_of(framework, 1, 1, 1) == [("1", 1, 2), ("2", 1, 2), ("3", 1, 2)]


def test_a_reversed_item_counts_by_its_value_and_moves_down_its_scale() -> None:
    framework = make_framework(facets=(), items_per_facet=5, reversed=[item_id("c1", None, 2)])
    assert blockers_of(framework, 3, 5, 1, 2, 2) == [("2", 5, 3)]
    assert blockers_of(framework, 3, 5, 0, 2, 2) == [("2", 5, 3), ("3", 0, 1)]


def test_one_scale_point_is_the_next_point_there_is() -> None:
    framework = make_framework(facets=(), items_per_facet=2)
    scale = make_scale(ends=(0, 5))
    even = replace(scale, points=tuple(point for point in scale.points if point.value in (0, 1, 3, 5)))
    assert blockers_of(replace(framework, scales=(even,)), 1, 1) == [("1", 1, 3)]


def test_items_without_a_rating_block_nothing() -> None:
    framework = make_framework(facets=(), items_per_facet=5)
    sheet = make_sheet(framework, {"c1": [None, 1, 2, 2, 2]})
    assert [blocker.item for blocker in find_blockers(framework, sheet, ["c1"])] == [item_id("c1", None, 2)]
    assert find_blockers(framework, sheet, ["c2"]) == ()


def test_tied_lowest_competencies_are_each_told_what_blocks_them() -> None:
    framework = make_framework(competencies=3, facets=("skill",), items_per_facet=2)
    sheet = make_sheet(framework, {"c1": [1, 2], "c2": [5, 5], "c3": [2, 1]})
    assert score_sheet(framework, sheet).blockers == (
        Blocker(item="ind.c1.skill.1", competency="c1", facet="skill", value=1, needed=2),
        Blocker(item="ind.c3.skill.2", competency="c3", facet="skill", value=1, needed=2),
    )


def test_only_the_lowest_competency_is_told_what_blocks_it() -> None:
    framework = make_framework()
    sheet = same_answer(framework, 2).with_changes({item_id("c2", "skill", 1): 1})
    assert {blocker.competency for blocker in score_sheet(framework, sheet).blockers} == {"c2"}


@settings(max_examples=50, deadline=None)
@given(answered())
def test_blockers_are_what_raising_the_lowest_item_again_and_again_touches(
    case: tuple[Framework, AnswerSheet],
) -> None:
    framework, sheet = case
    profile = score_sheet(framework, sheet)
    expected = {}
    for competency in profile.weakest.lowest:
        expected |= raise_step_by_step(framework, sheet, competency)
    assert {blocker.item: (blocker.value, blocker.needed) for blocker in profile.blockers} == expected


def raise_step_by_step(framework: Framework, sheet: AnswerSheet, competency: str) -> dict[str, tuple[int, int]]:
    """Section 4 of the specification followed to the letter, scoring everything anew after each point."""
    band = score_sheet(framework, sheet).competency(competency).band
    raised = sheet
    rated = [
        item for item in framework.items_of(Level.INDIVIDUAL, competency) if isinstance(sheet.values.get(item.id), int)
    ]
    while band != "proficient" and score_sheet(framework, raised).competency(competency).band == band:
        values = {item.id: item_value(item, framework.scale_of(item), int(raised.values[item.id])) for item in rated}
        lowest = next(item for item in rated if values[item.id] == min(values.values()))
        raised = raised.with_changes({lowest.id: int(raised.values[lowest.id]) + (-1 if lowest.reversed else 1)})
    return {
        item.id: (int(sheet.values[item.id]), int(raised.values[item.id]))
        for item in rated
        if raised.values[item.id] != sheet.values[item.id]
    }
