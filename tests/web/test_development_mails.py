"""Mails of the folder as pages: for whoever develops, and for nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.mail_settings import Encryption, MailServer
from assessment.settings import Environment, Settings
from tests.factories.mails import put_mail, send_into_folder


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, environment=Environment.DEVELOPMENT)


@pytest.fixture
def mail_id(app: Flask) -> str:
    """Two mails in the folder; the id of the later one."""
    with app.app_context():
        put_mail("anna@example.org", locale="en")
        send_into_folder()
        app.extensions["cx_wheel"].clock.advance(60)
        put_mail("boris@example.org", locale="ru")
        send_into_folder()
        return max(path.stem for path in app.extensions["cx_wheel"].settings.mail_folder.iterdir())


def test_an_empty_folder_says_so(client: FlaskClient) -> None:
    assert "There are none yet" in client.get("/development/mails").text


def test_mails_are_listed_the_newest_first(client: FlaskClient, mail_id: str) -> None:
    page = client.get("/development/mails").text

    assert page.index("boris@example.org") < page.index("anna@example.org")
    assert f"/development/mails/{mail_id}" in page


def test_a_mail_is_shown_with_links_that_can_be_followed(client: FlaskClient, mail_id: str) -> None:
    page = client.get(f"/development/mails/{mail_id}").text

    assert "Ваш пароль изменён" in page
    assert '<a href="http://localhost/account/reset">http://localhost/account/reset</a>' in page


@pytest.mark.parametrize("other", ["nothing", "20261121T090000-" + "0" * 32, "..%2F..%2Fsecret_key"])
def test_nothing_else_on_the_disk_is_shown(client: FlaskClient, mail_id: str, other: str) -> None:
    assert client.get(f"/development/mails/{other}").status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"environment": Environment.PRODUCTION},
        {"mail": MailServer("mail.example.org", 25, Encryption.NONE)},
    ],
)
def test_nobody_reads_mails_elsewhere(
    app: Flask, client: FlaskClient, mail_id: str, changes: dict[str, object]
) -> None:
    parts = app.extensions["cx_wheel"]
    app.extensions["cx_wheel"] = replace(parts, settings=replace(parts.settings, **changes))

    assert client.get("/development/mails").status_code == 404
    assert client.get(f"/development/mails/{mail_id}").status_code == 404
