"""The one place where the parts are joined: settings, database, bank, pages and interface for machines."""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from assessment.bank.location import bank_path
from assessment.bank.shelf import Shelf
from assessment.jobs.queue import Doorbell
from assessment.settings import Settings, read_or_make_secret
from assessment.store import limit_windows
from assessment.store.database import close_connections, open_database
from assessment.store.upgrades import offer_migrations, upgrade_database
from assessment.use_cases.compose_campaign_mails import register_campaign_mails
from assessment.use_cases.compose_mails import register_composers
from assessment.use_cases.join_mails import register_join_mails
from assessment.use_cases.kept_frameworks import publish_frameworks
from assessment.use_cases.mails import register_waker
from assessment.use_cases.parts import Clock, Parts, utc_now
from assessment.use_cases.tokens import TokenSource

_LARGEST_REQUEST_BYTES = 1_000_000


def create_app(
    settings: Settings | None = None,
    *,
    clock: Clock = utc_now,
    token_source: TokenSource = secrets.token_urlsafe,
    shelf: Shelf | None = None,
) -> Flask:
    """The app, joined but not yet prepared: call ``prepare_site`` once before it serves.

    ``settings`` are read from the environment unless given, ``shelf`` from the bank they name. Raises WrongSetting
    and BrokenBank.
    """
    app = join_parts(settings or Settings.from_environment(), clock=clock, token_source=token_source, shelf=shelf)
    from assessment import api, web
    from assessment.web import limits

    web.register(app)
    api.register(app)
    limits.register(app)
    register_waker(app, Doorbell(app).ring)
    return app


def join_parts(settings: Settings, *, clock: Clock, token_source: TokenSource, shelf: Shelf | None = None) -> Flask:
    """The app without pages and interface: what use cases need and no more."""
    settings.instance.mkdir(parents=True, exist_ok=True)
    app = Flask(
        "assessment",
        instance_path=str(settings.instance),
        template_folder=_shipped_folder("templates"),
        static_folder=_shipped_folder("static"),
    )
    app.config.from_mapping(
        SECRET_KEY=settings.secret_key or read_or_make_secret(settings.instance),
        MAX_CONTENT_LENGTH=_LARGEST_REQUEST_BYTES,
        SESSION_COOKIE_NAME="__Host-cx_wheel" if settings.is_https else "cx_wheel",  # none from a neighbouring host
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.is_https,
        PERMANENT_SESSION_LIFETIME=timedelta(days=90),
        TEMPLATES_AUTO_RELOAD=settings.is_development,
    )
    app.config["RATELIMIT_STORAGE_URI"] = f"{limit_windows.SCHEME}://"
    app.config["RATELIMIT_STORAGE_OPTIONS"] = {"clock": clock}
    app.jinja_env.undefined = StrictUndefined
    open_database(app, settings.database_url)
    if settings.is_development:
        offer_migrations(app)
    app.extensions["cx_wheel"] = Parts(
        settings=settings,
        shelf=shelf or Shelf.read(settings.bank or bank_path()),
        clock=clock,
        token_source=token_source,
    )
    register_composers()
    register_campaign_mails()
    register_join_mails()
    return app


def prepare_site(app: Flask) -> None:
    """Bring the database up to date and publish the bank in it. Doing it again changes nothing.

    Raises DatabaseUnavailable and PublishedVersionChanged.
    """
    parts: Parts = app.extensions["cx_wheel"]
    with app.app_context():
        upgrade_database()
        publish_frameworks(parts.shelf)
        close_connections()


def _shipped_folder(name: str) -> str:
    """Templates and static files: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "_data" / name
    return str(installed if installed.is_dir() else package.parent / name)
