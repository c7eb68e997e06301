"""The real app behind a real address, and a real browser in front of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from assessment.bank.shelf import Shelf
from tests.factories.served_apps import served_app

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-gpu", "--disable-quic", "--no-first-run")
_PATIENCE = 30_000
"""Milliseconds before a step of a journey counts as stuck, on a machine that is busy with other things."""

PHONE = {"width": 360, "height": 780}
DESK = {"width": 1280, "height": 900}

OpenBrowser = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, or one clear line that says why there are no journeys."""
    if _CHROMIUM is None:
        pytest.skip("Journeys need Chromium: apt-get install chromium, or put it on the PATH.")
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def journey_app(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, shelf: Shelf) -> Iterator[Flask]:
    """The app as people use it: the shipped bank, an SQLite file, the clock of the world."""
    with served_app(sqlite_template, tmp_path_factory.mktemp("journeys"), shelf) as app:
        yield app


@pytest.fixture(scope="session")
def address(journey_app: Flask) -> str:
    """Where the app answers, on this machine alone."""
    base_url: str = journey_app.extensions["cx_wheel"].settings.base_url
    return base_url


@pytest.fixture
def open_browser(browser: Browser, address: str) -> Iterator[OpenBrowser]:
    """A fresh browser profile: ``open_browser(locale="ru-RU", viewport=PHONE, java_script_enabled=False)``."""
    opened: list[BrowserContext] = []

    def open_profile(**options: object) -> BrowserContext:
        context = browser.new_context(**{"base_url": address, "locale": "en-GB", "viewport": DESK, **options})  # type: ignore[arg-type]
        context.set_default_timeout(_PATIENCE)
        opened.append(context)
        return context

    yield open_profile
    for context in opened:
        context.close()


@pytest.fixture
def desk(open_browser: OpenBrowser) -> Page:
    """A page in English on a desk."""
    return open_browser().new_page()


@pytest.fixture
def phone(open_browser: OpenBrowser) -> Page:
    """A page in Russian on a phone 360 pixels wide."""
    return open_browser(locale="ru-RU", viewport=PHONE, has_touch=True, is_mobile=True).new_page()


@pytest.fixture(scope="session")
def accessible() -> Callable[[Page], None]:
    """Fails with what axe finds serious on the page as it is now: the page in question has to have arrived."""
    axe = Axe()

    def check(page: Page) -> None:
        page.wait_for_load_state("load")
        found = axe.run(page).response["violations"]
        serious = [
            f"{finding['id']} on {page.url}: {node['html'][:160]}"
            for finding in found
            if finding["impact"] in {"serious", "critical"}
            for node in finding["nodes"]
        ]
        assert not serious, "\n".join(serious)

    return check
