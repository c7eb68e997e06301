"""The same page open in two places: both versions are shown, nothing is overwritten unasked."""

from __future__ import annotations

import json
from html import unescape

from flask import Flask

from assessment.domain.framework import Level
from assessment.use_cases.take_assessment import read_sheet
from tests.factories.frameworks import core_framework
from tests.factories.visitors import Visitor, hidden_fields

CULTURE = [item.id for item in core_framework().items_of(Level.INDIVIDUAL, "culture")]


def stored(app: Flask, visitor: Visitor) -> dict[str, object]:
    with app.app_context():
        return dict(read_sheet(visitor.assessment_id).sheet.values)


def test_a_page_made_before_a_change_elsewhere_shows_both_versions(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    old_page = visitor.see(visitor.questions("culture"))
    visitor.autosave({CULTURE[0]: 2})
    answer = visitor.answer("culture", {CULTURE[0]: 5, CULTURE[1]: 4}, page=old_page, go="competency:metrics")
    assert answer.status_code == 409
    text = unescape(answer.text)
    assert "5 · I teach it and follow new developments" in text
    assert "2 · I can explain the main idea" in text
    assert stored(app, visitor) == {CULTURE[0]: 2, CULTURE[1]: 4}


def test_the_version_that_is_chosen_is_saved_and_the_way_goes_on(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    old_page = visitor.see(visitor.questions("culture"))
    visitor.autosave({CULTURE[0]: 2, CULTURE[1]: "dont_know"})
    both = visitor.answer("culture", {CULTURE[0]: 5, CULTURE[1]: 1}, page=old_page, go="competency:metrics")
    choice = {f"answer.{CULTURE[0]}": "5", f"answer.{CULTURE[1]}": "dont_know"}
    answer = visitor.client.post(visitor.questions("culture"), data={**hidden_fields(both), **choice})
    assert answer.status_code == 303
    assert answer.location == visitor.questions("metrics")
    assert stored(app, visitor) == {CULTURE[0]: 5, CULTURE[1]: "dont_know"}


def test_an_answer_that_was_taken_back_elsewhere_can_stay_taken_back(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave({CULTURE[0]: 2})
    old_page = visitor.see(visitor.questions("culture"))
    visitor.autosave({CULTURE[0]: None}, {CULTURE[0]: 2})
    both = visitor.answer("culture", {CULTURE[0]: 4}, page=old_page, go="review")
    assert "<b>no answer</b>" in both.text
    answer = visitor.client.post(visitor.questions("culture"), data={**hidden_fields(both), f"answer.{CULTURE[0]}": ""})
    assert answer.status_code == 303
    assert stored(app, visitor) == {}


def test_an_old_page_that_changes_nothing_overwrites_nothing(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave({CULTURE[0]: 2})
    old_page = visitor.see(visitor.questions("culture"))
    visitor.autosave({CULTURE[0]: 5}, {CULTURE[0]: 2})
    assert visitor.answer("culture", {}, page=old_page, go="review").status_code == 303
    assert stored(app, visitor) == {CULTURE[0]: 5}


def test_both_places_choosing_alike_is_no_conflict(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    old_page = visitor.see(visitor.questions("culture"))
    visitor.autosave({CULTURE[0]: 3})
    assert visitor.answer("culture", {CULTURE[0]: 3}, page=old_page, go="review").status_code == 303
    assert stored(app, visitor) == {CULTURE[0]: 3}


def test_autosave_reports_both_versions_and_where_the_statement_stands(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave({CULTURE[0]: 2})
    answer = visitor.autosave({CULTURE[0]: 5, CULTURE[1]: 4}, {})
    assert answer.status_code == 200
    assert answer.json is not None
    page = f"{visitor.questions('culture')}#{CULTURE[0]}"
    assert answer.json["conflicts"] == [{"item": CULTURE[0], "yours": 5, "stored": 2, "page": page}]
    assert stored(app, visitor) == {CULTURE[0]: 2, CULTURE[1]: 4}


def test_the_page_of_both_versions_is_honest_about_what_it_shows(visitor: Visitor) -> None:
    visitor.start()
    old_page = visitor.see(visitor.questions("culture"))
    visitor.autosave({CULTURE[0]: 2})
    both = visitor.answer("culture", {CULTURE[0]: 5}, page=old_page, go="review")
    assert json.loads(hidden_fields(both)["shown"]) == {CULTURE[0]: 2}
