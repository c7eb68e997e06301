"""Result, plan and own data for frameworks of other shapes."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.domain.framework import Framework
from tests.factories.frameworks import make_framework
from tests.factories.sheets import make_sheet
from tests.factories.shelves import shelf_of
from tests.factories.visits import Visit, elements, ids, visit_result, words

SHAPES = {
    "three spokes": make_framework(),
    "twelve spokes without facets": make_framework(competencies=12, facets=(), items_per_facet=5),
    "two facets on a scale with few anchors": make_framework(
        competencies=7, facets=("knowledge", "skill"), scale=(1, 10), anchored=(1, 5, 10)
    ),
}


@pytest.fixture(params=SHAPES.values(), ids=SHAPES.keys())
def framework(request: pytest.FixtureRequest) -> Framework:
    found: Framework = request.param
    return found


@pytest.fixture
def shelf(framework: Framework) -> Shelf:
    return shelf_of(framework)


@pytest.fixture
def person(app: Flask, framework: Framework) -> Visit:
    answers = {spoke.id: [1 + place % 4] * 20 for place, spoke in enumerate(framework.competencies)}
    return visit_result(app, make_sheet(framework, answers), framework_id="tiny")


def test_every_spoke_has_its_row_and_its_page(person: Visit, framework: Framework) -> None:
    page = person.get("result")
    rows = page.text[page.text.index("<table") :].count('class="cx-th ')

    assert rows == len(framework.competencies)
    for spoke in framework.competencies:
        opened = person.get(f"result/{spoke.id}")
        assert opened.status_code == 200
        assert f"Competency {spoke.id}" in words(opened)


@pytest.mark.parametrize("path", ["result", "what-if", "plan", "data"])
def test_pages_hold_together(person: Visit, path: str) -> None:
    page = person.get(path)
    found = ids(page)

    assert page.status_code == 200
    assert len(found) == len(set(found))


def test_everything_that_can_be_moved_moves(person: Visit, framework: Framework) -> None:
    selects = elements(person.get("what-if"), "select")

    assert len(selects) == len(framework.competencies) * max(len(framework.facets), 1)
    first = framework.competencies[0].id
    place = f"{first}:{framework.facets[0].id if framework.facets else ''}"
    assert f"{first.upper()} " in words(person.get(f"what-if?move={place}:1"))
    assert "Nothing is ticked or moved yet" not in words(person.get(f"what-if?move={place}:1"))


def test_a_plan_without_actions_says_that_own_steps_can_be_added(person: Visit) -> None:
    assert "This questionnaire brings no actions with it." in words(person.get("plan"))


def test_facet_columns_are_those_of_the_framework(person: Visit, framework: Framework) -> None:
    page = person.get("result").text
    table = page[page.index('<table class="cx-table cx-table--twin') :]

    assert table[: table.index("</thead>")].count("<th ") == 4 + len(framework.facets)


class TestAFrameworkInOneLanguage:
    @pytest.fixture
    def framework(self) -> Framework:
        return make_framework(locales=("en",))

    @pytest.mark.parametrize("path", ["result", "plan", "wheel.svg", "plan.pdf", "plan.ics", "data/answers.csv"])
    def test_it_is_shown_in_its_own_language_to_everybody(self, person: Visit, path: str) -> None:
        person.speak("ru")

        assert person.get(path).status_code == 200
