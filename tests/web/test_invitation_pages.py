"""The respondents' side: a personal link from the mail to the result, in browsers without scripts."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.domain.campaign import CampaignKind
from assessment.store.respondents import StoredRespondent
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import revoke
from assessment.use_cases.memberships import claim_memberships
from tests.factories.accounts import make_account, sign_in
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.team_campaigns import FORTNIGHT, close, make_campaign, personal_link, respondents_of
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visitors import hidden_fields
from tests.factories.visits import words

CORE = "cx_competencies"
WEEK = timedelta(days=7).total_seconds()


@pytest.fixture
def team(app: Flask) -> MadeTeam:
    return make_team(app, make_account(app))


@pytest.fixture
def campaign(app: Flask, team: MadeTeam) -> CampaignRecord:
    return make_campaign(app, team, framework_id=CORE)


@pytest.fixture
def anonymous(app: Flask, team: MadeTeam) -> CampaignRecord:
    return make_campaign(app, team, framework_id=CORE, anonymous=True)


def english(app: Flask, campaign: CampaignRecord) -> StoredRespondent:
    """The first of those asked, who reads English."""
    return respondents_of(app, campaign)[0]


def press(client: FlaskClient, address: str, **more: str) -> TestResponse:
    """Look at the invitation and press its button."""
    fields = hidden_fields(client.get(address))
    return client.post(address, data={**fields, **more})


def answering(client: FlaskClient, address: str, value: int = 3) -> TestResponse:
    """Answer every statement of the page and press its first button."""
    page = client.get(address)
    items = dict.fromkeys(re.findall(r'name="(answer\.[^"]+)"', page.text))
    button = re.search(r'name="go" value="([^"]+)" data-onward', page.text)
    assert button is not None
    fields = {**hidden_fields(page), **dict.fromkeys(items, str(value)), "go": button[1]}
    return client.post(address, data=fields)


class TestLooking:
    def test_it_says_what_is_asked_until_when_and_who_will_see_what(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        page = client.get(f"/invitation/{personal_link(app, english(app, campaign))}")
        said = words(page)

        assert page.status_code == 200
        assert "Hello, Member 1. Your team wants to know what it can do" in said
        assert (
            "Figures are about all 8 of you together, and are shown once the campaign has closed, if at least 5" in said
        )
        assert "each competency is “covered”, “depends on one person” or is “not covered”" in said
        assert "5 December 2026, 10:00 (Berlin, UTC+1), in 14 days" in said
        assert "Whether you have answered. Reminders are sent by the system" in said
        assert "You get your own wheel" in said

    def test_it_leaves_nothing_on_the_device(self, app: Flask, client: FlaskClient, campaign: CampaignRecord) -> None:
        client.get(f"/invitation/{personal_link(app, english(app, campaign))}")

        with client.session_transaction() as session:
            assert not session.get("links")
            assert "locale" not in session

    def test_it_speaks_the_language_of_the_mail_until_another_is_chosen(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        russian = respondents_of(app, campaign)[1]
        address = f"/invitation/{personal_link(app, russian)}"
        assert "Вопросы о вашей работе" in words(client.get(address))

        changed = client.post(address, data={**hidden_fields(client.get(address)), "language": "en"})

        assert (changed.status_code, changed.location) == (303, address)
        assert "You are asked about your own work" in words(client.get(address))

    def test_the_page_about_a_team_says_so(self, app: Flask, client: FlaskClient, team: MadeTeam) -> None:
        campaign = make_campaign(app, team, CampaignKind.TEAM, framework_id=CORE)
        said = words(client.get(f"/invitation/{personal_link(app, english(app, campaign))}"))

        assert "You rate the team, not yourself." in said
        assert "Where your opinions about the team differ" in said
        assert "depends on one person" not in said

    def test_no_other_site_learns_of_the_link(self, app: Flask, client: FlaskClient, campaign: CampaignRecord) -> None:
        token = personal_link(app, english(app, campaign))
        page = client.get(f"/invitation/{token}")

        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in page.headers["Cache-Control"]
        addresses = re.findall(r'(?:href|src|action)="([^"]+)"', page.text)
        assert {found for found in addresses if token in found} == {f"/invitation/{token}"}

    @pytest.mark.parametrize("guess", ["x", "A" * 43, "%00", "..%2f..", "%F0%9F%8D%8B"])
    def test_a_guess_is_not_found(self, client: FlaskClient, guess: str) -> None:
        assert client.get(f"/invitation/{guess}").status_code == 404


class TestAnswering:
    def test_from_the_link_to_the_result_and_back_on_another_device(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        address = f"/invitation/{personal_link(app, english(app, campaign))}"
        place = press(client, address).location
        assert place.endswith("/questions/culture")
        first = client.get(place)
        assert "Figures are about all 8 of you together" in words(first)
        assert "Answers are taken until Saturday, 5 December 2026, 10:00 (Berlin, UTC+1)." in words(first)
        place = answering(client, place).location
        assert "Figures are about all 8 of you together" not in words(client.get(place))

        other = app.test_client()
        assert "Go on answering" in words(other.get(address))
        place = press(other, address).location
        assert place.endswith("/questions/strategy")
        while not place.endswith("/review"):
            place = answering(other, place).location
        review = other.get(place)
        assert "Figures are about all 8 of you together" in words(review)
        result = other.post(place.replace("review", "submission"), data=hidden_fields(review)).location

        assert client.get(result).status_code == 200
        assert press(client, address).location == result
        assert "You have answered. Thank you." in words(client.get(address))

    def test_the_link_that_keeps_the_place_is_the_one_of_the_mail(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        token = personal_link(app, english(app, campaign))
        place = press(client, f"/invitation/{token}").location.split("/questions")[0]

        page = client.get(f"{place}/link")

        assert "This is your personal link" in words(page)
        assert f"http://localhost/link/{token}" in page.text
        assert app.test_client().get(f"/link/{token}").location == f"{place}/questions/culture"

    def test_a_link_pasted_where_private_links_go_leads_to_the_invitation(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        token = personal_link(app, english(app, campaign))
        fields = hidden_fields(client.get("/continue"))

        pasted = client.post("/continue", data={**fields, "link": f"http://localhost/invitation/{token}"})

        assert pasted.location == f"/invitation/{token}"

    def test_a_form_without_its_token_begins_nothing(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        assert client.post(f"/invitation/{personal_link(app, english(app, campaign))}").status_code == 400


class TestAnonymous:
    def test_it_gives_a_private_link_to_keep(self, app: Flask, client: FlaskClient, anonymous: CampaignRecord) -> None:
        token = personal_link(app, english(app, anonymous))
        before = words(client.get(f"/invitation/{token}"))
        assert "no link between you and them is kept" in before
        assert "Keep it, or stay in this browser" in before

        place = press(client, f"/invitation/{token}").location

        page = client.get(place)
        assert place.endswith("/link")
        assert "Keep this link: it is the only key" in words(page)
        assert token not in page.text

    def test_a_used_link_says_where_to_go_on(self, app: Flask, client: FlaskClient, anonymous: CampaignRecord) -> None:
        address = f"/invitation/{personal_link(app, english(app, anonymous))}"
        press(client, address)

        other = app.test_client()
        page = other.get(address)
        assert "go on in the browser where you began, or with the private link you noted there" in words(page)
        assert 'name="link"' in page.text
        again = other.post(address, data=hidden_fields(page))
        assert again.status_code == 409

    def test_the_same_form_sent_twice_goes_on(self, app: Flask, client: FlaskClient, anonymous: CampaignRecord) -> None:
        address = f"/invitation/{personal_link(app, english(app, anonymous))}"
        fields = hidden_fields(client.get(address))

        first, second = (client.post(address, data=fields) for _ in range(2))

        assert first.location.endswith("/link")
        assert second.location == first.location.replace("/link", "/questions/culture")


class TestTheEnd:
    def test_what_is_sent_after_closing_is_not_saved_and_says_what_was_kept(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        place = press(client, f"/invitation/{personal_link(app, english(app, campaign))}").location
        second = answering(client, place).location
        page = client.get(second)
        close(app, campaign)

        refused = client.post(second, data={**hidden_fields(page), "answer.strategy.knowledge.1": "3"})

        assert refused.status_code == 410
        assert "What had been saved before is kept and is still yours" in words(refused)
        for closed in (second, place.replace("questions/culture", "review")):
            assert client.get(closed).status_code == 410
        base = place.split("/questions")[0]
        body = {"answers": {}, "shown": {}}
        csrf = {"X-CSRFToken": hidden_fields(page)["csrf_token"]}
        autosave = client.post(f"{base}/answers", json=body, headers=csrf)
        assert (autosave.status_code, autosave.json) == (410, {"problem": "closed"})
        submitted = client.post(f"{base}/submission", data={**hidden_fields(page), "accept_incomplete": "y"})
        assert submitted.status_code == 410

    def test_an_unfinished_answer_can_be_taken_along(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord
    ) -> None:
        address = f"/invitation/{personal_link(app, english(app, campaign))}"
        answering(client, press(client, address).location)
        close(app, campaign)

        page = client.get(address)

        assert "What you had answered was not submitted, so it is part of nothing." in words(page)
        assert "Figures are about" not in words(page)
        place = press(client, address).location
        assert place.endswith("/data")
        assert client.get(place).status_code == 200

    def test_a_link_opened_too_late_says_so(
        self, app: Flask, client: FlaskClient, campaign: CampaignRecord, clock: FixedClock
    ) -> None:
        address = f"/invitation/{personal_link(app, english(app, campaign))}"
        fields = hidden_fields(client.get(address))
        clock.advance(FORTNIGHT.total_seconds())

        page = client.get(address)

        assert "This campaign is closed" in words(page)
        assert "The campaign has closed and takes no more answers." in words(page)
        assert "Answers are taken until" not in words(page)
        assert '<form class="cx-actions"' not in page.text
        assert client.post(address, data=fields).status_code == 410

    def test_a_revoked_link_says_what_to_do(self, app: Flask, client: FlaskClient, campaign: CampaignRecord) -> None:
        one = english(app, campaign)
        address = f"/invitation/{personal_link(app, one)}"
        place = press(client, address).location
        with app.app_context():
            revoke(campaign.id, one.id, now=campaign.created_at, token_source=SeededTokens("revoke"))

        page = client.get(address)

        assert page.status_code == 410
        assert "ask the lead of your team for a new one" in words(page)
        assert client.get(place).status_code == 404


class TestSignedIn:
    def test_a_member_begins_without_the_mail(self, app: Flask, client: FlaskClient, campaign: CampaignRecord) -> None:
        account = make_account(app, english(app, campaign).email or "")
        with app.app_context():
            claim_memberships(account.id, account.email, now=campaign.created_at)
        sign_in(client, account)
        address = f"/campaigns/{campaign.id}/answering"

        assert address in client.get(f"/teams/{campaign.team_id}").text
        assert "You are asked about your own work" in words(client.get(address))
        assert press(client, address).location.endswith("/questions/culture")
        assert "Go on answering" in words(client.get(address))

    def test_nobody_else_finds_it(self, app: Flask, client: FlaskClient, campaign: CampaignRecord) -> None:
        sign_in(client, make_account(app, "stranger@example.org"))

        assert client.get(f"/campaigns/{campaign.id}/answering").status_code == 404
