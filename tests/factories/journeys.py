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
    expect_questions(page, "culture")
    return link


def item(page: Page, number: int) -> Locator:
    """The statement of that number on the page, from 1."""
    return page.locator("fieldset[data-item]").nth(number - 1)


def rate(page: Page, number: int, value: object) -> None:
    """Tap a point of the scale, or a special answer, of a statement."""
    statement = item(page, number)
    target = f'label[for$="={value}"]'
    (statement.locator(f"{target} .cx-scale__n") if isinstance(value, int) else statement.locator(target)).click()


def expect_rated(page: Page, number: int, value: str | None) -> None:
    """Wait until a statement shows this value as chosen, or none. The page in question has to have arrived."""
    chosen = item(page, number).locator("input:checked")
    if value is None:
        expect(item(page, number)).to_be_visible()
        expect(chosen).to_have_count(0)
    else:
        expect(chosen).to_have_value(value)


def expect_questions(page: Page, competency: str) -> None:
    """Wait until the statements of a competency are there, with the scripts that belong to them."""
    page.wait_for_url(re.compile(f"/questions/{competency}$"))


def expect_state(page: Page, state: str) -> Locator:
    """Wait until the line above the buttons shows this state and no other."""
    line = page.locator(f'[data-state="{state}"]')
    expect(line).to_be_visible()
    expect(page.locator("[data-state]:visible")).to_have_count(1)
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
    """Whether the page that has arrived fits its window."""
    page.wait_for_load_state("load")
    found: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return found
