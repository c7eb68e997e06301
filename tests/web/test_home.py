"""The account's home: what it holds, taking assessments in, and opening them anywhere."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import count

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.domain.answers import AnswerSheet
from assessment.use_cases.accounts import Account
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.own_assessments import take_into_account
from tests.factories.accounts import make_account, sign_in
from tests.factories.assessments import START, FixedClock, start, submitted
from tests.factories.frameworks import core_framework
from tests.factories.owners import answer_campaign
from tests.factories.visitors import Visitor
from tests.factories.visits import PERSON, elements, ids, sheet_of_facets, words

_SEEDS = count(1)
LOW = {**PERSON, "design": (15, 10, 20)}
HIGH = {**PERSON, "design": (75, 70, 80)}


@pytest.fixture
def anna(app: Flask) -> Account:
    app.config["WTF_CSRF_ENABLED"] = False
    return make_account(app, "anna@example.org", name="Anna")


@pytest.fixture
def browser(client: FlaskClient, anna: Account) -> FlaskClient:
    """Anna's browser, signed in."""
    sign_in(client, anna)
    return client


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


class TestTakingIn:
    def test_links_of_this_device_are_offered_and_taken(self, browser: FlaskClient, russian: Visitor) -> None:
        russian.start()
        browser.get(f"/link/{russian.token()}")
        page = browser.get("/account")
        assert "This device holds 1 private link" in words(page)

        answer = browser.post("/account/assessments", data={"assessment": russian.assessment_id})
        assert (answer.status_code, answer.location) == (303, "/account")
        said = words(browser.get("/account"))
        assert "1 assessment is in your account now." in said
        assert "This device holds" not in said
        assert "Go on answering" in said

    def test_afterwards_it_opens_on_any_device_without_the_link(
        self, app: Flask, anna: Account, browser: FlaskClient, russian: Visitor
    ) -> None:
        russian.start()
        browser.get(f"/link/{russian.token()}")
        browser.post("/account/assessments", data={"assessment": russian.assessment_id})
        other_device = app.test_client()
        address = f"/assessments/{russian.assessment_id}/questions/culture"

        assert other_device.get(address).status_code == 404
        sign_in(other_device, anna)
        assert other_device.get(address).status_code == 200
        said = words(other_device.get(f"/assessments/{russian.assessment_id}/link"))
        assert "This device does not hold the private link" in said

    def test_only_what_this_device_holds_the_link_to_can_be_taken(self, browser: FlaskClient, russian: Visitor) -> None:
        russian.start()
        answer = browser.post("/account/assessments", data={"assessment": [russian.assessment_id, "nothing"]})
        assert answer.status_code == 303
        assert browser.get(f"/assessments/{russian.assessment_id}/review").status_code == 404

    def test_what_is_begun_while_signed_in_is_in_the_account_at_once(self, browser: FlaskClient, anna: Account) -> None:
        visitor = Visitor(browser)
        visitor.start()
        visitor.client.delete_cookie("cx_wheel")
        sign_in(browser, anna)
        assert browser.get(f"/assessments/{visitor.assessment_id}/review").status_code == 200

    def test_a_result_offers_to_be_taken_and_leads_back(self, browser: FlaskClient, app: Flask) -> None:
        with app.app_context():
            shelf = app.extensions["cx_wheel"].shelf
            started = submitted(shelf, sheet_of_facets(core_framework()), framework_id="cx_competencies", seed="mine")
        browser.get(f"/link/{started.token}")
        address = f"/assessments/{started.assessment.id}/result"
        assert "Take it into my account" in words(browser.get(address))

        answer = browser.post("/account/assessments", data={"assessment": started.assessment.id, "next": address})
        assert answer.location == address
        said = words(browser.get(address))
        assert "This result is in your account" in said
        assert "Share with a person" in said

    @pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example", "/\\evil.example"])
    def test_it_leads_to_this_site_alone(self, browser: FlaskClient, place: str) -> None:
        assert browser.post("/account/assessments", data={"next": place}).location == "/"

    def test_somebody_signed_out_is_led_through_sign_in(self, client: FlaskClient) -> None:
        visitor = Visitor(client)
        visitor.start()
        page = visitor.see(f"/assessments/{visitor.assessment_id}/link")
        assert "Sign in to take it into an account" in words(page)
        back = f"/account/sign-in?next=/assessments/{visitor.assessment_id}"
        assert [one["href"] for one in elements(page, "a") if one["href"].startswith(back)]

    def test_answers_of_an_anonymous_campaign_are_never_offered(
        self, app: Flask, anna: Account, browser: FlaskClient, russian: Visitor
    ) -> None:
        russian.start()
        with app.app_context():
            answer_campaign(app, russian.assessment_id, anonymous=True)
        browser.get(f"/link/{russian.token()}")

        assert "This device holds" not in words(browser.get("/account"))
        page = words(browser.get(f"/assessments/{russian.assessment_id}/link"))
        assert "Take it into my account" not in page
        browser.post("/account/assessments", data={"assessment": russian.assessment_id})
        browser.delete_cookie("cx_wheel")
        sign_in(browser, anna)
        assert "Nothing is in this account yet." in words(browser.get("/account"))


class TestWithdrawing:
    def test_the_link_opens_nothing_and_the_account_goes_on(self, app: Flask, browser: FlaskClient) -> None:
        visitor = Visitor(browser)
        visitor.start()
        token, address = visitor.token(), f"/assessments/{visitor.assessment_id}"
        assert "Withdraw the private link" in words(browser.get(f"{address}/link"))

        assert browser.post(f"{address}/link/withdrawal").status_code == 303
        assert "The private link is withdrawn" in words(browser.get(f"{address}/link"))
        assert browser.get(f"{address}/review").status_code == 200
        assert app.test_client().get(f"/link/{token}").status_code == 404

    def test_only_the_owner_can(self, browser: FlaskClient, russian: Visitor) -> None:
        russian.start()
        browser.get(f"/link/{russian.token()}")
        answer = browser.post(f"/assessments/{russian.assessment_id}/link/withdrawal")
        assert answer.status_code == 409
        assert russian.see(f"/link/{russian.token()}").status_code == 303
        signed_out = russian.client.post(f"/assessments/{russian.assessment_id}/link/withdrawal")
        assert signed_out.location.startswith("/account/sign-in")


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
