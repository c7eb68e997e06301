"""POST /assessments/{id}/submission."""

from __future__ import annotations

import pytest

from assessment.domain.framework import Level
from tests.factories.api_callers import Caller
from tests.factories.assessments import FixedClock
from tests.factories.frameworks import core_framework

ITEMS = [item.id for item in core_framework().items_of(Level.INDIVIDUAL)]


def test_complete_answers_are_submitted_and_give_the_result(caller: Caller) -> None:
    caller.answer()
    answer = caller.submit()
    assert answer.status_code == 200
    assert answer.get_json()["roll"] == pytest.approx(100 * 25 / 60)
    assert caller.get("/result").data == answer.data


def test_open_items_are_listed_and_nothing_is_submitted(caller: Caller) -> None:
    caller.patch(dict.fromkeys(ITEMS[2:], 3))
    answer = caller.submit()
    problem = answer.get_json()
    assert answer.status_code == 422
    assert problem["type"] == "/api/v1/#incomplete"
    assert [error["pointer"] for error in problem["errors"]] == [f"/answers/{item}" for item in ITEMS[:2]]
    assert caller.get().get_json()["status"] == "open"


def test_open_items_are_accepted_when_they_are_meant(caller: Caller) -> None:
    caller.patch(dict.fromkeys(ITEMS[2:], 3))
    assert caller.submit({"accept_incomplete": False}).status_code == 422
    answer = caller.submit({"accept_incomplete": True})
    assert answer.status_code == 200
    assert answer.get_json()["competencies"][0]["rated"] == 10


def test_submitting_again_gives_the_same_result(caller: Caller, clock: FixedClock) -> None:
    caller.answer()
    first = caller.submit()
    clock.advance(3600)
    for body in ({}, {"accept_incomplete": True}):
        again = caller.submit(body)
        assert (again.status_code, again.data) == (200, first.data)


def test_careless_answers_are_submitted_as_they_are_and_the_export_says_so(caller: Caller) -> None:
    first_of_pairs = {pair.first for pair in core_framework().consistency_pairs}
    caller.patch({item: 0 if item in first_of_pairs else 4 for item in ITEMS})
    assert caller.submit().status_code == 200
    assert caller.get("/export").get_json()["kept_despite_flags"] is True


def test_an_empty_body_says_nothing_about_open_items(caller: Caller) -> None:
    assert caller.send("POST", "/submission", b"", content_type=None).status_code == 422
    caller.answer()
    assert caller.send("POST", "/submission", b"", content_type=None).status_code == 200


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"accept_incomplete": "true"}, "/accept_incomplete"),
        ({"accept_incomplete": 1}, "/accept_incomplete"),
        ({"accept_incomplete": None}, "/accept_incomplete"),
        ({"accept": True}, "/accept"),
        ([], ""),
        (True, ""),
    ],
)
def test_a_body_of_the_wrong_shape_submits_nothing(caller: Caller, body: object, pointer: str) -> None:
    caller.answer()
    answer = caller.submit(body)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == [pointer]
    assert caller.get().get_json()["status"] == "open"
