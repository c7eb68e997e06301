"""What people can do beside what their team does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assessment.domain.aggregation import aggregate
from assessment.domain.framework import Level
from assessment.domain.group_profile import GroupProfile
from assessment.domain.topic_comparison import Standing, TopicComparison, compare_topics
from tests.factories.frameworks import make_framework
from tests.factories.sheets import make_sheet

PLAIN = make_framework(facets=(), items_per_facet=2, levels=tuple(Level))
FRAMEWORK = replace(
    PLAIN,
    items=tuple(replace(item, topic=None if item.id == "org.c1.1" else item.topic) for item in PLAIN.items),
)


def group(answers: Sequence[int | None], level: Level) -> GroupProfile:
    """People who gave these answers to the first statement, and 3 to the second."""
    sheets = [make_sheet(FRAMEWORK, {"c1": [answer, 3]}, level) for answer in answers]
    return aggregate(FRAMEWORK, level, sheets, members=len(sheets))


def first_topic(own: Sequence[int | None], team: Sequence[int | None]) -> TopicComparison:
    return compare_topics(group(own, Level.INDIVIDUAL), group(team, Level.TEAM))[0]


def test_people_can_what_their_team_does_not() -> None:
    topic = first_topic([4, 4, 5, 4, 5, 4], [1, 1, 0, 1, 1, 0])
    assert (topic.competency, topic.topic) == ("c1", "c1_item_1")
    assert topic.difference == pytest.approx(260 / 3 - 40 / 3)
    assert topic.standing is Standing.PEOPLE_CAN


def test_a_team_can_what_its_people_cannot_each() -> None:
    assert first_topic([1, 1, 0, 1, 1, 0], [4, 4, 5, 4, 5, 4]).standing is Standing.WHOLE_CAN


@pytest.mark.parametrize(
    ("own", "team"),
    [
        ([5, 5, 5, 4, 5, 5], [3, 4, 3, 3, 4, 3]),  # both can
        ([2, 2, 2, 1, 2, 2], [0, 0, 1, 0, 0, 0]),  # neither can
        ([0, 5, 5, 0, 5, 5], [5, 0, 0, 5, 0, 0]),  # opinions too far apart for their means to be told apart
    ],
)
def test_other_differences_tell_nothing(own: list[int], team: list[int]) -> None:
    assert first_topic(own, team).standing is Standing.NO_TELLING


def test_errors_add_up_because_the_same_people_may_have_answered_both() -> None:
    topic = first_topic([4, 3, 3, 4, 3, 3], [2, 2, 3, 2, 3, 2])
    assert topic.own.standard_error == pytest.approx(4.21637)
    assert topic.whole.standard_error == pytest.approx(4.21637)
    assert topic.difference == pytest.approx(20)
    # t(5) = 2.571: independent errors need 15.3 points, dependence of any kind 21.7
    assert topic.standing is Standing.NO_TELLING


def test_people_and_team_of_one_mind_each_are_told_apart_without_any_error() -> None:
    assert first_topic([3] * 5, [2] * 5).standing is Standing.PEOPLE_CAN
    assert first_topic([3] * 5, [3] * 5).standing is Standing.NO_TELLING


def test_a_topic_too_few_rated_has_neither_difference_nor_standing() -> None:
    topic = first_topic([4, None, None], [1, 1, 1])
    assert (topic.difference, topic.standing, topic.own.counted) == (None, None, 1)


def test_only_topics_asked_on_both_sides_are_laid_beside_one_another() -> None:
    compared = compare_topics(group([3, 3], Level.INDIVIDUAL), group([3, 3], Level.ORGANISATION))
    assert [topic.topic for topic in compared] == [
        "c1_item_2",
        "c2_item_1",
        "c2_item_2",
        "c3_item_1",
        "c3_item_2",
    ]


def test_two_groups_about_themselves_are_no_comparison_of_this_kind() -> None:
    own, team = group([3, 3], Level.INDIVIDUAL), group([3, 3], Level.TEAM)
    for first, second in ((own, own), (team, team), (team, own)):
        with pytest.raises(ValueError, match="self-ratings are laid beside"):
            compare_topics(first, second)


def test_topics_of_another_version_are_not_compared() -> None:
    other = replace(group([3, 3], Level.TEAM), version="2027.1")
    with pytest.raises(ValueError, match="version"):
        compare_topics(group([3, 3], Level.INDIVIDUAL), other)
