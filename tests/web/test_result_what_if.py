"""What if: the address says what is asked, the server draws what would come of it."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from assessment.domain.framework import Framework, Level
from assessment.web.result.forms import Wishes, read_wishes
from tests.factories.frameworks import core_framework, make_framework
from tests.factories.visits import Visit, elements, sheet_of_facets, visit_result, words


@pytest.fixture
def framework() -> Framework:
    return core_framework()


@pytest.fixture
def person(app: Flask, framework: Framework) -> Visit:
    return visit_result(app, sheet_of_facets(framework))


def read(framework: Framework, *pairs: tuple[str, str]) -> Wishes:
    return read_wishes(framework, Level.INDIVIDUAL, MultiDict(pairs))


class TestTheAddress:
    def test_actions_and_moves_are_read_once_each(self, framework: Framework) -> None:
        action = next(action.id for action in framework.actions if action.level == Level.INDIVIDUAL)

        wishes = read(framework, ("action", action), ("action", action), ("move", "design:experience:+2"))

        assert wishes == Wishes((action,), {("design", "experience"): 2})

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("action", "act.made.up"),
            ("action", "act.culture.team.foundation.1"),
            ("move", "design:experience:6"),
            ("move", "design:experience:0"),
            ("move", "design:experience"),
            ("move", "design:charm:1"),
            ("move", "design::1"),
            ("move", "charm:skill:1"),
            ("move", "design:skill:1e3"),
        ],
    )
    def test_what_makes_no_sense_is_passed_over(self, framework: Framework, name: str, value: str) -> None:
        assert read(framework, (name, value)).is_empty

    def test_a_framework_without_facets_moves_whole_competencies(self) -> None:
        assert read(make_framework(facets=()), ("move", "c1::3")).moves == {("c1", None): 3}

    def test_the_shortest_address_asks_for_the_same(self, framework: Framework) -> None:
        wishes = read(framework, ("move", ""), ("move", "voice:skill:-1"))

        assert wishes.query() == "move=voice%3Askill%3A-1"
        assert read_wishes(framework, Level.INDIVIDUAL, MultiDict([("move", "voice:skill:-1")])) == wishes


class TestThePage:
    def test_nothing_asked_shows_the_wheel_as_it_is(self, person: Visit) -> None:
        said = words(person.get("what-if"))

        assert "Assumption, not a measurement" in said
        assert "Nothing is ticked or moved yet" in said
        assert "Roll 35 35" in said

    def test_a_moved_facet_redraws_wheel_roll_and_next_bottleneck(self, person: Visit) -> None:
        page = person.get("what-if?move=design:experience:2")
        said = words(page)

        assert "Your wheel would roll 48 instead of 35 of 100" in said
        assert "The next to hold it back: strategy; design and change." in said
        assert "Design and change 35 48 +13" in said
        assert page.text.count("cx-wheel__narrow") == 2

    def test_a_ticked_action_stays_ticked_and_counts(self, person: Visit, framework: Framework) -> None:
        offered = [box["value"] for box in elements(person.get("what-if"), "input") if box.get("name") == "action"]
        page = person.get(f"what-if?action={offered[0]}")
        boxes = {box["value"]: box for box in elements(page, "input") if box.get("name") == "action"}

        assert [value for value, box in boxes.items() if "checked" in box] == [offered[0]]
        assert framework.action(offered[0]).competency == "design"
        assert "Your wheel would roll 38 instead of 35 of 100" in words(page)

    def test_fields_left_alone_drop_out_of_the_address(self, person: Visit) -> None:
        answer = person.get("what-if?move=&move=&move=design:skill:1")

        assert answer.status_code == 303
        assert answer.location == person.address("what-if?move=design%3Askill%3A1")
        assert person.get("what-if?move=&move=").location == person.address("what-if")

    def test_the_script_gets_the_changed_part_alone(self, person: Visit) -> None:
        part = person.get("what-if?move=design:skill:1", headers={"X-Fragment": "outcome"})

        assert part.text.lstrip().startswith("<section")
        assert "<form" not in part.text
        assert "Your wheel would roll" in words(part)

    def test_moving_down_is_told_with_a_minus(self, person: Visit) -> None:
        said = words(person.get("what-if?move=voice:knowledge:-5"))

        assert "Customer voice 67 43 −24" in said

    def test_an_incomplete_wheel_says_so(self, app: Flask, framework: Framework) -> None:
        left_open = [item.id for item in framework.items_of(Level.INDIVIDUAL, "metrics")][:6]
        person = visit_result(app, sheet_of_facets(framework).with_changes(dict.fromkeys(left_open)))
        said = words(person.get("what-if?move=design:skill:1"))

        assert "Some scores would change; the wheel rolls once every spoke has one" in said
        assert "Roll 35" not in said
