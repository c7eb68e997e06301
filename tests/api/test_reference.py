"""The OpenAPI document and its page: complete, valid, and about the calls there are."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient
from schemathesis.specs.openapi.definitions import OPENAPI_31

from assessment.api.problems import KINDS
from assessment.api.v1.reference.document import build_document
from assessment.domain.framework import Level
from tests.factories.api_callers import API
from tests.factories.frameworks import core_framework, make_framework


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    answer = client.get(f"{API}/openapi.json")
    assert answer.content_type == "application/json"
    found: dict[str, Any] = answer.get_json()
    return found


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation) for path, found in document["paths"].items() for method, operation in found.items()
    ]


def test_the_document_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    jsonschema_rs.Draft202012Validator(OPENAPI_31).validate(document)


def test_every_call_is_described_and_nothing_else(app: Flask, document: dict[str, Any]) -> None:
    served = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule).removeprefix(API), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/")
    }
    described = {(path, method) for path, method, _ in operations(document)}
    assert served - described == {("/", "get"), ("/openapi.json", "get")}
    assert not described - served


def test_every_call_has_a_name_words_and_a_problem_for_every_refusal(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(set(names)) == len(names)
    for path, method, operation in operations(document):
        assert operation["summary"], (path, method)
        assert operation["description"], (path, method)
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (path, method, status)
            else:
                assert status in {"200", "201", "204"}, (path, method, status)


def test_a_token_is_asked_for_wherever_an_assessment_is_named(document: dict[str, Any]) -> None:
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    for path, method, operation in operations(document):
        private = "{assessment_id}" in path
        assert operation["security"] == ([{"token": []}] if private else []), (path, method)
        assert ("404" in operation["responses"]) == (private or "{framework_id}" in path), (path, method)


def test_every_example_is_what_it_is_an_example_of(document: dict[str, Any]) -> None:
    checked = 0
    for path, method, operation in operations(document):
        for content in (operation.get("requestBody", {}), *operation["responses"].values()):
            for media in content.get("content", {}).values():
                examples = [media["example"]] if "example" in media else []
                examples += [example["value"] for example in media.get("examples", {}).values()]
                for example in examples:
                    schema = {**media["schema"], "components": document["components"]}
                    errors = list(jsonschema_rs.Draft202012Validator(schema).iter_errors(example))
                    assert not errors, (path, method, errors)
                    checked += 1
    assert checked > 40


def test_every_json_of_the_document_has_a_shape_and_an_example(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        for status, answer in operation["responses"].items():
            for media_type, media in answer.get("content", {}).items():
                if media_type.endswith("json"):
                    assert "schema" in media, (path, method, status)
                    assert "example" in media or "examples" in media, (path, method, status)


def test_what_can_be_started_is_what_each_framework_offers() -> None:
    small = make_framework(framework_id="small", levels=(Level.TEAM,), locales=("ru",))
    document = build_document([core_framework(), small], {})
    start = jsonschema_rs.Draft202012Validator(document["components"]["schemas"]["StartAssessment"])
    assert start.is_valid({"framework": "small", "level": "team", "locale": "ru"})
    assert not start.is_valid({"framework": "small", "level": "individual", "locale": "ru"})
    assert start.is_valid({"framework": "cx_competencies", "level": "individual", "locale": "ru"})


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_says_the_same_without_outside_resources(
    client: FlaskClient, document: dict[str, Any], language: str
) -> None:
    answer = client.get(f"{API}/", headers={"Accept-Language": language})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    for path, method, operation in operations(document):
        assert f'id="{operation["operationId"]}"' in page
        assert f"{method.upper()} {path}" in page
    for name in document["components"]["schemas"]:
        assert f'id="shape-{name}"' in page
    for kind in KINDS:
        assert f'id="{kind.name}"' in page, "the type of a problem leads to its explanation"
    assert not re.search(r'(src|href)="(?!/|#)', page)
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=", page)
    for anchor in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{anchor}"' in page


def test_the_page_is_found_without_a_slash_at_its_end(client: FlaskClient) -> None:
    assert client.get(API).status_code == client.get(f"{API}/").status_code == 200
