"""Forgotten passwords, changed passwords, changed addresses."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.use_cases.accounts import Account
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, read_mails, send, sign_in
from tests.factories.visitors import hidden_fields

OTHER = "another good password"


@pytest.fixture
def account(app: Flask) -> Account:
    return make_account(app)


def ask_for_link(app: Flask, client: FlaskClient, email: str) -> str:
    send(client, "/account/reset", email=email)
    return read_mails(app, email)[-1].link


def can_sign_in(app: Flask, email: str, password: str) -> bool:
    client = app.test_client()
    send(client, "/account/sign-in", email=email, password=password)
    return is_signed_in(client)


def test_a_known_and_an_unknown_address_hear_the_same(app: Flask, account: Account) -> None:
    answers = [send(app.test_client(), "/account/reset", email=email) for email in (account.email, "x@example.org")]
    said = [page.text.partition("<main")[2].partition("csrf")[0] for page in answers]
    assert said[0].replace(account.email, "…") == said[1].replace("x@example.org", "…")
    assert [mail.recipient for mail in read_mails(app)] == [account.email]


def test_a_mailed_link_sets_a_new_password_once_and_signs_out_everywhere(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client, account)
    link = ask_for_link(app, app.test_client(), account.email)
    answer = send(app.test_client(), link, password=OTHER)
    assert answer.location == "/account/sign-in"
    assert not is_signed_in(client)
    assert can_sign_in(app, account.email, OTHER)
    assert not can_sign_in(app, account.email, PASSWORD)
    again = app.test_client().get(link, follow_redirects=True)
    assert again.request.path == "/account/reset"
    assert "This link does not work" in again.text
    assert {mail.kind for mail in read_mails(app)} == {"reset_password", "password_changed"}


def test_the_link_stops_working_after_a_while(app: Flask, client: FlaskClient, account: Account) -> None:
    link = ask_for_link(app, client, account.email)
    app.config["SECURITY_RESET_PASSWORD_WITHIN"] = -app.config["SECURITY_RESET_PASSWORD_WITHIN"]
    assert client.get(link).location == "/account/reset"
    assert client.post(link, data={"password": OTHER}).status_code == 400


def test_two_presses_of_the_button_send_one_mail(app: Flask, client: FlaskClient, account: Account) -> None:
    send(client, "/account/reset", email=account.email)
    send(client, "/account/reset", email=account.email)
    assert len(read_mails(app)) == 1


def test_a_reset_confirms_an_address_that_waited_for_it(app: Flask, client: FlaskClient) -> None:
    waiting = make_account(app, "waiting@example.org", confirmed=False)
    send(client, ask_for_link(app, client, waiting.email), password=OTHER)
    assert can_sign_in(app, waiting.email, OTHER)


@pytest.mark.parametrize("bad", ["short", "lead", "aaaaaaaaaaaa"])
def test_a_new_password_follows_the_rules(app: Flask, client: FlaskClient, account: Account, bad: str) -> None:
    link = ask_for_link(app, client, account.email)
    page = send(client, link, password=bad)
    assert page.status_code == 200
    assert 'id="password-refusal"' in page.text
    assert can_sign_in(app, account.email, PASSWORD)


def test_a_changed_password_signs_out_the_others_and_keeps_this_device(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    other = app.test_client()
    sign_in(other, account)
    sign_in(client, account)
    answer = send(client, "/account/password", password=PASSWORD, new_password=OTHER)
    assert answer.location == "/account/settings"
    assert is_signed_in(client)
    assert not is_signed_in(other)
    assert can_sign_in(app, account.email, OTHER)
    assert [mail.kind for mail in read_mails(app)] == ["password_changed"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("wrong password", OTHER), "This password is not right."),
        ((PASSWORD, PASSWORD), "This is the password you have already."),
        ((PASSWORD, "short"), "A password has 10 to 128 characters."),
        (("", OTHER), "Type a password."),
    ],
)
def test_a_change_that_is_refused_changes_nothing(
    app: Flask, client: FlaskClient, account: Account, typed: tuple[str, str], sentence: str
) -> None:
    sign_in(client, account)
    page = send(client, "/account/password", password=typed[0], new_password=typed[1])
    assert sentence in page.text
    assert can_sign_in(app, account.email, PASSWORD)
    assert not read_mails(app)


def test_a_password_is_hashed_by_argon2_with_nothing_that_can_be_lost(app: Flask, account: Account) -> None:
    from argon2 import PasswordHasher
    from sqlalchemy import select

    from assessment.store.database import reading
    from assessment.store.tables import DbUser

    with app.app_context(), reading() as connection:
        stored = connection.execute(select(DbUser.password)).scalar_one()
    assert stored.startswith("$argon2id$")
    assert PasswordHasher().verify(stored, PASSWORD)


def test_an_address_changes_when_the_button_behind_the_link_is_pressed(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client, account)
    send(client, "/account/address", email="Fresh@Example.org")
    (mail,) = read_mails(app)
    assert (mail.kind, mail.recipient) == ("change_address", "fresh@example.org")
    client.get(mail.link)
    assert can_sign_in(app, account.email, PASSWORD)
    answer = send(client, mail.link)
    assert answer.location == "/account/settings"
    assert can_sign_in(app, "fresh@example.org", PASSWORD)
    assert not can_sign_in(app, account.email, PASSWORD)
    again = client.get(mail.link, follow_redirects=True)
    assert "This link does not work any more: it was used, or it is too old." in again.text
    told = [mail.kind for mail in read_mails(app, account.email)]
    assert told == ["address_changed"]


def test_who_finds_the_mail_at_a_mistyped_address_does_not_get_the_account(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client, account)
    send(client, "/account/address", email="stranger@example.org")
    link = read_mails(app)[0].link
    stranger = app.test_client()
    page = stranger.get(link, follow_redirects=True)
    assert page.request.path == "/account/sign-in"
    assert stranger.post(link, data=hidden_fields(page)).location == "/account/sign-in"
    sign_in(stranger, make_account(app, "other@example.org"))
    assert stranger.get(link).status_code == 409
    assert stranger.post(link, data=hidden_fields(stranger.get("/continue"))).status_code == 409
    assert can_sign_in(app, account.email, PASSWORD)


def test_the_link_leads_through_the_sign_in_page_and_back(app: Flask, client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    send(client, "/account/address", email="fresh@example.org")
    link = read_mails(app)[0].link
    phone = app.test_client()
    asked = phone.get(link).location
    assert asked == f"/account/sign-in?next={link}"
    assert send(phone, asked, email=account.email, password=PASSWORD).location == link
    assert send(phone, link).location == "/account/settings"
    assert can_sign_in(app, "fresh@example.org", PASSWORD)


def test_a_link_mailed_before_the_address_changed_sets_no_password(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    reset = ask_for_link(app, app.test_client(), account.email)
    sign_in(client, account)
    send(client, "/account/address", email="fresh@example.org")
    send(client, read_mails(app, "fresh@example.org")[0].link)
    late = app.test_client()
    page = late.get(reset, follow_redirects=True)
    assert page.request.path == "/account/reset"
    assert "This link does not work" in page.text
    answer = late.post(reset, data={**hidden_fields(page), "password": OTHER})
    assert answer.location == "/account/reset"
    assert can_sign_in(app, "fresh@example.org", PASSWORD)


def test_a_mail_that_waited_while_the_address_changed_brings_no_link(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    send(app.test_client(), "/account/reset", email=account.email)
    sign_in(client, account)
    send(client, "/account/address", email="fresh@example.org")
    send(client, read_mails(app, "fresh@example.org")[0].link)
    with pytest.raises(AssertionError, match="nothing to say in reset_password"):
        read_mails(app, account.email)


def test_an_address_that_is_taken_is_not_told(app: Flask, client: FlaskClient, account: Account) -> None:
    make_account(app, "taken@example.org")
    sign_in(client, account)
    page = send(client, "/account/address", email="taken@example.org")
    assert "We have sent an email to taken@example.org." in page.text
    assert not read_mails(app)


def test_an_address_that_was_taken_meanwhile_stays_with_who_has_it(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client, account)
    send(client, "/account/address", email="fresh@example.org")
    link = read_mails(app)[0].link
    make_account(app, "fresh@example.org", password=OTHER)
    send(client, link)
    assert can_sign_in(app, account.email, PASSWORD)
    assert can_sign_in(app, "fresh@example.org", OTHER)


def test_what_proves_a_person_changes_only_shortly_after_a_proof(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client, account)
    with client.session_transaction() as session:
        session["fs_paa"] -= 3600
    for place in ("/account/address", "/account/two-factor", "/account/two-factor/recovery-codes", "/account/passkeys"):
        assert client.get(place).location == f"/account/again?next={place}"
    page = send(client, "/account/again", query={"next": "/account/passkeys"}, password="wrong password")
    assert "This password is not right." in page.text
    answer = send(client, "/account/again", query={"next": "/account/passkeys"}, password=PASSWORD)
    assert answer.location == "/account/passkeys"
    assert client.get("/account/passkeys").status_code == 200


def test_name_language_and_time_zone_are_kept(app: Flask, client: FlaskClient, account: Account) -> None:
    sign_in(client, account)
    send(client, "/account/settings", name="Sam Sample", locale="ru", time_zone="Europe/Moscow")
    page = client.get("/account/settings").text
    assert 'value="Sam Sample"' in page
    assert '<option value="Europe/Moscow" selected>' in page
    assert '<html lang="ru">' in page


@pytest.mark.parametrize(
    "wrong", [{"locale": "xx"}, {"time_zone": "Mars/Base"}, {"name": "x" * 201}], ids=lambda wrong: next(iter(wrong))
)
def test_settings_that_cannot_be_are_refused(client: FlaskClient, account: Account, wrong: dict[str, str]) -> None:
    sign_in(client, account)
    page = send(client, "/account/settings", **{"name": "Kim", "locale": "en", "time_zone": "UTC", **wrong})
    assert page.status_code == 422
