"""What every page shows around its own content."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for
from flask_babel import gettext as _

from assessment.languages import LOCALES
from assessment.use_cases.availability import DatabaseUnavailable
from assessment.web.locale import LOCALE_NAMES, current_language, current_locale
from assessment.web.signed_in import find_account


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language other than the page's own, and where to change to it."""

    locale: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class MenuLink:
    """A page of somebody who is signed in."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class AccountMenu:
    """What the header offers whoever is signed in as ``name``."""

    name: str
    links: tuple[MenuLink, ...]
    sign_out_url: str


@dataclass(frozen=True, slots=True)
class Shell:
    """Header and footer of a page in ``locale``; without a ``menu`` nobody is signed in."""

    locale: str
    languages: tuple[LanguageLink, ...]
    menu: AccountMenu | None
    sign_in_url: str


def register(app: Flask) -> None:
    """Give every template ``shell`` and ``language``."""
    app.context_processor(lambda: {"shell": build_shell(), "language": current_language()})


def build_shell() -> Shell:
    """The shell of the present request."""
    here = _address_to_come_back_to()
    locale = current_locale()
    links = (
        LanguageLink(other, LOCALE_NAMES[other], url_for("site.language", locale=other, next=here))
        for other in LOCALES
        if other != locale
    )
    menu = _menu()
    return Shell(
        locale=locale, languages=tuple(links), menu=menu, sign_in_url="" if menu else url_for("security.login")
    )


def _menu() -> AccountMenu | None:
    """None as well while the database is away: a page that says so must not fail for the sake of its header."""
    try:
        account = find_account()
    except DatabaseUnavailable:
        return None
    if account is None:
        return None
    pages = (
        ("home.show", _("My assessments")),
        ("teams.mine", _("Teams")),
        ("sharing.list_shared", _("Shared with me")),
        ("accounts.settings", _("Settings")),
    )
    links = tuple(MenuLink(text, url_for(page)) for page, text in pages if page in current_app.view_functions)
    return AccountMenu(account.name or account.email, links, url_for("security.logout"))


def _address_to_come_back_to() -> str:
    """This page, or the first one when it cannot be fetched again. Never a link with a secret: that must not travel."""
    if request.endpoint is None or "token" in (request.view_args or {}):
        return "/"
    if request.method != "GET" and not current_app.url_map.bind("").test(request.path, "GET"):
        return "/"
    return request.full_path.rstrip("?")
