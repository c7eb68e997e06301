"""What a browser keeps, and what it opens when somebody else sits down at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store.database import close_connections
from assessment.use_cases.accounts import Account
from assessment.use_cases.memberships import claim_memberships
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, sign_in
from tests.factories.assessments import START, FixedClock, SeededTokens
from tests.factories.team_campaigns import make_campaign
from tests.factories.teams import make_team
from tests.factories.visitors import Visitor, hidden_fields

BASE = "https://wheel.example.org"
CORE = "cx_competencies"


@pytest.fixture
def anna(app: Flask) -> Account:
    return make_account(app, "anna@example.org")


def sign_out(client: FlaskClient) -> TestResponse:
    token = hidden_fields(client.get("/continue"))["csrf_token"]
    return client.post("/account/sign-out", data={"csrf_token": token})


class TestSigningOut:
    def test_leaves_nothing_of_the_account_on_the_device(self, visitor: Visitor, anna: Account) -> None:
        sign_in(visitor.client, anna)
        begun_signed_in = visitor.start()
        sign_out(visitor.client)

        assert visitor.see(f"/assessments/{begun_signed_in}/review").status_code == 404
        assert begun_signed_in not in visitor.see("/continue").text
        sign_in(visitor.client, anna)
        assert visitor.see(f"/assessments/{begun_signed_in}/review").status_code == 200

    def test_leaves_what_is_in_no_account(self, visitor: Visitor, anna: Account) -> None:
        mine = visitor.start()
        sign_in(visitor.client, anna)
        sign_out(visitor.client)

        assert visitor.see(f"/assessments/{mine}/review").status_code == 200

    def test_forgets_answers_to_a_campaign_that_knows_who_gave_them(self, app: Flask) -> None:
        client = self._begin(app, anonymous=False)
        (address,) = self._held(client)
        assert client.get(address).status_code == 200
        sign_out(client)
        assert client.get(address).status_code == 404

    def test_keeps_the_only_key_to_anonymous_answers(self, app: Flask) -> None:
        client = self._begin(app, anonymous=True)
        (address,) = self._held(client)
        sign_out(client)
        assert client.get(address).status_code == 200

    def _begin(self, app: Flask, *, anonymous: bool) -> FlaskClient:
        """Somebody answers a campaign of their team, signed in."""
        team = make_team(app, make_account(app, "lead@example.org"), 8)
        member = make_account(app, "member1@example.org")
        with app.app_context():
            claim_memberships(member.id, member.email, now=START)
        campaign = make_campaign(app, team, framework_id=CORE, anonymous=anonymous)
        client = app.test_client()
        sign_in(client, member)
        address = f"/campaigns/{campaign.id}/answering"
        assert client.post(address, data=hidden_fields(client.get(address))).status_code == 303
        return client

    def _held(self, client: FlaskClient) -> list[str]:
        with client.session_transaction() as session:
            return [f"/assessments/{assessment_id}/review" for assessment_id, _ in session["links"]]

    def test_is_not_done_by_a_link_or_by_another_site(self, client: FlaskClient, anna: Account) -> None:
        sign_in(client, anna)
        assert client.get("/account/sign-out").status_code == 405
        assert client.post("/account/sign-out", headers={"Origin": "https://evil.example"}).status_code == 400
        assert is_signed_in(client)


class TestSessions:
    def test_a_cookie_that_somebody_planted_signs_nobody_else_in(self, app: Flask, anna: Account) -> None:
        """Whoever planted it knows what was in it before, and not what is in it now."""
        planted = app.test_client()
        planted.get("/continue")
        cookie = planted.get_cookie("cx_wheel")
        assert cookie is not None
        victim, thief = app.test_client(), app.test_client()
        for browser in (victim, thief):
            browser.set_cookie("cx_wheel", cookie.value)

        sign_in(victim, anna)

        assert is_signed_in(victim)
        assert not is_signed_in(thief)

    def test_each_sign_in_makes_a_secret_of_its_own(self, client: FlaskClient, anna: Account) -> None:
        secrets = []
        for _ in range(2):
            sign_in(client, anna)
            with client.session_transaction() as session:
                secrets.append(session["account"])
            sign_out(client)
        assert len(set(secrets)) == 2

    def test_the_account_of_before_ends_on_the_device_when_another_signs_in(self, app: Flask, anna: Account) -> None:
        """A stolen cookie of the first one is worth nothing then."""
        client, thief = app.test_client(), app.test_client()
        sign_in(client, anna)
        cookie = client.get_cookie("cx_wheel")
        assert cookie is not None
        thief.set_cookie("cx_wheel", cookie.value)
        assert is_signed_in(thief)
        sign_out(client)
        sign_in(client, make_account(app, "boris@example.org"))
        assert not is_signed_in(thief)


class TestHttps:
    @pytest.fixture
    def site(self, settings: Settings, shelf: Shelf) -> Iterator[Flask]:
        settings = replace(settings, base_url=BASE)
        app = create_app(settings, clock=FixedClock(), token_source=SeededTokens(), shelf=shelf)
        app.testing = True
        prepare_site(app)
        yield app
        with app.app_context():
            close_connections()

    def test_every_cookie_stays_on_https_out_of_scripts_and_on_this_site(self, site: Flask) -> None:
        make_account(site, "anna@example.org")
        client = site.test_client()
        page = client.get("/account/sign-in", base_url=BASE)
        fields = {**hidden_fields(page), "email": "anna@example.org", "password": PASSWORD, "remember": "y"}
        answer = client.post("/account/sign-in", data=fields, base_url=BASE)

        assert answer.location == "/account"
        cookies = [SimpleCookie(header) for header in answer.headers.getlist("Set-Cookie")]
        assert [list(cookie) for cookie in cookies] == [["__Host-cx_wheel"]]
        (cookie,) = (cookie["__Host-cx_wheel"] for cookie in cookies)
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
        assert not cookie["domain"]

    def test_browsers_are_told_to_come_by_https_alone(self, site: Flask, client: FlaskClient) -> None:
        for address in ("/", "/account/sign-in", "/nowhere"):
            told = site.test_client().get(address, base_url=BASE).headers["Strict-Transport-Security"]
            assert told == "max-age=31536000"
        assert "Strict-Transport-Security" not in client.get("/").headers

    @pytest.mark.parametrize("headers", [{"X-Forwarded-Host": "evil.example"}, {"Host": "evil.example"}])
    def test_no_host_of_a_request_gets_into_a_page_or_an_address(self, site: Flask, headers: dict[str, str]) -> None:
        client = site.test_client()
        for address in ("/", "/account", "/account/sign-in", "/account/oidc/start", "/nowhere", "/teams"):
            answer = client.get(address, headers={**headers, "X-Forwarded-Proto": "http"})
            assert "evil.example" not in answer.text + str(answer.headers)
