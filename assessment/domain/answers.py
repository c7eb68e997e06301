"""Answers of one respondent, and what counts as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import UnknownItem, ValueOffScale


class SpecialAnswer(StrEnum):
    """Not applicable leaves score and coverage; I cannot judge leaves the score and lowers coverage."""

    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW = "dont_know"


AnswerValue = int | SpecialAnswer
"""A point of the item's scale, or a special answer. A missing answer is absent, never 0."""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Answers by item id for one level of one framework. Items without an answer are absent."""

    level: Level
    values: Mapping[str, AnswerValue]

    def with_changes(self, changes: Mapping[str, AnswerValue | None]) -> AnswerSheet:
        """A new sheet in which the changes hold; None clears an answer."""
        values = {**self.values, **{item: value for item, value in changes.items() if value is not None}}
        for item, value in changes.items():
            if value is None:
                values.pop(item, None)
        return replace(self, values=values)


def read_answer(framework: Framework, level: Level, item_id: str, raw: object) -> AnswerValue | None:
    """One answer as it came from outside, checked.

    ``raw`` is a whole scale point (2.0 counts as 2), the name of a special answer, or None to clear.
    Raises UnknownItem when the level has no such item and ValueOffScale for anything else: booleans, other strings,
    numbers off the scale.
    """
    item = framework.find_item(level, item_id)
    if item is None:
        raise UnknownItem(item_id=item_id, level=level)
    if raw is None:
        return None
    if isinstance(raw, str) and raw in (SpecialAnswer.NOT_APPLICABLE, SpecialAnswer.DONT_KNOW):
        return SpecialAnswer(raw)
    values = framework.scale_of(item).values
    if isinstance(raw, int | float) and not isinstance(raw, bool) and raw in values:
        return int(raw)
    raise ValueOffScale(item_id=item_id, raw=raw, values=values)
