"""The last page before submission, and submission."""

from __future__ import annotations

import re
from html import unescape

from flask import Flask

from assessment.domain.framework import Level
from tests.factories.frameworks import core_framework
from tests.factories.visitors import Visitor, hidden_fields

CORE = core_framework()
ITEMS = [item.id for item in CORE.items_of(Level.INDIVIDUAL)]


def review_of(visitor: Visitor) -> str:
    return unescape(visitor.see(f"/assessments/{visitor.assessment_id}/review").text)


def carefully(app: Flask, visitor: Visitor, leave_open: int = 0) -> None:
    """Different answers, with time to read each."""
    for number, item in enumerate(ITEMS[leave_open:]):
        app.extensions["cx_wheel"].clock.advance(10)
        visitor.autosave({item: number % 6 if number % 7 else 3})


def test_everything_open_is_listed_with_a_link_to_the_very_statement(visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave(dict.fromkeys(ITEMS[2:], 3))
    page = review_of(visitor)
    assert "2 statements are still open" in page
    for item in ITEMS[:2]:
        assert f'href="{visitor.questions("culture")}#{item}"' in page
        assert CORE.item(item).text["en"] in page
    assert len(re.findall(r'<li><a href="[^"]+#ind\.', page)) == 2


def test_a_competency_with_too_few_answers_is_said_to_get_no_score(visitor: Visitor) -> None:
    visitor.start()
    culture = [item.id for item in CORE.items_of(Level.INDIVIDUAL, "culture")]
    visitor.autosave({item: 3 for item in ITEMS if item not in culture[:6]})
    assert review_of(visitor).count("too few for a score") == 1
    visitor.autosave({culture[0]: 3})
    assert "too few for a score" not in review_of(visitor)


def test_special_answers_are_answers_but_give_no_score(visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave(dict.fromkeys(ITEMS, "dont_know"))
    page = review_of(visitor)
    assert "All statements are answered" in page
    assert page.count("too few for a score") == 5


def test_open_statements_must_be_confirmed(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    carefully(app, visitor, leave_open=3)
    refused = visitor.submit()
    assert refused.status_code == 422
    assert "Tick the box to finish now" in refused.text
    accepted = visitor.submit(accept_incomplete="y")
    assert accepted.status_code == 303
    assert accepted.location == f"/assessments/{visitor.assessment_id}/result"


def test_a_complete_and_careful_sheet_is_submitted_by_one_button(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    carefully(app, visitor)
    page = review_of(visitor)
    assert "Keep these answers, or look again?" not in page
    assert "accept_incomplete" not in page
    assert visitor.submit().status_code == 303


def test_hurried_answers_are_asked_about_with_the_reasons(visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave(dict.fromkeys(ITEMS, 3))
    page = review_of(visitor)
    assert "Keep these answers, or look again?" in page
    assert "60 statements in a row got the same answer." in page


def test_hurried_answers_are_not_submitted_before_the_question_was_seen(visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave(dict.fromkeys(ITEMS, 3))
    fields = hidden_fields(visitor.see("/continue"))
    address = f"/assessments/{visitor.assessment_id}/submission"
    asked = visitor.client.post(address, data=fields)
    assert asked.status_code == 422
    assert "Keep these answers, or look again?" in asked.text
    kept = visitor.client.post(address, data=hidden_fields(asked))
    assert kept.status_code == 303


def test_submitting_twice_leads_to_the_same_result(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    carefully(app, visitor)
    page = visitor.see(f"/assessments/{visitor.assessment_id}/review")
    address = f"/assessments/{visitor.assessment_id}/submission"
    answers = [visitor.client.post(address, data=hidden_fields(page)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    results = [_stable(visitor.see(answer.location).text) for answer in answers]
    assert results[0] == results[1]


def test_the_result_asked_for_too_early_leads_to_what_is_open(visitor: Visitor) -> None:
    assessment_id = visitor.start()
    visitor.autosave(dict.fromkeys(ITEMS[:12], 3))
    answer = visitor.see(f"/assessments/{assessment_id}/result")
    assert answer.status_code == 303
    assert answer.location == f"/assessments/{assessment_id}/review"


def _stable(page: str) -> str:
    return re.sub(r'value="[^"]{60,}"', "", page)
