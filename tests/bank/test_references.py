"""Whatever an entry refers to exists."""

from __future__ import annotations

from pathlib import Path

from tests.factories.banks import Break, assert_found_alone, named

FRAMEWORK = "framework.yaml"
COMPETENCIES = "competencies.yaml"
ITEMS = "items/individual.yaml"
ACTIONS = "actions/individual.yaml"
COURSES = "courses.yaml"

BREAKS = (
    Break(
        "a block nobody has",
        COMPETENCIES,
        "block: town",
        "block: twn",
        "block: twn",
        "competencies[market].block",
        "there is no block `twn`; did you mean `town`?",
    ),
    Break(
        "a facet of an item",
        ITEMS,
        "facet: knowledge",
        "facet: charm",
        "facet: charm",
        "items[ind.garden.knowledge.1].facet",
        "there is no facet `charm`; choose one of knowledge, practice",
    ),
    Break(
        "a competency of an action",
        ACTIONS,
        "competency: garden",
        "competency: gardens",
        "competency: gardens",
        "actions[dig].competency",
        "there is no competency `gardens`; did you mean `garden`?",
    ),
    Break(
        "a band of an action",
        ACTIONS,
        "band: high",
        "band: top",
        "band: top",
        "actions[harvest].band",
        "there is no band `top`; choose one of high, low",
    ),
    Break(
        "a facet of an action",
        ACTIONS,
        "facet: practice",
        "facet: charm",
        "facet: charm",
        "actions[dig].facet",
        "there is no facet `charm`",
    ),
    Break(
        "a course of an action",
        ACTIONS,
        "[seeds, tools]",
        "[seeds, weeds]",
        "weeds",
        "actions[sow].courses[2]",
        "there is no course `weeds`; did you mean `seeds`?",
    ),
    Break(
        "a resource of an action",
        ACTIONS,
        "resources: [almanac]",
        "resources: [bible]",
        "bible",
        "actions[harvest].resources[1]",
        "there is no resource `bible`; choose one of almanac",
    ),
    Break(
        "an earlier action that does not exist",
        ACTIONS,
        "after: [dig]",
        "after: [rest]",
        "rest",
        "actions[sow].after[1]",
        "there is no action of the level individual `rest`",
    ),
    Break(
        "an earlier action of another level",
        ACTIONS,
        "after: [dig]",
        "after: [hire]",
        "hire",
        "actions[sow].after[1]",
        "there is no action of the level individual `hire`",
    ),
    Break(
        "a competency of a course",
        COURSES,
        "[garden, kitchen]",
        "[garden, cellar]",
        "cellar",
        "courses[tools].competencies[2]",
        "there is no competency `cellar`",
    ),
    Break(
        "a level of a course",
        COURSES,
        "levels: [individual]",
        "levels: [team]",
        "team",
        "courses[seeds].levels[1]",
        "there is no level `team`; choose one of individual, organisation",
    ),
    Break(
        "a competency of a resource",
        COURSES,
        "[garden, market]",
        "[garden, sea]",
        "sea",
        "resources[almanac].competencies[2]",
        "there is no competency `sea`",
    ),
    Break(
        "an item of a pair",
        FRAMEWORK,
        "second: ind.garden.practice.1",
        "second: ind.garden.practice.9",
        "second:",
        "consistency_pairs[1].second",
        "there is no item `ind.garden.practice.9`; did you mean `ind.garden.practice.",
    ),
    Break(
        "an item of a pair that resembles no other",
        FRAMEWORK,
        "second: ind.garden.practice.1",
        "second: elephant",
        "second:",
        "consistency_pairs[1].second",
        "there is no item `elephant`; correct the name or add an entry of that name",
    ),
    Break(
        "a pair across levels",
        FRAMEWORK,
        "second: ind.garden.practice.1",
        "second: org.garden.practice.1",
        "second:",
        "consistency_pairs[1].second",
        "belongs to another level than the first",
    ),
    Break(
        "a pair of one item",
        FRAMEWORK,
        "second: ind.garden.practice.1",
        "second: ind.garden.knowledge.1",
        "second:",
        "consistency_pairs[1].second",
        "is the same item as the first",
    ),
    Break(
        "a pair twice",
        FRAMEWORK,
        "bands:",
        "  - first: ind.garden.practice.1\n    second: ind.garden.knowledge.1\nbands:",
        "first: ind.garden.practice.1",
        "consistency_pairs[2].first",
        "is in this list as a pair with the second already",
    ),
    Break(
        "an action after itself",
        ACTIONS,
        "after: [dig]",
        "after: [sow]",
        "after: [sow]",
        "actions[sow].after",
        "leads in a circle (sow → sow); remove one of its steps",
    ),
    Break(
        "actions in a circle",
        ACTIONS,
        "    evidence:",
        "    after: [harvest]\n    evidence:",
        "after: [dig]",
        "actions[sow].after",
        "leads in a circle (dig → sow → harvest → dig); remove one of its steps",
    ),
)


@named(BREAKS)
def test_a_reference_that_leads_nowhere_is_found(fault: Break, tmp_path: Path) -> None:
    assert_found_alone(fault, tmp_path)
