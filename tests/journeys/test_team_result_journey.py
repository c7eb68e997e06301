"""A lead reads a team's result: by keyboard, on a phone, without scripts, in both languages and both schemes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from assessment.domain.team_result import TeamResult
from tests.factories.accounts import PASSWORD
from tests.factories.journeys import has_no_sideways_scroll
from tests.factories.published_teams import led_team, publish
from tests.factories.team_results import (
    about_the_team,
    about_themselves,
    all_agree,
    nothing_shown,
    one_hidden,
    with_changes,
)
from tests.journeys.conftest import OpenBrowser

_NUMBERS = count(1)

Lead = Callable[..., Callable[[TeamResult], str]]


@pytest.fixture
def sign_in_lead(journey_app: Flask) -> Lead:
    """Sign in as the lead of a new team; gives what publishes a result of it and returns its address."""

    def sign_in(page: Page) -> Callable[[TeamResult], str]:
        number = next(_NUMBERS)
        lead, team = led_team(journey_app, email=f"reader{number}@example.org")
        page.goto("/account/sign-in")
        page.locator("input[name=email]").fill(lead.email)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url("**/account")
        rounds = count(1)

        def show(result: TeamResult) -> str:
            campaign_id = f"read{number}-{next(rounds)}"
            publish(journey_app, team.team.id, result, campaign_id=campaign_id)
            return f"/campaigns/{campaign_id}/result"

        return show

    return sign_in


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en-GB", "ru-RU"])
def test_every_page_is_accessible_and_fits_a_phone(
    open_browser: OpenBrowser, sign_in_lead: Lead, accessible: Callable[[Page], None], scheme: str, locale: str
) -> None:
    page = open_browser(locale=locale, viewport={"width": 320, "height": 640}, color_scheme=scheme).new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None
    )
    show = sign_in_lead(page)
    results = (with_changes(), about_the_team(), all_agree(), one_hidden(), nothing_shown())
    paths = [path for result in results for path in (show(result),)]
    for path in (*paths, f"{paths[0]}/voice", f"{paths[1]}/strategy", f"{paths[3]}/metrics"):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert has_no_sideways_scroll(page), path
        accessible(page)
    assert not complaints


def test_a_desk_page_is_accessible(
    open_browser: OpenBrowser, sign_in_lead: Lead, accessible: Callable[[Page], None]
) -> None:
    page = open_browser(locale="en-GB", viewport={"width": 1280, "height": 900}).new_page()
    show = sign_in_lead(page)
    for result in (with_changes(), about_the_team()):
        page.goto(show(result))
        accessible(page)


def test_a_spoke_is_opened_by_keyboard_and_a_note_is_reached_from_its_cell(
    open_browser: OpenBrowser, sign_in_lead: Lead
) -> None:
    page = open_browser(locale="en-GB", viewport={"width": 1280, "height": 900}).new_page()
    show = sign_in_lead(page)
    address = show(about_themselves())
    page.goto(address)
    page.get_by_role("link", name="Why: note 1").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.partition('#')[0]}#coverage-note-1")
    page.locator("a.w-link[aria-label^='Strategy 46']").locator("visible=true").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("CX strategy")
    page.get_by_role("link", name="Back to the team result").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Strategy: nobody on the team")


def test_all_of_it_reads_without_scripts(open_browser: OpenBrowser, sign_in_lead: Lead) -> None:
    page = open_browser(locale="en-GB", java_script_enabled=False).new_page()
    page.goto(sign_in_lead(page)(about_the_team()))

    expect(page.get_by_role("heading", name="How closely you agree")).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Team wheel: PNG").click()
    assert download.value.suggested_filename == "CX Wheel team wheel 2026-11-14.png"
