"""Bringing a dropped action back, and own steps that are sent twice."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.bank.shelf import Shelf
from assessment.domain.actions import Action
from assessment.domain.refusals import UnknownAction
from assessment.use_cases.change_steps import add_own_step, bring_back_step, drop_step, swap_step
from assessment.use_cases.make_plan import get_plan
from tests.factories.assessments import START, submitted
from tests.factories.frameworks import make_framework, text
from tests.factories.sheets import sheet_of_totals
from tests.factories.shelves import shelf_of

TODAY = START.date()


def make_action(name: str, competency: str = "c1") -> Action:
    return Action(
        id=name,
        competency=competency,
        level="individual",
        band="foundation",
        facet="skill",
        hours=6,
        weeks=2,
        title=text(name),
        how=text("how"),
        evidence=text("evidence"),
    )


FRAMEWORK = make_framework(actions=[make_action("first"), make_action("second"), make_action("third", "c2")])


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(FRAMEWORK)


@pytest.fixture
def assessment_id(shelf: Shelf) -> str:
    started = submitted(shelf, sheet_of_totals(FRAMEWORK, [10, 20, 30]))
    get_plan(started.assessment.id, today=TODAY)
    return started.assessment.id


def steps_of(assessment_id: str) -> list[str]:
    return [step.id for step in get_plan(assessment_id, today=TODAY).plan.steps]


def test_a_dropped_action_is_offered_and_comes_back(assessment_id: str) -> None:
    drop_step(assessment_id, "first", today=TODAY)
    assert [action.id for action in get_plan(assessment_id, today=TODAY).dropped] == ["first"]

    bring_back_step(assessment_id, "first", today=TODAY)

    assert "first" in steps_of(assessment_id)
    assert get_plan(assessment_id, today=TODAY).dropped == ()


def test_bringing_back_twice_changes_nothing_more(assessment_id: str) -> None:
    drop_step(assessment_id, "first", today=TODAY)
    bring_back_step(assessment_id, "first", today=TODAY)
    once = steps_of(assessment_id)

    bring_back_step(assessment_id, "first", today=TODAY)

    assert steps_of(assessment_id) == once


def test_an_action_that_was_swapped_away_can_come_back_beside_its_replacement(assessment_id: str) -> None:
    drop_step(assessment_id, "second", today=TODAY)
    swap_step(assessment_id, "first", "second", today=TODAY)

    bring_back_step(assessment_id, "first", today=TODAY)

    assert {"first", "second"} <= set(steps_of(assessment_id))


def test_an_action_that_was_never_dropped_cannot_be_brought_back(assessment_id: str) -> None:
    with pytest.raises(UnknownAction):
        bring_back_step(assessment_id, "made-up", today=TODAY)


def test_an_own_step_sent_twice_is_there_once(assessment_id: str) -> None:
    def send(title: str) -> str:
        days = {"start": date(2026, 12, 1), "due": date(2026, 12, 7)}
        return add_own_step(assessment_id, title=title, hours=2, today=TODAY, **days)

    first = send("Call five customers")

    assert send("Call five  customers ") == first
    assert send("Call six customers") != first
    assert sum(step.startswith("own-") for step in steps_of(assessment_id)) == 2
