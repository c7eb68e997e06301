"""Names of the framework inside sentences. They stand in the nominative, so sentences are built to need no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assessment.domain.framework import Framework
from assessment.languages import Language


def mid_sentence(text: str) -> str:
    """``text`` with a small first letter, unless its first word is an acronym or a title in capitals.

    "Design and change" → "design and change"; "CX strategy", "ROI", "I", "NPS-отчёт", "Net Promoter Score" stay.
    """
    words = text.split(maxsplit=2)
    if not words:
        return text
    first = words[0]
    is_acronym = any(letter.isupper() or letter.isdigit() for letter in first[1:]) or first == "I"
    is_title = len(words) > 1 and words[1][:1].isupper() and words[1].isascii() and not words[1].isupper()
    return text if is_acronym or is_title else text[:1].lower() + text[1:]


def short_name(language: Language, framework: Framework, competency_id: str) -> str:
    """The short name of a competency as it starts a sentence: "Design and change"."""
    return language.pick(framework.competency(competency_id).short)


def short_name_inside(language: Language, framework: Framework, competency_id: str) -> str:
    """The short name of a competency as it stands inside a sentence: "design and change"."""
    return mid_sentence(short_name(language, framework, competency_id))


def facet_name_inside(language: Language, framework: Framework, facet_id: str) -> str:
    """The name of a facet as it stands inside a sentence: "experience"."""
    return mid_sentence(language.pick(framework.facet(facet_id).name))


def short_names_inside(language: Language, framework: Framework, competency_ids: Iterable[str]) -> str:
    """Short names after a colon: "metrics and strategy"; "strategy; design and change" where a name holds an "and"."""
    names = [short_name_inside(language, framework, competency_id) for competency_id in competency_ids]
    conjunction = join_with_and(language, ["", ""])
    return "; ".join(names) if any(conjunction in name for name in names) else join_with_and(language, names)


def short_names_quoted(language: Language, framework: Framework, competency_ids: Sequence[str]) -> str:
    """Short names in quotation marks, joined by "and": “Strategy” and “Design and change”."""
    names = [short_name(language, framework, competency_id) for competency_id in competency_ids]
    return join_with_and(language, [language.gettext("“%(name)s”", name=name) for name in names])


def join_with_and(language: Language, parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for no parts."""
    if len(parts) < 2:
        return "".join(parts)
    return language.gettext("%(first)s and %(last)s", first=", ".join(parts[:-1]), last=parts[-1])
