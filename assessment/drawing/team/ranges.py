"""Means of a group with their ranges, the roll as a dashed line."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, TeamResult
from assessment.domain.wheel.group import band_limits
from assessment.drawing.figure_type import text_length
from assessment.drawing.palette import LIGHT, fill_of
from assessment.drawing.team.sheet import BODY, MARGIN, SMALL, WIDTH, Sheet
from assessment.languages import Language
from assessment.wording.footnotes import reasons_note
from assessment.wording.names import short_name
from assessment.wording.scores import band_name, range_text
from assessment.wording.team_scores import mean_text, standing_note, standing_sentence

_ROW = 38.0
_AXIS = 44.0
_LEFT = 240.0
_NUMBERS, _RANGE = 110.0, 52.0
"""Room for means with their ranges, and for a range alone."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """The sheet, and where 100 and the means are on it; ``x`` gives the place of a score."""

    sheet: Sheet
    right: float
    means_end: float

    def x(self, score: float) -> float:
        return _LEFT + (self.right - _LEFT) * score / 100


def ranges_figure(framework: Framework, result: TeamResult, language: Language) -> Figure:
    """A row for each competency: dot and range, the band's area where only that is told, or nothing."""
    heading = standing_sentence(language, framework, result) or language.gettext("Where the team stands")
    reasons = reasons_note(language, result.k, [spoke.score.reason for spoke in result.competencies])
    note = f"{standing_note(language, result)} {reasons}".rstrip()
    sheet = Sheet(heading, note, _ROW * len(result.competencies) + _AXIS)
    plot, bottom = _lay_out(sheet, framework, result, language), sheet.bottom - _AXIS
    for limit in [band.lower for band in framework.bands[1:]]:
        sheet.line(plot.x(limit), sheet.top, plot.x(limit), bottom)
    if result.roll is not None:
        roll = plot.x(result.roll)
        sheet.line(roll, sheet.top, roll, bottom, color=LIGHT.signal, width=2, dashes=(5, 4))
    for place, spoke in enumerate(result.competencies):
        _draw_row(plot, framework, result, spoke, language, place=place)
    _draw_axis(plot, framework, language, bottom)
    return sheet.figure


def _lay_out(sheet: Sheet, framework: Framework, result: TeamResult, language: Language) -> _Plot:
    """The plot ends where the longest word beside it needs its room; means end where no ranges follow them."""
    edge, scores = WIDTH - MARGIN, [spoke.score for spoke in result.competencies]
    words = [_instead(framework, score, language) for score in scores if score.mean is None]
    room = max([_NUMBERS, *(text_length(word, BODY) + SMALL for word in words)])
    ranges = any(score.interval is not None for score in scores)
    return _Plot(sheet, edge - room, edge - _RANGE if ranges else edge)


def _instead(framework: Framework, score: ReleasedScore, language: Language) -> str:
    """The word in the place of a mean that is not told."""
    return band_name(language, framework, score.band) if score.band else mean_text(language, score)


def _draw_row(
    plot: _Plot,
    framework: Framework,
    result: TeamResult,
    spoke: ReleasedCompetency,
    language: Language,
    *,
    place: int,
) -> None:
    sheet, color, score = plot.sheet, fill_of(place), spoke.score
    middle = sheet.top + _ROW * (place + 0.5)
    sheet.box(MARGIN, middle - 5, 10, 10, color)
    sheet.write(short_name(language, framework, spoke.competency), MARGIN + 18, middle + 5)
    sheet.line(plot.x(0), middle, plot.x(100), middle, color=LIGHT.track)
    if score.form is Form.BAND and score.band is not None:
        limits = band_limits(framework, score.band)
        sheet.hatched_box(plot.x(limits.lower), middle - 8, plot.x(limits.upper) - plot.x(limits.lower), 16, color)
    if score.interval is not None:
        lower, upper = score.interval
        sheet.line(plot.x(lower), middle, plot.x(upper), middle, color=color, width=5, alpha=0.38, rounded=True)
    if score.mean is not None:
        lowest = result.weakest is not None and spoke.competency in result.weakest.lowest
        sheet.circle(plot.x(score.mean), middle, 8, fill=color, edge=LIGHT.signal if lowest else LIGHT.paper)
    _write_number(plot, framework, score, language, middle + 5)


def _write_number(plot: _Plot, framework: Framework, score: ReleasedScore, language: Language, y: float) -> None:
    sheet, edge = plot.sheet, WIDTH - MARGIN
    if score.mean is None:
        sheet.write_right(_instead(framework, score, language), edge, y, color=LIGHT.ink_2)
        return
    if score.interval is not None:
        sheet.write_right(range_text(language, score.interval), edge, y, color=LIGHT.ink_2)
    sheet.write_right(mean_text(language, score), plot.means_end, y, bold=True)


def _draw_axis(plot: _Plot, framework: Framework, language: Language, top: float) -> None:
    sheet = plot.sheet
    lowers = [band.lower for band in framework.bands]
    for limit in (*lowers, 100.0):
        sheet.write_centred(language.whole(limit), plot.x(limit), top + BODY)
    for lower, upper, band in zip(lowers, [*lowers[1:], 100.0], framework.bands, strict=True):
        sheet.write_centred(language.pick(band.name), (plot.x(lower) + plot.x(upper)) / 2, top + BODY + SMALL * 1.5)
