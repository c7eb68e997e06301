from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from assessment.store.database import open_database
from assessment.use_cases.availability import DatabaseUnavailable, check_database


def test_a_database_that_answers_is_available() -> None:
    check_database()


def test_a_database_that_is_away_is_not(tmp_path: Path) -> None:
    away = Flask("away")
    open_database(away, f"sqlite:///{tmp_path}/missing/file")

    with away.app_context(), pytest.raises(DatabaseUnavailable):
        check_database()
