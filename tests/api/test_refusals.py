"""Refusals of the interface as a whole: paths, methods, headers, outages, crashes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.use_cases.availability import DatabaseUnavailable
from tests.factories.api_callers import API, Caller

PROBLEM = "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        *("/api/", "/api/v1/nothing", "/api/v2/frameworks", f"{API}/frameworks/", f"{API}//frameworks"),
        *(f"{API}/assessments/x/", f"{API}/assessments//answers", f"{API}/%00", f"{API}/%ff", f"{API}/frameworks/a/b"),
    ],
)
def test_a_path_without_a_call_is_answered_with_a_problem(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.content_type == PROBLEM
    assert answer.get_json()["status"] == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/frameworks", {"GET", "HEAD", "OPTIONS"}),
        ("GET", "/assessments", {"POST", "OPTIONS"}),
        ("PUT", "/assessments/x", {"GET", "HEAD", "DELETE", "OPTIONS"}),
        ("POST", "/assessments/x/answers", {"GET", "HEAD", "PATCH", "OPTIONS"}),
        ("GET", "/assessments/x/submission", {"POST", "OPTIONS"}),
        ("TRACE", "/assessments/x/result", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_a_method_without_a_call_is_told_those_that_have_one(
    client: FlaskClient, method: str, path: str, allowed: set[str]
) -> None:
    answer = client.open(API + path, method=method)
    assert answer.status_code == 405
    assert answer.content_type == PROBLEM
    assert set(answer.headers["Allow"].split(", ")) == allowed


def test_head_answers_like_get_without_a_body(caller: Caller) -> None:
    answer = caller.client.head(caller.path, headers=caller.headers)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.content_length == len(caller.get().data)


def test_options_tell_the_methods(client: FlaskClient) -> None:
    answer = client.options(f"{API}/assessments/x/answers")
    assert answer.status_code == 200
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "PATCH", "OPTIONS"}


def test_pages_of_other_sites_may_not_read_the_answers(client: FlaskClient) -> None:
    headers = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"}
    for answer in (
        client.get(f"{API}/frameworks", headers=headers),
        client.options(f"{API}/frameworks", headers=headers),
    ):
        assert not [name for name, _ in answer.headers if name.lower().startswith("access-control")]


def test_no_call_sets_a_cookie_or_may_be_kept_by_caches(caller: Caller) -> None:
    caller.answer()
    answers = [caller.client.get(f"{API}/frameworks"), caller.submit(), caller.get("/result"), caller.get("/nothing")]
    for answer in answers:
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"


def test_changes_need_no_form_token(app: Flask, caller: Caller) -> None:
    assert app.config.get("WTF_CSRF_ENABLED", True)
    assert caller.patch({}).status_code == 200


@contextmanager
def broken(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Iterator[None]:
    def fail(*_args: Any, **_more: Any) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr("assessment.api.v1.assessment_views.record_answers", fail)
        yield


def test_an_outage_of_the_database_is_told_with_a_time_to_come_back(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    with broken(monkeypatch, DatabaseUnavailable("locked")):
        answer = caller.patch({"ind.culture.knowledge.elements": 3})
    assert answer.status_code == 503
    assert answer.content_type == PROBLEM
    assert int(answer.headers["Retry-After"]) > 0
    assert caller.patch({"ind.culture.knowledge.elements": 3}).status_code == 200


def test_a_crash_is_told_without_its_cause(app: Flask, caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    with broken(monkeypatch, RuntimeError("a secret of the inside")):
        answer = caller.patch({})
    assert answer.status_code == 500
    assert answer.content_type == PROBLEM
    assert "secret" not in answer.get_data(as_text=True)
