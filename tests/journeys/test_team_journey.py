"""A lead makes a team and fills it, and somebody joins it by themselves, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.factories.accounts import PASSWORD, make_account
from tests.factories.journeys import has_no_sideways_scroll
from tests.factories.teams import make_team
from tests.journeys.conftest import PHONE, OpenBrowser

LIST = b"email;name;role\r\nanna@example.org;Anna;lead\r\nnonsense;Boris;\r\n" + b"".join(
    f"person{number}@example.org;Person {number};\r\n".encode() for number in range(6)
)

Check = Callable[[Page], None]


def sign_in(page: Page, email: str) -> None:
    page.goto("/account/sign-in?next=/teams")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    page.wait_for_url("**/teams")


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_lead_makes_a_team_and_fills_it_from_a_file(
    open_browser: OpenBrowser, journey_app: Flask, accessible: Check, scripts: bool
) -> None:
    email = f"lead-{scripts}@example.org".lower()
    make_account(journey_app, email)
    page = open_browser(viewport=PHONE, java_script_enabled=scripts).new_page()
    sign_in(page, email)
    page.get_by_role("link", name="New team").click()
    page.get_by_label("Name of the team").fill("Support")
    press(page, "Create the team")
    page.get_by_role("link", name="Add people").click()
    page.get_by_label("File").set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": LIST})
    page.locator("#upload").get_by_role("button", name="Check the list first").click()
    expect(page.get_by_role("heading", name="7 people will be added").first).to_be_visible()
    expect(page.locator("#bad")).to_contain_text("There is no @ in this address.")
    assert has_no_sideways_scroll(page)
    if scripts:
        accessible(page)
    press(page, "Add 7 people")
    expect(page.get_by_role("main")).to_contain_text("6 members · 2 leads")
    expect(page.get_by_role("main")).to_contain_text("Lead as soon as they sign in")
    page.locator("tr", has_text="person3@example.org").get_by_role("link").click()
    page.get_by_role("link", name="Remove from the team").click()
    expect(page.get_by_role("heading", name="Remove this person from the team?")).to_be_visible()
    if scripts:
        accessible(page)
    press(page, "Remove from the team")
    expect(page.get_by_role("main")).to_contain_text("Person 3 is no longer in the team.")
    expect(page.get_by_role("main")).to_contain_text("5 members · 2 leads")


def test_somebody_joins_by_link_with_an_account_and_leaves_again(
    open_browser: OpenBrowser, journey_app: Flask, accessible: Check
) -> None:
    lead = make_account(journey_app, "joined@example.org")
    make_account(journey_app, "joiner@example.org")
    team = make_team(journey_app, lead, 1, name="Joined", seed="team journey").team
    desk = open_browser().new_page()
    sign_in(desk, "joined@example.org")
    desk.goto(f"/teams/{team.id}/join-link")
    accessible(desk)
    press(desk, "Make a link")
    link = desk.get_by_label("Join link").input_value()
    accessible(desk)

    other = open_browser(viewport=PHONE).new_page()
    other.goto(link)
    accessible(other)
    assert has_no_sideways_scroll(other)
    other.get_by_role("link", name="I have an account: sign in and join at once").click()
    other.get_by_label("Email address").fill("joiner@example.org")
    other.get_by_label("Password").fill(PASSWORD)
    press(other, "Sign in")
    press(other, "Join the team")
    expect(other.get_by_role("main")).to_contain_text("You are in this team.")
    accessible(other)
    other.get_by_label("Yes, take me out of this team").check()
    press(other, "Leave the team")
    expect(other.get_by_role("main")).to_contain_text("You are no longer in the team “Joined”.")


def test_pages_of_a_team_are_accessible(open_browser: OpenBrowser, journey_app: Flask, accessible: Check) -> None:
    lead = make_account(journey_app, "many@example.org")
    made = make_team(journey_app, lead, 60, seed="accessible")
    page = open_browser(viewport=PHONE).new_page()
    sign_in(page, "many@example.org")
    for rest in ("", "?q=member", "/members/new", f"/members/{made.lead.id}", "/settings", "/deletion"):
        page.goto(f"/teams/{made.team.id}{rest}")
        accessible(page)
        assert has_no_sideways_scroll(page)
    for address in ("/teams", "/teams/new", "/organisations/new"):
        page.goto(address)
        accessible(page)
