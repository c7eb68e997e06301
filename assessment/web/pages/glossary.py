"""Page value of the glossary: terms of the framework in the alphabet of the page's language."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from assessment.domain.framework import Framework
from assessment.languages import Language


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its definition; ``id`` is its anchor. ``elsewhere`` are locales, each with the term in it."""

    id: str
    term: str
    definition: str
    elsewhere: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that start with a letter; ``anchor`` is its place on the page."""

    letter: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """All terms by letter."""

    terms: int
    letters: tuple[Letter, ...]


def build_glossary_page(framework: Framework, language: Language) -> GlossaryPage:
    """The glossary in one language."""
    entries = [
        Entry(
            id=term.code,
            term=language.pick(term.term),
            definition=language.pick(term.definition),
            elsewhere=tuple((locale, text) for locale, text in term.term.items() if locale != language.locale),
        )
        for term in framework.glossary
    ]
    entries.sort(key=lambda entry: _alphabetical(entry.term, language.locale))
    letters = groupby(entries, key=lambda entry: _first_letter(entry.term))
    return GlossaryPage(
        terms=len(entries),
        letters=tuple(
            Letter(letter, f"letter-{number}", tuple(group)) for number, (letter, group) in enumerate(letters, start=1)
        ),
    )


def _alphabetical(term: str, locale: str) -> tuple[bool, str]:
    """Terms in the alphabet of the language first; ё counts as е."""
    plain = _plain(term)
    return plain[:1].isascii() == (locale == "ru"), plain


def _first_letter(term: str) -> str:
    return _plain(term)[:1].upper()


def _plain(term: str) -> str:
    return term.casefold().replace("ё", "е").lstrip("«“\"'(")
