"""How far the people agree who rated their team, and about which statements they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedAgreement, ReleasedCompetency, ReleasedStatement, TeamResult
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.web.team_result.answer_columns import Answers, build_answers
from assessment.wording.agreement import (
    agreement_note,
    agreement_sentence,
    agreement_word,
    bars_note,
    deviation_text,
    differing_sentence,
    farthest,
    index_text,
    limit_of,
    points_of,
)
from assessment.wording.footnotes import Footnote, Footnotes
from assessment.wording.names import short_name

_AT_ONCE = 6
"""Statements whose answers stand on the page; the others stand on the pages of their competencies."""


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One competency. ``bar`` is the length of the mean distance in per cent of the drawing, empty if not told."""

    hue: int
    name: str
    short: str
    word: str
    differs: bool
    deviation: str
    index: str
    bar: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about which opinions differ, of which no answers are told."""

    hue: int
    text: str


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """The section. ``limit_at`` is where opinions begin to differ in the drawing, empty where nothing is drawn."""

    sentence: str
    caption: str
    rows: tuple[AgreementRow, ...]
    limit: str
    limit_at: str
    reading: str
    end: str
    notes: tuple[Footnote, ...]
    measured: bool
    differing_sentence: str
    answers: Answers | None
    statements: tuple[Statement, ...]
    more: int


def build_agreement(
    language: Language, framework: Framework, result: TeamResult, address: Callable[[str], str]
) -> AgreementPart | None:
    """None where people rated themselves."""
    if result.kind is CampaignKind.THEMSELVES:
        return None
    notes, points = Footnotes(language, result.k), points_of(framework, result.level)
    measured = [spoke.agreement for spoke in result.competencies if _deviation(spoke) is not None]
    differing = _list_differing(framework, result)
    answers = build_answers(language, framework, differing[:_AT_ONCE])
    return AgreementPart(
        sentence=agreement_sentence(language, framework, result),
        caption=agreement_note(language, result),
        rows=tuple(
            _build_row(language, framework, spoke, notes, points=points, address=address)
            for spoke in result.competencies
        ),
        limit=language.decimal(limit_of(points), 1) if points else "",
        reading=bars_note(language),
        limit_at=f"{100 * limit_of(points) / farthest(points):.1f}%" if points and measured else "",
        end=language.decimal(farthest(points), 1) if points else "",
        notes=notes.list_notes(),
        measured=bool(measured),
        differing_sentence=differing_sentence(language, result, [spoke.competency for spoke in result.competencies]),
        answers=answers,
        statements=()
        if answers
        else tuple(Statement(hue, language.pick(framework.item(statement.item).text)) for hue, statement in differing),
        more=len(differing) - _AT_ONCE if answers and len(differing) > _AT_ONCE else 0,
    )


def _build_row(
    language: Language,
    framework: Framework,
    spoke: ReleasedCompetency,
    notes: Footnotes,
    *,
    points: int,
    address: Callable[[str], str],
) -> AgreementRow:
    agreement, deviation = spoke.agreement, _deviation(spoke)
    return AgreementRow(
        hue=hue_of(framework, spoke.competency),
        name=language.pick(framework.competency(spoke.competency).name),
        short=short_name(language, framework, spoke.competency),
        word=language.gettext("hidden") if agreement is None else agreement_word(language, agreement),
        differs=agreement is not None and agreement.opinions_differ,
        deviation="–" if agreement is None else deviation_text(language, agreement),
        index="–" if agreement is None else index_text(language, agreement),
        bar=f"{100 * deviation / farthest(points):.1f}%" if points and deviation is not None else "",
        note=notes.number(_why_hidden(spoke, agreement)),
        url=address(spoke.competency),
    )


def _why_hidden(spoke: ReleasedCompetency, agreement: ReleasedAgreement | None) -> Reason | None:
    """Why nothing is told of agreement: as of the mean; where that is told, because it would give answers away."""
    if agreement is not None:
        return None
    return spoke.score.reason or Reason.SAYS_TOO_MUCH


def _deviation(spoke: ReleasedCompetency) -> float | None:
    return None if spoke.agreement is None else spoke.agreement.deviation


def _list_differing(framework: Framework, result: TeamResult) -> Sequence[tuple[int, ReleasedStatement]]:
    """Hue and statement of all that opinions differ about, in the order of the wheel."""
    return [
        (hue_of(framework, spoke.competency), statement)
        for spoke in result.competencies
        for statement in spoke.statements
        if statement.differ
    ]
