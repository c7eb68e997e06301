"""The bank that is shipped keeps what the product promises about its core framework."""

from __future__ import annotations

from collections import Counter

import pytest

from assessment.bank.location import bank_path
from assessment.bank.reader import check_bank
from assessment.domain.framework import Level
from tests.factories.frameworks import core_framework


def test_the_shipped_bank_is_without_findings() -> None:
    assert check_bank(bank_path()) == ()


def test_the_wheel_has_five_competencies_in_three_blocks() -> None:
    framework = core_framework()
    assert [(competency.id, competency.block) for competency in framework.competencies] == [
        ("culture", "big_picture"),
        ("strategy", "big_picture"),
        ("metrics", "data"),
        ("voice", "data"),
        ("design", "change"),
    ]


@pytest.mark.parametrize("level", Level)
def test_every_competency_is_asked_about_by_four_items_of_each_facet(level: Level) -> None:
    framework = core_framework()
    numbers = Counter((item.competency, item.facet) for item in framework.items_of(level))
    assert numbers == {
        (competency.id, facet.id): 4 for competency in framework.competencies for facet in framework.facets
    }


def test_levels_ask_about_the_same_topics_unless_a_level_has_none() -> None:
    framework = core_framework()
    topics = {level: {(item.competency, item.topic) for item in framework.items_of(level)} for level in Level}
    assert all(topic for _, topic in set().union(*topics.values()))
    assert topics[Level.INDIVIDUAL] & topics[Level.TEAM] & topics[Level.ORGANISATION]


def test_every_level_and_facet_has_its_own_scale_from_0_to_5_with_words_on_every_point() -> None:
    framework = core_framework()
    assert {(scale.level, scale.facet) for scale in framework.scales} == {
        (level, facet.id) for level in Level for facet in framework.facets
    }
    assert len(framework.scales) == 9
    assert all(scale.values == (0, 1, 2, 3, 4, 5) for scale in framework.scales)
    assert all(point.anchor is not None for scale in framework.scales for point in scale.points)


def test_there_are_actions_for_every_competency_band_and_level() -> None:
    framework = core_framework()
    assert len(framework.actions) >= 90
    assert {(action.competency, action.band, action.level) for action in framework.actions} == {
        (competency.id, band.id, level)
        for competency in framework.competencies
        for band in framework.bands
        for level in Level
    }


def test_the_constants_are_those_of_the_scoring_specification() -> None:
    framework = core_framework()
    assert (framework.measurement.sem, framework.measurement.tau2) == (6.5, 91.4)
    assert framework.measurement.provisional_until == 200
    assert [(band.id, band.lower) for band in framework.bands] == [
        ("foundation", 0),
        ("developing", 40),
        ("proficient", 70),
    ]
    assert [(stage.number, stage.lower) for stage in framework.stages] == [(1, 0), (2, 30), (3, 50), (4, 70), (5, 90)]
    pairs = Counter(framework.item(pair.first).level for pair in framework.consistency_pairs)
    assert pairs == dict.fromkeys(Level, 2)


def test_everything_is_there_in_english_and_russian() -> None:
    assert core_framework().locales == ("en", "ru")
