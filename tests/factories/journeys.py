"""Steps that journeys through the questions share. Pages are those of Playwright."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

COMPETENCIES = ("culture", "strategy", "metrics", "voice", "design")


def start(page: Page, level: str = "individual") -> str:
    """From the first page to the first statements; returns the private link."""
    page.goto("/")
    page.locator(f"#level-{level}").check(force=True)
    page.locator(".cx-hero button.cx-btn").click()
    link = page.locator("#link").input_value()
    page.locator(".cx-actions a.cx-btn:not(.cx-btn--quiet)").click()
    expect(page).to_have_url(re.compile("/questions/culture$"))
    page.wait_for_load_state("load")
    return link


def item(page: Page, number: int) -> Locator:
    """The statement of that number on the page, from 1."""
    return page.locator("fieldset[data-item]").nth(number - 1)


def rate(page: Page, number: int, value: object) -> None:
    """Tap a point of the scale, or a special answer, of a statement."""
    statement = item(page, number)
    target = f'label[for$="={value}"]'
    (statement.locator(f"{target} .cx-scale__n") if isinstance(value, int) else statement.locator(target)).click()


def rated(page: Page, number: int) -> str | None:
    """The value that a statement shows as chosen."""
    found = item(page, number).locator("input:checked")
    return found.get_attribute("value") if found.count() else None


def expect_state(page: Page, state: str) -> Locator:
    """Wait until the line above the buttons shows this state and no other."""
    line = page.locator(f'[data-state="{state}"]')
    expect(line).to_be_visible()
    assert page.locator("[data-state]:visible").count() == 1
    return line


def expect_saved(page: Page, answered: int) -> None:
    """Wait until the server has confirmed that many answers."""
    expect(page.locator('[data-state="saved"] [data-answered]')).to_have_text(str(answered))
    expect_state(page, "saved")


def unsent(page: Page) -> list[str]:
    """Keys of what the browser keeps because it is not saved."""
    found: list[str] = page.evaluate("Object.keys(localStorage)")
    return found


def go_on(page: Page) -> None:
    """Press the button that leads onward."""
    page.locator("[data-onward]").click()


def has_no_sideways_scroll(page: Page) -> bool:
    found: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return found
