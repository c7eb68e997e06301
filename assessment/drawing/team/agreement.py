"""How far raters of a team agree: mean distance from the mean answer, or the word alone where it is not told."""

from __future__ import annotations

from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from assessment.drawing.palette import LIGHT, fill_of
from assessment.drawing.team.sheet import BODY, MARGIN, WIDTH, Sheet
from assessment.languages import Language
from assessment.wording.agreement import (
    agreement_rule,
    agreement_sentence,
    agreement_word,
    bars_note,
    deviation_text,
    farthest,
    limit_of,
    points_of,
)
from assessment.wording.footnotes import reasons_note
from assessment.wording.names import short_name

_ROW, _AXIS = 34.0, 24.0
_LEFT, _RIGHT = 240.0, WIDTH - MARGIN - 190


def agreement_figure(framework: Framework, result: TeamResult, language: Language) -> Figure:
    """A row for each competency. For ratings of the team only."""
    heading = agreement_sentence(language, framework, result) or language.gettext("How closely you agree")
    points = points_of(framework, result.level)
    measured = points and any(
        spoke.agreement and spoke.agreement.deviation is not None for spoke in result.competencies
    )
    height = _ROW * len(result.competencies) + (_AXIS if measured else 0)
    hidden = [spoke.score.reason or Reason.SAYS_TOO_MUCH for spoke in result.competencies if spoke.agreement is None]
    reading = bars_note(language) if measured else agreement_rule(language)
    note = f"{reading} {reasons_note(language, result.k, hidden)}".rstrip()
    sheet = Sheet(heading, note, height)
    for place, spoke in enumerate(result.competencies):
        _draw_row(sheet, framework, spoke, language, place=place, points=points if measured else 0)
    if measured:
        bottom, limit = sheet.bottom - _AXIS, _x(limit_of(points), points)
        sheet.line(limit, sheet.top, limit, bottom, color=LIGHT.signal, width=2, dashes=(5, 4))
        for value in (0.0, limit_of(points), farthest(points)):
            sheet.write_centred(language.decimal(value, 1), _x(value, points), bottom + BODY)
    return sheet.figure


def _draw_row(
    sheet: Sheet, framework: Framework, spoke: ReleasedCompetency, language: Language, *, place: int, points: int
) -> None:
    middle, agreement = sheet.top + _ROW * (place + 0.5), spoke.agreement
    sheet.box(MARGIN, middle - 5, 10, 10, fill_of(place))
    sheet.write(short_name(language, framework, spoke.competency), MARGIN + 18, middle + 5)
    if points:
        sheet.line(_x(0, points), middle, _x(farthest(points), points), middle)
    if agreement is None:
        sheet.write_right(language.gettext("hidden"), WIDTH - MARGIN, middle + 5, color=LIGHT.ink_2)
        return
    if points and agreement.deviation is not None:
        sheet.box(_LEFT, middle - 7, _x(agreement.deviation, points) - _LEFT, 14, fill_of(place))
        sheet.write(deviation_text(language, agreement), _RIGHT + 16, middle + 5, bold=True)
    word = agreement_word(language, agreement)
    sheet.write_right(word, WIDTH - MARGIN, middle + 5, bold=agreement.opinions_differ)


def _x(deviation: float, points: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * deviation / farthest(points)
