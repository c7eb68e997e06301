"""What every page shows around its own content."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for

from assessment.languages import LOCALES
from assessment.web.locale import LOCALE_NAMES, current_language, current_locale


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language other than the page's own, and where to change to it."""

    locale: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Shell:
    """Header and footer of a page in ``locale``."""

    locale: str
    languages: tuple[LanguageLink, ...]


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
    return Shell(locale=locale, languages=tuple(links))


def _address_to_come_back_to() -> str:
    """This page, or the first one when it cannot be fetched again. Never a private link: it must not travel on."""
    if request.endpoint in {None, "start.open_link"}:
        return "/"
    if request.method != "GET" and not current_app.url_map.bind("").test(request.path, "GET"):
        return "/"
    return request.full_path.rstrip("?")
