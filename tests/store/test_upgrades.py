from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app
from sqlalchemy import insert, inspect, make_url, select, text

from assessment.bank.shelf import Shelf
from assessment.store import upgrades
from assessment.store.database import close_connections, db, open_database, reading, transaction, upgrading
from assessment.store.tables import Base
from assessment.store.upgrades import NEWEST, DatabaseIsNewer, offer_migrations, read_version, upgrade_database
from tests.factories.assessments import submitted
from tests.factories.frameworks import make_framework
from tests.factories.sheets import same_answer


def rows_of_all_tables() -> dict[str, list[tuple[object, ...]]]:
    with reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


def migrate(direction: str, revision: str) -> None:
    from alembic import command

    if "migrate" not in current_app.extensions:
        offer_migrations(current_app)
    config = current_app.extensions["migrate"].migrate.get_config()
    getattr(command, direction)(config, revision)


def test_the_tables_and_the_migrations_agree() -> None:
    with upgrading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})

        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_migration_is_the_one_the_service_expects() -> None:
    folder = Path(upgrades.__file__).parent / "migrations"

    assert ScriptDirectory(str(folder)).get_heads() == [NEWEST]
    assert read_version() == NEWEST


def test_every_constraint_has_a_name_that_a_migration_can_use() -> None:
    with reading() as connection:
        inspector = inspect(connection)
        for table in Base.metadata.sorted_tables:
            counts_on = connection.dialect.name == "sqlite" and table.dialect_options["sqlite"]["autoincrement"]
            assert inspector.get_pk_constraint(table.name)["name"] == (None if counts_on else f"pk_{table.name}")
            for foreign in inspector.get_foreign_keys(table.name):
                assert str(foreign["name"]).startswith(f"fk_{table.name}_")
            for check in inspector.get_check_constraints(table.name):
                assert str(check["name"]).startswith(f"ck_{table.name}_")


def test_upgrading_again_leaves_every_row_alone(shelf: Shelf) -> None:
    submitted(shelf, same_answer(make_framework(), 3))
    before = rows_of_all_tables()

    with transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    upgrade_database()
    migrate("upgrade", "head")

    assert rows_of_all_tables() == before
    assert len(before["answers"]) == 36


def test_the_migrations_lead_down_and_up_again_over_populated_tables(shelf: Shelf) -> None:
    submitted(shelf, same_answer(make_framework(), 3))
    before = rows_of_all_tables()

    migrate("downgrade", "base")
    with reading() as connection:
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
    upgrade_database()
    with transaction() as connection:
        for table in Base.metadata.sorted_tables:
            if before[table.name]:
                names = [column.name for column in table.columns]
                connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in before[table.name]])

    assert rows_of_all_tables() == before


def test_several_processes_may_upgrade_an_empty_database_at_once(empty_database: str) -> None:
    code = (
        "import sys; from flask import Flask; from assessment.store.database import open_database; "
        "from assessment.store.upgrades import upgrade_database; app = Flask('one'); "
        "open_database(app, sys.argv[1]); app.app_context().push(); upgrade_database()"
    )
    several = [subprocess.Popen([sys.executable, "-c", code, empty_database]) for _ in range(3)]

    assert [process.wait(120) for process in several] == [0, 0, 0]
    other = Flask("reader")
    open_database(other, empty_database)
    with other.app_context():
        assert read_version() == NEWEST
        close_connections()


@pytest.fixture
def empty_database(database: str, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if database.startswith("sqlite"):
        yield f"sqlite:///{tmp_path}/fresh.sqlite3"
        return
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE fresh"))
        yield make_url(database).set(database="fresh").render_as_string(hide_password=False)
        connection.execute(text("DROP DATABASE fresh"))


def test_a_database_of_a_later_version_is_left_alone() -> None:
    with transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseIsNewer, match="later version of CX Wheel \\(9999\\)"):
        upgrade_database()

    assert read_version() == "9999"
    with transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :newest"), {"newest": NEWEST})
