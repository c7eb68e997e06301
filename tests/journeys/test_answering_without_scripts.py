"""Everything works by the buttons of the pages when the browser runs no scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.factories.journeys import COMPETENCIES, expect_questions, expect_rated, go_on, item, rate, start
from tests.journeys.conftest import PHONE, OpenBrowser


@pytest.fixture
def plain(open_browser: OpenBrowser) -> Page:
    return open_browser(java_script_enabled=False, viewport=PHONE).new_page()


def test_from_the_first_page_to_the_result(plain: Page) -> None:
    start(plain)
    for competency in COMPETENCIES:
        expect_questions(plain, competency)
        for number in range(1, 13):
            rate(plain, number, (number + len(competency)) % 6)
        go_on(plain)
    expect(plain.locator("h1")).to_have_text("All statements are answered")
    plain.locator(".cx-finish button.cx-btn").click()
    expect(plain).to_have_url(re.compile("/result$"))
    expect(plain.locator("figure.cx-wheel").first).to_be_visible()


def test_moving_freely_saves_what_is_on_the_page(plain: Page) -> None:
    start(plain)
    rate(plain, 1, 4)
    plain.locator("[data-step='competency:design']").click()
    expect_questions(plain, "design")
    rate(plain, 2, "dont_know")
    plain.locator("[data-step='competency:culture']").click()
    expect_questions(plain, "culture")
    expect_rated(plain, 1, "4")
    expect(plain.locator('[data-state="saved"]')).to_contain_text("Saved · 2 of 60 answered")
    plain.locator("[data-step='competency:design']").click()
    expect_questions(plain, "design")
    expect_rated(plain, 2, "dont_know")


def test_changing_the_language_keeps_what_is_on_the_page(plain: Page) -> None:
    start(plain)
    rate(plain, 3, 2)
    plain.get_by_role("button", name="Русский").click()
    expect(plain.locator("html")).to_have_attribute("lang", "ru")
    expect_rated(plain, 3, "2")


def test_stopping_saves_and_shows_the_private_link(plain: Page) -> None:
    link = start(plain)
    rate(plain, 3, 2)
    plain.get_by_role("button", name="Stop for now").click()
    expect(plain.locator("#link")).to_have_value(link)
    plain.goto(link)
    expect_rated(plain, 3, "2")


def test_two_tabs_show_both_versions_on_a_page_of_their_own(plain: Page) -> None:
    start(plain)
    second = plain.context.new_page()
    second.goto(plain.url)
    rate(plain, 1, 4)
    go_on(plain)
    expect_questions(plain, "strategy")
    rate(second, 1, 2)
    go_on(second)
    expect(second.locator("h1")).to_have_text("Two versions of your answers")
    second.get_by_label(re.compile("^4 ·")).check(force=True)
    second.get_by_role("button", name="Save these answers").click()
    expect_questions(second, "strategy")
    second.locator("[data-step='competency:culture']").click()
    expect_questions(second, "culture")
    expect_rated(second, 1, "4")


def test_an_expired_session_asks_for_the_link_and_saves_what_was_on_the_page(plain: Page) -> None:
    link = start(plain)
    rate(plain, 1, 5)
    plain.context.clear_cookies()
    go_on(plain)
    expect(plain.locator("h1")).to_have_text("One step before we can save")
    plain.get_by_role("button", name="Save my answers").click()
    plain.get_by_label("Your private link").fill(link)
    plain.get_by_role("button", name="Save my answers").click()
    expect_questions(plain, "strategy")
    plain.locator("[data-step='competency:culture']").click()
    expect_questions(plain, "culture")
    expect_rated(plain, 1, "5")


def test_statements_can_be_chosen_and_seen_without_colour_or_script(plain: Page) -> None:
    start(plain)
    rate(plain, 1, 3)
    expect(item(plain, 1).get_by_role("radio", name="3 I know enough for typical tasks")).to_be_checked()
