"""Page value of a page of questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.answers import AnswerValue
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.languages.hyphenation import hyphenate
from assessment.use_cases.records import Sitting
from assessment.web.questions.moves import REVIEW, to_competency
from assessment.web.questions.sections import Section, build_sections
from assessment.wording.names import mid_sentence


@dataclass(frozen=True, slots=True)
class Step:
    """A competency in the bar of progress, and the button that leads to it. ``share`` is 0-100 %."""

    go: str
    name: str
    answered: int
    items: int
    share: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Move:
    """A button of the foot bar: where it leads and what it says."""

    go: str
    label: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One competency. ``heading`` is its name with soft hyphens.

    ``chosen`` holds answers by item id as form values, ``shown`` the same as JSON for the form.
    """

    assessment_id: str
    competency_id: str
    number: int
    hue: int
    name: str
    heading: str
    definition: str
    answered_here: int
    items_here: int
    answered: int
    items: int
    steps: tuple[Step, ...]
    sections: tuple[Section, ...]
    chosen: Mapping[str, str]
    shown: str
    back: Move | None
    onward: Move


def build_question_page(sitting: Sitting, competency_id: str, language: Language) -> QuestionPage:
    """The page of one competency. Raises KeyError for an unknown competency."""
    framework, record, values = sitting.framework, sitting.record, sitting.sheet.values
    competency = framework.competency(competency_id)
    position = framework.competencies.index(competency)
    steps = tuple(_step(sitting, other.id, language, current=competency_id) for other in framework.competencies)
    here = {item.id: values[item.id] for item in framework.items_of(record.level, competency_id) if item.id in values}
    return QuestionPage(
        assessment_id=record.id,
        competency_id=competency_id,
        number=position + 1,
        hue=position,
        name=language.pick(competency.name),
        heading=hyphenate(language.pick(competency.name), language.locale),
        definition=language.pick(competency.definition),
        answered_here=len(here),
        items_here=steps[position].items,
        answered=record.answered,
        items=record.items,
        steps=steps,
        sections=build_sections(framework, record.level, competency_id, language),
        chosen={item: str(value) for item, value in here.items()},
        shown=shown_as_text(here),
        back=_back(framework, position, language),
        onward=_onward(framework, position, language),
    )


def shown_as_text(values: Mapping[str, AnswerValue]) -> str:
    """Answers as a page displays them, as compact JSON for a hidden field."""
    return json.dumps(values, separators=(",", ":"))


def _step(sitting: Sitting, competency_id: str, language: Language, *, current: str) -> Step:
    items = sitting.framework.items_of(sitting.record.level, competency_id)
    answered = sum(item.id in sitting.sheet.values for item in items)
    return Step(
        go=to_competency(competency_id),
        name=language.pick(sitting.framework.competency(competency_id).short),
        answered=answered,
        items=len(items),
        share=f"{100 * answered / max(1, len(items)):.1f}%",
        is_current=competency_id == current,
    )


def _back(framework: Framework, position: int, language: Language) -> Move | None:
    if position == 0:
        return None
    return Move(to_competency(framework.competencies[position - 1].id), language.gettext("Back"))


def _onward(framework: Framework, position: int, language: Language) -> Move:
    if position + 1 == len(framework.competencies):
        return Move(REVIEW, language.gettext("Check and finish"))
    following = framework.competencies[position + 1]
    name = mid_sentence(language.pick(following.short))
    return Move(to_competency(following.id), language.gettext("Next: %(name)s", name=name))
