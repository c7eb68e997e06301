"""A person with a browser that runs no scripts: follows links and presses buttons of the real pages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

_FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


class Visitor:
    """One browser. ``assessment_id`` is the assessment started last."""

    def __init__(self, client: FlaskClient, locale: str = "en") -> None:
        self.client = client
        self.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        self.assessment_id = ""

    def see(self, address: str) -> TestResponse:
        return self.client.get(address)

    def start(self, level: str = "individual") -> str:
        """Choose a level on the first page and press the button; returns the id of the assessment."""
        page = self.see("/")
        answer = self.client.post("/assessments", data={**hidden_fields(page), "level": level})
        assert answer.status_code == 303, answer.text
        self.assessment_id = answer.location.split("/")[2]
        return self.assessment_id

    def questions(self, competency: str) -> str:
        return f"/assessments/{self.assessment_id}/questions/{competency}"

    def answer(
        self, competency: str, answers: Mapping[str, object], *, page: TestResponse | None = None, **pressed: str
    ) -> TestResponse:
        """Mark answers on the page of a competency (as it was when seen, if given) and press a button."""
        seen = page or self.see(self.questions(competency))
        fields = {**hidden_fields(seen), **pressed}
        marked = {f"answer.{item}": str(value) for item, value in answers.items()}
        return self.client.post(self.questions(competency), data={**chosen(seen), **fields, **marked})

    def autosave(self, answers: object, shown: object | None = None, *, csrf: str | None = None) -> TestResponse:
        """What the script of a page sends after a change."""
        token = csrf or hidden_fields(self.see("/continue"))["csrf_token"]
        body = {"answers": answers, "shown": shown or {}}
        address = f"/assessments/{self.assessment_id}/answers"
        return self.client.post(address, json=body, headers={"X-CSRFToken": token})

    def submit(self, **ticked: str) -> TestResponse:
        fields = hidden_fields(self.see(f"/assessments/{self.assessment_id}/review"))
        return self.client.post(f"/assessments/{self.assessment_id}/submission", data={**fields, **ticked})

    def token(self) -> str:
        """The key to the assessment, as the session cookie of this browser holds it."""
        with self.client.session_transaction() as session:
            return str(dict(session["links"])[self.assessment_id])

    def forget_everything(self) -> None:
        """Cookies expire."""
        self.client.delete_cookie("cx_wheel")


def hidden_fields(page: TestResponse) -> dict[str, str]:
    """Hidden fields of the forms of a page, answers left out."""
    return {name: unescape(value) for name, value in _FIELD.findall(page.text)}


def chosen(page: TestResponse) -> dict[str, str]:
    """The answers that a page of questions displays, as form fields."""
    return dict(re.findall(r'name="(answer\.[^"]+)" value="([^"]*)" checked', page.text))


def shown(page: TestResponse) -> dict[str, object]:
    """What a page says it displayed."""
    found: dict[str, object] = json.loads(hidden_fields(page)["shown"])
    return found
