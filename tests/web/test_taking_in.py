"""Taking assessments into an account, opening them without their link, and withdrawing the link."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.use_cases.accounts import Account
from tests.factories.accounts import sign_in
from tests.factories.assessments import submitted
from tests.factories.frameworks import core_framework
from tests.factories.owners import answer_campaign
from tests.factories.visitors import Visitor
from tests.factories.visits import elements, sheet_of_facets, words


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
