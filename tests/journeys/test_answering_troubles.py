"""Back button, reload, double press, lost session, change of language: nothing lost, nothing doubled."""

from __future__ import annotations

import re

from flask import Flask
from playwright.sync_api import Page, Route, expect

from assessment.use_cases.take_assessment import read_sheet
from tests.factories.journeys import expect_questions, expect_rated, expect_saved, go_on, item, rate, start, unsent


def assessment_id(page: Page) -> str:
    return page.url.split("/assessments/")[1].split("/")[0]


def test_the_back_button_shows_what_is_saved(desk: Page) -> None:
    start(desk)
    rate(desk, 1, 3)
    go_on(desk)
    expect_questions(desk, "strategy")
    rate(desk, 1, 5)
    expect_saved(desk, 2)
    desk.go_back()
    expect_questions(desk, "culture")
    expect_rated(desk, 1, "3")
    expect_saved(desk, 2)
    desk.go_forward()
    expect_questions(desk, "strategy")
    expect_rated(desk, 1, "5")


def test_a_reload_shows_what_is_saved_and_not_what_the_browser_remembers(desk: Page, journey_app: Flask) -> None:
    from datetime import UTC, datetime

    from assessment.use_cases.take_assessment import record_answers

    start(desk)
    rate(desk, 1, 3)
    expect_saved(desk, 1)
    first = item(desk, 1).get_attribute("data-item")
    assert first is not None
    with journey_app.app_context():
        record_answers(assessment_id(desk), {first: 1}, now=datetime.now(UTC), timed=False)
    desk.reload()
    expect_rated(desk, 1, "1")


def test_changing_the_language_keeps_answers_and_place(desk: Page) -> None:
    start(desk)
    rate(desk, 4, 2)
    desk.get_by_role("button", name="Русский").click()
    expect(desk.locator("html")).to_have_attribute("lang", "ru")
    expect_rated(desk, 4, "2")
    expect(desk.locator('[data-state="saved"]')).to_contain_text("отвечено 1 из 60")
    desk.get_by_role("button", name="English").click()
    expect(desk.locator("html")).to_have_attribute("lang", "en")
    expect_rated(desk, 4, "2")


def test_a_double_press_of_start_makes_one_assessment(desk: Page) -> None:
    desk.goto("/")
    desk.locator(".cx-hero button.cx-btn").dblclick()
    expect(desk.locator("#link")).to_be_visible()
    desk.goto("/continue")
    expect(desk.locator(".cx-known li")).to_have_count(1)


def test_a_double_press_of_the_last_button_shows_one_result(desk: Page, journey_app: Flask) -> None:
    start(desk)
    rate(desk, 1, 3)
    desk.goto(desk.url.replace("questions/culture", "review"))
    desk.locator("#accept").check()
    desk.locator(".cx-finish button.cx-btn").dblclick()
    expect(desk).to_have_url(re.compile("/result$"))
    with journey_app.app_context():
        record = read_sheet(assessment_id(desk)).record
    assert record.is_submitted
    assert record.answered == 1


def test_a_lost_key_is_said_and_the_answers_wait_until_the_link_is_opened(desk: Page) -> None:
    link = start(desk)
    desk.context.clear_cookies()
    rate(desk, 1, 4)
    expect(desk.locator('[data-state="stale"], [data-state="locked"]').locator("visible=true")).to_have_count(1)
    assert len(unsent(desk)) == 1
    desk.goto(link)
    expect_questions(desk, "culture")
    expect_rated(desk, 1, "4")
    expect_saved(desk, 1)
    assert unsent(desk) == []


def test_a_button_pressed_without_a_key_keeps_the_answers_and_asks_for_the_link(desk: Page) -> None:
    link = start(desk)
    desk.context.clear_cookies()
    rate(desk, 1, 4)
    expect(desk.locator('[data-state="stale"], [data-state="locked"]').locator("visible=true")).to_have_count(1)
    go_on(desk)
    desk.get_by_role("button", name="Save my answers").click()
    desk.get_by_label("Your private link").fill(link)
    desk.get_by_role("button", name="Save my answers").click()
    expect_questions(desk, "strategy")
    expect_saved(desk, 1)
    assert unsent(desk) == []


def test_the_copy_button_copies_the_link(desk: Page) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = start(desk)
    desk.get_by_role("button", name="Stop for now").click()
    desk.get_by_role("button", name="Copy the link").click()
    expect(desk.locator("#copied")).to_have_text("Copied. Put it where you will find it.")
    assert desk.evaluate("navigator.clipboard.readText()") == link


def test_the_bar_of_progress_follows_each_answer(desk: Page) -> None:
    start(desk)
    for number in (1, 2, 3):
        rate(desk, number, 3)
    expect(desk.locator("[data-step='competency:culture']")).to_contain_text("3 of 12")
    expect(desk.locator(".cx-qhead .cx-over")).to_contain_text("3 of 12 answered")
    expect(desk.locator("[data-bar]")).to_have_attribute("width", "25%")


def test_an_answer_chosen_before_the_script_has_arrived_is_saved_too(desk: Page) -> None:
    start(desk)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    desk.route("**/js/answering.js", hold)
    with desk.expect_request("**/js/answering.js"):
        desk.goto(desk.url.replace("culture", "metrics"), wait_until="commit")
    rate(desk, 2, 4)
    expect(desk.locator("[data-keys]")).to_be_hidden()  # the script is not there yet
    held[0].continue_()
    expect_saved(desk, 1)
    desk.unroute("**/js/answering.js")
    desk.reload()
    expect_rated(desk, 2, "4")


def test_pages_run_no_inline_code_and_load_nothing_from_elsewhere(desk: Page, address: str) -> None:
    complaints: list[str] = []
    foreign: list[str] = []
    desk.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    desk.on("pageerror", lambda error: complaints.append(str(error)))
    desk.on("request", lambda sent: None if sent.url.startswith(address) else foreign.append(sent.url))
    start(desk)
    rate(desk, 1, 3)
    expect_saved(desk, 1)
    for page in ("/", "/continue", "/scores", "/your-data", "/glossary", "/accessibility"):
        desk.goto(page)
    assert complaints == []
    assert foreign == []
