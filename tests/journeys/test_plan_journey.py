"""Somebody who makes the plan their own, on a phone and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.factories.assessments import submitted
from tests.factories.frameworks import core_framework
from tests.factories.journeys import has_no_sideways_scroll
from tests.factories.visits import sheet_of_facets
from tests.journeys.conftest import PHONE, OpenBrowser

_SEEDS = count(1)


@pytest.fixture
def plan(open_browser: OpenBrowser, journey_app: Flask) -> Page:
    """The plan page of somebody who has just submitted, on a phone that runs no scripts."""
    page = open_browser(viewport=PHONE, java_script_enabled=False).new_page()
    with journey_app.app_context():
        shelf = journey_app.extensions["cx_wheel"].shelf
        kinds = {"seed": f"plan journey {next(_SEEDS)}", "framework_id": "cx_competencies", "locale": "en"}
        started = submitted(shelf, sheet_of_facets(core_framework()), now=datetime.now(UTC), **kinds)
    page.goto(f"/link/{started.token}")
    page.get_by_role("link", name="Make it my plan").click()
    page.wait_for_url("**/plan")
    return page


def test_a_step_is_done_written_about_dated_swapped_dropped_and_brought_back(plan: Page) -> None:
    cards = plan.locator(".cx-card")
    first = cards.first
    steps = cards.count()
    title = first.get_by_role("heading").inner_text()

    first.get_by_role("button", name="Done").click()
    expect(first).to_contain_text("Done on")

    first.locator("summary", has_text="My evidence").click()
    first.get_by_label("What I have to show").fill("A diary\nand an answer")
    first.get_by_role("button", name="Save").first.click()
    expect(first).to_contain_text("A diary")

    second = cards.nth(1)
    second.locator("summary", has_text="Swap").click()
    chosen = second.get_by_role("radio").first
    action = chosen.get_attribute("value")
    chosen.check()
    second.get_by_role("button", name="Swap").click()
    expect(plan.locator(f'[id="step-{action}"]')).to_be_visible()

    first.locator("summary", has_text="Drop").click()
    first.get_by_role("button", name="Drop this step").click()
    expect(cards).to_have_count(steps - 1)
    plan.get_by_role("button", name=re.compile(rf"Bring back\s*: {re.escape(title)}")).click()
    expect(cards).to_have_count(steps)


def test_an_own_step_is_refused_with_what_was_typed_and_then_added(
    plan: Page, accessible: Callable[[Page], None]
) -> None:
    steps = plan.locator(".cx-card").count()
    plan.locator("#own-step > summary").click()
    plan.get_by_label("What I will do").fill("Call five customers")
    plan.get_by_label("Hours in all").fill("")
    plan.get_by_role("button", name="Add this step").click()

    expect(plan.get_by_role("alert")).to_contain_text("what you typed is still there")
    plan.get_by_role("link", name="To the field that needs a look").click()
    hours = plan.get_by_label("Hours in all")
    expect(hours).to_be_in_viewport()
    expect(hours).to_have_accessible_description("Please enter a number, such as 3 or 2.5.")
    expect(plan.get_by_label("What I will do")).to_have_value("Call five customers")

    hours.fill("2.5")
    plan.get_by_role("button", name="Add this step").click()
    expect(plan.locator(".cx-card")).to_have_count(steps + 1)
    assert has_no_sideways_scroll(plan)


def test_other_hours_make_another_plan_and_the_name_is_kept(plan: Page) -> None:
    before = plan.get_by_role("heading", level=1).inner_text()
    plan.get_by_label("Hours a week").fill("1")
    plan.get_by_role("button", name="Plan anew").click()
    expect(plan.get_by_role("status")).to_contain_text("The plan follows your hours and weeks.")
    expect(plan.get_by_role("heading", level=1)).not_to_have_text(before)

    plan.get_by_label("Name", exact=True).fill("Anna")
    plan.get_by_role("button", name="Save name").click()
    expect(plan.get_by_label("Name", exact=True)).to_have_value("Anna")


def test_words_without_spaces_do_not_break_the_page(plan: Page) -> None:
    plan.locator("#own-step > summary").click()
    plan.get_by_label("What I will do").fill("W" * 150)
    plan.get_by_role("button", name="Add this step").click()
    expect(plan.locator(".cx-card h3").filter(has_text="WWW")).to_be_visible()
    assert has_no_sideways_scroll(plan)
