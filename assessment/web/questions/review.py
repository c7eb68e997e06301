"""Page value of the last page before submission."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from assessment.domain.answers import SpecialAnswer
from assessment.domain.quality import QualityFlags
from assessment.domain.scoring import is_reportable
from assessment.languages import Language
from assessment.use_cases.records import Sitting
from assessment.web.questions.moves import item_address
from assessment.wording.quality import quality_reasons


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A statement without an answer, and where it stands."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """A competency with what is open in it. ``has_score`` says whether the answers so far give it a score."""

    competency_id: str
    hue: int
    name: str
    answered: int
    items: int
    has_score: bool
    open_words: str
    open_items: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What is open. ``doubts`` say why the answers look hurried; ``unconfirmed`` after a try without the tick."""

    assessment_id: str
    answered: int
    items: int
    title: str
    lead: str
    groups: tuple[ReviewGroup, ...]
    doubts: tuple[str, ...]
    confirmation: str | None
    unconfirmed: bool
    back: str


def build_review_page(
    sitting: Sitting, language: Language, flags: QualityFlags, *, unconfirmed: bool = False
) -> ReviewPage:
    """The review of a sitting in one language."""
    framework, record = sitting.framework, sitting.record
    groups = tuple(_group(sitting, hue, c.id, language) for hue, c in enumerate(framework.competencies))
    first_open = next((item.url for group in groups for item in group.open_items), None)
    last = framework.competencies[-1].id
    return ReviewPage(
        assessment_id=record.id,
        answered=record.answered,
        items=record.items,
        title=_title(language, record.items - record.answered),
        lead=_lead(language, groups),
        groups=groups,
        doubts=quality_reasons(language, framework, flags) if flags.ask else (),
        confirmation=_confirmation(language, record.items - record.answered),
        unconfirmed=unconfirmed,
        back=first_open or url_for("questions.show", assessment_id=record.id, competency=last),
    )


def _group(sitting: Sitting, hue: int, competency_id: str, language: Language) -> ReviewGroup:
    framework, record = sitting.framework, sitting.record
    items = framework.items_of(record.level, competency_id)
    answers = {item.id: sitting.sheet.values[item.id] for item in items if item.id in sitting.sheet.values}
    apart = [answer for answer in answers.values() if isinstance(answer, SpecialAnswer)]
    return ReviewGroup(
        competency_id=competency_id,
        hue=hue,
        name=language.pick(framework.competency(competency_id).name),
        answered=len(answers),
        items=len(items),
        has_score=is_reportable(len(answers) - len(apart), len(items) - apart.count(SpecialAnswer.NOT_APPLICABLE)),
        open_words=language.ngettext("%(n)s without an answer", "%(n)s without an answer", len(items) - len(answers)),
        open_items=tuple(
            OpenItem(item_address(framework, record.id, item.id), language.pick(item.text))
            for item in items
            if item.id not in answers
        ),
    )


def _title(language: Language, still_open: int) -> str:
    if not still_open:
        return language.gettext("All statements are answered")
    return language.ngettext("%(n)s statement is still open", "%(n)s statements are still open", still_open)


def _lead(language: Language, groups: tuple[ReviewGroup, ...]) -> str:
    if any(not group.has_score for group in groups):
        return language.gettext(
            "A competency needs more than half of its statements rated. Without that it has no score, and the wheel "
            "has no roll and no weakest link."
        )
    if any(group.open_items for group in groups):
        return language.gettext("Every competency has enough answers for a score. More answers make it surer.")
    return language.gettext("Your wheel is ready. You can still change any answer first.")


def _confirmation(language: Language, still_open: int) -> str | None:
    if not still_open:
        return None
    return language.ngettext(
        "Finish anyway: %(n)s statement stays open", "Finish anyway: %(n)s statements stay open", still_open
    )
