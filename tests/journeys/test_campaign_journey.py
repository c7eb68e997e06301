"""A lead asks the team, somebody answers on a phone, and the campaign closes under their hands."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from assessment.use_cases.campaign_records import CampaignRecord, list_campaigns
from tests.factories.accounts import PASSWORD, make_account
from tests.factories.journeys import expect_saved, expect_state, has_no_sideways_scroll, rate
from tests.factories.team_campaigns import close, make_campaign, personal_link, respondents_of
from tests.factories.teams import MadeTeam, make_team
from tests.journeys.conftest import PHONE, OpenBrowser

Check = Callable[[Page], None]

_LEADS = count(1)


@pytest.fixture
def team(journey_app: Flask) -> MadeTeam:
    number = next(_LEADS)
    lead = make_account(journey_app, f"asks{number}@example.org", name="Lead")
    return make_team(journey_app, lead, seed=f"asked {number}")


def sign_in(page: Page, team: MadeTeam) -> None:
    page.goto("/account/sign-in")
    page.locator("input[name=email]").fill(team.lead.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/account")


def invitation(app: Flask, campaign: CampaignRecord) -> str:
    """The personal link of the second respondent, who reads Russian."""
    return f"/invitation/{personal_link(app, respondents_of(app, campaign)[1])}"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_lead_drafts_checks_opens_and_closes(
    open_browser: OpenBrowser, journey_app: Flask, accessible: Check, team: MadeTeam, scripts: bool
) -> None:
    page = open_browser(viewport=PHONE, java_script_enabled=scripts).new_page()
    sign_in(page, team)
    check = accessible if scripts else lambda _: None
    page.goto(f"/teams/{team.team.id}/campaigns/new")
    check(page)
    assert has_no_sideways_scroll(page)
    page.get_by_role("button", name="Save the draft and check it").click()
    expect(page.locator("#title-refusal")).to_be_visible()
    check(page)
    page.get_by_label("Name of the campaign").fill("Autumn")
    page.get_by_label("Time zone").select_option("Europe/Berlin")
    page.get_by_role("button", name="Save the draft and check it").click()
    expect(page.get_by_role("heading", name="8 people will be asked")).to_be_visible()
    check(page)
    assert has_no_sideways_scroll(page)
    page.get_by_role("button", name="Open it and send 8 invitations").click()
    expect(page.get_by_role("main")).to_contain_text("nobody sees who has answered")
    check(page)
    assert has_no_sideways_scroll(page)
    page.get_by_role("link", name="Close it now").click()
    sure = page.get_by_label("Yes, close it for everybody")
    expect(sure).to_be_visible()
    check(page)
    sure.check()
    page.get_by_role("button", name="Close the campaign").click()
    expect(page.get_by_role("link", name="To the result")).to_be_visible()
    with journey_app.app_context():
        (campaign,) = list_campaigns(team.team.id)
    assert campaign.campaign.closed_at is not None


def test_somebody_answers_on_a_phone_until_the_campaign_closes(
    phone: Page, journey_app: Flask, accessible: Check, team: MadeTeam
) -> None:
    campaign = make_campaign(journey_app, team, framework_id="cx_competencies")
    address = invitation(journey_app, campaign)
    phone.goto(address)
    expect(phone.get_by_role("heading", level=1)).to_have_text(re.compile("Вопросы о\\s+вашей работе"))
    accessible(phone)
    assert has_no_sideways_scroll(phone)
    phone.get_by_role("button", name="Начать отвечать").click()
    phone.wait_for_url("**/questions/culture")
    expect(phone.locator(".cx-notice")).to_contain_text("вас в\u00a0ней 8")
    accessible(phone)
    rate(phone, 1, 3)
    expect_saved(phone, 1)

    close(journey_app, campaign)

    rate(phone, 2, 4)
    expect_state(phone, "closed")
    accessible(phone)
    phone.goto(address)
    phone.get_by_role("button", name="Что сохранилось из моих ответов").click()
    phone.wait_for_url("**/data")


def test_an_anonymous_answer_goes_on_with_its_own_link(
    desk: Page, open_browser: OpenBrowser, journey_app: Flask, accessible: Check, team: MadeTeam
) -> None:
    campaign = make_campaign(journey_app, team, "team", framework_id="cx_competencies", anonymous=True)
    address = invitation(journey_app, campaign)
    desk.goto(address)
    desk.get_by_role("button", name="English").click()
    desk.get_by_role("button", name="Start answering").click()
    kept = desk.locator("#link").input_value()
    accessible(desk)

    other = open_browser().new_page()
    other.goto(address)
    expect(other.get_by_role("button", name=re.compile("Begin|Начать"))).to_have_count(0)
    accessible(other)
    other.locator("input[name=link]").fill(kept)
    other.locator("input[name=link]").press("Enter")
    other.wait_for_url("**/questions/culture")
