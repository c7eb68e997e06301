"""Two people who lead a team change its plan at once, and a member reads it on a phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from assessment.domain.people import TeamRole
from assessment.store.database import transaction
from assessment.store.team_members import StoredMember, add_members
from assessment.use_cases.accounts import Account
from assessment.use_cases.memberships import claim_memberships
from tests.factories.accounts import PASSWORD, make_account
from tests.factories.assessments import START
from tests.factories.journeys import has_no_sideways_scroll
from tests.factories.team_plans import add_closed_campaign, publish
from tests.factories.team_results import about_themselves, nothing_shown
from tests.factories.teams import make_team
from tests.journeys.conftest import PHONE, OpenBrowser

_TEAMS = count(1)
SUPPORT = "gap.strategy.open.expert_support"


@dataclass(frozen=True)
class Campaign:
    """A closed campaign, and people of its team."""

    id: str
    lead: Account
    second_lead: Account
    member: Account

    @property
    def plan(self) -> str:
        return f"/campaigns/{self.id}/plan"


@pytest.fixture
def campaign(journey_app: Flask) -> Campaign:
    """The result of thirteen people about themselves, published in a team of two leads."""
    return make_campaign(journey_app)


def make_campaign(app: Flask, *, told: bool = True) -> Campaign:
    number = next(_TEAMS)
    lead, second = (make_account(app, f"plan.{who}{number}@example.org", name=who) for who in ("Anna", "Boris"))
    team = make_team(app, lead, members=0, seed=f"plan journey {number}").team
    member = make_account(app, f"plan.member{number}@example.org", locale="ru")
    rows = [
        StoredMember(f"plan{number}{role}", team.id, one.id, one.email, one.name, "en", role.value, START, START)
        for one, role in ((second, TeamRole.LEAD), (member, TeamRole.MEMBER))
    ]
    with app.app_context():
        with transaction() as connection:
            add_members(connection, rows)
        for one in (second, member):
            claim_memberships(one.id, one.email, now=START)
    made = add_closed_campaign(app, team.id, campaign_id=f"planjourney{number}")
    publish(app, made, about_themselves() if told else nothing_shown())
    return Campaign(made, lead, second, member)


def open_plan(page: Page, campaign: Campaign, account: Account) -> Page:
    """Sign in by the real form and be led to the plan."""
    page.goto(campaign.plan)
    page.locator("#email").fill(account.email)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**{campaign.plan}")
    expect(card(page)).to_be_visible()
    return page


def card(page: Page) -> Locator:
    return page.locator(f'[id="step-{SUPPORT}"]')


def open_form(page: Page) -> None:
    card(page).locator("summary", has_text="Who, when, how far").click()


def test_of_two_leads_who_change_a_step_at_once_the_second_sees_both(
    open_browser: OpenBrowser, campaign: Campaign, accessible: Callable[[Page], None]
) -> None:
    first = open_plan(open_browser().new_page(), campaign, campaign.lead)
    second = open_plan(open_browser(java_script_enabled=False).new_page(), campaign, campaign.second_lead)

    open_form(first)
    card(first).get_by_label("Owner").fill("Operations")
    card(first).get_by_label("Progress, per cent").fill("40")
    card(first).get_by_role("button", name="Save").click()
    expect(card(first)).to_contain_text("Operations")
    expect(card(first)).to_contain_text("40%")

    open_form(second)
    card(second).get_by_label("Owner").fill("Marketing")
    card(second).get_by_role("button", name="Save").click()
    expect(second.get_by_role("alert")).to_contain_text("Somebody else was faster")
    owner = card(second).get_by_label("Owner")
    expect(owner).to_have_value("Marketing")
    expect(card(second)).to_contain_text("Meanwhile somebody else has put here: Operations")
    card(second).get_by_role("button", name="Save").click()
    expect(card(second)).to_contain_text("Marketing")

    first.reload()
    expect(card(first)).to_contain_text("Marketing")
    accessible(first)


def test_a_step_is_swapped_dropped_and_brought_back_without_scripts(
    open_browser: OpenBrowser, campaign: Campaign
) -> None:
    page = open_plan(open_browser(viewport=PHONE, java_script_enabled=False).new_page(), campaign, campaign.lead)
    steps = page.locator(".cx-card").count()
    card(page).locator("summary", has_text="Swap").click()
    card(page).get_by_role("radio", name="Two people learn it").check()
    card(page).get_by_role("button", name="Swap").click()
    learning = page.locator('[id="step-gap.strategy.open.learning"]')
    expect(learning).to_be_visible()
    learning.locator("summary", has_text="Drop").click()
    learning.get_by_role("button", name="Drop this step").click()
    expect(page.locator(".cx-card")).to_have_count(steps - 1)
    page.get_by_role("button", name="Bring back").first.click()
    expect(card(page)).to_be_visible()


def test_a_member_reads_the_plan_on_a_phone_in_russian(
    phone: Page, campaign: Campaign, accessible: Callable[[Page], None]
) -> None:
    page = open_plan(phone, campaign, campaign.member)
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.get_by_role("heading", level=1)).to_contain_text("действий")
    expect(page.locator("main form")).to_have_count(0)
    assert has_no_sideways_scroll(page)
    accessible(page)


def test_where_nothing_is_told_the_page_says_why(
    open_browser: OpenBrowser, journey_app: Flask, accessible: Callable[[Page], None]
) -> None:
    campaign = make_campaign(journey_app, told=False)
    page = open_browser().new_page()
    page.goto(campaign.plan)
    page.locator("#email").fill(campaign.lead.email)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no plan here yet")
    page.get_by_role("link", name="To the result of this campaign").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nothing is shown")
    page.go_back()
    accessible(page)
