"""The result page for every kind of result."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Level
from tests.factories.frameworks import core_framework
from tests.factories.sheets import same_answer
from tests.factories.visits import PERSON, Visit, elements, ids, sheet_of_facets, visit_result, words


@pytest.fixture
def framework() -> Framework:
    return core_framework()


@pytest.fixture
def visit(app: Flask, framework: Framework) -> Callable[[AnswerSheet], Visit]:
    return lambda sheet: visit_result(app, sheet)


def test_the_finding_comes_first_and_the_roll_before_mean_and_balance(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    said = words(visit(sheet_of_facets(framework)).get("result"))

    assert "Design and change is your weakest link" in said
    assert "21 November 2026 · 60 of 60 statements rated" in said
    assert re.search(r"Roll 35 of 100 .* Mean 56 .* Balance 0.62", said)


def test_every_number_of_the_table_leads_to_its_answers(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    person = visit(sheet_of_facets(framework))
    page = person.get("result")
    links = {link["href"].partition("#")[::2] for link in elements(page, "a") if "/result/" in link["href"]}
    opened = {address: set(ids(person.client.get(address))) for address, _ in links}

    assert {address.rsplit("/", 1)[1] for address in opened} == set(PERSON)
    assert not [(address, place) for address, place in links if place and place not in opened[address]]
    places = {place for _, place in links}
    assert {"score", "range", "facet-knowledge", "facet-experience", "facet-skill"} <= places


def test_roll_mean_balance_and_probability_are_opened_with_the_real_numbers(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    said = words(visit(sheet_of_facets(framework)).get("result"))

    assert "min(61.67; 48.33; 70; 66.67; 35) = 35" in said
    assert "(61.67 + 48.33 + 70 + 66.67 + 35) / 5 = 56.33" in said
    assert "35 / 56.33 = 0.62" in said
    assert "ρ = 91.4 / (91.4 + (1 − 1/5) · 6.5²) = 0.730" in said
    assert "Design and change 35 40.76 88.9" in said


def test_the_bar_of_probabilities_ends_at_its_end(visit: Callable[[AnswerSheet], Visit], framework: Framework) -> None:
    bars = [rect for rect in elements(visit(sheet_of_facets(framework)).get("result"), "rect") if "b-" in rect["class"]]

    end = float(bars[-1]["x"].rstrip("%")) + float(bars[-1]["width"].rstrip("%"))
    assert [rect["class"] for rect in bars] == ["b-seg cx-c-4", "b-seg cx-c-1", "b-rest"]
    assert end == pytest.approx(100, abs=0.2)


def test_blockers_stand_with_their_present_and_needed_words(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    said = words(visit(sheet_of_facets(framework)).get("result"))

    assert "Five more points take design and change from Foundation to Developing." in said
    assert said.count(" needed ") == 3


def test_without_a_score_the_wheel_is_shown_and_the_roll_is_absent_with_its_reason(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    sheet = sheet_of_facets(framework)
    left_open = [item.id for item in framework.items_of(Level.INDIVIDUAL, "metrics")][:6]
    page = visit(sheet.with_changes(dict.fromkeys(left_open))).get("result")
    said = words(page)

    assert "Roll not yet The wheel rolls once every spoke has a score." in said
    assert "There are not enough answers yet to name the weakest link" in said
    assert 'class="cx-wheel"' in page.text
    assert "Mean" not in said
    assert "How sure is this?" not in said
    assert "What blocks the next level" not in said


def test_two_candidates_each_say_why_they_hold_the_others_back(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    said = words(visit(sheet_of_facets(framework, {**PERSON, "strategy": (40, 35, 45)})).get("result"))

    assert "Two competencies are too close to call: start with either" in said
    assert "Why they hold the others back" in said
    for competency in ("design", "strategy"):
        assert framework.competency(competency).why["en"] in said
    assert "Lowest score" in said
    assert "Weakest link" not in said


def test_an_even_wheel_names_nobody(visit: Callable[[AnswerSheet], Visit], framework: Framework) -> None:
    page = visit(same_answer(framework, 0)).get("result")
    said = words(page)

    assert "Your wheel is even: no competency stands out as the weakest" in said
    assert "holds the others back" not in said
    assert said.count("All equal") >= len(PERSON)
    assert "Weakest link" not in said
    assert "There is none when the mean is 0." in said


def test_a_result_at_the_top_has_nothing_to_block_it(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    page = visit(same_answer(framework, 5)).get("result")

    assert "nothing blocks it" in words(page)
    assert "Every spoke is at the level “Proficient”." in words(page)
    assert 'class="cx-step"' not in page.text


def test_special_answers_alone_give_no_number_and_are_listed_as_blind_spots(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    page = visit(same_answer(framework, SpecialAnswer.DONT_KNOW)).get("result")
    said = words(page)

    assert "0 of 60 statements rated" in said
    assert "You marked “I cannot judge” for 60 statements." in said
    assert page.text.count('class="cx-spots"') == 2, "the first few, and the others behind a disclosure"
    assert said.count(framework.items_of(Level.INDIVIDUAL)[-1].text["en"]) == 1


def test_few_answers_come_with_a_word_of_caution(visit: Callable[[AnswerSheet], Visit], framework: Framework) -> None:
    left_open = [item.id for item in framework.items_of(Level.INDIVIDUAL, "metrics")][:3]
    said = words(visit(sheet_of_facets(framework).with_changes(dict.fromkeys(left_open))).get("result"))

    assert "Only 9 of 12 statements rated: read this score with care." in said


def test_careless_answers_are_mentioned_without_reproach(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    said = words(visit(same_answer(framework, 3)).get("result"))

    assert "What we noticed in the answers 60 statements in a row got the same answer." in said


def test_an_organisation_sees_its_stage_and_a_person_does_not(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    company = words(visit(sheet_of_facets(framework, level=Level.ORGANISATION)).get("result"))
    person = words(visit(sheet_of_facets(framework)).get("result"))

    assert "Stage 2: Separate efforts" in company
    assert "your company's weakest link" in company
    assert "Stage 2" not in person


def test_the_plan_teaser_shows_three_steps_at_most_and_leads_to_plan_and_pdf(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    person = visit(sheet_of_facets(framework))
    page = person.get("result")
    teaser = page.text[page.text.index('id="plan-heading"') :]
    hrefs = {link["href"] for link in elements(page, "a")}

    assert 1 <= teaser[: teaser.index("</ol>")].count("<li") <= 3
    assert {person.address("plan"), person.address("plan.pdf"), person.address("what-if")} <= hrefs


def test_the_page_is_whole_in_russian(visit: Callable[[AnswerSheet], Visit], framework: Framework) -> None:
    person = visit(sheet_of_facets(framework))
    person.speak("ru")
    said = words(person.get("result"))

    assert "Ваше самое слабое звено — дизайн и изменения" in said
    assert "89 %" in said
    assert "0,62" in said
    assert not re.search(r"\b(roll|mean|score|weakest)\b", said)


def test_ids_are_unique_and_svg_has_no_style(visit: Callable[[AnswerSheet], Visit], framework: Framework) -> None:
    page = visit(sheet_of_facets(framework)).get("result")
    found = ids(page)

    assert len(found) == len(set(found))
    assert "style=" not in page.text


def test_an_open_assessment_leads_to_the_page_before_submission(app: Flask, framework: Framework) -> None:
    from tests.factories.assessments import start

    with app.app_context():
        started = start(app.extensions["cx_wheel"].shelf, framework_id="cx_competencies")
    client = app.test_client()
    client.get(f"/link/{started.token}")

    answer = client.get(f"/assessments/{started.assessment.id}/result")

    assert answer.status_code == 303
    assert answer.location == f"/assessments/{started.assessment.id}/review"


def test_a_stranger_finds_nothing_and_nothing_is_cached(
    app: Flask, visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    person = visit(sheet_of_facets(framework))

    assert person.get("result").headers["Cache-Control"] == "no-store"
    assert app.test_client().get(person.address("result")).status_code == 404


def test_the_title_of_the_window_tells_nothing_about_the_answers(
    visit: Callable[[AnswerSheet], Visit], framework: Framework
) -> None:
    page = visit(sheet_of_facets(framework)).get("result")

    assert re.search(r"<title>(.*?)</title>", page.text, re.DOTALL).group(1) == "Your result · CX Wheel"  # type: ignore[union-attr]
