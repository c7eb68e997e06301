"""The first page, starting, and coming back by private link."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from assessment.domain.framework import Framework, Level
from tests.factories.frameworks import core_framework, make_framework
from tests.factories.visitors import Visitor, hidden_fields


def test_the_first_page_says_what_it_is_how_long_it_takes_and_who_sees_the_answers(visitor: Visitor) -> None:
    page = visitor.see("/").text
    assert "A wheel rolls exactly as far as its weakest spoke." in page
    assert "10 to 15 minutes" in page
    assert "Only you, unless you share it" in page
    assert core_framework().disclaimer["en"] in page
    assert page.count('class="cx-btn"') == 1
    assert 'href="/teams"' in page


def test_the_first_page_names_every_competency_and_what_happens_without_it(visitor: Visitor) -> None:
    page = visitor.see("/").text
    for competency in core_framework().competencies:
        assert competency.name["en"] in page
        assert competency.without["en"] in page


def test_the_example_on_the_first_page_is_scored_from_answers(visitor: Visitor) -> None:
    page = visitor.see("/").text
    assert "Competency wheel. Culture 62; Strategy 48; Metrics 70; Customer voice 67; Design and change 35." in page
    assert "this wheel rolls as far as 35, although the mean is 56" in page


@pytest.mark.parametrize("level", [level.value for level in Level])
def test_starting_leads_to_the_private_link_and_the_link_to_the_first_statements(visitor: Visitor, level: str) -> None:
    assessment_id = visitor.start(level)
    page = visitor.see(f"/assessments/{assessment_id}/link")
    assert f'value="http://localhost/link/{visitor.token()}"' in page.text
    assert f'href="/assessments/{assessment_id}/questions/culture"' in page.text
    first = core_framework().items_of(Level(level), "culture")[0]
    assert first.text["en"] in unescape(visitor.see(f"/assessments/{assessment_id}/questions/culture").text)


def test_the_private_link_is_also_a_code_drawn_with_attributes_alone(visitor: Visitor) -> None:
    page = visitor.see(f"/assessments/{visitor.start()}/link").text
    code = re.search(r'<svg[^>]*class="cx-qr".*?</svg>', page, re.DOTALL)
    assert code is not None
    assert "style" not in code.group()


def test_a_level_that_the_framework_does_not_have_is_refused_in_words(
    visitor_of: Callable[[Framework], Visitor],
) -> None:
    visitor = visitor_of(make_framework())
    fields = hidden_fields(visitor.see("/"))
    answer = visitor.client.post("/assessments", data={**fields, "level": "team"})
    assert answer.status_code == 400
    assert "has no level “team”" in answer.text


def test_a_start_without_a_level_is_refused(visitor: Visitor) -> None:
    answer = visitor.client.post("/assessments", data=hidden_fields(visitor.see("/")))
    assert answer.status_code == 400


def test_the_private_link_opens_the_assessment_on_another_device(visitor: Visitor, russian: Visitor) -> None:
    assessment_id = visitor.start()
    visitor.answer("culture", {item.id: 4 for item in core_framework().items_of(Level.INDIVIDUAL, "culture")})
    answer = russian.see(f"/link/{visitor.token()}")
    assert answer.status_code == 303
    assert answer.location == f"/assessments/{assessment_id}/questions/strategy"
    assert russian.see(answer.location).status_code == 200


def test_a_link_opens_in_the_language_of_its_assessment_unless_this_device_chose_one(
    visitor: Visitor, russian: Visitor
) -> None:
    visitor.start()
    link = f"/link/{visitor.token()}"
    page = russian.see(russian.see(link).location)
    assert '<html lang="en">' in page.text
    russian.see("/language/ru")
    assert '<html lang="ru">' in russian.see(russian.see(link).location).text


def test_a_link_of_an_answered_assessment_opens_the_page_before_submission(visitor: Visitor) -> None:
    assessment_id = visitor.start()
    visitor.autosave({item.id: 3 for item in core_framework().items_of(Level.INDIVIDUAL)})
    assert visitor.see(f"/link/{visitor.token()}").location == f"/assessments/{assessment_id}/review"


def test_a_link_of_a_submitted_assessment_opens_the_result(visitor: Visitor) -> None:
    assessment_id = visitor.start()
    visitor.autosave({item.id: 3 for item in core_framework().items_of(Level.INDIVIDUAL)})
    visitor.submit(keep="y")
    assert visitor.see(f"/link/{visitor.token()}").location == f"/assessments/{assessment_id}/result"


def test_a_wrong_link_opens_nothing_and_is_not_repeated_on_the_page(visitor: Visitor) -> None:
    page = visitor.see("/link/this-is-not-a-key")
    assert page.status_code == 404
    assert "Paste your private link" in page.text
    assert "this-is-not-a-key" not in page.text


@pytest.mark.parametrize(
    "pasted", ["http://localhost/link/{token}", " {token} ", "http://localhost/link/{token}/?x=1#y"]
)
def test_a_pasted_link_opens_the_assessment(visitor: Visitor, russian: Visitor, pasted: str) -> None:
    assessment_id = visitor.start()
    fields = hidden_fields(russian.see("/continue"))
    answer = russian.client.post("/continue", data={**fields, "link": pasted.format(token=visitor.token())})
    assert answer.status_code == 303
    assert answer.location == f"/assessments/{assessment_id}/questions/culture"
    assert russian.see(answer.location).status_code == 200


@pytest.mark.parametrize("pasted", ["", "nonsense", "http://[half", "http://localhost/link/" + "x" * 600])
def test_a_wrong_pasted_link_is_refused_beside_its_field(visitor: Visitor, pasted: str) -> None:
    fields = hidden_fields(visitor.see("/continue"))
    answer = visitor.client.post("/continue", data={**fields, "link": pasted})
    assert answer.status_code == 422
    assert 'aria-describedby="private-link-refusal"' in answer.text
    assert "This link opens nothing here." in answer.text


def test_coming_back_lists_what_was_opened_on_this_device(visitor: Visitor) -> None:
    assert "Opened on this device" not in visitor.see("/continue").text
    visitor.start("team")
    page = visitor.see("/continue").text
    assert "About my team" in page
    assert "started 21 November 2026 · 0 of 60 answered" in page
