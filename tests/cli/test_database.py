"""``cx-wheel database copy``."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import delete, func, insert, select

from assessment.cli.main import main
from assessment.settings import Settings
from assessment.store.database import close_connections, open_database, reading, transaction
from assessment.store.tables import Base, DbCampaign, DbFrameworkSnapshot, DbRole, DbTeam
from assessment.store.upgrades import upgrade_database

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def app_on(address: str) -> Flask:
    app = Flask("bare")
    open_database(app, address)
    with app.app_context():
        upgrade_database()
    return app


def rows(app: Flask) -> dict[str, list[str]]:
    with app.app_context():
        with reading() as connection:
            found = {
                table.name: sorted(repr(tuple(row)) for row in connection.execute(select(table)))
                for table in Base.metadata.sorted_tables
            }
        close_connections()
    return found


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Address of an SQLite database with the demonstration's assessments, two waves of a campaign, and a role."""
    monkeypatch.setenv("CX_WHEEL_INSTANCE", str(tmp_path / "old"))
    assert CliRunner().invoke(main, ["demo"]).exit_code == 0
    address = Settings.from_environment().database_url
    app = app_on(address)
    with app.app_context():
        with transaction() as connection:
            digest = connection.execute(select(DbFrameworkSnapshot.digest)).scalars().first()
            connection.execute(insert(DbRole), [{"name": "trainer"}, {"name": "site_admin"}])
            connection.execute(insert(DbTeam), [{"id": "t", "name": "Service", "locale": "en", "created_at": NOW}])
            connection.execute(insert(DbCampaign), [campaign("b", digest), campaign("a", digest, previous="b")])
        close_connections()
    return address


def campaign(key: str, digest: str | None, previous: str | None = None) -> dict[str, object]:
    return {
        "id": key, "team_id": "t", "previous_id": previous, "snapshot": digest, "kind": "team", "title": key, "k": 5,
        "anonymous": False, "time_zone": "UTC", "closes_at": None, "remind_before": [], "reminded_at": None,
        "state": "draft", "created_at": NOW, "opened_at": None, "closed_at": None,
    }  # fmt: skip


def test_everything_arrives_in_either_kind_of_database(
    filled: str, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CX_WHEEL_DATABASE_URL", database)

    told = CliRunner().invoke(main, ["database", "copy", "--from", filled])

    assert told.exit_code == 0, told.output
    old, new = app_on(filled), app_on(database)
    assert rows(new) == rows(old)
    assert rows(new)["answers"]
    assert "rows copied" in told.output


def test_new_rows_are_numbered_after_those_copied(
    filled: str, postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CX_WHEEL_DATABASE_URL", postgresql_database)
    assert CliRunner().invoke(main, ["database", "copy", "--from", filled]).exit_code == 0

    with app_on(postgresql_database).app_context():
        with transaction() as connection:
            connection.execute(insert(DbRole), [{"name": "another"}])
            assert connection.execute(select(func.count()).select_from(DbRole)).scalar_one() == 3
            connection.execute(delete(DbRole).where(DbRole.name == "another"))
        close_connections()


def test_a_database_with_rows_is_not_written_to(filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = f"sqlite:///{shutil.copy(filled.removeprefix('sqlite:///'), tmp_path / 'other.sqlite3')}"
    monkeypatch.setenv("CX_WHEEL_DATABASE_URL", other)
    before = rows(app_on(other))

    told = CliRunner().invoke(main, ["database", "copy", "--from", filled])

    assert told.exit_code == 1
    assert "not empty" in told.output
    assert rows(app_on(other)) == before


def test_a_database_is_not_copied_into_itself(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CX_WHEEL_DATABASE_URL", filled)

    told = CliRunner().invoke(main, ["database", "copy", "--from", filled])

    assert told.exit_code == 1
    assert "Name the new one" in told.output
