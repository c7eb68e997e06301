"""Languages that people ask for, refused where nobody speaks them."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.refusals import UnknownLocale
from assessment.languages import LOCALES, Language, get_language


def known_locale(locale: str) -> str:
    """The same, when the service speaks it. Raises UnknownLocale."""
    if locale not in LOCALES:
        raise UnknownLocale(locale, LOCALES)
    return locale


def language_of(framework: Framework, locale: str) -> Language:
    """The language, where both the service and the framework speak it. Raises UnknownLocale."""
    known = [spoken for spoken in framework.locales if spoken in LOCALES]
    if locale not in known:
        raise UnknownLocale(locale, known)
    return get_language(locale)
