"""Texts that try to be more than text, in every field where people write, seen wherever they come out again."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from icalendar import Calendar
from pypdf import PdfReader

from tests.factories.frameworks import core_framework
from tests.factories.visits import Visit, outline, plan_steps, sheet_of_facets, visit_result

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "a handler": "\" onmouseover='alert(2)' x=\"",
    "an image": "<img src=http://evil.example/x.png onerror=alert(3)>",
    "a template": "{{ config }}{% for x in [] %}",
    "a placeholder": "%(name)s %s %d %%",
    "a format": "{0} {name.__class__}",
    "a formula": '=HYPERLINK("http://evil.example")',
    "a sum": "+1+1",
    "a minus": "-2+3",
    "a mention": "@SUM(A1)",
    "a tab": "\t=1+1",
    "report markup": "<para><b>bold<i></para><a href='http://evil.example'>x</a>&nbsp;&#0;",
    "a calendar line": "x\r\nBEGIN:VALARM\r\nACTION:EMAIL\r\nEND:VALARM",
    "null bytes": "a\x00b\x01\x1f\x7f",
    "halves of letters": "\ud800\udfff",
    "right to left": "\u202eevil\u202c \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "piled marks": "Z" + "\u0301" * 60,
    "joined emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f",
    "one long word": "w" * 90,
    "an end of data": "]]>--></title></svg></textarea>",
}
TAGS = ("script", "img", "a", "b", "i", "p", "svg", "title", "style", "input", "textarea", "form", "iframe", "button")
"""What text that becomes markup would add to."""

TOO_LONG = "long " * 20_000
OWN = {"hours": "2", "start": "2026-12-01", "due": "2026-12-07", "competency": ""}
PAGES = ("plan", "data", "result", "what-if", "link")


@pytest.fixture
def person(app: Flask) -> Visit:
    return visit_result(app, sheet_of_facets(core_framework()))


def test_text_from_people_stays_text_everywhere(person: Visit, subtests: pytest.Subtests) -> None:
    without = shapes(person, "plan")
    write_everywhere(person, "Plain words")
    plain = {path: shapes(person, path) for path in PAGES}
    assert plain["plan"] != without

    for kind, text in HOSTILE.items():
        with subtests.test(kind):
            write_everywhere(person, text)

            assert {path: shapes(person, path) for path in PAGES} == plain
            assert_pdf_holds_no_links_of_theirs(person)
            assert_calendar_holds_events_alone(person)
            table = person.get("data/answers.csv").data.decode("utf-8-sig")
            assert not [line for line in table.splitlines() if line.startswith(tuple("=+-@\t"))]


def test_ordinary_signs_come_back_as_they_were_written(person: Visit) -> None:
    for text in ("<script>alert(1)</script>", "=1+1", "100 % «да» — 🏳️", "a & b &amp; c"):
        write_everywhere(person, text)
        stored = person.get("data/export.json").json
        assert stored is not None
        assert stored["name"] == text
        assert any(text in step["how"].values() for step in stored["plan"]["steps"])


def test_too_long_texts_are_refused_in_words_and_change_nothing(person: Visit) -> None:
    step = plan_steps(person)[0]
    before = person.get("data/export.json").json

    refused = [
        person.post("plan/name", name=TOO_LONG),
        person.post(f"plan/steps/{step}/evidence", note=TOO_LONG),
        *(
            person.post("plan/steps", **{"title": "Own", **OWN, field: TOO_LONG})
            for field in ("title", "how", "evidence")
        ),
    ]

    assert {page.status_code for page in refused} == {422}
    assert person.get("data/export.json").json == before


def write_everywhere(person: Visit, text: str) -> None:
    """The same text in every field; an own step of before is taken out first."""
    for step in plan_steps(person):
        if step.startswith("own-"):
            person.post(f"plan/steps/{step}/drop")
    sent = text.encode("utf-8", "surrogatepass")
    answers = [
        person.post("plan/name", name=sent),
        person.post("plan/steps", **OWN, title=b"T " + sent, how=sent, evidence=sent),
        person.post(f"plan/steps/{plan_steps(person)[0]}/evidence", note=sent),
    ]
    assert {answer.status_code for answer in answers} == {303}


def shapes(person: Visit, path: str) -> list[tuple[str, tuple[str, ...]]]:
    """Elements of a page with the names of their attributes."""
    page = person.get(path)
    assert page.status_code == 200
    return outline(page, TAGS)


def assert_pdf_holds_no_links_of_theirs(person: Visit) -> None:
    answer = person.get("plan.pdf")
    assert answer.status_code == 200
    for page in PdfReader(BytesIO(answer.data)).pages:
        for note in page.get("/Annots") or ():
            action = note.get_object().get("/A") or {}
            assert "evil.example" not in str(action.get("/URI", ""))
            assert action.get("/S") not in {"/JavaScript", "/Launch"}


def assert_calendar_holds_events_alone(person: Visit) -> None:
    answer = person.get("plan.ics")
    assert answer.status_code == 200
    calendar = Calendar.from_ical(answer.data)
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT"}
    assert len(calendar.walk("VEVENT")) == len(plan_steps(person))
