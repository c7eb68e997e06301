"""Changing the steps of a plan: dates, evidence, done, swap, drop, bring back."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.factories.assessments import FixedClock
from tests.factories.frameworks import core_framework
from tests.factories.visits import Visit, elements, input_of, plan_steps, sheet_of_facets, visit_result, words

OWN = {"title": "Call five customers", "hours": "2", "start": "2026-12-01", "due": "2026-12-07"}
TERMS = {"weekly_hours": "3", "weeks": "12", "start": "2026-11-23", "at_most": "5"}


@pytest.fixture
def person(app: Flask) -> Visit:
    return visit_result(app, sheet_of_facets(core_framework()))


def test_dates_a_person_sets_stay(person: Visit) -> None:
    step = plan_steps(person)[0]

    answer = person.post(f"plan/steps/{step}/dates", start="2026-12-14", due="2026-12-20")

    assert answer.location.endswith(f"/plan#step-{step}")
    assert "14–20 Dec 2026" in words(person.get("plan"))


def test_refused_dates_open_the_step_they_belong_to(person: Visit) -> None:
    first, second, *_ = plan_steps(person)

    page = person.post(f"plan/steps/{second}/dates", start="2026-12-14", due="never")

    assert page.status_code == 422
    assert input_of(page, f"due-{second}")["value"] == "never"
    assert input_of(page, f"due-{first}")["value"] == "2026-12-13"
    assert len(re.findall(r'<details name="change-[^"]+" open>', page.text)) == 1


def test_evidence_is_kept_line_by_line_and_can_be_changed(person: Visit) -> None:
    step = plan_steps(person)[0]

    person.post(f"plan/steps/{step}/evidence", note="First line\r\nSecond <b>line</b>")

    page = person.get("plan")
    assert "First line\nSecond &lt;b&gt;line&lt;/b&gt;</p>" in page.text
    person.post(f"plan/steps/{step}/evidence", note="")
    assert "What I have to show:" not in words(person.get("plan"))


def test_evidence_too_long_is_refused_and_kept(person: Visit) -> None:
    step = plan_steps(person)[0]

    page = person.post(f"plan/steps/{step}/evidence", note="x" * 4001)

    assert page.status_code == 422
    assert "Note: at most 4000 characters." in words(page)
    assert "x" * 4001 in page.text


def test_done_and_not_done_after_all(person: Visit) -> None:
    step = plan_steps(person)[0]

    person.post(f"plan/steps/{step}/done", done="yes")
    assert "Done on 21 November 2026" in words(person.get("plan"))
    person.post(f"plan/steps/{step}/done", done="no")
    assert "Done on" not in words(person.get("plan"))


def test_a_late_step_says_so(person: Visit, clock: FixedClock) -> None:
    plan_steps(person)
    clock.advance(25 * 24 * 3600)

    assert "Was to be done by 13 December 2026" in words(person.get("plan"))


def test_a_step_is_swapped_for_one_that_is_offered(person: Visit) -> None:
    step = plan_steps(person)[0]
    offered = [one["value"] for one in elements(person.get("plan"), "input") if one.get("name") == "action"]

    answer = person.post(f"plan/steps/{step}/swap", action=offered[0])

    assert answer.location.endswith(f"#step-{offered[0]}")
    assert step not in plan_steps(person)
    assert offered[0] in plan_steps(person)


def test_swapping_for_nothing_or_for_something_unknown_changes_nothing(person: Visit) -> None:
    before = plan_steps(person)

    assert person.post(f"plan/steps/{before[0]}/swap").status_code == 303
    assert person.post(f"plan/steps/{before[0]}/swap", action="made-up").status_code == 303
    assert plan_steps(person) == before


def test_a_dropped_step_can_be_brought_back(person: Visit) -> None:
    before = plan_steps(person)

    person.post(f"plan/steps/{before[0]}/drop")
    assert before[0] not in plan_steps(person)
    assert "Left out" in words(person.get("plan"))
    person.post(f"plan/steps/{before[0]}/return")

    assert set(plan_steps(person)) == set(before)
    assert "Left out" not in words(person.get("plan"))


def test_dropping_twice_is_harmless(person: Visit) -> None:
    step, *rest = plan_steps(person)
    person.post(f"plan/steps/{step}/drop")

    again = person.post(f"plan/steps/{step}/drop")

    assert again.status_code == 303
    assert "The plan had changed meanwhile." in words(person.client.get(again.location))
    assert plan_steps(person) == rest


@pytest.mark.parametrize("change", ["drop", "dates", "evidence", "done", "swap", "return", "terms", "name", "own"])
def test_no_form_works_without_its_token(app: Flask, person: Visit, change: str) -> None:
    step = plan_steps(person)[0]
    address = {"terms": "plan/terms", "name": "plan/name", "own": "plan/steps"}.get(
        change, f"plan/steps/{step}/{change}"
    )
    app.config["WTF_CSRF_ENABLED"] = True

    assert person.post(address, **{**TERMS, **OWN}).status_code == 400
