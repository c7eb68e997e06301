"""A Russian reader with a phone: from the first page to the wheel, and back the next day."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from assessment.domain.framework import Level
from assessment.languages import get_language
from tests.factories.frameworks import core_framework
from tests.factories.journeys import (
    COMPETENCIES,
    expect_questions,
    expect_rated,
    expect_saved,
    go_on,
    has_no_sideways_scroll,
    item,
    rate,
    start,
)
from tests.journeys.conftest import OpenBrowser

VALUES = (3, 4, 2, 5, 1, 3, "dont_know", 4, 2, 3, 0, "not_applicable")


def test_sixty_statements_the_wheel_another_language_and_the_next_day(
    phone: Page, open_browser: OpenBrowser, accessible: Callable[[Page], None]
) -> None:
    link = start(phone)
    for page_number, competency in enumerate(COMPETENCIES):
        expect_questions(phone, competency)
        assert has_no_sideways_scroll(phone)
        for number, value in enumerate(VALUES, start=1):
            rate(phone, number, value)
        expect_saved(phone, 12 * (page_number + 1))
        if page_number == 0:
            accessible(phone)
        go_on(phone)
    expect(phone.locator("h1")).to_have_text("Вы ответили на все утверждения")
    accessible(phone)
    phone.locator(".cx-finish button.cx-btn").click()
    expect(phone).to_have_url(re.compile("/result$"))
    expect(phone.locator("figure.cx-wheel").first).to_be_visible()
    result = phone.url

    phone.get_by_role("link", name="English").first.click()
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    expect(phone).to_have_url(result)

    another = open_browser().new_page()
    another.goto(link)
    expect(another).to_have_url(result)  # the link has left the address bar


def places(page: Page) -> list[float]:
    """Where every statement starts on the page, whatever is scrolled."""
    tops: list[float] = page.locator("fieldset[data-item]").evaluate_all("all => all.map((item) => item.offsetTop)")
    return tops


def test_the_words_of_the_chosen_point_stand_below_the_row_and_nothing_jumps(phone: Page) -> None:
    start(phone)
    framework = core_framework()
    first = framework.items_of(Level.INDIVIDUAL, "culture")[0]
    before = places(phone)
    for point in framework.scale_of(first).points:
        rate(phone, 1, point.value)
        assert point.anchor is not None
        words = item(phone, 1).locator(f'label[for$="={point.value}"] .cx-scale__w')
        expect(words).to_have_text(get_language("ru", on_pages=True).pick(point.anchor))
        expect(words).to_have_css("opacity", "1")
        assert (
            item(phone, 1)
            .locator(".cx-scale__w")
            .evaluate_all("all => all.filter(words => getComputedStyle(words).opacity === '1').length")
            == 1
        )
    assert places(phone) == before


def test_everything_a_thumb_presses_is_at_least_48_pixels(phone: Page) -> None:
    start(phone)
    small = phone.evaluate(
        """() => [...document.querySelectorAll(
            "button:not(.cx-vh), a:not(.cx-skip), .cx-scale__n, .cx-special label")]
          .filter((element) => element.offsetParent !== null)
          .map((element) => [element.getBoundingClientRect(), element.outerHTML.slice(0, 120)])
          .filter(([box]) => box.height < 48 || (box.width < 48 && !box.width === 0))
          .map(([box, html]) => `${box.width}×${box.height} ${html}`)"""
    )
    assert small == []
    narrow = phone.evaluate(
        """() => [...document.querySelectorAll(".cx-scale__n")]
          .map((element) => element.getBoundingClientRect().width).filter((width) => width < 48)"""
    )
    assert narrow == []


def test_pages_fit_a_screen_320_pixels_wide(phone: Page) -> None:
    start(phone)
    assessment = phone.url.split("/questions/")[0]
    phone.set_viewport_size({"width": 320, "height": 640})
    for address in (phone.url, f"{assessment}/review", f"{assessment}/link", "/", "/continue", "/scores", "/glossary"):
        phone.goto(address)
        assert has_no_sideways_scroll(phone), address


def test_a_tap_on_a_special_answer_replaces_the_rating(phone: Page) -> None:
    start(phone)
    rate(phone, 2, 4)
    rate(phone, 2, "not_applicable")
    expect_rated(phone, 2, "not_applicable")
    expect_saved(phone, 1)
