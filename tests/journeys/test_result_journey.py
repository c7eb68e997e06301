"""A reader of a result: opens numbers to their answers, asks what if, changes the plan, takes the files, erases it."""

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
from tests.journeys.conftest import OpenBrowser

_SEEDS = count(1)
_PAGES = ("result", "result/design", "what-if", "plan", "data")

OpenResult = Callable[..., str]


@pytest.fixture
def open_result(journey_app: Flask) -> OpenResult:
    """Open the private link of somebody who has just submitted; gives the address below which their pages lie."""

    def open_link(page: Page, locale: str = "en") -> str:
        with journey_app.app_context():
            shelf = journey_app.extensions["cx_wheel"].shelf
            sheet = sheet_of_facets(core_framework())
            kinds = {"seed": f"result journey {next(_SEEDS)}", "framework_id": "cx_competencies", "locale": locale}
            started = submitted(shelf, sheet, now=datetime.now(UTC), **kinds)
        page.goto(f"/link/{started.token}")
        expect(page).to_have_url(re.compile(f"/assessments/{started.assessment.id}/result$"))
        return page.url.removesuffix("/result")

    return open_link


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_quiet_and_fits_a_phone(
    open_browser: OpenBrowser, open_result: OpenResult, accessible: Callable[[Page], None], scheme: str
) -> None:
    page = open_browser(locale="ru-RU", viewport={"width": 320, "height": 640}, color_scheme=scheme).new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None
    )
    base = open_result(page, "ru")
    for path in _PAGES:
        page.goto(f"{base}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.name = ''; one.open = true; })")
        assert has_no_sideways_scroll(page), path
        accessible(page)
    assert not complaints


def test_a_number_opens_to_its_answers_and_back(desk: Page, open_result: OpenResult) -> None:
    open_result(desk)
    desk.get_by_role("row", name="Design, innovation and change").get_by_role("link", name="15", exact=True).click()
    expect(desk).to_have_url(re.compile("/result/design#facet-experience$"))
    expect(desk.locator("#facet-experience h3")).to_be_in_viewport()
    desk.go_back()
    desk.get_by_text("How these three are calculated").click()
    expect(desk.get_by_text("35 / 56.33 = 0.62")).to_be_visible()


def test_a_spoke_of_the_wheel_leads_to_its_answers(desk: Page, open_result: OpenResult) -> None:
    open_result(desk)
    desk.locator(".cx-wheel__wide").get_by_role("link", name=re.compile("^Strategy")).focus()
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/result/strategy$"))


def test_what_if_answers_at_once_and_its_address_can_be_kept(desk: Page, open_result: OpenResult) -> None:
    base = open_result(desk)
    desk.goto(f"{base}/what-if")
    desk.get_by_role("group", name="Design and change").get_by_label("Experience").select_option(label="+2 points")
    headline = desk.locator("#outcome-heading")
    expect(headline).to_have_text("Your wheel would roll 48 instead of 35 of 100")
    expect(desk.locator("#outcome-said")).to_have_text("Your wheel would roll 48 instead of 35 of 100")
    expect(desk).to_have_url(f"{base}/what-if?move=design%3Aexperience%3A2")
    desk.reload()
    expect(headline).to_have_text("Your wheel would roll 48 instead of 35 of 100")
    desk.get_by_role("link", name="Reset").click()
    expect(headline).to_have_text("Nothing is ticked or moved yet")


def test_what_if_says_so_when_the_server_is_away(desk: Page, open_result: OpenResult) -> None:
    base = open_result(desk)
    desk.goto(f"{base}/what-if")
    desk.context.set_offline(True)
    desk.get_by_role("checkbox").first.check()
    expect(desk.get_by_role("alert")).to_contain_text("The wheel could not be redrawn.")
    desk.context.set_offline(False)
    desk.get_by_role("button", name="Redraw the wheel").click()
    expect(desk.locator("#outcome-heading")).to_contain_text("Your wheel would roll")


def test_what_if_works_without_scripts(open_browser: OpenBrowser, open_result: OpenResult) -> None:
    page = open_browser(java_script_enabled=False).new_page()
    base = open_result(page)
    page.goto(f"{base}/what-if")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Redraw the wheel").click()
    expect(page).to_have_url(re.compile(r"/what-if\?action=act\.design\.[^&]+#outcome$"))
    expect(page.locator("#outcome-heading")).to_contain_text("instead of 35 of 100")


def test_files_are_downloaded_under_names_that_say_what_they_are(desk: Page, open_result: OpenResult) -> None:
    base = open_result(desk)
    names = {}
    for path, link in {"result": "Wheel as SVG", "plan": "Download PDF", "data": "Answers as CSV"}.items():
        desk.goto(f"{base}/{path}")
        with desk.expect_download() as download:
            desk.get_by_role("link", name=link).click()
        names[path] = download.value.suggested_filename
    assert re.fullmatch(r"CX Wheel \d{4}-\d\d-\d\d\.svg", names["result"])
    assert re.fullmatch(r"CX Wheel development plan \d{4}-\d\d-\d\d\.pdf", names["plan"])
    assert names["data"] == "CX Wheel answers.csv"


def test_erasing_ends_on_a_farewell_and_the_link_is_dead(phone: Page, open_result: OpenResult) -> None:
    base = open_result(phone, "ru")
    phone.goto(f"{base}/data")
    phone.get_by_role("button", name="Стереть всё").click()
    expect(phone.get_by_role("alert")).to_contain_text("Ничего не стёрто")
    phone.get_by_label("Да, стереть всё об этой оценке").check()
    phone.get_by_role("button", name="Стереть всё").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Всё стёрто")
    assert phone.goto(f"{base}/result").status == 404  # type: ignore[union-attr]
