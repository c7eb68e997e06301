"""From a form to the mail about it and back: the site and its worker as “make run” starts them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.factories.accounts import PASSWORD
from tests.factories.banks import TINY
from tests.factories.live_site import LiveSite, running_site
from tests.journeys.conftest import PHONE, OpenBrowser

_LOOKS = 300
"""So often is looked for a mail, five times a second at most."""


@pytest.fixture
def tried_site(tmp_path: Path) -> Iterator[LiveSite]:
    """A site as somebody tries it on the own machine."""
    with running_site(tmp_path, workers=1, mails=True, env={**TINY, "CX_WHEEL_ENV": "development"}) as site:
        yield site


def wait_for_mail(page: Page, subject: str) -> None:
    """Look at the list of mails until one with that subject is there."""
    page.goto("/development/mails")
    for _ in range(_LOOKS):
        if page.get_by_role("link", name=subject).count():
            return
        page.wait_for_timeout(200)
        page.reload()
    raise TimeoutError(f"no mail “{subject}”")


def test_somebody_registers_and_confirms_by_the_mail_that_the_site_shows(
    tried_site: LiveSite, open_browser: OpenBrowser, accessible: Callable[[Page], None]
) -> None:
    page = open_browser(base_url=f"http://127.0.0.1:{tried_site.port}", viewport=PHONE, locale="ru-RU").new_page()
    page.goto("/development/mails")
    expect(page.get_by_text("Пока ни одного.")).to_be_visible()
    accessible(page)
    page.goto("/account/register")
    page.locator("input[name=email]").fill("kim@example.org")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=name]").fill("Ким Образцов")
    page.get_by_role("main").locator("button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Загляните в почту")
    wait_for_mail(page, "Подтвердите адрес")
    accessible(page)
    page.get_by_role("link", name="Подтвердите адрес").click()
    way = page.get_by_role("article").get_by_role("link").first
    expect(way).to_be_visible()
    accessible(page)

    way.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Подтвердите адрес")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("main").locator("button[type=submit]").click()
    expect(page.get_by_role("banner").get_by_text("Ким Образцов")).to_be_visible()
