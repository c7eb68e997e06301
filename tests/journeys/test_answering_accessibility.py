"""axe finds nothing serious on any page up to the result, in both languages, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.factories.journeys import expect_saved, go_on, rate, start
from tests.journeys.conftest import DESK, PHONE, OpenBrowser


@pytest.mark.parametrize("locale", ["en-GB", "ru-RU"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_up_to_the_result_is_accessible(
    open_browser: OpenBrowser,
    accessible: Callable[[Page], None],
    locale: str,
    scheme: Literal["light", "dark"],
) -> None:
    viewport = PHONE if scheme == "dark" else DESK
    page = open_browser(locale=locale, color_scheme=scheme, viewport=viewport).new_page()
    start(page)
    for number, value in enumerate((0, 3, 5, "not_applicable", "dont_know"), start=1):
        rate(page, number, value)
    expect_saved(page, 5)
    accessible(page)
    assessment = page.url.split("/questions/")[0]
    pages = ("/", "/continue", "/scores", "/your-data", "/glossary", "/accessibility", "/nowhere")
    for address in (*pages, f"{assessment}/link", f"{assessment}/review"):
        page.goto(address)
        accessible(page)


def test_the_page_that_holds_answers_is_accessible(desk: Page, accessible: Callable[[Page], None]) -> None:
    start(desk)
    desk.context.clear_cookies()
    go_on(desk)
    save = desk.get_by_role("button", name="Save my answers")
    expect(save).to_be_visible()
    accessible(desk)
    save.click()
    expect(desk.get_by_label("Your private link")).to_be_visible()
    accessible(desk)
