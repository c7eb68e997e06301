"""Somebody who keeps results in an account, sees what changed, and shares one with a team lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from assessment.use_cases.accounts import Account
from assessment.use_cases.own_assessments import take_into_account
from tests.factories.accounts import PASSWORD, make_account
from tests.factories.assessments import submitted
from tests.factories.frameworks import core_framework
from tests.factories.journeys import has_no_sideways_scroll
from tests.factories.owners import lead_a_team
from tests.factories.visits import PERSON, sheet_of_facets
from tests.journeys.conftest import PHONE, OpenBrowser

_NUMBERS = count(1)
BEFORE = {**PERSON, "design": (15, 10, 20)}


@pytest.fixture
def person(journey_app: Flask) -> Account:
    """Somebody with an account and one result of two months ago in it."""
    number = next(_NUMBERS)
    account = make_account(journey_app, f"journey{number}@example.org", name="Anna")
    then = datetime.now(UTC) - timedelta(days=60)
    with journey_app.app_context():
        shelf = journey_app.extensions["cx_wheel"].shelf
        sheet = sheet_of_facets(core_framework(), BEFORE)
        kinds = {"seed": f"journey {number}", "framework_id": "cx_competencies", "locale": "en"}
        started = submitted(shelf, sheet, now=then, **kinds)  # type: ignore[arg-type]
        take_into_account(started.assessment.id, account.id, now=then)
    return account


@pytest.fixture
def link(journey_app: Flask) -> str:
    """The private link of a result of today."""
    with journey_app.app_context():
        shelf = journey_app.extensions["cx_wheel"].shelf
        seed = f"journey link {next(_NUMBERS)}"
        sheet = sheet_of_facets(core_framework(), {**PERSON, "design": (75, 70, 80)})
        started = submitted(shelf, sheet, now=datetime.now(UTC), seed=seed, framework_id="cx_competencies", locale="en")
    return f"/link/{started.token}"


@pytest.fixture
def lead(journey_app: Flask) -> Account:
    account = make_account(journey_app, f"lead{next(_NUMBERS)}@example.org")
    with journey_app.app_context():
        lead_a_team(account)
    return account


def sign_in(page: Page, account: Account) -> None:
    """Where the sign-in form stands, by its labels."""
    page.get_by_label("Email address").fill(account.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def new_page(open_browser: OpenBrowser, **options: object) -> Page:
    context: BrowserContext = open_browser(**options)
    return context.new_page()


def test_a_result_goes_from_its_link_into_the_account_and_opens_on_another_device(
    open_browser: OpenBrowser, person: Account, link: str, accessible: Callable[[Page], None]
) -> None:
    phone = new_page(open_browser, viewport=PHONE, java_script_enabled=False)
    phone.goto(link)
    phone.get_by_role("link", name="Sign in to take it into an account").click()
    sign_in(phone, person)
    phone.get_by_role("button", name="Take it into my account").click()
    expect(phone.get_by_role("status")).to_contain_text("1 assessment is in your account now.")
    assert has_no_sideways_scroll(phone)

    desk = new_page(open_browser)
    desk.goto("/account")
    sign_in(desk, person)
    expect(desk.get_by_role("main")).to_contain_text("Really better: design and change.")
    assert has_no_sideways_scroll(desk)
    accessible(desk)
    desk.get_by_role("link", name="What changed").click()
    expect(desk.get_by_role("row", name="Design and change")).to_contain_text("really better")
    accessible(desk)


def test_a_result_is_previewed_shared_looked_at_and_taken_back(
    open_browser: OpenBrowser, person: Account, lead: Account, accessible: Callable[[Page], None]
) -> None:
    owner = new_page(open_browser)
    owner.goto("/account")
    sign_in(owner, person)
    owner.locator(".cx-past a").first.click()
    owner.get_by_role("link", name="Share with a person").click()
    owner.get_by_label("Address of the person").fill(lead.email)
    owner.get_by_label("The development plan too").check()
    accessible(owner)
    owner.get_by_role("button", name="Look at what they will see").click()
    expect(owner.get_by_role("heading", level=1)).to_have_text(f"This is what {lead.email} will see")
    accessible(owner)
    owner.wait_for_load_state("load")
    previewed = owner.locator(".cx-shared").inner_text()
    owner.get_by_role("button", name="Share this").click()
    expect(owner.get_by_role("status")).to_contain_text("The result is shared.")

    reader = new_page(open_browser, viewport=PHONE)
    reader.goto("/shared")
    sign_in(reader, lead)
    reader.get_by_role("link", name=person.email).click()
    reader.wait_for_url("**/shared/*")
    address = reader.url
    assert has_no_sideways_scroll(reader)
    accessible(reader)
    reader.set_viewport_size({"width": 1280, "height": 900})
    assert reader.locator(".cx-shared").inner_text() == previewed

    owner.get_by_role("button", name="Stop sharing").click()
    expect(owner.get_by_role("status")).to_contain_text("Taken back")
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_have_text("This result is not shared with you")
    owner.goto("/account/log")
    expect(owner.get_by_role("row", name="Shared result looked at")).to_contain_text(lead.email)
    accessible(owner)
