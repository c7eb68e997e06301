"""The second step at sign-in: codes of an authenticator app, and recovery codes."""

from __future__ import annotations

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from assessment.store.database import reading
from assessment.store.tables import DbUser
from assessment.use_cases.accounts import Account
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, send, sign_in
from tests.factories.authenticators import Phone, make_codes, set_up
from tests.factories.visitors import hidden_fields


@pytest.fixture
def account(app: Flask) -> Account:
    return make_account(app)


@pytest.fixture
def phone(client: FlaskClient, account: Account) -> Phone:
    sign_in(client, account)
    return set_up(client)


def with_password(app: Flask, account: Account) -> FlaskClient:
    """A browser that has got past the password."""
    client = app.test_client()
    answer = send(client, "/account/sign-in", {"next": "/account/sessions"}, email=account.email, password=PASSWORD)
    assert answer.location == "/account/two-factor/code?next=/account/sessions"
    return client


def test_the_picture_is_shown_before_anything_is_switched_on(client: FlaskClient, account: Account, app: Flask) -> None:
    sign_in(client, account)
    page = send(client, "/account/two-factor", setup="authenticator")
    assert 'src="data:image/svg+xml' in page.text
    answer = send(app.test_client(), "/account/sign-in", email=account.email, password=PASSWORD)
    assert answer.location == "/account"


def test_a_wrong_first_code_shows_the_same_picture_again(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    page = send(client, "/account/two-factor", setup="authenticator")
    action = re.search(r'action="(/account/two-factor/[^"]+)"', page.text)
    assert action is not None
    again = client.post(action[1], data={**hidden_fields(page), "code": "000000"})
    assert again.status_code == 422
    assert "This code is not right." in again.text
    secret = re.search(r'class="cx-secret">([^<]+)<', page.text)
    assert secret is not None
    assert secret[0] in again.text
    answer = client.post(action[1], data={**hidden_fields(again), "code": Phone(again.text).code()})
    assert answer.location == "/account/two-factor/changed"


def test_setting_up_leads_to_recovery_codes(client: FlaskClient, phone: Phone) -> None:
    assert client.get("/account/two-factor/changed").location == "/account/two-factor/recovery-codes"
    make_codes(client)
    assert client.get("/account/two-factor/changed").location == "/account/settings"


def test_the_password_alone_signs_nobody_in(app: Flask, account: Account, phone: Phone) -> None:
    client = with_password(app, account)
    assert not is_signed_in(client)


def test_the_code_of_the_app_signs_in_and_leads_on(app: Flask, account: Account, phone: Phone) -> None:
    client = with_password(app, account)
    answer = send(client, "/account/two-factor/code", {"next": "/account/sessions"}, code=phone.code())
    assert answer.location == "/account/sessions"
    assert is_signed_in(client)


def test_a_code_counts_once(app: Flask, account: Account, phone: Phone) -> None:
    code = phone.code()
    send(with_password(app, account), "/account/two-factor/code", code=code)
    second = with_password(app, account)
    page = send(second, "/account/two-factor/code", code=code)
    assert "This code is not right." in page.text
    assert not is_signed_in(second)


@pytest.mark.parametrize("wrong", ["000000", "abc", "", "12345678901234567890", "１２３４５６"])
def test_a_wrong_code_signs_nobody_in(app: Flask, account: Account, phone: Phone, wrong: str) -> None:
    client = with_password(app, account)
    assert send(client, "/account/two-factor/code", code=wrong).status_code == 200
    assert not is_signed_in(client)


def test_nobody_reaches_the_code_without_the_password(client: FlaskClient) -> None:
    for place in ("/account/two-factor/code", "/account/two-factor/recovery", "/account/two-factor/choice"):
        assert client.get(place).location == "/account/sign-in"


def test_a_link_to_the_code_signs_nobody_out(client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    assert client.get("/account/two-factor/code").location == "/account"
    assert is_signed_in(client)


def test_what_was_begun_long_ago_is_not_ended_on_the_page_of_the_sign_in(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client, account)
    page = send(client, "/account/two-factor", setup="authenticator")
    fields = {**hidden_fields(page), "code": Phone(page.text).code()}
    assert client.post("/account/two-factor/code", data=fields).location == "/account"
    assert sign_in(app.test_client(), account).location == "/account"


def test_recovery_codes_are_shown_once_and_stored_as_hashes(app: Flask, client: FlaskClient, phone: Phone) -> None:
    codes = make_codes(client)
    assert len(set(codes)) == 8
    assert all(len(code.replace("-", "")) >= 26 for code in codes)  # 5 bits each: at least 128 random bits
    later = client.get("/account/two-factor/recovery-codes?show_codes=1").text
    assert not [code for code in codes if code in later]
    with app.app_context(), reading() as connection:
        stored = connection.execute(select(DbUser.mf_recovery_codes)).scalar_one()
    assert not set(stored) & {*codes, *(code.replace("-", "") for code in codes)}


def test_a_recovery_code_signs_in_once_however_it_is_typed(
    app: Flask, account: Account, client: FlaskClient, phone: Phone
) -> None:
    code = make_codes(client)[0]
    first = with_password(app, account)
    answer = send(first, "/account/two-factor/recovery", code=f" {code.upper().replace('-', ' ')}")
    assert answer.location == "/account"
    assert is_signed_in(first)
    second = with_password(app, account)
    page = send(second, "/account/two-factor/recovery", code=code)
    assert "This recovery code is not right" in html.unescape(page.text)
    assert not is_signed_in(second)
    assert "7 codes are still unused." in client.get("/account/two-factor/recovery-codes").text


def test_new_recovery_codes_make_the_old_ones_worthless(
    app: Flask, account: Account, client: FlaskClient, phone: Phone
) -> None:
    old = make_codes(client)[0]
    make_codes(client)
    browser = with_password(app, account)
    send(browser, "/account/two-factor/recovery", code=old)
    assert not is_signed_in(browser)


def test_switched_off_it_asks_no_more(app: Flask, account: Account, client: FlaskClient, phone: Phone) -> None:
    assert send(client, "/account/two-factor", setup="disable").location == "/account/two-factor/changed"
    browser = app.test_client()
    sign_in(browser, account)
    assert is_signed_in(browser)


def test_the_secret_of_the_app_is_stored_encrypted(app: Flask, phone: Phone) -> None:
    with app.app_context(), reading() as connection:
        stored = connection.execute(select(DbUser.tf_totp_secret)).scalar_one()
    assert "enckey" in stored
    assert phone.key not in stored


def test_codes_are_saved_as_a_file_without_scripts(client: FlaskClient, phone: Phone) -> None:
    page = send(client, "/account/two-factor/recovery-codes", generate_new_codes="yes")
    codes = re.findall(r"<code>([^<]+)</code>", page.text)
    assert re.findall(r'name="code" value="([^"]+)"', page.text) == codes
    file = client.post("/account/two-factor/recovery-codes/file", data={**hidden_fields(page), "code": codes})
    assert file.mimetype == "text/plain"
    assert file.headers["Content-Disposition"] == "attachment; filename=cx-wheel-recovery-codes.txt"
    assert file.headers["Cache-Control"] == "no-store"
    assert file.text.splitlines()[-8:] == codes


@pytest.mark.parametrize("sent", [[], ["not a code of mine"]])
def test_only_codes_of_the_account_get_a_file(client: FlaskClient, phone: Phone, sent: list[str]) -> None:
    old = make_codes(client)
    page = client.get("/account/two-factor/recovery-codes")
    make_codes(client)
    for codes in (sent, [*sent, *old]):
        answer = client.post("/account/two-factor/recovery-codes/file", data={**hidden_fields(page), "code": codes})
        assert answer.location == "/account/two-factor/recovery-codes"
