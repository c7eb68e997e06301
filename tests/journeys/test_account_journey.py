"""Accounts in a real browser: from registration to a passkey, and the second step on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from assessment.bank.shelf import Shelf
from tests.factories.accounts import PASSWORD, make_account, read_mails
from tests.factories.authenticators import Phone
from tests.factories.journeys import has_no_sideways_scroll
from tests.factories.served_apps import served_app
from tests.journeys.conftest import PHONE, OpenBrowser


@pytest.fixture(scope="module")
def named_site(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, shelf: Shelf) -> Iterator[Flask]:
    """A site with a name: passkeys do not work for numbers."""
    with served_app(sqlite_template, tmp_path_factory.mktemp("accounts"), shelf, name="localhost") as app:
        yield app


@pytest.fixture
def open_named(named_site: Flask, open_browser: OpenBrowser) -> Callable[..., BrowserContext]:
    """A fresh browser profile in front of the site with a name."""
    base_url = named_site.extensions["cx_wheel"].settings.base_url

    def open_profile(**options: object) -> BrowserContext:
        return open_browser(base_url=base_url, **options)

    return open_profile


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def sign_in(page: Page, email: str) -> None:
    page.goto("/account/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Sign in")


def add_authenticator(page: Page) -> None:
    """A passkey maker inside the browser, which says yes to everything."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_somebody_registers_confirms_and_comes_back_with_a_passkey(
    named_site: Flask, open_named: Callable[..., BrowserContext], accessible: Callable[[Page], None]
) -> None:
    page = open_named(timezone_id="Europe/Moscow").new_page()
    add_authenticator(page)
    page.goto("/")
    page.get_by_role("banner").get_by_role("link", name="Sign in").click()
    page.wait_for_url("**/account/sign-in**")
    accessible(page)
    page.get_by_role("link", name="No account yet? Register").click()
    page.wait_for_url("**/account/register**")
    accessible(page)
    page.get_by_label("Email address").fill("journey@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Your name").fill("Kim Sample")
    press(page, "Register")
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    page.goto(read_mails(named_site, "journey@example.org")[0].link)
    accessible(page)
    page.get_by_label("The password you chose").fill(PASSWORD)
    press(page, "Confirm and sign in")
    expect(page.get_by_role("banner").get_by_text("Kim Sample")).to_be_visible()
    page.goto("/account/settings")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Moscow")
    accessible(page)

    page.get_by_role("link", name="Manage passkeys").click()
    page.wait_for_url("**/account/passkeys")
    accessible(page)
    page.get_by_label("A name to know it by").fill("This computer")
    press(page, "Add a passkey")
    expect(page.get_by_text("The passkey “This computer” is added.")).to_be_visible()
    accessible(page)

    page.get_by_text("Kim Sample").click()
    expect(page.get_by_role("banner").get_by_role("button", name="Sign out")).to_be_visible()
    accessible(page)
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible()
    page.goto("/account/sign-in?next=/account/sessions")
    press(page, "Sign in with a passkey")
    page.wait_for_url("**/account/sessions")
    accessible(page)


def test_a_passkey_comes_after_the_password_where_it_was_added_so(
    named_site: Flask, open_named: Callable[..., BrowserContext]
) -> None:
    make_account(named_site, "second@example.org")
    page = open_named().new_page()
    add_authenticator(page)
    sign_in(page, "second@example.org")
    page.wait_for_url("**/account")
    page.goto("/account/passkeys")
    page.get_by_label("A name to know it by").fill("Key")
    page.get_by_label("After the password").check()
    press(page, "Add a passkey")
    expect(page.get_by_text("The passkey “Key” is added.")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, "second@example.org")
    expect(page.get_by_role("heading", level=1)).to_have_text("Use your passkey")
    press(page, "Use the passkey")
    page.wait_for_url("**/account")
    page.goto("/account/passkeys")
    press(page, "Remove Key")
    expect(page.get_by_text("The passkey “Key” is removed.")).to_be_visible()


def test_without_a_passkey_the_page_says_so_and_asks_again(
    named_site: Flask, open_named: Callable[..., BrowserContext]
) -> None:
    page = open_named().new_page()
    add_authenticator(page)
    page.goto("/account/sign-in")
    press(page, "Sign in with a passkey")
    expect(page.get_by_text("That did not work")).to_be_visible()
    expect(page.get_by_role("button", name="Ask again")).to_be_visible()
    page.get_by_role("link", name="Sign in with the password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_the_second_step_is_set_up_on_a_phone_in_russian_without_scripts(
    named_site: Flask, open_named: Callable[..., BrowserContext], accessible: Callable[[Page], None]
) -> None:
    make_account(named_site, "phone@example.org", locale="ru")
    page = open_named(locale="ru-RU", viewport=PHONE, java_script_enabled=False).new_page()
    page.goto("/account/sign-in?next=/account/two-factor")
    page.get_by_label("Электронная почта").fill("phone@example.org")
    page.get_by_label("Пароль").fill(PASSWORD)
    press(page, "Войти")
    press(page, "Настроить приложение")
    page.get_by_label("Код из приложения").fill("000000")
    phone = Phone(page.content())
    press(page, "Включить")
    expect(page.get_by_text("Код не подошёл")).to_be_visible()
    page.get_by_label("Код из приложения").fill(phone.code())
    press(page, "Включить")
    press(page, "Создать новые запасные коды")
    expect(page.locator("code")).to_have_count(8)
    codes = page.locator("code").all_inner_texts()
    page.context.clear_cookies()
    page.goto("/account/sign-in")
    page.get_by_label("Электронная почта").fill("phone@example.org")
    page.get_by_label("Пароль").fill(PASSWORD)
    press(page, "Войти")
    page.get_by_role("link", name="Введите запасной код").click()
    page.get_by_label("Запасной код").fill(codes[0])
    press(page, "Войти")
    page.wait_for_url("**/account")
    page.goto("/account/settings")
    expect(page.get_by_text("Включён: код из приложения")).to_be_visible()


def test_the_header_keeps_to_one_row_on_the_smallest_phone(
    named_site: Flask, open_named: Callable[..., BrowserContext]
) -> None:
    make_account(named_site, "long@example.org", locale="ru", name="Александра Константинопольская-Иванова")
    page = open_named(locale="ru-RU", viewport={"width": 320, "height": 640}).new_page()
    page.goto("/account/sign-in?next=/account/settings")
    assert height_of_header(page) < 65
    page.get_by_label("Электронная почта").fill("long@example.org")
    page.get_by_label("Пароль").fill(PASSWORD)
    press(page, "Войти")
    page.wait_for_url("**/account/settings")
    assert height_of_header(page) < 65
    expect(page.get_by_role("banner").get_by_role("link", name="English", exact=True)).to_be_visible()
    page.get_by_role("banner").get_by_text("Александра Константинопольская-Иванова").click()
    expect(page.get_by_role("banner").get_by_role("button", name="Выйти")).to_be_visible()
    assert has_no_sideways_scroll(page)


def height_of_header(page: Page) -> float:
    box = page.get_by_role("banner").bounding_box()
    assert box is not None
    return box["height"]
