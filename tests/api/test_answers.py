"""GET and PATCH /assessments/{id}/answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assessment.domain.framework import Level
from tests.factories.api_callers import Caller
from tests.factories.frameworks import core_framework

ITEMS = [item.id for item in core_framework().items_of(Level.INDIVIDUAL)]
A, B, C, D = ITEMS[:4]


def stored(caller: Caller) -> dict[str, Any]:
    document: dict[str, Any] = caller.get("/answers").get_json()
    return document


def test_answers_are_stored_and_progress_is_told(caller: Caller) -> None:
    answer = caller.patch({A: 4, B: "not_applicable", C: "dont_know", D: 0})
    assert answer.status_code == 200
    assert answer.get_json() == {"answered": 4, "items": 60, "revision": 1}
    assert stored(caller) == {"answers": {A: 4, B: "not_applicable", C: "dont_know", D: 0}, "revision": 1}


def test_answers_not_named_stay_and_null_clears(caller: Caller) -> None:
    caller.patch({A: 4, B: 1})
    assert caller.patch({B: None, C: None}).get_json() == {"answered": 1, "items": 60, "revision": 2}
    assert stored(caller)["answers"] == {A: 4}


def test_answers_come_in_the_order_asked(caller: Caller) -> None:
    caller.patch({D: 1, A: 2})
    caller.patch({B: 3})
    assert caller.get("/answers").get_data(as_text=True).startswith(f'{{"answers":{{"{A}":2,"{B}":3,"{D}":1}}')


def test_a_call_that_changes_nothing_leaves_the_revision(caller: Caller) -> None:
    caller.patch({A: 4})
    assert caller.patch({A: 4}).get_json()["revision"] == 1
    assert caller.patch({}).get_json()["revision"] == 1


@pytest.mark.parametrize(("text", "value"), [("2.0", 2), ("2e0", 2), ("20e-1", 2), ("-0.0", 0), ("5", 5)])
def test_a_whole_point_may_be_written_in_any_way(caller: Caller, text: str, value: int) -> None:
    body = f'{{"answers": {{"{A}": {text}}}}}'
    answer = caller.send("PATCH", "/answers", body)
    assert answer.status_code == 200
    assert stored(caller)["answers"] == {A: value}
    assert f":{value}}}" in caller.get("/answers").get_data(as_text=True), "stored as a whole number"


@pytest.mark.parametrize(
    "value",
    [
        *(6, -1, 2.5, True, False, "3", "", "Not_applicable", "null", [], [3], {}, {"value": 3}),
        *(10**400, 1e300, "x" * 10_000, "\ud800", "\x00"),
    ],
)
def test_a_value_off_the_scale_is_refused(caller: Caller, value: object) -> None:
    answer = caller.patch({A: 3, B: value})
    assert answer.status_code == 422
    problem = answer.get_json()
    assert problem["type"] == "/api/v1/#invalid-answers"
    assert [error["pointer"] for error in problem["errors"]] == [f"/answers/{B}"]
    assert len(answer.data) < 1500
    assert stored(caller) == {"answers": {}, "revision": 0}


def test_every_wrong_answer_of_a_call_is_listed_and_none_is_stored(caller: Caller) -> None:
    answer = caller.patch({A: 3, "no.such.item": 1, B: 9, "team.culture.skill.x": 2, C: True, "a/b~c": 1})
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == [
        *("/answers/no.such.item", f"/answers/{B}", "/answers/team.culture.skill.x", f"/answers/{C}"),
        "/answers/a~1b~0c",
    ]
    assert stored(caller)["answers"] == {}


def test_an_item_of_another_level_is_unknown(caller: Caller) -> None:
    team = core_framework().items_of(Level.TEAM)[0].id
    assert caller.patch({team: 3}).status_code == 422


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, ["/answers"]),
        ({"answers": []}, ["/answers"]),
        ({"answers": None}, ["/answers"]),
        ({"answers": {}, "revision": 0}, ["/revision"]),
        ({"answers": {f"item{n}": 1 for n in range(1001)}}, ["/answers"]),
        ([{"answers": {}}], [""]),
    ],
)
def test_a_body_of_the_wrong_shape_is_refused(caller: Caller, body: object, pointers: list[str]) -> None:
    answer = caller.send("PATCH", "/answers", json.dumps(body))
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == pointers


def test_the_revision_is_the_entity_tag_of_the_answers(caller: Caller) -> None:
    assert caller.get("/answers").headers["ETag"] == '"0"'
    assert caller.patch({A: 1}).headers["ETag"] == '"1"'
    assert caller.get("/answers").headers["ETag"] == '"1"'


@pytest.mark.parametrize("condition", ['"1"', "1", "*", '"0", "1"', 'W/"1", "1"', ' "1" ', '"x","1",'])
def test_a_change_goes_through_when_the_revision_is_the_present_one(caller: Caller, condition: str) -> None:
    caller.patch({A: 1})
    assert caller.patch({A: 2}, headers={"If-Match": condition}).status_code == 200


@pytest.mark.parametrize(
    "condition", ['"0"', "0", '"2"', '"01"', 'W/"1"', '"x"', '""', '"0", "2"', '"' + "9" * 40 + '"']
)
def test_a_change_to_another_revision_is_refused(caller: Caller, condition: str) -> None:
    caller.patch({A: 1})
    answer = caller.patch({A: 2}, headers={"If-Match": condition})
    assert answer.status_code == 412
    assert answer.get_json()["type"] == "/api/v1/#stale-revision"
    assert answer.headers["ETag"] == '"1"'
    assert stored(caller) == {"answers": {A: 1}, "revision": 1}


@pytest.mark.parametrize("condition", ["", " ", ",", "one", '"1', '1"', '"1" "2"', "-1", "1.0", '"1", *', "9" * 5000])
def test_a_condition_that_cannot_be_read_is_refused(caller: Caller, condition: str) -> None:
    answer = caller.patch({A: 2}, headers={"If-Match": condition})
    assert answer.status_code == 400
    assert answer.get_json()["type"] == "/api/v1/#unreadable-condition"
    assert stored(caller)["answers"] == {}


def test_submitted_answers_can_be_read_and_no_longer_changed(caller: Caller) -> None:
    caller.patch({A: 1})
    caller.submit({"accept_incomplete": True})
    answer = caller.patch({A: 2})
    assert answer.status_code == 409
    assert answer.get_json()["type"] == "/api/v1/#already-submitted"
    assert stored(caller)["answers"] == {A: 1}


def test_answers_of_a_machine_are_not_timed(caller: Caller) -> None:
    caller.patch({A: 1})
    assert caller.get("/export").get_json()["answers"] == [{"item": A, "value": 1, "seconds": None}]
