"""Who may open the result of a campaign, and when."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.domain.campaign import CampaignKind
from tests.factories.accounts import make_account
from tests.factories.published_teams import add_stored_campaign, browser_of, led_team, publish
from tests.factories.team_results import about_the_team, about_themselves, nothing_shown
from tests.factories.visits import words

PATHS = (
    "result",
    "result/strategy",
    "result/strategy/answers.svg",
    "wheel.svg",
    "wheel.png",
    "ranges.svg",
    "agreement.png",
    "result.csv",
    "result.xlsx",
)


def test_nobody_signed_in_is_led_to_the_sign_in_page(app: Flask) -> None:
    _, team = led_team(app)
    campaign_id = publish(app, team.team.id, about_the_team())

    for path in PATHS:
        answer = app.test_client().get(f"/campaigns/{campaign_id}/{path}")
        assert (answer.status_code, "/account/sign-in" in answer.location) == (303, True), path


def test_to_the_lead_of_another_team_the_result_does_not_exist(app: Flask) -> None:
    _, team = led_team(app)
    stranger, _ = led_team(app, email="other@example.org")
    campaign_id = publish(app, team.team.id, about_the_team())
    browser = browser_of(app, stranger)

    for path in PATHS:
        answer = browser.get(f"/campaigns/{campaign_id}/{path}")
        assert answer.status_code == 404, path
        assert "strategy" not in words(answer).lower()


def test_a_campaign_that_is_not_there_looks_like_one_that_is_not_theirs(app: Flask) -> None:
    _, team = led_team(app)
    stranger, _ = led_team(app, email="other@example.org")
    publish(app, team.team.id, about_the_team())
    browser = browser_of(app, stranger)

    theirs, absent = (browser.get(f"/campaigns/{key}/result") for key in ("round", "nowhere"))
    assert (theirs.status_code, absent.status_code) == (404, 404)
    assert words(theirs) == words(absent).replace("nowhere", "round")


def test_members_see_the_figures_and_read_the_plan_but_not_how_many_took_part(app: Flask) -> None:
    lead, team = led_team(app)
    member = make_account(app, "member1@example.org")
    campaign_id = publish(app, team.team.id, about_themselves())
    own, leads = browser_of(app, member), browser_of(app, lead)

    page = own.get(f"/campaigns/{campaign_id}/result")
    same = leads.get(f"/campaigns/{campaign_id}/result")

    assert page.status_code == 200
    assert "team plan" in words(page)
    assert "13 of 18" in words(same)
    assert "13 of" not in words(page)
    assert "13" not in own.get(f"/campaigns/{campaign_id}/result.csv").text.replace("2013", "")
    assert "13" in leads.get(f"/campaigns/{campaign_id}/result.csv").text


def test_an_archived_campaign_keeps_its_result(app: Flask) -> None:
    lead, team = led_team(app)
    campaign_id = publish(app, team.team.id, about_themselves(), state="archived")

    assert browser_of(app, lead).get(f"/campaigns/{campaign_id}/result").status_code == 200


@pytest.mark.parametrize("email", ["lead@example.org", "member1@example.org"])
def test_while_a_campaign_is_open_the_page_says_when_the_result_comes(app: Flask, email: str) -> None:
    lead, team = led_team(app)
    account = lead if email == lead.email else make_account(app, email)
    core = "cx_competencies"
    add_stored_campaign(app, team.team.id, CampaignKind.THEMSELVES, state="open", framework_id=core)
    browser = browser_of(app, account)
    page = browser.get("/campaigns/round/result")

    assert page.status_code == 200
    assert "This campaign is still open" in words(page)
    assert "14 November 2026, 21:00" in words(page), "by the organiser's clock"
    assert "Figures that changed with every answer would show who answered last." in words(page)
    for path in PATHS[1:]:
        assert browser.get(f"/campaigns/round/{path}").status_code == 404, path


def test_a_draft_is_there_for_its_lead_alone(app: Flask) -> None:
    lead, team = led_team(app)
    member = make_account(app, "member1@example.org")
    add_stored_campaign(app, team.team.id, CampaignKind.TEAM, state="draft", framework_id="cx_competencies")

    assert "This campaign has not opened yet" in words(browser_of(app, lead).get("/campaigns/round/result"))
    assert browser_of(app, member).get("/campaigns/round/result").status_code == 404


def test_of_a_hidden_result_there_is_neither_a_competency_nor_a_picture(app: Flask) -> None:
    lead, team = led_team(app)
    publish(app, team.team.id, nothing_shown())
    browser = browser_of(app, lead)

    for path in PATHS[1:]:
        assert browser.get(f"/campaigns/round/{path}").status_code == 404, path


def test_each_page_leads_back_to_where_its_reader_came_from(app: Flask) -> None:
    lead, team = led_team(app)
    member = make_account(app, "member1@example.org")
    publish(app, team.team.id, nothing_shown())

    assert 'href="/campaigns/round"' in browser_of(app, lead).get("/campaigns/round/result").text
    assert 'href="/account">To your page' in browser_of(app, member).get("/campaigns/round/result").text
