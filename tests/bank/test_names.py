"""Nothing is named twice, and folders are named like what is in them."""

from __future__ import annotations

from pathlib import Path

from tests.factories.banks import Break, assert_found_alone, named

FRAMEWORK = "framework.yaml"
SCALES = "scales.yaml"
ITEMS = "items/individual.yaml"
COMPANY_ITEMS = "items/organisation.yaml"
ACTIONS = "actions/individual.yaml"
GLOSSARY = "glossary.yaml"

BREAKS = (
    Break(
        "an item id twice",
        ITEMS,
        "id: ind.garden.knowledge.3",
        "id: ind.garden.knowledge.1",
        "id: ind.garden.knowledge.1",
        "items[ind.garden.knowledge.1].id",
        "is used before, in items/individual.yaml on line 2; choose another one",
        occurrence=2,
    ),
    Break(
        "an item id at two levels",
        COMPANY_ITEMS,
        "id: org.garden.knowledge.1",
        "id: ind.garden.knowledge.1",
        "id: ind.garden.knowledge.1",
        "items[ind.garden.knowledge.1].id",
        "is used before, in items/individual.yaml on line 2",
    ),
    Break(
        "a term twice",
        GLOSSARY,
        "code: tool",
        "code: seed",
        "code: seed",
        "terms[seed].code",
        "is used before",
        occurrence=2,
    ),
    Break(
        "a scale twice",
        SCALES,
        "scales:\n",
        "scales:\n  - {id: org, level: organisation, facet: knowledge, points: "
        "[{value: 0, anchor: {en: a, ru: а}}, {value: 1, anchor: {en: b, ru: б}}]}\n",
        "id: org",
        "scales[org].id",
        "is used before, in scales.yaml on line 2",
        occurrence=2,
    ),
    Break(
        "a course twice in a list",
        ACTIONS,
        "courses: [seeds, tools]",
        "courses: [seeds, tools, seeds]",
        "courses:",
        "actions[sow].courses[3]",
        "`seeds` stands in this list already; remove it",
    ),
    Break(
        "a language twice",
        FRAMEWORK,
        "locales: [en, ru]",
        "locales: [en, ru, en]",
        "locales:",
        "locales[3]",
        "`en` stands in this list already",
    ),
    Break(
        "an id that is not the folder's",
        FRAMEWORK,
        "id: two_facets",
        "id: three_facets",
        "id: three_facets",
        "id",
        "is not the name of its folder `two_facets`; make them the same",
    ),
    Break(
        "a version that is not the folder's",
        FRAMEWORK,
        'version: "1.0"',
        'version: "1.1"',
        "version:",
        "version",
        "is not the name of its folder `1.0`",
    ),
)


@named(BREAKS)
def test_a_name_that_is_used_twice_or_differs_from_its_folder_is_found(fault: Break, tmp_path: Path) -> None:
    assert_found_alone(fault, tmp_path)
