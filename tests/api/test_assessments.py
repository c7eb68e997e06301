"""Starting, showing and erasing an assessment, and who may."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.factories.api_callers import API, Caller, start_by_api
from tests.factories.frameworks import core_framework

GOOD = {"framework": "cx_competencies", "level": "individual", "locale": "ru"}


def test_a_new_assessment_is_open_and_empty(client: FlaskClient) -> None:
    answer = client.post(f"{API}/assessments", json=GOOD)
    created = answer.get_json()
    assert answer.status_code == 201
    token = created.pop("token")
    links = created.pop("links")
    assert len(token) >= 22  # 128 bits in base64
    assert created == {
        "id": created["id"],
        "framework": "cx_competencies",
        "version": core_framework().version,
        "level": "individual",
        "locale": "ru",
        "status": "open",
        "items": 60,
        "answered": 0,
        "revision": 0,
    }
    assert links == {
        "self": f"http://localhost{API}/assessments/{created['id']}",
        "web": f"http://localhost/link/{token}",
    }
    assert answer.headers["Location"] == links["self"]


def test_the_web_link_of_a_new_assessment_opens_it_for_a_person(client: FlaskClient) -> None:
    caller = start_by_api(client)
    opened = client.get(caller.created["links"]["web"])
    assert opened.status_code == 303
    assert f"/assessments/{caller.created['id']}/" in opened.headers["Location"]


def test_an_assessment_is_shown_without_its_token(caller: Caller) -> None:
    shown = caller.get()
    expected = {key: value for key, value in caller.created.items() if key not in {"token", "links"}}
    assert {key: value for key, value in shown.get_json().items() if key != "links"} == expected
    assert shown.get_json()["links"]["self"] == caller.created["links"]["self"]
    assert caller.created["token"] not in shown.get_data(as_text=True)


@pytest.mark.parametrize(("submitted", "page"), [(False, "review"), (True, "result")])
def test_the_web_link_leads_to_the_page_of_the_assessment(caller: Caller, submitted: bool, page: str) -> None:
    if submitted:
        caller.submit({"accept_incomplete": True})
    address = caller.get().get_json()["links"]["web"]
    assert address == f"http://localhost/assessments/{caller.created['id']}/{page}"


def test_progress_and_status_are_shown_as_they_are(caller: Caller) -> None:
    caller.patch({"ind.culture.knowledge.elements": 3})
    assert {key: caller.get().get_json()[key] for key in ("status", "answered", "revision")} == {
        "status": "open",
        "answered": 1,
        "revision": 1,
    }
    caller.submit({"accept_incomplete": True})
    assert caller.get().get_json()["status"] == "submitted"


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, ["/framework", "/level", "/locale"]),
        ({"framework": "cx_competencies", "level": "individual"}, ["/locale"]),
        (GOOD | {"version": "2026.1"}, ["/version"]),
        (GOOD | {"a/b~c": 1}, ["/a~1b~0c"]),
        (GOOD | {"framework": "no_such"}, ["/framework"]),
        (GOOD | {"level": "galaxy"}, ["/level"]),
        (GOOD | {"locale": "de"}, ["/locale"]),
        (GOOD | {"level": None}, ["/level"]),
        (GOOD | {"level": 1, "locale": True}, ["/level", "/locale"]),
        ([], [""]),
        ("text", [""]),
        (None, [""]),
    ],
)
def test_an_assessment_of_the_wrong_kind_is_not_started(client: FlaskClient, body: Any, pointers: list[str]) -> None:
    answer = client.post(f"{API}/assessments", data=json.dumps(body), content_type="application/json")
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == pointers


def wrong_headers(caller: Caller, other: Caller) -> list[dict[str, str]]:
    token = caller.created["token"]
    return [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": f"Bearer {token}x"},
        {"Authorization": f"Bearer {token[:-1]}"},
        {"Authorization": f"Bearer {other.created['token']}"},
        {"Authorization": f"Basic {token}"},
        {"Authorization": token},
        {"Authorization": "Bearer \xff\xfe"},
    ]


@pytest.mark.parametrize(
    ("method", "rest"),
    [
        ("GET", ""),
        ("DELETE", ""),
        ("GET", "/answers"),
        ("PATCH", "/answers"),
        ("POST", "/submission"),
        ("GET", "/result"),
        ("GET", "/wheel.svg"),
        ("GET", "/wheel.png"),
        ("GET", "/plan"),
        ("GET", "/plan.pdf"),
        ("GET", "/export"),
    ],
)
def test_a_wrong_token_and_an_unknown_id_are_answered_alike(client: FlaskClient, method: str, rest: str) -> None:
    caller, other = start_by_api(client), start_by_api(client)
    nobody = f"{API}/assessments/nobody"
    unknown = client.open(nobody + rest, method=method, headers=caller.headers)
    assert unknown.status_code == 404
    assert unknown.content_type == "application/problem+json"
    for headers in wrong_headers(caller, other):
        answer = client.open(caller.path + rest, method=method, headers=headers)
        assert (answer.status_code, answer.data, list(answer.headers)) == (404, unknown.data, list(unknown.headers))
    assert caller.get().status_code == 200, "nothing happened to the assessment"


def test_the_name_of_the_scheme_may_be_written_in_any_case(caller: Caller) -> None:
    headers = {"Authorization": f"bearer  {caller.created['token']}"}
    assert caller.client.get(caller.path, headers=headers).status_code == 200


def test_the_token_of_the_private_link_on_the_web_is_the_same(client: FlaskClient, caller: Caller) -> None:
    caller.patch({"ind.culture.knowledge.elements": 5})
    client.get(caller.created["links"]["web"])
    assert client.get(f"/assessments/{caller.created['id']}/review").status_code == 200


def test_a_session_cookie_opens_nothing_here(client: FlaskClient, caller: Caller) -> None:
    client.get(caller.created["links"]["web"])
    assert client.get(caller.path).status_code == 404


def test_an_erased_assessment_is_gone(caller: Caller) -> None:
    caller.answer()
    caller.submit()
    caller.get("/plan")
    erased = caller.delete()
    assert (erased.status_code, erased.data) == (204, b"")
    for rest in ("", "/answers", "/result", "/plan", "/wheel.svg", "/export"):
        assert caller.get(rest).status_code == 404
    assert caller.delete().status_code == 404
