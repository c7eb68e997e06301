"""One statement with its answer, and what the answer counts."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answers import AnswerValue, SpecialAnswer
from assessment.domain.framework import Item, Scale
from assessment.domain.ratings import rate
from assessment.languages import Language
from assessment.web.result.formulas import exact


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """``answer`` is the scale value, empty for a special or missing one; ``words`` its anchor or what was said instead.

    ``counts`` is the value 0-100 or a dash, ``formula`` how it came about. ``weight`` is empty where it is 1,
    ``needed`` the value that the next level asks for, empty where nothing is asked.
    """

    id: str
    statement: str
    answer: str
    words: str
    counts: str
    formula: str
    is_reversed: bool
    weight: str
    needed: str


def build_answer_row(
    language: Language, item: Item, scale: Scale, value: AnswerValue | None, needed: int | None
) -> AnswerRow:
    """The row of one item; ``needed`` as in its blocker, None when it is none."""
    answer, words, counts, formula = _unrated(language, value)
    if value is not None and not isinstance(value, SpecialAnswer):
        anchor = scale.anchor_at(value)
        rating = rate(item, scale, value)
        answer, words = str(value), "" if anchor is None else language.pick(anchor)
        counts = exact(language, 100 * rating.steps / rating.span)
        formula = _value_formula(item, scale, value, counts)
    return AnswerRow(
        id=item.id,
        statement=language.pick(item.text),
        answer=answer,
        words=words,
        counts=counts,
        formula=formula,
        is_reversed=item.reversed,
        weight="" if item.weight == 1 else exact(language, item.weight),
        needed="" if needed is None else str(needed),
    )


def _unrated(language: Language, value: AnswerValue | None) -> tuple[str, str, str, str]:
    if value is SpecialAnswer.NOT_APPLICABLE:
        effect = language.gettext("Counts neither in the score nor among the applicable statements.")
        return "", language.gettext("Not applicable"), "–", effect
    if value is SpecialAnswer.DONT_KNOW:
        effect = language.gettext("Does not count in the score; a blind spot.")
        return "", language.gettext("I cannot judge"), "–", effect
    return "", language.gettext("No answer"), "–", language.gettext("Does not count in the score; never a zero.")


def _value_formula(item: Item, scale: Scale, value: int, counts: str) -> str:
    lowest = f"({scale.minimum})" if scale.minimum < 0 else str(scale.minimum)
    share = f"100 · ({value} − {lowest}) / ({scale.maximum} − {lowest})"
    return f"100 − {share} = {counts}" if item.reversed else f"{share} = {counts}"
