"""Every sentence of the interface is in every language, once, with its placeholders, and nothing is left over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from assessment.languages import LOCALES

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "assessment" / "languages" / "catalogues"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%s")
HANDED_OVER_TOGETHER = {"%(name)s": "%(inside)s", "%(inside)s": "%(name)s", "%(others)s": "%(quoted)s"}
"""The same names as they start a sentence, inside one, and in quotation marks: a language takes its pick."""

TRANSLATED = [locale for locale in LOCALES if locale != "en"]

Key = tuple[str, ...]


def as_key(message: str | tuple[str, ...] | list[str]) -> Key:
    return (message,) if isinstance(message, str) else tuple(message)


def sentences_in_the_code() -> dict[Key, str]:
    found: dict[Key, str] = {}
    sources = [
        (ROOT / "assessment", [("**.py", "python")]),
        (ROOT / "templates", [("**.html", "jinja2"), ("**.svg", "jinja2")]),
    ]
    keywords = {"gettext": None, "_": None, "ngettext": (1, 2), "lazy_gettext": None, "message": None}
    for folder, methods in sources:
        for file, line, message, _, _ in extract_from_dir(str(folder), methods, keywords=keywords):
            found.setdefault(as_key(message)[:2], f"{folder.name}/{file}:{line}")
    return found


def entries(locale: str) -> Iterator[tuple[str, Key, Key]]:
    for path in sorted((CATALOGUES / locale).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=locale, abort_invalid=True):
                if message.id:
                    assert not message.fuzzy, f"{path.name}: {message.id!r} is marked fuzzy"
                    yield path.name, as_key(message.id), as_key(message.string)


@pytest.mark.parametrize("locale", TRANSLATED)
def test_every_sentence_has_a_translation(locale: str) -> None:
    known = {key for _, key, _ in entries(locale)}
    missing = [f"{place}: {key[0]!r}" for key, place in sentences_in_the_code().items() if key not in known]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("locale", TRANSLATED)
def test_no_translation_is_left_over(locale: str) -> None:
    used = sentences_in_the_code()
    left = [f"{file}: {key[0]!r}" for file, key, _ in entries(locale) if key not in used]
    assert not left, "\n".join(left)


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_sentence_stands_in_one_catalogue_only(locale: str) -> None:
    places: dict[Key, list[str]] = defaultdict(list)
    for file, key, _ in entries(locale):
        places[key].append(file)
    twice = [f"{key[0]!r}: {files}" for key, files in places.items() if len(files) > 1]
    assert not twice, "\n".join(twice)


@pytest.mark.parametrize("locale", TRANSLATED)
def test_translations_are_whole_and_keep_their_placeholders(locale: str) -> None:
    wrong = []
    for file, key, texts in entries(locale):
        allowed = {place for english in key for place in PLACEHOLDER.findall(english)}
        allowed |= {other for place, other in HANDED_OVER_TOGETHER.items() if place in allowed}
        if len(key) > 1:
            allowed.add("%(n)s")  # the number that chooses the plural form
        for text in texts:
            if not text.strip():
                wrong.append(f"{file}: {key[0]!r} is empty")
            elif not set(PLACEHOLDER.findall(text)) <= allowed:
                wrong.append(f"{file}: {key[0]!r} has a placeholder the English does not have")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("locale", TRANSLATED)
def test_words_are_parted(locale: str) -> None:
    """A space that got lost shows at dashes and after commas and full stops."""
    glued = re.compile(r"[а-яё»]—|—[а-яё«]|[а-яё»][,;:!?][а-яё«]|[а-яё»]\.[А-ЯЁ]")
    found = [f"{name}: {text!r}" for name, _, texts in entries(locale) for text in texts if glued.search(text)]
    assert not found, "\n".join(found)
