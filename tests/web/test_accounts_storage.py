"""How the accounts library obeys the rules of the database, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, event, func, select

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store.database import DatabaseUnavailable, close_connections, db, reading
from assessment.store.tables import DbAccountSession, DbMail, DbUser
from tests.factories.accounts import PASSWORD, is_signed_in, make_account, read_mails, send, sign_in
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.authenticators import make_codes, set_up
from tests.factories.visitors import hidden_fields


@pytest.fixture
def app(database: str, tmp_path: Path, shelf: Shelf) -> Iterator[Flask]:
    """The whole app on either database."""
    settings = Settings(
        instance=tmp_path / "instance",
        database_url=database,
        base_url="http://localhost",
        secret_key="a secret of tests that is long enough",
    )
    app = create_app(settings, clock=FixedClock(), token_source=SeededTokens(), shelf=shelf)
    app.testing = True
    prepare_site(app)
    yield app
    with app.app_context():
        close_connections()


@pytest.fixture
def outside(app: Flask) -> Iterator[list[str]]:
    """Statements that write without having said so when their transaction began."""
    found: list[str] = []

    def watch(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        writes = statement.lstrip().split(" ", 1)[0].upper() in {"INSERT", "UPDATE", "DELETE"}
        if writes and not connection.get_execution_options().get("writes"):
            found.append(statement)

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", watch)
    yield found
    with app.app_context():
        event.remove(db.engine, "before_cursor_execute", watch)


def count(app: Flask, table: type) -> int:
    with app.app_context(), reading() as connection:
        found: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
        return found


def test_a_whole_life_writes_in_writing_transactions_alone_and_leaves_nothing_open(
    app: Flask, outside: list[str]
) -> None:
    client = app.test_client()
    client.get("/")
    send(client, "/account/register", email="new@example.org", password=PASSWORD, name="Kim")
    send(client, read_mails(app)[0].link, password=PASSWORD)
    send(client, "/account/settings", name="Sam", locale="ru", time_zone="UTC")
    phone = set_up(client)
    codes = make_codes(client)
    client.post("/account/sign-out", data=hidden_fields(client.get("/account/settings")))
    send(client, "/account/sign-in", email="new@example.org", password=PASSWORD)
    send(client, "/account/two-factor/code", code=phone.code())
    send(client, "/account/password", password=PASSWORD, new_password="a second good password")
    client.post("/account/sign-out-everywhere", data=hidden_fields(client.get("/account/sessions")))
    send(client, "/account/sign-in", email="new@example.org", password="a second good password")
    send(client, "/account/two-factor/recovery", code=codes[0])
    assert is_signed_in(client)
    answer = send(client, "/account/delete", confirmed="yes", password="a second good password")
    assert answer.location == "/account/deleted"
    assert outside == []
    with app.app_context():
        assert db.engine.pool.checkedout() == 0  # type: ignore[attr-defined]  # every pool we use counts


def test_nothing_of_a_form_is_kept_when_its_mail_cannot_be_written(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DatabaseUnavailable("disk full")

    client = app.test_client()
    monkeypatch.setattr("assessment.use_cases.account_store.enqueue", full)
    answer = send(client, "/account/register", email="new@example.org", password=PASSWORD)
    assert answer.status_code == 503
    assert count(app, DbUser) == 0
    monkeypatch.undo()
    page = client.get("/account/sign-in")
    assert "We have sent a mail" not in page.text
    assert send(client, "/account/register", email="new@example.org", password=PASSWORD).status_code == 302


def test_nobody_is_signed_in_when_the_device_cannot_be_written(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    account = make_account(app)
    client = app.test_client()

    def full(*_: object, **__: object) -> None:
        raise DatabaseUnavailable("disk full")

    monkeypatch.setattr("assessment.store.accounts.add_session", full)
    page = client.get("/account/sign-in")
    fields = {**hidden_fields(page), "email": account.email, "password": PASSWORD}
    assert client.post("/account/sign-in", data=fields).status_code == 503
    assert not is_signed_in(client)
    monkeypatch.undo()
    assert client.post("/account/sign-in", data=fields).location == "/account"


def at_once(clients: list[FlaskClient], address: str, fields: dict[str, str]) -> list[int]:
    """The same form sent by all browsers at the same moment: the statuses."""
    forms = [{**hidden_fields(client.get(address)), **fields} for client in clients]
    with ThreadPoolExecutor(len(clients)) as pool:
        return list(
            pool.map(lambda pair: pair[0].post(address, data=pair[1]).status_code, zip(clients, forms, strict=True))
        )


def test_one_address_registered_four_times_at_once_is_one_account(app: Flask) -> None:
    clients = [app.test_client() for _ in range(4)]
    statuses = at_once(clients, "/account/register", {"email": "new@example.org", "password": PASSWORD, "name": ""})
    assert set(statuses) <= {302, 303}
    assert count(app, DbUser) == 1
    assert count(app, DbMail) == 1


def test_one_recovery_code_used_six_times_at_once_opens_one_door(app: Flask) -> None:
    owner = app.test_client()
    account = make_account(app)
    sign_in(owner, account)
    set_up(owner)
    code = make_codes(owner)[0]
    clients = [app.test_client() for _ in range(6)]
    for client in clients:
        send(client, "/account/sign-in", email=account.email, password=PASSWORD)
    at_once(clients, "/account/two-factor/recovery", {"code": code})
    assert [is_signed_in(client) for client in clients].count(True) == 1
    assert count(app, DbAccountSession) == 2


def test_one_code_of_the_app_used_six_times_at_once_opens_one_door(app: Flask) -> None:
    owner = app.test_client()
    account = make_account(app)
    sign_in(owner, account)
    code = set_up(owner).code()
    clients = [app.test_client() for _ in range(6)]
    for client in clients:
        send(client, "/account/sign-in", email=account.email, password=PASSWORD)
    at_once(clients, "/account/two-factor/code", {"code": code})
    assert [is_signed_in(client) for client in clients].count(True) == 1


def test_eight_people_sign_in_at_once(app: Flask) -> None:
    accounts = [make_account(app, f"person{number}@example.org") for number in range(8)]
    clients = [app.test_client() for _ in accounts]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(sign_in, clients, accounts))
    assert all(is_signed_in(client) for client in clients)
