"""Which language a request is answered in."""

from __future__ import annotations

from flask import Flask, g, request, session
from flask_babel import Babel, get_babel
from markupsafe import Markup

from assessment.domain.framework import Framework
from assessment.languages import LOCALES, Language, get_language

LOCALE_NAMES = {"en": "English", "ru": "Русский"}
"""What each language calls itself."""


def register(app: Flask) -> None:
    """Let templates and forms speak the catalogues of ``assessment.languages``."""
    app.config["BABEL_DEFAULT_LOCALE"] = LOCALES[0]
    Babel(app, locale_selector=current_locale)
    with app.app_context():
        domain = get_babel().instance.domain_instance
        for locale in LOCALES:
            domain.cache[(locale, "messages")] = get_language(locale).translations
    # A page asks for some thirty sentences; the way through Flask-Babel took a tenth of its time.
    app.jinja_env.globals.update(_=_sentence, gettext=_sentence, ngettext=_counted_sentence)


def current_locale() -> str:
    """The language chosen on this device, else the browser's first choice that we have, else English."""
    locale: str | None = g.get("locale")
    if locale is None:
        locale = session.get("locale")
        if locale not in LOCALES:
            locale = request.accept_languages.best_match(LOCALES, default=LOCALES[0])
        g.locale = locale
    return locale or LOCALES[0]


def current_language() -> Language:
    """Sentences, numbers and dates of the request's language."""
    return get_language(current_locale(), on_pages=True)


def _sentence(message: str, /, **values: object) -> Markup:
    """A sentence of a template; what is filled in is escaped."""
    return Markup(current_language().translations.ugettext(message)) % values  # noqa: S704  (a catalogue's words)


def _counted_sentence(one: str, many: str, n: int, /, **values: object) -> Markup:
    """The same in the plural form that ``n`` asks for; ``num`` is the number."""
    found = current_language().translations.ungettext(one, many, n)
    return Markup(found) % {"num": n, **values}  # noqa: S704  (a catalogue's words)


def speak(locale: str) -> None:
    """Answer this one request in a language of LOCALES, without remembering it."""
    g.locale = locale


def choose_locale(locale: str) -> None:
    """Remember a language of LOCALES on this device."""
    session["locale"] = locale
    session.permanent = True
    g.locale = locale


def language_for(framework: Framework) -> Language:
    """The request's language if the framework has texts in it, else the framework's first."""
    locale = current_locale()
    return get_language(locale if locale in framework.locales else framework.locales[0], on_pages=True)
