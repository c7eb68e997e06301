"""Registration and the mail that confirms an address."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.store.database import reading
from assessment.store.tables import DbMail
from assessment.use_cases.accounts import find_account_by_email
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, read_mails, send

ADDRESS = "new@example.org"


def register(client: FlaskClient, email: str = ADDRESS, password: str = PASSWORD, **fields: str) -> TestResponse:
    return send(client, "/account/register", email=email, password=password, name="", **fields)


@pytest.fixture
def registered(app: Flask, client: FlaskClient) -> FlaskClient:
    """A browser that has just registered ADDRESS."""
    assert register(client).location == "/account/mail"
    return client


def link(app: Flask) -> str:
    return read_mails(app, ADDRESS)[-1].link


def is_confirmed(app: Flask) -> bool:
    with app.app_context():
        account = find_account_by_email(ADDRESS)
    assert account is not None
    return account.confirmed


def test_an_account_is_kept_as_it_was_typed(app: Flask, client: FlaskClient) -> None:
    page = send(
        client,
        "/account/register",
        email=" New@Example.ORG ",
        password=PASSWORD,
        name="  Sam\n Sample ",
        time_zone="Europe/Moscow",
    )
    assert page.location == "/account/mail"
    with app.app_context():
        account = find_account_by_email(ADDRESS)
    assert account is not None
    assert (account.email, account.name, account.time_zone) == (ADDRESS, "Sam Sample", "Europe/Moscow")
    assert not account.confirmed
    assert not account.roles


def test_a_time_zone_that_does_not_exist_is_not_believed(app: Flask, client: FlaskClient) -> None:
    register(client, time_zone="../../etc/passwd")
    with app.app_context():
        account = find_account_by_email(ADDRESS)
    assert account is not None
    assert account.time_zone == "UTC"


def test_nobody_gets_a_role_by_asking_for_it(app: Flask, client: FlaskClient) -> None:
    register(client, roles="site_admin", active="1", confirmed_at="2026-01-01", fs_uniquifier="mine")
    with app.app_context():
        account = find_account_by_email(ADDRESS)
    assert account is not None
    assert (account.confirmed, account.roles) == (False, frozenset())


def test_the_mail_keeps_no_secret_until_it_is_sent(app: Flask, registered: FlaskClient) -> None:
    with app.app_context(), reading() as connection:
        row = connection.execute(DbMail.__table__.select()).mappings().one()
    assert (row["kind"], row["recipient"], row["facts"]) == ("confirm_address", ADDRESS, {})


def test_links_are_those_of_the_settings_whatever_host_was_asked(app: Flask, client: FlaskClient) -> None:
    page = client.get("/account/register", headers={"Host": "evil.example"})
    assert "evil.example" not in page.text
    register(client)
    (mail,) = read_mails(app)
    assert "http://localhost/account/confirm/" in mail.letter.text
    assert "evil" not in mail.letter.text


def test_a_known_address_gets_the_same_answer_and_another_mail(app: Flask, client: FlaskClient) -> None:
    make_account(app, "known@example.org")
    unknown = register(app.test_client())
    known = register(client, "known@example.org", "some other password")
    assert (known.status_code, known.location) == (unknown.status_code, unknown.location)
    assert client.get(known.location).text.count("known@example.org") == 1
    assert [mail.kind for mail in read_mails(app, "known@example.org")] == ["address_taken"]
    signed_in = send(client, "/account/sign-in", email="known@example.org", password="some other password")
    assert signed_in.status_code == 200


def test_opening_the_link_alone_confirms_nothing(app: Flask, registered: FlaskClient) -> None:
    page = app.test_client().get(link(app))
    assert page.status_code == 200
    assert not is_confirmed(app)


def test_the_link_and_the_password_confirm_and_sign_in(app: Flask, registered: FlaskClient) -> None:
    answer = send(registered, link(app), password=PASSWORD)
    assert (answer.status_code, answer.location) == (303, "/account")
    assert is_confirmed(app)
    assert is_signed_in(registered)


def test_the_link_does_not_confirm_for_somebody_who_does_not_know_the_password(
    app: Flask, registered: FlaskClient
) -> None:
    answer = send(registered, link(app), password="not the password")
    assert answer.status_code == 422
    assert "This password is not right." in answer.text
    assert not is_confirmed(app)


def test_a_link_that_was_used_says_so(app: Flask, registered: FlaskClient) -> None:
    address = link(app)
    send(registered, address, password=PASSWORD)
    again = app.test_client().get(address, follow_redirects=True)
    assert "This address is confirmed already." in again.text


@pytest.mark.parametrize("token", ["nonsense", "a.b.c", "%00", "я"])
def test_a_link_that_is_not_ours_leads_to_a_new_one(client: FlaskClient, token: str) -> None:
    page = client.get(f"/account/confirm/{token}", follow_redirects=True)
    assert page.request.path == "/account/confirm"
    assert "This link does not work any more." in page.text


def test_an_old_link_does_not_work(app: Flask, registered: FlaskClient) -> None:
    address = link(app)
    app.config["SECURITY_CONFIRM_EMAIL_WITHIN"] = -app.config["SECURITY_CONFIRM_EMAIL_WITHIN"]
    assert registered.get(address).location == "/account/confirm"


def test_whoever_registers_again_before_confirming_is_believed_last(app: Flask, registered: FlaskClient) -> None:
    app.extensions["cx_wheel"].clock.advance(120)
    register(app.test_client(), password="the second password")
    assert [mail.kind for mail in read_mails(app, ADDRESS)] == ["confirm_address"] * 2
    assert send(registered, link(app), password=PASSWORD).status_code == 422
    assert send(registered, link(app), password="the second password").status_code == 303


def test_nobody_signs_in_before_confirming_and_the_right_password_is_told_why(
    app: Flask, registered: FlaskClient
) -> None:
    right = send(registered, "/account/sign-in", email=ADDRESS, password=PASSWORD)
    wrong = send(registered, "/account/sign-in", email=ADDRESS, password="something else")
    assert "Your address is not confirmed yet." in right.text
    assert "Your address is not confirmed yet." not in wrong.text
    assert not is_signed_in(registered)


def test_a_new_link_is_sent_to_who_waits_and_all_hear_the_same(app: Flask, registered: FlaskClient) -> None:
    make_account(app, "done@example.org")
    app.extensions["cx_wheel"].clock.advance(120)
    answers = [
        send(registered, "/account/confirm", email=email).text.replace(email, "…")
        for email in (ADDRESS, "done@example.org", "nobody@example.org")
    ]
    said = [answer.partition("<main")[2].partition("value=")[0] for answer in answers]
    assert said[0] == said[1] == said[2]
    assert len(read_mails(app, ADDRESS)) == 2
    assert len(read_mails(app)) == 2


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        ("not an address", PASSWORD, "This is not an email address."),
        ("", PASSWORD, "Type your address."),
        (ADDRESS, "short", "A password has 10 to 128 characters."),
        (ADDRESS, "x" * 129, "A password has 10 to 128 characters."),
        (ADDRESS, "aaaaaaaaaabb", "This password is too easy to guess."),
        ("somebody.long@example.org", "somebody.long1", "This password is too easy to guess."),
        (ADDRESS, "", "Type a password."),
    ],
)
def test_a_form_that_cannot_be_taken_says_why_and_keeps_the_address(
    app: Flask, client: FlaskClient, email: str, password: str, sentence: str
) -> None:
    page = register(client, email, password)
    assert page.status_code == 200
    assert sentence in page.text
    assert f'value="{email}"' in page.text
    assert not password or password not in page.text
    assert not read_mails(app)


def test_pages_speak_russian_too(app: Flask) -> None:
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ru"
    page = register(client, password="short")
    assert "Хорошо подойдут несколько слов" in page.text
    assert register(client).location == "/account/mail"
    assert "Загляните в почту" in client.get("/account/mail").text.replace("\N{NO-BREAK SPACE}", " ")
    (mail,) = read_mails(app)
    assert "Подтвердите" in mail.letter.subject
    wrong = send(client, "/account/sign-in", email="nobody@example.org", password="whatever it is")
    assert "Почта или пароль не подошли." in wrong.text.replace("\N{NO-BREAK SPACE}", " ")
