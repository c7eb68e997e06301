"""What a team covers: competencies by facets, a mark and a word in each cell."""

from __future__ import annotations

from matplotlib.figure import Figure

from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from assessment.drawing.palette import LIGHT, fill_of
from assessment.drawing.team.sheet import MARGIN, SMALL, WIDTH, Sheet
from assessment.languages import Language
from assessment.wording.coverage import coverage_note, coverage_sentence, coverage_word, part_coverage_word
from assessment.wording.footnotes import reasons_note
from assessment.wording.names import short_name

_ROW, _HEAD = 36.0, 24.0
_LEFT = 220.0
_RADIUS = 6.5

Told = Coverage | PartCoverage | None


def coverage_figure(framework: Framework, result: TeamResult, language: Language) -> Figure:
    """A row for each competency: the whole of it first, then its facets. For self-ratings only."""
    heading = coverage_sentence(language, framework, result) or language.gettext("What the team covers")
    height = _HEAD + _ROW * len(result.competencies)
    reasons = reasons_note(language, result.k, _list_reasons(result))
    sheet = Sheet(heading, f"{coverage_note(language, framework)} {reasons}".rstrip(), height)
    columns = [language.gettext("The whole competency"), *(language.pick(facet.name) for facet in framework.facets)]
    step = (WIDTH - MARGIN - _LEFT) / len(columns)
    for number, name in enumerate(columns):
        sheet.write(name, _LEFT + step * number, sheet.top + SMALL, SMALL, color=LIGHT.ink_2)
    sheet.line(MARGIN, sheet.top + _HEAD - 4, WIDTH - MARGIN, sheet.top + _HEAD - 4, color=LIGHT.ink)
    for place, spoke in enumerate(result.competencies):
        middle = sheet.top + _HEAD + _ROW * (place + 0.5)
        sheet.box(MARGIN, middle - 5, 10, 10, fill_of(place))
        sheet.write(short_name(language, framework, spoke.competency), MARGIN + 18, middle + 5)
        for number, told in enumerate(_cells(framework, spoke)):
            _draw_cell(sheet, language, told, _LEFT + step * number, middle)
        sheet.line(MARGIN, middle + _ROW / 2, WIDTH - MARGIN, middle + _ROW / 2)
    return sheet.figure


def _list_reasons(result: TeamResult) -> list[Reason | None]:
    """Why the words are hidden that are."""
    return [
        reason
        for spoke in result.competencies
        for reason in (spoke.coverage_hidden, *(facet.coverage_hidden for facet in spoke.facets))
    ]


def _cells(framework: Framework, spoke: ReleasedCompetency) -> list[Told]:
    facets = {facet.facet: facet.coverage for facet in spoke.facets}
    return [spoke.coverage, *(facets.get(facet.id) for facet in framework.facets)]


def _draw_cell(sheet: Sheet, language: Language, told: Told, x: float, y: float) -> None:
    centre = x + _RADIUS + 1
    if told is None:
        sheet.line(x + 3, y, x + 12, y, color=LIGHT.ink_3, width=1.5)
        sheet.write(language.gettext("hidden"), x + 24, y + 5, color=LIGHT.ink_2)
        return
    is_open = told is Coverage.OPEN
    if told in (Coverage.COVERED, PartCoverage.COVERED):
        sheet.circle(centre, y, _RADIUS + 0.5, fill=LIGHT.ink, width=0)
    elif is_open:
        sheet.ring(centre, y, _RADIUS, LIGHT.signal, dashes=(3, 2.4))
    else:
        sheet.ring(centre, y, _RADIUS, LIGHT.ink)
        sheet.half_disc(centre, y, _RADIUS, LIGHT.ink)
    word = coverage_word(language, told) if isinstance(told, Coverage) else part_coverage_word(language, told)
    sheet.write(word, x + 24, y + 5, bold=is_open, color=LIGHT.signal if is_open else LIGHT.ink)
