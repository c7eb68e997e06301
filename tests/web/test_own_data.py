"""One's own data: see, take along, erase."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from flask import Flask

from tests.factories.assessments import start
from tests.factories.frameworks import core_framework
from tests.factories.visits import Visit, elements, sheet_of_facets, visit_result, words


@pytest.fixture
def person(app: Flask) -> Visit:
    return visit_result(app, sheet_of_facets(core_framework()))


def test_the_page_says_what_is_stored_and_what_is_not(person: Visit) -> None:
    said = words(person.get("data"))

    assert "Answers 60 of 60, with the time each took" in said
    assert "Name nothing" in said
    assert "Email and account nothing" in said
    assert "Shared with people nobody" in said
    assert "only a fingerprint of it" in said


def test_it_is_open_before_submission_too(app: Flask) -> None:
    with app.app_context():
        started = start(app.extensions["cx_wheel"].shelf, framework_id="cx_competencies", locale="en")
    client = app.test_client()
    client.get(f"/link/{started.token}")
    page = client.get(f"/assessments/{started.assessment.id}/data")

    assert "Result and plan nothing" in words(page)
    assert not [link for link in elements(page, "a") if link["href"].endswith("/result")]


def test_everything_comes_as_json(person: Visit) -> None:
    person.get("plan")
    answer = person.get("data/export.json")
    data = json.loads(answer.text)

    assert answer.mimetype == "application/json"
    assert 'filename="CX Wheel data.json"' in answer.headers["Content-Disposition"]
    assert len(data["answers"]) == 60
    assert data["result"]["roll"] == 35
    assert data["plan"]["steps"]
    assert person.token not in answer.text


def test_answers_come_as_a_table_that_spreadsheets_read(person: Visit) -> None:
    person.speak("ru")
    answer = person.get("data/answers.csv")
    heading, *rows = csv.reader(StringIO(answer.data.decode("utf-8-sig")))

    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert len(rows) == 60
    assert "Компетенция" in heading
    assert 'filename="CX Wheel' in answer.headers["Content-Disposition"]
    assert "filename*=UTF-8''%D0%9E%D1%82%D0%B2%D0%B5%D1%82%D1%8B" in answer.headers["Content-Disposition"]


def test_without_the_tick_nothing_is_erased(person: Visit) -> None:
    page = person.post("data/erasure")

    assert page.status_code == 422
    assert "Nothing was erased: please tick the box first." in words(page)
    (box,) = (one for one in elements(page, "input") if one.get("name") == "confirmed")
    assert box["aria-describedby"] == "confirmed-refusal"
    assert person.get("result").status_code == 200


def test_erasing_removes_everything_and_kills_the_link(app: Flask, person: Visit) -> None:
    other = visit_result(app, sheet_of_facets(core_framework()))

    answer = person.post("data/erasure", confirmed="yes")

    assert answer.status_code == 303
    assert "Everything is erased" in words(person.client.get(answer.location))
    for path in ("result", "plan", "data", "data/export.json", "plan.pdf", "wheel.svg"):
        assert person.get(path).status_code == 404
    assert person.client.get(f"/link/{person.token}").status_code == 404
    assert other.get("result").status_code == 200


def test_erasing_twice_ends_on_a_page_that_explains(person: Visit) -> None:
    person.post("data/erasure", confirmed="yes")

    assert person.post("data/erasure", confirmed="yes").status_code == 404


def test_erasing_needs_its_token(app: Flask, person: Visit) -> None:
    app.config["WTF_CSRF_ENABLED"] = True

    assert person.post("data/erasure", confirmed="yes").status_code == 400
    assert person.get("result").status_code == 200
