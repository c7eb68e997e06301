"""Saving the answers of a page: by its buttons and by its script."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.domain.framework import Level
from assessment.use_cases.take_assessment import read_sheet
from tests.factories.frameworks import core_framework
from tests.factories.visitors import Visitor, hidden_fields

CORE = core_framework()
CULTURE = [item.id for item in CORE.items_of(Level.INDIVIDUAL, "culture")]
STRATEGY = [item.id for item in CORE.items_of(Level.INDIVIDUAL, "strategy")]


def stored(app: Flask, visitor: Visitor) -> dict[str, object]:
    with app.app_context():
        return dict(read_sheet(visitor.assessment_id).sheet.values)


@pytest.mark.parametrize(
    ("pressed", "leads_to"),
    [
        ("competency:strategy", "questions/strategy"),
        ("competency:design", "questions/design"),
        ("review", "review"),
        ("link", "link"),
        ("competency:nowhere", "questions/culture"),
        ("", "questions/culture"),
    ],
)
def test_every_button_saves_the_page_and_leads_where_it_says(
    app: Flask, visitor: Visitor, pressed: str, leads_to: str
) -> None:
    assessment_id = visitor.start()
    answer = visitor.answer("culture", {CULTURE[0]: 3, CULTURE[1]: "not_applicable"}, go=pressed)
    assert answer.status_code == 303
    assert answer.location == f"/assessments/{assessment_id}/{leads_to}"
    assert stored(app, visitor) == {CULTURE[0]: 3, CULTURE[1]: "not_applicable"}


def test_an_empty_page_overwrites_nothing(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave({CULTURE[0]: 5})
    fields = hidden_fields(visitor.see(visitor.questions("culture")))
    visitor.client.post(visitor.questions("culture"), data={**fields, "go": "review"})
    assert stored(app, visitor) == {CULTURE[0]: 5}


def test_changing_the_language_saves_the_page_and_keeps_the_place(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    answer = visitor.answer("culture", {CULTURE[2]: 1}, language="ru")
    assert answer.location == visitor.questions("culture")
    assert '<html lang="ru">' in visitor.see(answer.location).text
    assert stored(app, visitor) == {CULTURE[2]: 1}
    with app.app_context():
        assert read_sheet(visitor.assessment_id).record.locale == "ru"


def test_an_answer_off_the_scale_is_refused_and_nothing_of_the_page_is_stored(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    for wrong in ("6", "-1", "2.5", "yes"):
        answer = visitor.answer("culture", {CULTURE[0]: 4, CULTURE[1]: wrong}, go="review")
        assert answer.status_code == 400
    assert stored(app, visitor) == {}


def test_answers_to_statements_of_other_pages_are_not_taken_from_a_page(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    visitor.answer("culture", {CULTURE[0]: 4, STRATEGY[0]: 4}, go="review")
    assert stored(app, visitor) == {CULTURE[0]: 4}


@pytest.mark.parametrize("what_was_shown", ["[]", '"x"', "{", '{"a": null}', '{"a": [1]}'])
def test_a_page_that_lies_about_what_it_showed_is_refused(visitor: Visitor, what_was_shown: str) -> None:
    visitor.start()
    assert visitor.answer("culture", {CULTURE[0]: 4}, shown=what_was_shown).status_code == 400


def test_pressing_twice_is_the_same_as_pressing_once(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    page = visitor.see(visitor.questions("culture"))
    first = visitor.answer("culture", {CULTURE[0]: 3}, page=page, go="review")
    second = visitor.answer("culture", {CULTURE[0]: 3}, page=page, go="review")
    assert first.location == second.location
    assert stored(app, visitor) == {CULTURE[0]: 3}


def test_autosave_stores_what_changed_and_tells_how_far_one_is(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    assert visitor.autosave({CULTURE[0]: 3}).json == {
        "saved_at": "2026-11-21T09:00:00+00:00",
        "answered": 1,
        "items": 60,
        "conflicts": [],
    }
    visitor.autosave({CULTURE[1]: "dont_know"})
    assert stored(app, visitor) == {CULTURE[0]: 3, CULTURE[1]: "dont_know"}


def test_autosave_can_take_an_answer_back(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave({CULTURE[0]: 3, CULTURE[1]: 2})
    answer = visitor.autosave({CULTURE[0]: None}, {CULTURE[0]: 3})
    assert answer.json is not None
    assert answer.json["answered"] == 1
    assert stored(app, visitor) == {CULTURE[1]: 2}


@pytest.mark.parametrize(
    "answers", [[], "x", {CULTURE[0]: 9}, {CULTURE[0]: True}, {"nothing": 1}, {CULTURE[0]: [1]}, {CULTURE[0]: {}}]
)
def test_autosave_refuses_what_is_no_answer(app: Flask, visitor: Visitor, answers: object) -> None:
    visitor.start()
    answer = visitor.autosave(answers)
    assert (answer.status_code, answer.json) == (422, {"problem": "invalid"})
    assert stored(app, visitor) == {}


def test_autosave_refuses_more_items_than_any_framework_asks(visitor: Visitor) -> None:
    visitor.start()
    assert visitor.autosave({f"item-{number}": 1 for number in range(501)}).status_code == 422


def test_autosave_after_submission_says_so(visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave({item.id: 3 for item in CORE.items_of(Level.INDIVIDUAL)})
    visitor.submit(keep="y")
    answer = visitor.autosave({CULTURE[0]: 5})
    assert (answer.status_code, answer.json) == (409, {"problem": "submitted"})


def test_autosave_notes_the_time_that_answers_took_and_the_buttons_do_not(app: Flask, visitor: Visitor) -> None:
    from assessment.use_cases.own_data import export_json

    visitor.start()
    app.extensions["cx_wheel"].clock.advance(12)
    visitor.autosave({CULTURE[0]: 3, CULTURE[1]: 3})
    app.extensions["cx_wheel"].clock.advance(30)
    visitor.answer("strategy", {STRATEGY[0]: 2}, go="review")
    with app.app_context():
        taken = {entry["item"]: entry["seconds"] for entry in export_json(visitor.assessment_id)["answers"]}
    assert taken == {CULTURE[0]: 6.0, CULTURE[1]: 6.0, STRATEGY[0]: None}
