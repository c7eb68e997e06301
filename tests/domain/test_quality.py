"""Signs of careless answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.framework import ConsistencyPair, Framework, Level
from assessment.domain.quality import QualityFlags, check_quality
from tests.factories.frameworks import item_id, make_framework, make_scale
from tests.factories.sheets import same_answer

PAIR = (item_id("c1", "knowledge", 1), item_id("c2", "knowledge", 1))
SECOND_PAIR = (item_id("c1", "skill", 1), item_id("c3", "skill", 2))


@pytest.fixture
def framework() -> Framework:
    return make_framework(competencies=5, consistency_pairs=[PAIR, SECOND_PAIR])


def mixed(framework: Framework, changes: dict[str, AnswerValue | None] | None = None) -> AnswerSheet:
    """2 and 3 in turn by item, with changes."""
    values: dict[str, AnswerValue] = {item.id: 2 + index % 2 for index, item in enumerate(framework.items)}
    return AnswerSheet(Level.INDIVIDUAL, values).with_changes(changes or {})


def check_answers(framework: Framework, *answers: AnswerValue | None) -> QualityFlags:
    """Flags of the first answers in the order asked."""
    values = {item.id: value for item, value in zip(framework.items, answers, strict=False) if value is not None}
    return check_quality(framework, AnswerSheet(Level.INDIVIDUAL, values), None)


def seconds(framework: Framework, each: float) -> dict[str, float]:
    return {item.id: each for item in framework.items}


def test_careful_answers_raise_no_flag(framework: Framework) -> None:
    flags = check_quality(framework, mixed(framework), seconds(framework, 8))
    assert (flags.fast, flags.inconsistent, flags.straight_line, flags.ask) == (False, False, False, False)
    assert (flags.median_seconds, flags.longest_run) == (8, 1)


@pytest.mark.parametrize(("each", "fast"), [(2.9, True), (3, False)])
def test_answers_given_in_under_three_seconds_each_are_fast(framework: Framework, each: float, fast: bool) -> None:
    assert check_quality(framework, mixed(framework), seconds(framework, each)).fast is fast


def test_it_is_the_median_time_that_counts(framework: Framework) -> None:
    slow = {item.id: 600.0 for item in framework.items[:31]}
    almost_half = dict(list(slow.items())[:29])
    assert check_quality(framework, mixed(framework), seconds(framework, 2) | almost_half).fast
    assert not check_quality(framework, mixed(framework), seconds(framework, 2) | slow).fast


def test_time_on_items_left_open_does_not_count(framework: Framework) -> None:
    first, second = framework.items[:2]
    sheet = AnswerSheet(Level.INDIVIDUAL, {first.id: 3})
    assert check_quality(framework, sheet, {first.id: 2, second.id: 50}).median_seconds == 2


@pytest.mark.parametrize("times", [None, {}, {"ind.gone.1": 1.0}])
def test_without_times_nobody_is_fast(framework: Framework, times: dict[str, float] | None) -> None:
    flags = check_quality(framework, mixed(framework), times)
    assert flags.median_seconds is None
    assert not flags.fast


@pytest.mark.parametrize(("other", "inconsistent"), [(3, False), (4, True), (5, True)])
def test_near_duplicates_more_than_three_points_apart_are_inconsistent(
    framework: Framework, other: int, inconsistent: bool
) -> None:
    flags = check_quality(framework, mixed(framework, {PAIR[0]: 0, PAIR[1]: other}), None)
    assert flags.inconsistent is inconsistent
    assert flags.largest_gap == other
    assert flags.far_apart == ((ConsistencyPair(*PAIR),) if inconsistent else ())


def test_either_pair_raises_the_flag(framework: Framework) -> None:
    flags = check_quality(framework, mixed(framework, {SECOND_PAIR[0]: 5, SECOND_PAIR[1]: 1}), None)
    assert flags.inconsistent
    assert flags.far_apart == (ConsistencyPair(*SECOND_PAIR),)


@pytest.mark.parametrize("other", [None, *SpecialAnswer])
def test_a_pair_without_two_ratings_tells_nothing(framework: Framework, other: AnswerValue | None) -> None:
    sheet = mixed(framework, {PAIR[0]: 0, PAIR[1]: other, SECOND_PAIR[0]: other, SECOND_PAIR[1]: 5})
    flags = check_quality(framework, sheet, None)
    assert flags.largest_gap is None
    assert not flags.inconsistent


def test_a_reversed_item_of_a_pair_counts_from_its_other_end() -> None:
    framework = make_framework(consistency_pairs=[PAIR], reversed=[PAIR[1]])
    assert check_quality(framework, mixed(framework, {PAIR[0]: 5, PAIR[1]: 0}), None).largest_gap == 0
    assert check_quality(framework, mixed(framework, {PAIR[0]: 5, PAIR[1]: 5}), None).inconsistent


def test_pairs_of_another_level_are_left_alone() -> None:
    levels = (Level.INDIVIDUAL, Level.TEAM)
    pair = (item_id("c1", "skill", 1, Level.TEAM), item_id("c2", "skill", 1, Level.TEAM))
    framework = make_framework(levels=levels, consistency_pairs=[pair])
    sheet = same_answer(framework, 2).with_changes({pair[0]: 0, pair[1]: 5})
    assert not check_quality(framework, sheet, None).inconsistent


@pytest.mark.parametrize(("run", "straight_line"), [(30, False), (31, True)])
def test_one_answer_for_more_than_thirty_items_in_a_row_is_a_straight_line(
    framework: Framework, run: int, straight_line: bool
) -> None:
    flags = check_answers(framework, 1, *[4] * run, *[2, 3] * 10)
    assert flags.straight_line is straight_line
    assert flags.longest_run == run


def test_the_order_asked_makes_the_row_whatever_order_answers_came_in(framework: Framework) -> None:
    last_first = AnswerSheet(Level.INDIVIDUAL, dict(reversed(mixed(framework).values.items())))
    odd_first = dict(sorted(last_first.values.items(), key=lambda answer: answer[1]))
    assert check_quality(framework, AnswerSheet(Level.INDIVIDUAL, odd_first), None).longest_run == 1


def test_an_open_item_does_not_end_a_row_but_a_special_answer_does(framework: Framework) -> None:
    assert check_answers(framework, *[4] * 16, None, *[4] * 15).longest_run == 31
    assert check_answers(framework, *[4] * 16, SpecialAnswer.DONT_KNOW, *[4] * 15).longest_run == 16


def test_special_answers_in_a_row_are_no_straight_line(framework: Framework) -> None:
    assert check_quality(framework, same_answer(framework, SpecialAnswer.DONT_KNOW), None).longest_run == 0


def test_one_flag_alone_asks_nothing(framework: Framework) -> None:
    assert not check_quality(framework, mixed(framework), seconds(framework, 1)).ask
    assert not check_quality(framework, mixed(framework, {PAIR[0]: 0, PAIR[1]: 5}), None).ask
    assert not check_quality(framework, same_answer(framework, 4), None).ask


def test_two_flags_ask_the_person(framework: Framework) -> None:
    apart = {PAIR[0]: 0, PAIR[1]: 5}
    assert check_quality(framework, mixed(framework, apart), seconds(framework, 1)).ask
    assert check_quality(framework, same_answer(framework, 4), seconds(framework, 1)).ask
    assert check_quality(framework, same_answer(framework, 4).with_changes(apart), None).ask


@pytest.mark.parametrize("pair", [(PAIR[0], SECOND_PAIR[0]), (SECOND_PAIR[0], PAIR[0])])
def test_points_of_scales_of_different_length_are_those_of_the_shorter(pair: tuple[str, str]) -> None:
    framework = make_framework(facets=("knowledge", "skill"), consistency_pairs=[pair])
    scales = (make_scale(facet="knowledge", ends=(0, 10)), make_scale(facet="skill", ends=(0, 5)))
    sheet = AnswerSheet(Level.INDIVIDUAL, {PAIR[0]: 8, SECOND_PAIR[0]: 1})
    assert check_quality(replace(framework, scales=scales), sheet, None).largest_gap == 3
