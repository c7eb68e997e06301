"""Answer sheets for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answers import AnswerSheet, AnswerValue
from assessment.domain.framework import Framework, Level


def make_sheet(
    framework: Framework, answers: Mapping[str, Sequence[AnswerValue | None]], level: Level = Level.INDIVIDUAL
) -> AnswerSheet:
    """Answers by competency in the order asked; None and whatever is beyond the end of the list stay open."""
    return AnswerSheet(
        level=level,
        values={
            item.id: value
            for competency, values in answers.items()
            for item, value in zip(framework.items_of(level, competency), values, strict=False)
            if value is not None
        },
    )


def sheet_of_totals(framework: Framework, totals: Sequence[int], level: Level = Level.INDIVIDUAL) -> AnswerSheet:
    """A complete sheet on a scale from 0 whose answers add up to one total for each competency, spread evenly."""
    answers = {}
    for competency, total in zip(framework.competencies, totals, strict=True):
        share, rest = divmod(total, len(framework.items_of(level, competency.id)))
        count = len(framework.items_of(level, competency.id))
        answers[competency.id] = [share + (index < rest) for index in range(count)]
    return make_sheet(framework, answers, level)


def same_answer(framework: Framework, value: AnswerValue, level: Level = Level.INDIVIDUAL) -> AnswerSheet:
    """Every item of the level answered alike."""
    return AnswerSheet(level=level, values={item.id: value for item in framework.items_of(level)})
