"""Machines that speak to the REST API."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Level
from tests.factories.frameworks import core_framework
from tests.factories.sheets import sheet_of_totals

API = "/api/v1"
TOTALS = (37, 35, 42, 40, 25)
"""Sums of answers whose wheel has one clear weakest link: design."""


@dataclass
class Caller:
    """The holder of one assessment's token."""

    client: FlaskClient
    created: Mapping[str, Any]

    @property
    def path(self) -> str:
        return f"{API}/assessments/{self.created['id']}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.created['token']}"}

    def get(self, rest: str = "", **more: Any) -> TestResponse:
        return self._open("GET", rest, more)

    def delete(self, **more: Any) -> TestResponse:
        return self._open("DELETE", "", more)

    def patch(self, answers: Mapping[str, object], **more: Any) -> TestResponse:
        return self.send("PATCH", "/answers", json.dumps({"answers": dict(answers)}), **more)

    def submit(self, body: object = None, **more: Any) -> TestResponse:
        return self.send("POST", "/submission", json.dumps({} if body is None else body), **more)

    def send(self, method: str, rest: str, body: str | bytes, **more: Any) -> TestResponse:
        """The body as it stands, as JSON unless said otherwise."""
        return self._open(method, rest, {"data": body, "content_type": "application/json"} | more)

    def answer(self, totals: tuple[int, ...] = TOTALS) -> AnswerSheet:
        """Answer every item so that the answers of each competency sum to a total."""
        framework = core_framework()
        sheet = sheet_of_totals(framework, totals, Level(self.created["level"]))
        assert self.patch(sheet.values).status_code == 200
        return sheet

    def _open(self, method: str, rest: str, more: dict[str, Any]) -> TestResponse:
        headers = self.headers | more.pop("headers", {})
        return self.client.open(self.path + rest, method=method, headers=headers, **more)


def start_by_api(client: FlaskClient, *, level: str = "individual", locale: str = "ru") -> Caller:
    """A new assessment made by the call."""
    body = {"framework": "cx_competencies", "level": level, "locale": locale}
    created = client.post(f"{API}/assessments", json=body)
    assert created.status_code == 201
    return Caller(client, created.get_json())
