"""``cx-wheel admin create``: the first administrator."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from assessment.app import create_app
from assessment.cli.main import main
from assessment.settings import Settings
from assessment.store.database import close_connections
from assessment.use_cases.accounts import Account, find_account_by_email
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, read_mails, send

ADDRESS = "boss@example.org"
CHOSEN = "a password for the boss"


@pytest.fixture
def environment(tmp_path: Path, sqlite_database: str) -> dict[str, str]:
    return {
        "CX_WHEEL_INSTANCE": str(tmp_path / "instance"),
        "CX_WHEEL_DATABASE_URL": sqlite_database,
        "CX_WHEEL_SECRET_KEY": "a secret of tests that is long enough",
        "CX_WHEEL_BASE_URL": "http://localhost",
    }


def create(environment: dict[str, str], *arguments: str, typed: str = f"{CHOSEN}\n{CHOSEN}\n") -> Result:
    return CliRunner().invoke(main, ["admin", "create", *arguments], env=environment, input=typed)


@pytest.fixture
def app(environment: dict[str, str]) -> Flask:
    """The site that the command works on."""
    app = create_app(Settings.from_environment(environment))
    app.testing = True
    return app


def find(app: Flask) -> Account | None:
    with app.app_context():
        found = find_account_by_email(ADDRESS)
        close_connections()
    return found


def can_sign_in(app: Flask, password: str) -> bool:
    client = app.test_client()
    send(client, "/account/sign-in", email=ADDRESS, password=password)
    return is_signed_in(client)


def test_the_command_makes_a_confirmed_account_that_administers_the_site(
    environment: dict[str, str], app: Flask
) -> None:
    run = create(environment, "--email", "Boss@Example.org")
    assert (run.exit_code, "boss@example.org administers the site." in run.output) == (0, True)
    account = find(app)
    assert account is not None
    assert (account.confirmed, account.roles) == (True, frozenset({"site_admin"}))
    assert can_sign_in(app, CHOSEN)


def test_the_address_is_asked_for(environment: dict[str, str], app: Flask) -> None:
    assert create(environment, typed=f"{ADDRESS}\n{CHOSEN}\n{CHOSEN}\n").exit_code == 0
    assert find(app) is not None


def test_a_weak_password_is_asked_for_again(environment: dict[str, str], app: Flask) -> None:
    run = create(environment, "--email", ADDRESS, typed=f"short\nshort\n{CHOSEN}\n{CHOSEN}\n")
    assert run.exit_code == 0
    assert "A password has 10 to 128 characters." in run.output
    assert can_sign_in(app, CHOSEN)


def test_a_link_can_be_mailed_in_place_of_a_password(environment: dict[str, str], app: Flask) -> None:
    assert create(environment, "--email", ADDRESS, "--send-link", typed="").exit_code == 0
    (mail,) = read_mails(app)
    assert mail.kind == "reset_password"
    send(app.test_client(), mail.link, password=CHOSEN)
    assert can_sign_in(app, CHOSEN)


def test_a_confirmed_account_keeps_its_password_and_gets_the_role(environment: dict[str, str], app: Flask) -> None:
    make_account(app, ADDRESS)
    run = create(environment, "--email", ADDRESS, typed="")
    assert (run.exit_code, "its password stays as it was" in run.output) == (0, True)
    assert "Password" not in run.output
    assert read_mails(app) == []
    account = find(app)
    assert account is not None
    assert account.roles == {"site_admin"}
    assert can_sign_in(app, PASSWORD)
    assert create(environment, "--email", ADDRESS, typed="").exit_code == 0


def test_a_confirmed_account_gets_a_link_that_is_asked_for(environment: dict[str, str], app: Flask) -> None:
    make_account(app, ADDRESS)
    run = create(environment, "--email", ADDRESS, "--send-link", typed="")
    assert "A mail with a link to set the password is on its way." in run.output
    assert [mail.kind for mail in read_mails(app)] == ["reset_password"]


def test_a_password_that_a_stranger_set_before_does_not_open_the_site(environment: dict[str, str], app: Flask) -> None:
    make_account(app, ADDRESS, confirmed=False, password="the stranger's password")
    assert create(environment, "--email", ADDRESS).exit_code == 0
    assert not can_sign_in(app, "the stranger's password")
    assert can_sign_in(app, CHOSEN)


def test_nonsense_is_no_address(environment: dict[str, str], app: Flask) -> None:
    run = create(environment, "--email", "nonsense")
    assert run.exit_code == 1
    assert "is not a mail address" in run.output


@pytest.mark.parametrize("command", ["assess", "bank", "main"])
def test_commands_that_need_no_site_load_no_accounts(command: str) -> None:
    code = f"import sys, assessment.cli.{command}; print(sorted({{'flask_security', 'sqlalchemy'}} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
