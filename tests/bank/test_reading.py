"""Tiny frameworks, one feature each, are read as their files say."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.bank.reader import check_bank, read_framework
from assessment.domain.framework import Framework, Level
from tests.factories.banks import BANKS


def tiny(name: str) -> Framework:
    return read_framework(BANKS / name / "1.0").framework


@pytest.mark.parametrize("name", sorted(folder.name for folder in BANKS.iterdir() if folder.is_dir()))
def test_every_tiny_framework_is_without_findings(name: str) -> None:
    assert check_bank(BANKS / name) == ()


def test_three_spokes_without_facets_share_the_only_scale() -> None:
    framework = tiny("three_spokes")
    assert [competency.id for competency in framework.competencies] == ["baking", "serving", "selling"]
    assert framework.facets == ()
    assert {item.scale for item in framework.items} == {"frequency"}
    assert framework.scale_of(framework.items[0]).values == (1, 2, 3, 4, 5)
    assert all(item.facet is None for item in framework.items)


def test_twelve_spokes_are_read_in_the_order_of_the_file() -> None:
    framework = tiny("twelve_spokes")
    assert len(framework.competencies) == 12
    assert framework.competencies[0].id == "january"
    assert framework.competencies[11].id == "december"
    assert framework.locales == ("en",)
    assert framework.levels == (Level.TEAM,)
    assert framework.scales[0].maximum == 7


def test_a_long_scale_may_have_words_on_some_points_only() -> None:
    (scale,) = tiny("ten_points").scales
    assert [point.value for point in scale.points if point.anchor is not None] == [1, 4, 7, 10]
    assert scale.values == tuple(range(1, 11))
    assert scale.anchor_at(4) == {"en": "With support"}
    assert scale.anchor_at(5) is None


def test_items_may_be_reversed_and_weighted() -> None:
    framework = tiny("turned_items")
    assert {item.id for item in framework.items if item.reversed} == {"sleep.tired", "food.hurry", "sport.lift"}
    assert framework.item("food.hurry").weight == 3
    assert framework.item("sleep.regular").weight == 0.5
    assert framework.item("sport.walk").weight == 1


def test_everything_a_framework_may_have_is_read() -> None:
    framework = tiny("two_facets")
    assert (framework.id, framework.version, framework.published) == ("two_facets", "1.0", date(2026, 1, 15))
    assert framework.title == {"en": "Two facets", "ru": "Две грани"}
    assert [block.id for block in framework.blocks] == ["home", "town"]
    assert [competency.block for competency in framework.competencies] == ["home", "home", "town"]
    assert [facet.id for facet in framework.facets] == ["knowledge", "practice"]
    assert [(band.id, band.lower) for band in framework.bands] == [("low", 0), ("high", 50)]
    assert [(stage.number, stage.lower) for stage in framework.stages] == [(1, 0), (2, 60)]
    assert (framework.measurement.sem, framework.measurement.tau2) == (6.5, 91.4)
    assert framework.consistency_pairs[0].second == "ind.garden.practice.1"
    assert [term.code for term in framework.glossary] == ["seed", "tool"]
    assert framework.disclaimer["ru"] == "Модель для проверок."


def test_actions_and_the_catalogue_know_their_levels_and_each_other() -> None:
    framework = tiny("two_facets")
    sow = framework.action("sow")
    assert (sow.level, sow.band, sow.facet, sow.hours, sow.weeks) == (Level.INDIVIDUAL, "low", "practice", 4, 2)
    assert (sow.courses, sow.resources, sow.after) == (("seeds", "tools"), (), ("dig",))
    assert framework.action("harvest").facet is None
    assert framework.action("hire").level is Level.ORGANISATION
    assert framework.course("tools").url == "https://garden.example/tools"
    assert framework.course("tools").levels == (Level.INDIVIDUAL, Level.ORGANISATION)
    assert framework.course("seeds").provider is None
    assert framework.resource("almanac").year == 1987


def test_an_item_without_a_scale_takes_the_one_of_its_facet_or_else_the_one_of_its_level() -> None:
    framework = tiny("two_facets")
    assert framework.item("ind.garden.knowledge.1").scale == "ind_knowledge"
    assert framework.item("ind.garden.practice.1").scale == "ind_practice"
    assert framework.item("org.garden.practice.1").scale == "org"


def test_items_are_asked_in_the_order_of_their_file_level_by_level() -> None:
    framework = tiny("two_facets")
    assert [item.level for item in framework.items] == [Level.INDIVIDUAL] * 18 + [Level.ORGANISATION] * 18
    assert [item.id for item in framework.items_of(Level.INDIVIDUAL, "garden")][:4] == [
        "ind.garden.knowledge.1",
        "ind.garden.knowledge.2",
        "ind.garden.knowledge.3",
        "ind.garden.practice.1",
    ]
