"""The wheel, its scales, bands and stages are sound, and there are items enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.bank.reader import check_bank
from tests.factories.banks import Break, assert_found_alone, copy_framework, edit, line_of, named

FRAMEWORK = "framework.yaml"
COMPETENCIES = "competencies.yaml"
SCALES = "scales.yaml"
ITEMS = "items/individual.yaml"

BREAKS = (
    Break(
        "a block without competencies",
        FRAMEWORK,
        "facets:\n",
        "  - id: sea\n    name: {en: Sea, ru: Море}\n    short: {en: Sea, ru: Море}\nfacets:\n",
        "id: sea",
        "blocks[sea].id",
        "no competency is in this block; remove it",
    ),
    Break(
        "bands that begin above 0",
        FRAMEWORK,
        "      ru: Низкий\n    lower: 0",
        "      ru: Низкий\n    lower: 10",
        "lower: 10",
        "bands[low].lower",
        "is 10; the first band begins at 0",
    ),
    Break(
        "bands out of order",
        FRAMEWORK,
        "    lower: 50\n",
        "    lower: 50\n  - id: middle\n    name: {en: Middle, ru: Средний}\n    lower: 25\n",
        "lower: 25",
        "bands[middle].lower",
        "is 25, but the band before begins at 50; bring them in ascending order",
    ),
    Break(
        "stages that begin above 0",
        FRAMEWORK,
        "      ru: Начало\n    lower: 0",
        "      ru: Начало\n    lower: 5",
        "lower: 5",
        "stages[1].lower",
        "is 5; the first stage begins at 0",
    ),
    Break(
        "stages of the same beginning",
        FRAMEWORK,
        "    lower: 60\n",
        "    lower: 0\n",
        "lower: 0",
        "stages[2].lower",
        "is 0, but the stage before begins at 0",
        occurrence=2,
    ),
    Break(
        "a stage left out",
        FRAMEWORK,
        "number: 2",
        "number: 3",
        "number: 3",
        "stages[3].number",
        "is 3; stages count 1, 2, 3 ...: make it 2",
    ),
    Break(
        "a stage that is numbered by a word",
        FRAMEWORK,
        "number: 2",
        "number: two",
        "number: two",
        "stages[two].number",
        "is `two`; write a whole number without quotes",
    ),
    Break(
        "a point twice",
        SCALES,
        "      - value: 3\n",
        "      - value: 2\n",
        "value: 2",
        "scales[ind_knowledge].points[2].value",
        "is 2 a second time; keep one of the two points",
        occurrence=2,
    ),
    Break(
        "points out of order",
        SCALES,
        "      - value: 3\n",
        "      - value: 1\n",
        "value: 1",
        "scales[ind_knowledge].points[1].value",
        "is 1 after 2; bring the points in ascending order",
        occurrence=2,
    ),
    Break(
        "no words on the highest point",
        SCALES,
        "      - value: 4\n        anchor:\n          en: All\n          ru: Всё\n",
        "      - value: 4\n",
        "value: 4",
        "scales[ind_knowledge].points[4].value",
        "has no anchor; the lowest and the highest point need words",
    ),
    Break(
        "no words on the lowest point",
        SCALES,
        "      - value: 0\n        anchor:\n          en: Nothing\n          ru: Ничего\n",
        "      - value: 0\n",
        "value: 0",
        "scales[ind_knowledge].points[0].value",
        "has no anchor",
    ),
    Break(
        "a scale of one point",
        SCALES,
        "scales:\n",
        "scales:\n  - {id: one, level: individual, points: [{value: 0, anchor: {en: a, ru: а}}]}\n",
        "id: one",
        "scales[one].points",
        "has 1 of the at least two points a scale needs; add points",
    ),
    Break(
        "a scale for a level the framework does not have",
        SCALES,
        "scales:\n",
        "scales:\n  - {id: team, level: team, points: "
        "[{value: 0, anchor: {en: a, ru: а}}, {value: 1, anchor: {en: a, ru: а}}]}\n",
        "id: team",
        "scales[team].level",
        "there is no level `team`; choose one of individual, organisation",
    ),
    Break(
        "a scale that does not exist",
        ITEMS,
        "    topic: garden_knowledge_2",
        "    scale: ladder",
        "scale: ladder",
        "items[ind.garden.knowledge.2].scale",
        "the scale `ladder` does not exist; name another or correct scales.yaml",
    ),
    Break(
        "a scale of another level",
        ITEMS,
        "    topic: garden_knowledge_2",
        "    scale: org",
        "scale: org",
        "items[ind.garden.knowledge.2].scale",
        "the scale `org` belongs to a level other than individual",
    ),
    Break(
        "a scale of another facet",
        ITEMS,
        "    topic: garden_knowledge_2",
        "    scale: ind_practice",
        "scale: ind_practice",
        "items[ind.garden.knowledge.2].scale",
        "its words were written for the facet practice; name another scale",
    ),
    Break(
        "an item without a facet",
        ITEMS,
        "    facet: knowledge\n",
        "",
        "- id: ind.garden.knowledge.1",
        "items[ind.garden.knowledge.1]",
        "has no facet; add `facet:` with one of knowledge, practice",
    ),
)


@named(BREAKS)
def test_what_would_spoil_the_wheel_or_its_scores_is_found(fault: Break, tmp_path: Path) -> None:
    assert_found_alone(fault, tmp_path)


def test_a_facet_of_two_items_is_found_at_the_level_that_lacks_one(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(
        version / ITEMS,
        "  - id: ind.kitchen.practice.3\n    competency: kitchen\n    facet: practice",
        "  - id: moved\n    competency: garden\n    facet: practice",
    )
    (finding,) = check_bank(version)
    assert (finding.file, finding.line, finding.key) == ((version / ITEMS).as_posix(), 1, "items")
    assert finding.message == (
        "the competency kitchen has 2 items of the facet practice; "
        "a facet needs three rated items to be reportable: add 1"
    )


def test_a_competency_that_nobody_is_asked_about_is_found(tmp_path: Path) -> None:
    version = copy_framework("three_spokes", tmp_path)
    file = version / ITEMS
    file.write_text(
        file.read_text(encoding="utf-8").replace("competency: selling", "competency: baking"), encoding="utf-8"
    )
    assert [str(finding) for finding in check_bank(version)] == [
        f"{file.as_posix()}:1: items: the competency selling has no item at the level individual; add some"
    ]


def test_without_facets_one_item_for_a_competency_is_enough(tmp_path: Path) -> None:
    version = copy_framework("three_spokes", tmp_path)
    file = version / ITEMS
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: selling.2")], encoding="utf-8")
    assert check_bank(version) == ()


def test_items_of_a_facet_with_several_scales_must_name_one(tmp_path: Path) -> None:
    version = copy_framework("three_spokes", tmp_path)
    scales, items = version / SCALES, version / ITEMS
    second = scales.read_text(encoding="utf-8").removeprefix("scales:\n").replace("id: frequency", "id: agreement")
    scales.write_text(scales.read_text(encoding="utf-8") + second, encoding="utf-8")
    edit(items, "  - id: baking.1\n", "  - id: baking.1\n    scale: agreement\n")
    findings = check_bank(version)
    assert len(findings) == 8
    assert (findings[0].line, findings[0].key) == (line_of(items, "id: baking.2"), "items[baking.2]")
    assert findings[0].message == (
        "has several scales for level individual (frequency, agreement); name one under `scale:`"
    )


def test_an_item_whose_facet_has_no_scale_is_found(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(version / SCALES, "id: ind_practice\n    level: individual", "id: ind_practice\n    level: organisation")
    findings = check_bank(version)
    assert [finding.key for finding in findings] == [
        f"items[ind.{competency}.practice.{n}]" for competency in ("garden", "kitchen", "market") for n in (1, 2, 3)
    ]
    assert findings[0].message == (
        "has no scale for level individual and facet practice; add one to scales.yaml or name one under `scale:`"
    )


@pytest.mark.parametrize("number", [2, 13])
def test_a_wheel_with_fewer_than_3_or_more_than_12_spokes_is_found(number: int, tmp_path: Path) -> None:
    version = copy_framework("twelve_spokes", tmp_path)
    file, items = version / COMPETENCIES, version / "items/team.yaml"
    entries = file.read_text(encoding="utf-8").removeprefix("competencies:\n").split("  - id: ")[1:]
    entries = [*entries, entries[0].replace("january", "again")][:number] if number == 13 else entries[:number]
    file.write_text("competencies:\n" + "".join("  - id: " + entry for entry in entries), encoding="utf-8")
    kept = [entry.split("\n")[0] for entry in entries]
    asked = "".join(f"  - {{id: {name}.1, competency: {name}, text: {{en: Ready}}}}\n" for name in kept)
    items.write_text("items:\n" + asked, encoding="utf-8")
    assert [str(finding) for finding in check_bank(version)] == [
        f"{file.as_posix()}:1: competencies: {number} competencies; a wheel has 3 to 12 spokes: add or remove some"
    ]


def test_a_block_may_reach_round_from_the_last_competency_to_the_first(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    file = version / COMPETENCIES
    edit(file, "block: home", "block: town")
    assert check_bank(version) == ()


def test_a_block_that_is_interrupted_is_found_where_it_goes_on(tmp_path: Path) -> None:
    version = copy_framework("twelve_spokes", tmp_path)
    file = version / COMPETENCIES
    blocks = "".join(f"  - {{id: {name}, name: {{en: Half}}, short: {{en: Half}}}}\n" for name in ("cold", "warm"))
    edit(version / FRAMEWORK, "bands:\n", f"blocks:\n{blocks}bands:\n")
    for month, block in (("january", "cold"), ("february", "warm"), ("march", "cold")):
        edit(file, f"  - id: {month}\n", f"  - id: {month}\n    block: {block}\n")
    (finding,) = check_bank(version)
    assert (finding.line, finding.key) == (line_of(file, "id: march") + 1, "competencies[march].block")
    assert finding.message == "`cold` is interrupted by another block; move its competencies side by side"
