"""Answers that cannot be sent: kept on the device, said so, sent when it is possible, and then removed."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.factories.journeys import (
    expect_questions,
    expect_rated,
    expect_saved,
    expect_state,
    go_on,
    rate,
    start,
    unsent,
)
from tests.journeys.conftest import OpenBrowser


def test_answers_given_offline_are_kept_and_sent_on_reconnect(desk: Page) -> None:
    start(desk)
    rate(desk, 1, 3)
    expect_saved(desk, 1)
    desk.context.set_offline(True)
    rate(desk, 2, 4)
    rate(desk, 3, 5)
    line = expect_state(desk, "offline")
    expect(line).to_contain_text("Answers kept on this device: 2.")
    assert len(unsent(desk)) == 1
    desk.context.set_offline(False)
    expect_saved(desk, 3)
    assert unsent(desk) == []
    desk.reload()
    for number, value in enumerate(("3", "4", "5", None), start=1):
        expect_rated(desk, number, value)


def test_saved_is_said_only_after_the_server_has_answered(desk: Page) -> None:
    start(desk)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    desk.route("**/answers", hold)
    rate(desk, 1, 3)
    expect_state(desk, "saving")
    assert len(unsent(desk)) == 1
    expect(desk.locator('[data-state="saved"]')).to_be_hidden()
    held.pop().continue_()
    expect_saved(desk, 1)
    assert unsent(desk) == []


def test_offline_the_page_stays_open_and_its_buttons_work_again_afterwards(desk: Page) -> None:
    start(desk)
    desk.context.set_offline(True)
    rate(desk, 1, 2)
    expect_state(desk, "offline")
    go_on(desk)
    expect_state(desk, "offline")
    expect_questions(desk, "culture")
    desk.context.set_offline(False)
    expect_saved(desk, 1)
    go_on(desk)
    expect_questions(desk, "strategy")


def test_a_page_closed_offline_gives_its_answers_when_it_is_opened_again(desk: Page) -> None:
    start(desk)
    address = desk.url
    context = desk.context
    context.set_offline(True)
    rate(desk, 1, 5)
    expect_state(desk, "offline")
    desk.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect_rated(again, 1, "5")
    expect_saved(again, 1)
    assert unsent(again) == []


def test_answers_left_on_the_device_are_sent_from_another_page_of_the_assessment(desk: Page) -> None:
    start(desk)
    address = desk.url
    context = desk.context
    context.set_offline(True)
    rate(desk, 1, 5)
    expect_state(desk, "offline")
    desk.close()
    context.set_offline(False)
    other = context.new_page()
    other.goto(address.replace("culture", "design"))
    expect_saved(other, 1)
    assert unsent(other) == []


def test_the_page_before_submission_sends_what_is_left_on_the_device_first(desk: Page) -> None:
    start(desk)
    address = desk.url
    context = desk.context
    context.set_offline(True)
    rate(desk, 1, 5)
    expect_state(desk, "offline")
    desk.close()
    context.set_offline(False)
    review = context.new_page()
    review.goto(address.replace("questions/culture", "review"))
    expect(review.locator("h1")).to_have_text("59 statements are still open")
    assert unsent(review) == []


def test_a_reply_that_got_lost_makes_no_conflict_with_oneself(desk: Page) -> None:
    start(desk)

    def store_but_lose_the_reply(route: Route) -> None:
        route.fetch()
        route.abort()

    desk.route("**/answers", store_but_lose_the_reply)
    rate(desk, 1, 2)
    expect_state(desk, "offline")
    desk.unroute("**/answers")
    rate(desk, 1, 4)
    expect_saved(desk, 1)
    expect(desk.locator(".cx-conflict")).to_have_count(0)
    desk.reload()
    expect_rated(desk, 1, "4")


def test_quick_changes_of_mind_end_with_the_last_one(desk: Page) -> None:
    start(desk)
    for value in (1, 2, 3, 4, 5, 0):
        rate(desk, 1, value)
    go_on(desk)
    expect_questions(desk, "strategy")
    desk.go_back()
    expect_questions(desk, "culture")
    expect_rated(desk, 1, "0")


def test_a_busy_server_is_tried_again_after_the_pause_it_asks_for(desk: Page) -> None:
    start(desk)
    desk.clock.install(time=0)
    desk.clock.pause_at(1000)  # from here on, time passes as the test says
    tries: list[int] = []

    def busy_once(route: Route) -> None:
        tries.append(1)
        if len(tries) == 1:
            route.fulfill(status=503, headers={"Retry-After": "1"}, body="{}")
        else:
            route.continue_()

    desk.route("**/answers", busy_once)
    rate(desk, 1, 3)
    line = expect_state(desk, "busy")
    expect(line).to_contain_text("We try again in 1 s.")
    desk.clock.run_for(900)
    assert len(tries) == 1
    desk.clock.run_for(100)
    expect_saved(desk, 1)
    assert len(tries) == 2


def test_what_one_person_could_not_send_is_not_sent_for_another_assessment(open_browser: OpenBrowser) -> None:
    page = open_browser().new_page()
    start(page)
    page.context.set_offline(True)
    rate(page, 1, 5)
    expect_state(page, "offline")
    page.close()
    page = page.context.new_page()
    page.context.set_offline(False)
    start(page)
    expect_rated(page, 1, None)
    assert len(unsent(page)) == 1
