"""Every text is there in every language of the framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import BaseModel

from assessment.bank.document import Document, Place
from assessment.bank.finding import Finding
from assessment.bank.shape_parts import TextShape
from assessment.bank.source import SHAPES, Source

LONGEST = 2000
"""Characters; longer texts make pages and printed plans unreadable."""


def check_texts(source: Source) -> Iterator[Finding]:
    """Texts have each locale of the framework and no other, and no text is blank or too long."""
    locales = source.header("locales")
    if not locales:
        return
    for file, shape in SHAPES.items():
        document = source.documents[file]
        for place, text in _texts_of(shape, document.value, ()):
            yield from _check_text(document, place, text, locales)


def _check_text(
    document: Document, place: Place, text: Mapping[str, object], locales: tuple[str, ...]
) -> Iterator[Finding]:
    for locale in locales:
        if locale not in text:
            yield document.finding(place, f"has no text in `{locale}`; add `{locale}: ...` under it")
    for locale, words in text.items():
        if locale not in locales:
            advice = f"remove it or add the language to `locales` (now {', '.join(locales)})"
            yield document.finding((*place, locale), f"is not a language of the framework; {advice}")
        elif isinstance(words, str) and not words.strip():
            yield document.finding((*place, locale), "is empty; write the text")
        elif isinstance(words, str) and len(words) > LONGEST:
            yield document.finding((*place, locale), f"has {len(words)} characters; shorten it to {LONGEST}")


def _texts_of(annotation: object, value: object, place: Place) -> Iterator[tuple[Place, Mapping[str, object]]]:
    """Texts within a value, found by following the shape it should have."""
    if annotation is TextShape:
        if isinstance(value, Mapping):
            yield place, value
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if isinstance(value, Mapping):
            for key, field in annotation.model_fields.items():
                yield from _texts_of(field.annotation, value.get(key), (*place, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            for part in get_args(annotation):
                yield from _texts_of(part, inner, (*place, position))
    else:
        for part in get_args(annotation):
            yield from _texts_of(part, value, place)
