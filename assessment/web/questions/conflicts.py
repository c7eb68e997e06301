"""Answers that were changed in two places, and the page that shows both versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.answers import AnswerValue, SpecialAnswer
from assessment.domain.framework import Framework, Item
from assessment.languages import Language
from assessment.use_cases.answer_changes import Conflict
from assessment.use_cases.records import Sitting
from assessment.web.questions.pages import shown_as_text
from assessment.web.questions.sections import point_words, special_points


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """One statement: the answer this page sent, and the one saved elsewhere. ``stored`` is empty if cleared there."""

    item_id: str
    text: str
    yours: str
    yours_words: str
    stored: str
    stored_words: str


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """All statements to choose for. ``go`` is where the person was heading."""

    assessment_id: str
    competency_id: str
    name: str
    versions: tuple[TwoVersions, ...]
    shown: str
    go: str


def build_conflict_page(
    sitting: Sitting, language: Language, conflicts: Sequence[Conflict], competency_id: str, go: str
) -> ConflictPage:
    """The page of the conflicts of one call from the page of a competency."""
    framework = sitting.framework
    return ConflictPage(
        assessment_id=sitting.record.id,
        competency_id=competency_id,
        name=language.pick(framework.competency(competency_id).name),
        versions=tuple(_versions(framework, framework.item(c.item_id), c, language) for c in conflicts),
        shown=shown_as_text({c.item_id: c.stored for c in conflicts if c.stored is not None}),
        go=go,
    )


def answer_words(framework: Framework, item: Item, value: AnswerValue | None, language: Language) -> str:
    """An answer as people read it: "4 · I know the limits …", "I cannot judge", "no answer"."""
    if value is None:
        return language.gettext("no answer")
    if isinstance(value, SpecialAnswer):
        return next(point.words for point in special_points(language) if point.value == value)
    words = point_words(framework.scale_of(item), value, language)
    return f"{value} · {words}" if words else str(value)


def _versions(framework: Framework, item: Item, conflict: Conflict, language: Language) -> TwoVersions:
    return TwoVersions(
        item_id=item.id,
        text=language.pick(item.text),
        yours=_form_value(conflict.yours),
        yours_words=answer_words(framework, item, conflict.yours, language),
        stored=_form_value(conflict.stored),
        stored_words=answer_words(framework, item, conflict.stored, language),
    )


def _form_value(value: AnswerValue | None) -> str:
    return "" if value is None else str(value)
