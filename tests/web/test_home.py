"""The account's home: what it holds, taking assessments in, and opening them anywhere."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import count

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.use_cases.accounts import Account
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.own_assessments import take_into_account
from tests.factories.accounts import make_account
from tests.factories.assessments import START, FixedClock, start, submitted
from tests.factories.frameworks import core_framework
from tests.factories.sheets import same_answer
from tests.factories.visits import PERSON, ids, sheet_of_facets, words

_SEEDS = count(1)
LOW = {**PERSON, "design": (15, 10, 20)}
HIGH = {**PERSON, "design": (75, 70, 80)}


def own(app: Flask, owner: Account, sheet: AnswerSheet | None = None, *, days: int = 0) -> str:
    """A result in the account, some days after the start."""
    now = START + timedelta(days=days)
    shelf = app.extensions["cx_wheel"].shelf
    with app.app_context():
        started = submitted(
            shelf,
            sheet or sheet_of_facets(core_framework()),
            framework_id="cx_competencies",
            now=now,
            seed=f"own {next(_SEEDS)}",
        )
        take_into_account(started.assessment.id, owner.id, now=now)
    return started.assessment.id


def own_open(app: Flask, owner: Account, number: int) -> None:
    shelf = app.extensions["cx_wheel"].shelf
    with app.app_context():
        for _ in range(number):
            seed = f"open {next(_SEEDS)}"
            started = start(shelf, framework_id="cx_competencies", seed=seed)
            take_into_account(started.assessment.id, owner.id, now=START)


class TestWhatItHolds:
    def test_an_empty_account_says_how_something_gets_there(self, browser: FlaskClient) -> None:
        said = words(browser.get("/account"))
        assert "Nothing is in this account yet." in said
        assert "Start an assessment" in said
        assert "Plans" not in said

    def test_one_result_stands_there_with_its_wheel_and_leads_to_it(
        self, app: Flask, anna: Account, browser: FlaskClient
    ) -> None:
        result = own(app, anna)
        page = browser.get("/account")

        assert "About me" in words(page)
        assert "Lowest: Design and change" in words(page)
        assert "What changed" not in words(page)
        assert f'href="/assessments/{result}/result"' in page.text
        assert "Competency wheel. Culture 62; Strategy 48" in page.text

    @pytest.mark.parametrize(
        ("value", "said"), [(3, "All spokes are equal"), (SpecialAnswer.DONT_KNOW, "Too few answers for a whole wheel")]
    )
    def test_where_no_spoke_is_lowest_none_is_marked_and_words_say_why(
        self, app: Flask, anna: Account, browser: FlaskClient, value: AnswerValue, said: str
    ) -> None:
        own(app, anna, same_answer(core_framework(), value))
        page = browser.get("/account")
        assert said in words(page)
        assert "w-rimweak" not in page.text
        assert "w-hatch-line" not in page.text

    def test_the_last_two_say_what_really_changed(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        own(app, anna, sheet_of_facets(core_framework(), LOW))
        own(app, anna, sheet_of_facets(core_framework(), HIGH), days=40)
        said = words(browser.get("/account"))

        assert "Really better: design and change. The differences of the others cannot be told from chance." in said
        assert "Less than four weeks" not in said

    def test_too_close_together_comes_with_a_warning(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        own(app, anna)
        own(app, anna, days=27)
        said = words(browser.get("/account"))
        assert "No difference between the two can be told from chance." in said
        assert "Less than four weeks lie between the two." in said
        assert "The last two results" not in said

    def test_plans_tell_their_next_step(
        self, app: Flask, anna: Account, browser: FlaskClient, clock: FixedClock
    ) -> None:
        result = own(app, anna)
        with app.app_context():
            steps = get_plan(result, today=clock().date()).plan.steps
        first = min(steps, key=lambda step: (step.due, step.start))
        said = words(browser.get("/account"))

        assert f"0 of {len(steps)} steps done Next step: {first.title['en']}" in said

    def test_three_hundred_of_each_stay_a_short_page(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        own_open(app, anna, 30)
        for day in range(30):
            own(app, anna, days=day)
        page = browser.get("/account")

        assert len(re.findall("cx-small-wheel", page.text)) == 4
        assert "All 30 results" in words(page)
        assert "The last two results No difference" in words(page)
        assert "All 30" in words(page)
        assert len(ids(page)) == len(set(ids(page)))

    def test_long_lists_come_in_pages(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        for day in range(26):
            own(app, anna, days=day)
        address = "/account/history/cx_competencies/individual"
        first, second = browser.get(address), browser.get(f"{address}?page=2")

        assert len(re.findall("cx-small-wheel", first.text)) == 24
        assert "Page 1 of 2" in words(first)
        assert len(re.findall("cx-small-wheel", second.text)) == 2
        assert "Next page" not in words(second)
        for beyond in ("3", "9" * 9):
            assert browser.get(f"{address}?page={beyond}").status_code == 404
        for nonsense in ("x", "-1", "0", "9" * 40, "²"):
            assert browser.get(address, query_string={"page": nonsense}).status_code == 200

    def test_open_ones_come_in_pages(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        own_open(app, anna, 21)
        assert "Page 1 of 2" in words(browser.get("/account/open"))
        assert words(browser.get("/account/open?page=2")).count("About me") == 1

    def test_it_is_whole_in_russian(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        own(app, anna, sheet_of_facets(core_framework(), LOW))
        own(app, anna, sheet_of_facets(core_framework(), HIGH), days=20)
        own_open(app, anna, 6)
        browser.get("/language/ru")
        for address in ("/account", "/account/open", "/account/log", "/account/history/cx_competencies/individual"):
            said = words(browser.get(address))
            assert not re.search(r"\b(account|result|step|open|page|better|lowest|with)\b", said), said

    @pytest.mark.usefixtures("anna")
    def test_nobody_else_gets_there(self, client: FlaskClient) -> None:
        for address in ("/account", "/account/open", "/account/log", "/account/change", "/shared"):
            answer = client.get(address)
            assert answer.status_code == 303
            assert answer.location.startswith("/account/sign-in")


class TestChange:
    def test_two_chosen_ones_stand_side_by_side_with_table_and_sentence(
        self, app: Flask, anna: Account, browser: FlaskClient
    ) -> None:
        earlier = own(app, anna, sheet_of_facets(core_framework(), LOW))
        later = own(app, anna, sheet_of_facets(core_framework(), HIGH), days=40)
        page = browser.get(f"/account/change?earlier={later}&later={earlier}")
        said = words(page)

        assert "From 21 November 2026 to 31 December 2026" in said
        assert "Really better: design and change." in said
        assert "Design and change 15 75 +60" in said
        assert "Highest or lowest last time: metrics; design and change." in said
        assert len(ids(page)) == len(set(ids(page)))

    def test_those_of_one_day_are_told_apart_by_the_time(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        one, other = own(app, anna), own(app, anna)
        said = words(browser.get(f"/account/change?earlier={one}&later={other}"))
        assert "21 November 2026, 09:00" in said

    def test_what_cannot_be_compared_says_why(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        one = own(app, anna)
        same = browser.get(f"/account/change?earlier={one}&later={one}")
        assert same.status_code == 409
        assert "These two cannot be compared" in words(same)
        for nothing in (
            "/account/change",
            f"/account/change?earlier={one}",
            f"/account/change?earlier={one}&later=%00",
        ):
            assert browser.get(nothing).status_code == 404

    def test_results_of_others_do_not_exist(self, app: Flask, anna: Account, browser: FlaskClient) -> None:
        theirs = own(app, make_account(app, "boris@example.org"))
        assert browser.get(f"/account/change?earlier={own(app, anna)}&later={theirs}").status_code == 404
        assert browser.get("/account/history/tiny/individual").status_code == 404
        assert browser.get("/account/history/cx_competencies/nonsense").status_code == 404
