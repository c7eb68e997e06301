"""People who hold the private link of a submitted assessment, and what they read on a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import count
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.bank.shelf import Shelf
from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework, Level
from tests.factories.assessments import submitted

PERSON: Mapping[str, Sequence[int]] = {
    "culture": (70, 45, 70),
    "strategy": (60, 35, 50),
    "metrics": (85, 60, 65),
    "voice": (70, 60, 70),
    "design": (45, 15, 45),
}
"""Facet scores of the person of the examples: 62, 48, 70, 67, 35 in the core framework."""

_VISITS = count(1)


def sheet_of_facets(
    framework: Framework, scores: Mapping[str, Sequence[int]] = PERSON, level: Level = Level.INDIVIDUAL
) -> AnswerSheet:
    """Answers on 0-5 scales that give every competency these facet scores, the higher answers first."""
    values = {}
    for competency, facet_scores in scores.items():
        for facet, score in zip(framework.facets, facet_scores, strict=True):
            items = [item for item in framework.items_of(level, competency) if item.facet == facet.id]
            share, rest = divmod(round(score * 5 * len(items) / 100), len(items))
            values |= {item.id: share + (place < rest) for place, item in enumerate(items)}
    return AnswerSheet(level, values)


@dataclass(frozen=True)
class Visit:
    """A browser that holds the private link; addresses are relative to the assessment's own."""

    client: FlaskClient
    assessment_id: str
    token: str

    def address(self, path: str) -> str:
        return f"/assessments/{self.assessment_id}/{path}"

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(self.address(path), **options)

    def post(self, path: str, **data: object) -> TestResponse:
        """Send a form and stay where it answers."""
        return self.client.post(self.address(path), data=data)

    def speak(self, locale: str) -> None:
        """Choose the language of this browser."""
        self.client.get(f"/language/{locale}")


def visit_result(
    app: Flask, sheet: AnswerSheet, *, framework_id: str = "cx_competencies", seed: str = "visit"
) -> Visit:
    """Somebody who has just submitted these answers. Forms need no token."""
    app.config["WTF_CSRF_ENABLED"] = False
    shelf: Shelf = app.extensions["cx_wheel"].shelf
    with app.app_context():
        started = submitted(shelf, sheet, seed=f"visit {next(_VISITS)}", framework_id=framework_id, locale="en")
    client = app.test_client()
    client.get(f"/link/{started.token}")
    visit = Visit(client, started.assessment.id, started.token)
    visit.speak("en")
    return visit


def words(response: TestResponse | str) -> str:
    """What a page says, without markup; spaces of any kind are one space."""
    reader = _Reader()
    reader.feed(response if isinstance(response, str) else response.text)
    return " ".join("".join(reader.texts).split())


def elements(response: TestResponse | str, tag: str) -> list[dict[str, str]]:
    """Attributes of every element of that name, in order."""
    reader = _Reader()
    reader.feed(response if isinstance(response, str) else response.text)
    return [dict(attributes) for name, attributes in reader.elements if name == tag]


def outline(response: TestResponse | str, tags: Collection[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Elements of these names with the names of their attributes, in order: text that becomes markup changes it."""
    reader = _Reader()
    reader.feed(response if isinstance(response, str) else response.text)
    return [(tag, tuple(sorted(attributes))) for tag, attributes in reader.elements if tag in tags]


def ids(response: TestResponse) -> list[str]:
    """Every id on the page, repeated ones too."""
    return re.findall(r'\sid="([^"]+)"', response.text)


def input_of(page: TestResponse, field: str) -> dict[str, str]:
    """Attributes of the one input whose id begins like that."""
    (found,) = (one for one in elements(page, "input") if one.get("id", "").startswith(field))
    return found


def plan_steps(visit: Visit) -> list[str]:
    """Ids of the steps on the plan page, in order."""
    return [found.removeprefix("step-") for found in ids(visit.get("plan")) if found.startswith("step-")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._silent += tag in {"head", "script"}
        self.texts.append("" if tag == "wbr" else " ")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"head", "script"}
        self.texts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)
