"""One language of the interface, for every room that speaks to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date, format_datetime
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

from assessment.languages.typography import hold_together, tie

LOCALES = ("en", "ru")
"""Languages of the interface. English sentences are the keys of the catalogues."""

_CATALOGUES = Path(__file__).parent / "catalogues"


@dataclass(frozen=True, slots=True)
class Language:
    """Sentences, numbers and dates in one language; ``on_pages`` when a browser breaks their lines."""

    locale: str
    translations: NullTranslations
    on_pages: bool = False

    def gettext(self, message: str, /, **values: object) -> str:
        """The sentence in this language, with ``%(name)s`` filled in."""
        text: str = self.translations.ugettext(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The sentence in the plural form that ``n`` asks for; ``%(n)s`` is the number."""
        text: str = self.translations.ungettext(one, many, n)
        return text % {"n": n, **values}

    def pick(self, text: Mapping[str, str]) -> str:
        """A text of the question bank in this language, or a person's own, with no-break spaces.

        A person's own text stands under the key "" and is the same in every language. Raises KeyError without either.
        """
        if self.locale not in text:
            return tie(text[""], self.locale)
        tied = tie(text[self.locale], self.locale)
        return hold_together(tied, self.locale) if self.on_pages else tied

    def whole(self, number: float) -> str:
        """A score as people see it: 61.66 → 62. Halves go up, as readers expect."""
        return str(int(number + 0.5))

    def decimal(self, number: float, digits: int = 2) -> str:
        """0.62 in English, 0,62 in Russian."""
        text = f"{number:.{digits}f}"  # a page of formulas asks fifty times: too often for Babel
        return text if self.locale == "en" else text.replace(".", ",")

    def number(self, number: float) -> str:
        """Whole where it is whole, else with one decimal: 6, 2.5 (2,5 in Russian)."""
        return format_decimal(number, format="0.#", locale=self.locale)

    def count(self, number: int) -> str:
        """A whole number with its thousands apart: 10,000 in English, 10 000 (no-break space) in Russian."""
        return format_decimal(number, format="#,##0", locale=self.locale)

    def percent(self, share: float) -> str:
        """A share 0-1 as a whole percentage: 89% in English, 89 % (no-break space) in Russian."""
        return format_percent(share, format="#,##0%" if self.locale == "en" else "#,##0\u00a0%", locale=self.locale)

    def month_day(self, day: date) -> str:
        """23 Nov, 23 нояб.: for tables and calendars whose year is said elsewhere."""
        return format_date(day, "d MMM", locale=self.locale)

    def date(self, day: date) -> str:
        """21 November 2026, 21 ноября 2026."""
        return format_date(day, "d MMMM y", locale=self.locale)

    def time(self, moment: datetime) -> str:
        """14:32, in the moment's own time zone."""
        return format_datetime(moment, "HH:mm", locale=self.locale)


@cache
def get_language(locale: str, *, on_pages: bool = False) -> Language:
    """The language of a locale in LOCALES; raises KeyError for any other."""
    if locale not in LOCALES:
        raise KeyError(locale)
    return Language(locale, _translations(locale), on_pages)


@cache
def _translations(locale: str) -> NullTranslations:
    """All catalogues of a language as one: ``catalogues/<locale>/*.po``, one file for an area of the service.

    Sentences are written there with ordinary spaces; no-break spaces are set while reading.
    """
    files = sorted((_CATALOGUES / locale).glob("*.po"))
    if not files:
        return NullTranslations()
    merged = Catalog(locale=locale)
    for path in files:
        with path.open("rb") as file:
            for message in read_po(file, locale=locale):
                if message.id:
                    message.string = _tied(message.string, locale)
                    merged[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return Translations(fp=compiled)


def _tied(string: str | tuple[str, ...] | list[str] | None, locale: str) -> str | tuple[str, ...]:
    """A translation, or each of its plural forms, with no-break spaces."""
    if string is None or isinstance(string, str):
        return tie(string or "", locale)
    return tuple(tie(form, locale) for form in string)
