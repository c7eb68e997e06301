"""The same assessment open twice: both versions are shown, the person chooses, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.factories.journeys import (
    expect_questions,
    expect_rated,
    expect_saved,
    expect_state,
    go_on,
    item,
    rate,
    start,
    unsent,
)


@pytest.fixture
def tabs(desk: Page) -> tuple[Page, Page]:
    """Two tabs that show the same page without answers."""
    start(desk)
    second = desk.context.new_page()
    second.goto(desk.url)
    return desk, second


def save_in_the_first(tabs: tuple[Page, Page], number: int, value: int) -> None:
    """Rate and wait until both tabs know that nothing is unsent: browsers tell other tabs a moment later."""
    first, second = tabs
    rate(first, number, value)
    expect_saved(first, 1)
    second.wait_for_function("localStorage.length === 0")


def test_both_versions_are_shown_below_the_statement(
    tabs: tuple[Page, Page], accessible: Callable[[Page], None]
) -> None:
    second = tabs[1]
    save_in_the_first(tabs, 1, 4)
    rate(second, 1, 2)
    expect_state(second, "conflict")
    panel = item(second, 1).locator(".cx-conflict")
    expect(panel.locator("[data-keep]")).to_contain_text("2 · I can explain the main idea")
    expect(panel.locator("[data-take]")).to_contain_text("4 · I know the finer points and limits")
    accessible(second)


@pytest.mark.parametrize(("button", "wins"), [("[data-keep]", "2"), ("[data-take]", "4")])
def test_the_version_that_is_chosen_counts(tabs: tuple[Page, Page], button: str, wins: str) -> None:
    second = tabs[1]
    save_in_the_first(tabs, 1, 4)
    rate(second, 1, 2)
    item(second, 1).locator(button).click()
    expect_saved(second, 1)
    expect_rated(second, 1, wins)
    assert unsent(second) == []
    for page in tabs:
        page.reload()
        expect_rated(page, 1, wins)


def test_a_new_choice_answers_the_question_too(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    save_in_the_first(tabs, 1, 4)
    rate(second, 1, 2)
    expect(item(second, 1).locator(".cx-conflict")).to_be_visible()
    rate(second, 1, 5)
    expect_saved(second, 1)
    expect(second.locator(".cx-conflict")).to_have_count(0)
    first.reload()
    expect_rated(first, 1, "5")


def test_an_undecided_page_cannot_be_left_by_its_buttons_and_shows_where_to_decide(tabs: tuple[Page, Page]) -> None:
    second = tabs[1]
    save_in_the_first(tabs, 1, 4)
    rate(second, 1, 2)
    expect_state(second, "conflict")
    go_on(second)
    expect(item(second, 1).locator(".cx-conflict")).to_be_focused()
    expect_questions(second, "culture")


def test_a_conflict_survives_a_reload(tabs: tuple[Page, Page]) -> None:
    second = tabs[1]
    save_in_the_first(tabs, 1, 4)
    rate(second, 1, 2)
    expect_state(second, "conflict")
    second.reload()
    expect_rated(second, 1, "2")
    item(second, 1).locator("[data-take]").click()
    expect_saved(second, 1)
    expect_rated(second, 1, "4")


def test_different_statements_in_two_tabs_are_no_conflict(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    save_in_the_first(tabs, 1, 4)
    rate(second, 2, 3)
    expect_saved(second, 2)
    go_on(first)
    expect_questions(first, "strategy")
    second.reload()
    expect_rated(second, 1, "4")
    expect_rated(second, 2, "3")


def test_an_assessment_submitted_in_another_tab_is_said_to_be(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    first.goto(first.url.replace("questions/culture", "review"))
    first.locator("#accept").check()
    first.locator(".cx-finish button.cx-btn").click()
    expect(first).to_have_url(re.compile("/result$"))
    rate(second, 1, 2)
    line = expect_state(second, "submitted")
    assert unsent(second) == []
    line.get_by_role("link").click()
    expect(second).to_have_url(re.compile("/result$"))
    expect(second.locator(".cx-notice").first).to_contain_text("its answers are fixed")
