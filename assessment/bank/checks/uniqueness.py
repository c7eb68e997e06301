"""Nothing is named twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assessment.bank.document import Document, Place
from assessment.bank.finding import Finding
from assessment.bank.source import Source
from assessment.domain.framework import Level

_NAMES = (
    (("framework.yaml", "blocks", "id"),),
    (("framework.yaml", "facets", "id"),),
    (("framework.yaml", "bands", "id"),),
    (("competencies.yaml", "competencies", "id"),),
    (("scales.yaml", "scales", "id"),),
    tuple((f"items/{level}.yaml", "items", "id") for level in Level),
    tuple((f"actions/{level}.yaml", "actions", "id") for level in Level),
    (("courses.yaml", "courses", "id"),),
    (("courses.yaml", "resources", "id"),),
    (("glossary.yaml", "terms", "code"),),
)
"""Lists whose entries share one set of names: (file, list, key of the name)."""


def check_unique_names(source: Source) -> Iterator[Finding]:
    """Every id is used once; item and action ids once across all levels."""
    for lists in _NAMES:
        first: dict[str, tuple[str, int]] = {}
        for file, key, name_key in lists:
            document = source.documents[file]
            for place, name in source.named(file, key, name_key):
                if name in first:
                    where, line = first[name]
                    yield document.finding(place, f"is used before, in {where} on line {line}; choose another one")
                else:
                    first[name] = (file, document.line(place))


def check_unique_words(source: Source) -> Iterator[Finding]:
    """No list of words, such as the courses of an action, has the same word twice."""
    for document in source.documents.values():
        yield from _repeated_words(document, document.value, ())


def _repeated_words(document: Document, value: object, place: Place) -> Iterator[Finding]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _repeated_words(document, inner, (*place, key))
    elif isinstance(value, list):
        seen: set[str] = set()
        for position, inner in enumerate(value):
            if isinstance(inner, str) and inner in seen:
                yield document.finding((*place, position), f"`{inner}` stands in this list already; remove it")
            elif isinstance(inner, str):
                seen.add(inner)
            else:
                yield from _repeated_words(document, inner, (*place, position))
