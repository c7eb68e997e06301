"""Answering without a mouse: numbers rate and move on, focus is where one expects it, everything is announced."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.factories.journeys import (
    COMPETENCIES,
    expect_questions,
    expect_rated,
    expect_saved,
    expect_state,
    item,
    start,
)
from tests.journeys.conftest import OpenBrowser


def focused(page: Page) -> str:
    """The item whose radio button has the focus, else the text of what has it."""
    found: str = page.evaluate(
        "document.activeElement.closest('fieldset[data-item]')?.dataset.item ?? document.activeElement.innerText"
    )
    return found


def expect_focus(page: Page, number: int) -> None:
    """Wait until a radio button of that statement has the focus."""
    expect(item(page, number).locator("input:focus")).to_have_count(1)


def tab_to_first_statement(page: Page) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            return
    raise AssertionError("no statement is reached by Tab")


def name(page: Page, number: int) -> str:
    found = item(page, number).get_attribute("data-item")
    assert found is not None
    return found


def test_the_whole_questionnaire_by_keyboard_alone(desk: Page, accessible: Callable[[Page], None]) -> None:
    desk.goto("/")
    desk.locator("#level-team").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#link")).to_be_visible()
    desk.locator(".cx-actions a.cx-btn:not(.cx-btn--quiet)").focus()
    desk.keyboard.press("Enter")
    for page_number, competency in enumerate(COMPETENCIES):
        expect_questions(desk, competency)
        tab_to_first_statement(desk)
        for key in "0123451234n?":
            desk.keyboard.press(key)
        expect_saved(desk, 12 * (page_number + 1))
        expect(desk.locator("[data-onward]")).to_be_focused()
        desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text("All statements are answered")
    accessible(desk)
    desk.locator(".cx-finish button.cx-btn").focus()
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/result$"))


def test_a_number_rates_the_statement_in_focus_and_moves_to_the_next_open_one(desk: Page) -> None:
    start(desk)
    item(desk, 2).locator("input").first.focus()
    desk.keyboard.press("4")
    expect_rated(desk, 2, "4")
    expect_focus(desk, 3)
    item(desk, 1).locator("input").first.focus()
    desk.keyboard.press("1")
    expect_focus(desk, 3)  # the second is answered already
    expect_saved(desk, 2)


def test_the_statement_in_focus_is_never_hidden_by_the_head_or_the_foot(desk: Page) -> None:
    start(desk)
    tab_to_first_statement(desk)
    for number in range(1, 12):
        desk.keyboard.press("3")
        expect_focus(desk, number + 1)
        box = item(desk, number + 1).bounding_box()
        head = item(desk, number + 1).locator("xpath=..").locator(".cx-anchors").bounding_box()
        foot = desk.locator(".cx-bar").bounding_box()
        assert box is not None
        assert head is not None
        assert foot is not None
        assert head["y"] + head["height"] <= box["y"] + 1
        assert box["y"] + box["height"] <= foot["y"] + 1


def test_a_key_that_the_scale_does_not_have_changes_nothing(desk: Page) -> None:
    start(desk)
    tab_to_first_statement(desk)
    for key in "789x":
        desk.keyboard.press(key)
    expect_rated(desk, 1, None)
    expect_focus(desk, 1)
    desk.keyboard.press("3")
    expect_rated(desk, 1, "3")


def test_backspace_takes_an_answer_back_and_the_server_knows(desk: Page) -> None:
    start(desk)
    tab_to_first_statement(desk)
    desk.keyboard.press("3")
    expect_saved(desk, 1)
    expect_focus(desk, 2)
    desk.keyboard.press("Shift+Tab")
    expect_focus(desk, 1)
    desk.keyboard.press("Backspace")
    expect_saved(desk, 0)
    desk.reload()
    expect_rated(desk, 1, None)


def test_letters_of_the_russian_keyboard_work_too(open_browser: OpenBrowser) -> None:
    page = open_browser(locale="ru-RU").new_page()
    start(page)
    tab_to_first_statement(page)
    page.evaluate(
        """document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key: "н", bubbles: true, cancelable: true }))"""
    )
    expect_rated(page, 1, "not_applicable")


def test_a_number_typed_elsewhere_is_nobodys_answer(desk: Page) -> None:
    start(desk)
    desk.locator("[data-onward]").focus()
    desk.keyboard.press("3")
    tab_to_first_statement(desk)
    expect(desk.locator("input:checked")).to_have_count(0)


def test_the_skip_link_leads_past_the_header(desk: Page) -> None:
    start(desk)
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Skip to content")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("#main")).to_be_focused()


def test_tab_goes_from_the_header_by_progress_and_statements_to_the_foot(desk: Page) -> None:
    start(desk)
    stops = []
    for _ in range(22):
        desk.keyboard.press("Tab")
        stops.append(" ".join(focused(desk).split()))
    first = stops.index(name(desk, 1))
    assert stops[:4] == ["Skip to content", "CX Wheel", "Русский", "Stop for now"]
    names = ("Culture", "Strategy", "Metrics", "Customer voice", "Design and change")
    assert stops[4:first] == [f"{competency} 0 of 12" for competency in names]
    assert stops[first : first + 13] == [*(name(desk, number) for number in range(1, 13)), "Next: strategy"]


def test_a_link_to_a_statement_puts_the_focus_on_it(desk: Page) -> None:
    start(desk)
    target = name(desk, 7)
    desk.locator("[data-step='competency:design']").click()
    desk.locator("[data-onward]").click()
    desk.locator("summary").first.click()
    desk.locator(f"a[href$='#{target}']").click()
    expect(desk).to_have_url(re.compile(f"#{re.escape(target)}$"))
    expect(item(desk, 7).locator("input").first).to_be_focused()


def test_losing_the_connection_is_read_out_and_so_is_getting_it_back(desk: Page) -> None:
    start(desk)
    region = desk.locator("[data-announce]")
    expect(region).to_have_attribute("aria-live", "polite")
    desk.context.set_offline(True)
    item(desk, 1).locator("input").first.focus()
    desk.keyboard.press("2")
    expect_state(desk, "offline")
    expect(region).to_contain_text("No connection. Answers kept on this device: 1.")
    desk.context.set_offline(False)
    expect_saved(desk, 1)
    expect(region).to_contain_text("Saved at")
