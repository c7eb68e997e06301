"""Means of a group with their ranges, the roll as a dashed line."""

from __future__ import annotations

from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from assessment.domain.wheel.group import band_limits
from assessment.drawing.palette import LIGHT, fill_of
from assessment.drawing.team.sheet import BODY, MARGIN, SMALL, WIDTH, Sheet
from assessment.languages import Language
from assessment.wording.footnotes import reasons_note
from assessment.wording.names import short_name
from assessment.wording.scores import band_name, range_text
from assessment.wording.team_scores import mean_text, standing_note, standing_sentence

_ROW = 38.0
_LEFT, _RIGHT = 240.0, WIDTH - MARGIN - 110
_AXIS = 44.0


def ranges_figure(framework: Framework, result: TeamResult, language: Language) -> Figure:
    """A row for each competency: dot and range, the band's area where only that is told, or nothing."""
    heading = standing_sentence(language, framework, result) or language.gettext("Where the team stands")
    reasons = reasons_note(language, result.k, [spoke.score.reason for spoke in result.competencies])
    note = f"{standing_note(language, result)} {reasons}".rstrip()
    sheet = Sheet(heading, note, _ROW * len(result.competencies) + _AXIS)
    bottom = sheet.bottom - _AXIS
    for limit in [band.lower for band in framework.bands[1:]]:
        sheet.line(_x(limit), sheet.top, _x(limit), bottom)
    if result.roll is not None:
        sheet.line(_x(result.roll), sheet.top, _x(result.roll), bottom, color=LIGHT.signal, width=2, dashes=(5, 4))
    for place, spoke in enumerate(result.competencies):
        _draw_row(sheet, framework, result, spoke, language, place=place)
    _draw_axis(sheet, framework, language, bottom)
    return sheet.figure


def _draw_row(
    sheet: Sheet,
    framework: Framework,
    result: TeamResult,
    spoke: ReleasedCompetency,
    language: Language,
    *,
    place: int,
) -> None:
    middle, color, score = sheet.top + _ROW * (place + 0.5), fill_of(place), spoke.score
    sheet.box(MARGIN, middle - 5, 10, 10, color)
    sheet.write(short_name(language, framework, spoke.competency), MARGIN + 18, middle + 5)
    sheet.line(_x(0), middle, _x(100), middle, color=LIGHT.track)
    if score.form is Form.BAND and score.band is not None:
        limits = band_limits(framework, score.band)
        sheet.hatched_box(_x(limits.lower), middle - 8, _x(limits.upper) - _x(limits.lower), 16, color)
    if score.interval is not None:
        lower, upper = score.interval
        sheet.line(_x(lower), middle, _x(upper), middle, color=color, width=5, alpha=0.38, rounded=True)
    if score.mean is not None:
        lowest = result.weakest is not None and spoke.competency in result.weakest.lowest
        sheet.circle(_x(score.mean), middle, 8, fill=color, edge=LIGHT.signal if lowest else LIGHT.paper)
    _write_number(sheet, framework, spoke, language, middle + 5)


def _write_number(sheet: Sheet, framework: Framework, spoke: ReleasedCompetency, language: Language, y: float) -> None:
    score, edge = spoke.score, WIDTH - MARGIN
    if score.mean is None:
        word = band_name(language, framework, score.band) if score.band else mean_text(language, score)
        sheet.write_right(word, edge, y, color=LIGHT.ink_2)
        return
    if score.interval is not None:
        sheet.write_right(range_text(language, score.interval), edge, y, color=LIGHT.ink_2)
    sheet.write_right(mean_text(language, score), edge - 52, y, bold=True)


def _draw_axis(sheet: Sheet, framework: Framework, language: Language, top: float) -> None:
    lowers = [band.lower for band in framework.bands]
    for limit in (*lowers, 100.0):
        sheet.write_centred(language.whole(limit), _x(limit), top + BODY)
    for lower, upper, band in zip(lowers, [*lowers[1:], 100.0], framework.bands, strict=True):
        sheet.write_centred(language.pick(band.name), (_x(lower) + _x(upper)) / 2, top + BODY + SMALL * 1.5)


def _x(score: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * score / 100
