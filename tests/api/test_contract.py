"""Requests made up by Schemathesis from the OpenAPI document, well formed and not, against the app behind a real port.

The same requests are made in every run, with every check but two that the contract overrules: a missing or wrong token
is answered 404, not 401 (``test_assessments.py`` holds that for every call).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from assessment.domain.framework import Level
from tests.factories.api_callers import API, Caller, start_by_api
from tests.factories.frameworks import core_framework
from tests.factories.servers import served_in_thread

REQUESTS = {"StartAssessment", "ChangeAnswers", "Submit"}
SETTINGS = """
warnings = false
seed = 1

[generation]
database = "none"
deterministic = true
max-examples = 20

[checks]
ignored_auth.enabled = false
missing_required_header.enabled = false
# A well-formed If-Match may be stale.
positive_data_acceptance.expected-statuses = ["2xx", "404", "409", "412"]
negative_data_rejection.expected-statuses = ["400", "404", "405", "409", "412", "415", "422"]
"""


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served_in_thread(app) as address:
        yield address


def closed_document(app: Flask) -> dict[str, Any]:
    """The document with the shapes of answers closed, so that a field it does not name is found."""
    document: dict[str, Any] = app.test_client().get(f"{API}/openapi.json").get_json()
    for name, shape in document["components"]["schemas"].items():
        if name not in REQUESTS:
            shape["additionalProperties"] = False
    return document


def narrowed_document(app: Flask, holder: Caller) -> dict[str, Any]:
    """The document of one assessment: its id, and some of its items, whose answers stay."""
    document = closed_document(app)
    for path in document["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", ()):
                if parameter["name"] == "assessment_id":
                    parameter["schema"] = {"type": "string", "enum": [holder.created["id"]]}
    shapes = document["components"]["schemas"]
    value = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 5}, {"enum": ["not_applicable", "dont_know"]}]}
    items = core_framework().items_of(Level.INDIVIDUAL)[:5]
    shapes["ChangeAnswers"]["properties"]["answers"] = {
        "type": "object",
        "properties": {item.id: value for item in items},
        "additionalProperties": False,
    }
    return document


def run(document: dict[str, Any], address: str, folder: Path, *more: str) -> str:
    """What Schemathesis reports. Fails where it found anything."""
    (folder / "openapi.json").write_text(json.dumps(document))
    (folder / "schemathesis.toml").write_text(SETTINGS)
    command = [sys.executable, "-m", "schemathesis.cli", "--no-color", "run", "openapi.json", "--url", address + API]
    ended = subprocess.run([*command, *more], cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_strangers_are_answered_as_the_document_says(app: Flask, address: str, tmp_path: Path) -> None:
    for limiter in app.extensions["limiter"]:
        limiter.enabled = False  # they try more wrong tokens than anybody may; tests/web/test_limits.py holds the limit
    report = run(closed_document(app), address, tmp_path)
    assert re.search(r"Tested: 14\b", report), report


def test_the_holder_of_a_token_is_answered_as_the_document_says(app: Flask, address: str, tmp_path: Path) -> None:
    holder = start_by_api(app.test_client())
    holder.answer()
    key = f"Authorization: {holder.headers['Authorization']}"
    report = run(narrowed_document(app, holder), address, tmp_path, "--header", key, "--exclude-method", "DELETE")
    assert re.search(r"Tested: 13\b", report), report
    assert holder.get("/result").status_code == 200, "so results, plans and files were met, not refusals alone"
