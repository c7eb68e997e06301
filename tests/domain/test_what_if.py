"""What if: finished actions and moved facets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Level
from assessment.domain.scoring import score_sheet
from assessment.domain.what_if import simulate
from tests.factories.frameworks import item_id, make_action, make_framework
from tests.factories.random_frameworks import answered
from tests.factories.sheets import make_sheet, same_answer

ON_KNOWLEDGE = make_action("know", facet="knowledge")
ON_SKILL = make_action("do", facet="skill")
ON_ALL = make_action("all", facet=None)


@pytest.fixture
def framework() -> Framework:
    return make_framework(actions=[ON_KNOWLEDGE, ON_SKILL, ON_ALL])


def values_of(sheet: AnswerSheet, competency: str = "c1", facet: str = "knowledge") -> list[object]:
    return [sheet.values.get(item_id(competency, facet, n)) for n in range(1, 5)]


def test_an_action_lifts_the_two_lowest_answers_of_its_facet_by_one_point(framework: Framework) -> None:
    sheet = make_sheet(framework, {"c1": [3, 1, 2, 0, 0, 0, 0, 0]})
    after = simulate(framework, sheet, [ON_KNOWLEDGE])
    assert values_of(after) == [3, 2, 2, 1]
    assert values_of(after, facet="experience") == [0, 0, 0, 0]


def test_of_equal_answers_the_earlier_ones_are_lifted(framework: Framework) -> None:
    after = simulate(framework, same_answer(framework, 2), [ON_KNOWLEDGE])
    assert values_of(after) == [3, 3, 2, 2]


def test_an_action_without_facet_lifts_the_lowest_of_the_whole_competency(framework: Framework) -> None:
    sheet = make_sheet(framework, {"c1": [3, 3, 3, 3, 2, 3, 3, 3, 3, 1, 3, 3]})
    after = simulate(framework, sheet, [ON_ALL])
    assert values_of(after, facet="experience") == [3, 3, 3, 3]
    assert values_of(after, facet="skill") == [3, 2, 3, 3]


def test_other_competencies_stay_as_they_are(framework: Framework) -> None:
    after = simulate(framework, same_answer(framework, 2), [ON_KNOWLEDGE])
    assert values_of(after, "c2") == [2, 2, 2, 2]


def test_the_constants_of_the_framework_say_how_much_an_action_lifts() -> None:
    framework = make_framework(actions=[ON_KNOWLEDGE], items_per_action=3, points_per_action=2)
    after = simulate(framework, same_answer(framework, 1), [ON_KNOWLEDGE])
    assert values_of(after) == [3, 3, 3, 1]


def test_nothing_rises_above_the_highest_point(framework: Framework) -> None:
    sheet = same_answer(framework, 5)
    assert simulate(framework, sheet, [ON_KNOWLEDGE, ON_ALL]) == sheet


def test_nothing_falls_below_the_lowest_point(framework: Framework) -> None:
    after = simulate(framework, make_sheet(framework, {"c1": [1, 2, 4, 5]}), facet_moves={("c1", "knowledge"): -3})
    assert values_of(after) == [0, 0, 1, 2]


def test_special_and_missing_answers_stay(framework: Framework) -> None:
    sheet = make_sheet(framework, {"c1": [SpecialAnswer.DONT_KNOW, 1, SpecialAnswer.NOT_APPLICABLE, None]})
    after = simulate(framework, sheet, [ON_KNOWLEDGE], {("c1", "knowledge"): 1})
    assert values_of(after) == [SpecialAnswer.DONT_KNOW, 3, SpecialAnswer.NOT_APPLICABLE, None]


def test_a_reversed_item_gets_better_by_going_down() -> None:
    turned = item_id("c1", "knowledge", 2)
    framework = make_framework(actions=[ON_KNOWLEDGE], reversed=[turned], items_per_action=1)
    sheet = make_sheet(framework, {"c1": [2, 4, 3, 3]})
    assert values_of(simulate(framework, sheet, [ON_KNOWLEDGE])) == [2, 3, 3, 3]
    assert values_of(simulate(framework, sheet, facet_moves={("c1", "knowledge"): 1})) == [3, 3, 4, 4]


def test_a_whole_competency_moves_where_no_facet_is_named() -> None:
    framework = make_framework(facets=(), items_per_facet=2)
    after = simulate(framework, same_answer(framework, 2), facet_moves={("c2", None): 2})
    assert [after.values[item_id(spoke, None, 1)] for spoke in ("c1", "c2", "c3")] == [2, 4, 2]


def test_the_order_of_actions_and_doubles_make_no_difference(framework: Framework) -> None:
    sheet = make_sheet(framework, {"c1": [2, 1, 4, 1, 0, 3, 3, 1, 5, 2, 1, 1]})
    once = simulate(framework, sheet, [ON_KNOWLEDGE, ON_SKILL, ON_ALL])
    assert simulate(framework, sheet, [ON_ALL, ON_SKILL, ON_KNOWLEDGE, ON_ALL]) == once


def test_the_sheet_that_was_handed_in_is_left_alone(framework: Framework) -> None:
    sheet = same_answer(framework, 2)
    simulate(framework, sheet, [ON_KNOWLEDGE], {("c1", "skill"): 1})
    assert sheet == same_answer(framework, 2)


@settings(deadline=None, max_examples=25)
@given(pair=answered(), points=st.integers(0, 12))
def test_moving_up_never_lowers_a_score_and_never_leaves_the_scale(
    pair: tuple[Framework, AnswerSheet], points: int
) -> None:
    framework, sheet = pair
    spoke = framework.competencies[0].id
    facet = framework.facets[0].id if framework.facets else None
    after = simulate(framework, sheet, facet_moves={(spoke, facet): points})
    for item_key, value in after.values.items():
        assert isinstance(value, SpecialAnswer) or value in framework.scale_of(framework.item(item_key)).values
    for then, now in zip(
        score_sheet(framework, after).competencies, score_sheet(framework, sheet).competencies, strict=True
    ):
        assert (then.score is None) == (now.score is None)
        assert then.score is None or now.score is None or then.score >= now.score
    assert after.level is Level.INDIVIDUAL
