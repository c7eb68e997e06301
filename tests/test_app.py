from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from flask import Flask

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Environment, Settings
from assessment.store.upgrades import NEWEST, read_version
from assessment.use_cases.kept_frameworks import PublishedVersionChanged
from assessment.use_cases.parts import Parts
from tests.factories.assessments import START, FixedClock
from tests.factories.frameworks import make_framework
from tests.factories.shelves import shelf_of


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return shelf_of(make_framework(framework_id="cx_competencies"))


@pytest.fixture
def fresh(tmp_path: Path) -> Settings:
    """An installation that was never started."""
    return Settings(instance=tmp_path / "new" / "instance", database_url=f"sqlite:///{tmp_path}/new/fresh.sqlite3")


def test_a_first_start_makes_the_instance_folder_the_tables_and_a_secret(fresh: Settings, shelf: Shelf) -> None:
    app = create_app(fresh, shelf=shelf)

    prepare_site(app)

    with app.app_context():
        assert read_version() == NEWEST
    assert app.config["SECRET_KEY"] == (fresh.instance / "secret_key").read_text()


def test_preparing_again_changes_nothing(app: Flask) -> None:
    prepare_site(app)


def test_a_given_secret_is_used_and_none_is_made(fresh: Settings, shelf: Shelf) -> None:
    app = create_app(replace(fresh, secret_key="x" * 40), shelf=shelf)

    assert app.config["SECRET_KEY"] == "x" * 40
    assert not (fresh.instance / "secret_key").exists()


def test_views_find_the_parts_they_were_joined_with(app: Flask, settings: Settings, shelf: Shelf) -> None:
    parts: Parts = app.extensions["cx_wheel"]

    assert parts.settings is settings
    assert parts.shelf is shelf
    assert isinstance(parts.clock, FixedClock)
    assert parts.clock() == START


@pytest.mark.parametrize(("base_url", "secure"), [("http://127.0.0.1:8000", False), ("https://wheel.test", True)])
def test_the_session_cookie_is_kept_from_scripts_other_sites_and_open_lines(
    fresh: Settings, shelf: Shelf, base_url: str, secure: bool
) -> None:
    config = create_app(replace(fresh, base_url=base_url), shelf=shelf).config

    assert config["SESSION_COOKIE_HTTPONLY"] is True
    assert config["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert config["SESSION_COOKIE_SECURE"] is secure
    assert config["PERMANENT_SESSION_LIFETIME"].days == 90


def test_a_template_that_names_what_is_not_there_fails(app: Flask) -> None:
    with app.app_context(), pytest.raises(jinja2.UndefinedError):
        app.jinja_env.from_string("{{ nothing_like_this }}").render()


def test_migrations_can_be_written_in_development_alone(fresh: Settings, shelf: Shelf) -> None:
    production = create_app(fresh, shelf=shelf)
    development = create_app(replace(fresh, environment=Environment.DEVELOPMENT), shelf=shelf)

    assert "db" not in production.cli.commands
    assert "db" in development.cli.commands


def test_a_changed_published_version_keeps_the_site_from_starting(app: Flask, settings: Settings) -> None:
    changed = shelf_of(make_framework(framework_id="cx_competencies", sem=7.0))

    with pytest.raises(PublishedVersionChanged, match=r"cx_competencies 2026\.1"):
        prepare_site(create_app(settings, shelf=changed))


def test_a_wsgi_server_finds_a_prepared_app_without_the_heavy_libraries(tmp_path: Path) -> None:
    code = (
        "import sys; from assessment.wsgi import app; "
        "assert app.test_client().get('/').status_code == 200; "
        "heavy = {'matplotlib', 'reportlab', 'scipy', 'segno', 'icalendar'} & sys.modules.keys(); "
        "assert not heavy, heavy"
    )
    env = {"CX_WHEEL_INSTANCE": str(tmp_path)}

    for _start in ("first", "second"):
        subprocess.run([sys.executable, "-c", code], env=env, check=True, cwd=Path(__file__).parents[1])


def test_under_a_wsgi_server_too_no_log_holds_a_private_link_or_what_was_sent(tmp_path: Path) -> None:
    code = (
        "import logging; logging.basicConfig(); from assessment.wsgi import app; "
        "logging.warning('GET /link/%s', 'k' * 43); "
        "app.add_url_rule('/broken', view_func=lambda: int('an answer')); "
        "assert app.test_client().get('/broken').status_code == 500"
    )
    env = {"CX_WHEEL_INSTANCE": str(tmp_path)}

    ended = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, cwd=Path(__file__).parents[1], capture_output=True, text=True
    )

    assert "GET /link/(hidden)" in ended.stderr
    assert "ValueError" in ended.stderr
    assert "an answer" not in ended.stderr
