"""Where each competency of a team stands: rows for the drawing of means and ranges, and for the table below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, TeamResult
from assessment.domain.wheel.group import as_profile, band_limits
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.web.result.standings import per_cent
from assessment.wording.footnotes import Footnotes
from assessment.wording.group_wheel_words import group_wheel_words
from assessment.wording.names import short_name
from assessment.wording.scores import band_name, range_text
from assessment.wording.team_scores import mean_text


@dataclass(frozen=True, slots=True)
class Cell:
    """A mean as it stands in a table, under ``name``; ``note`` is the number of the note that says what is missing."""

    name: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One competency. Places are per cent of the scale, empty for what is not told.

    ``dot`` is the mean, ``range_start`` and ``range_end`` its range, ``area_start`` and ``area_length`` the band where
    only that is told, ``own`` the lead's own score. ``mark`` are the words of the lowest, empty for others.
    """

    hue: int
    name: str
    short: str
    mean: str
    level: str
    range: str
    middle_half: str
    dot: str
    range_start: str
    range_end: str
    area_start: str
    area_length: str
    own: str
    mark: str
    note: str
    facets: tuple[Cell, ...]
    url: str


def build_rows(
    language: Language,
    framework: Framework,
    result: TeamResult,
    notes: Footnotes,
    *,
    address: Callable[[str], str],
    own: Profile | None = None,
) -> tuple[GroupRow, ...]:
    """Rows in the order of the wheel; ``address`` gives the page of a competency id."""
    marks, profile = group_wheel_words(language), as_profile(result)
    return tuple(
        _build_row(
            language,
            framework,
            spoke,
            notes,
            mark=marks.mark(profile, spoke.competency),
            own=None if own is None else own.competency(spoke.competency).score,
            url=address(spoke.competency),
        )
        for spoke in result.competencies
    )


def mean_cell(language: Language, name: str, score: ReleasedScore, notes: Footnotes) -> Cell:
    """A mean on its own, or why there is none."""
    return Cell(name, mean_text(language, score), notes.number(score.reason))


def _build_row(
    language: Language,
    framework: Framework,
    spoke: ReleasedCompetency,
    notes: Footnotes,
    *,
    mark: str,
    own: float | None,
    url: str,
) -> GroupRow:
    score = spoke.score
    lower, upper = score.interval or (None, None)
    area = band_limits(framework, score.band) if score.form is Form.BAND and score.band is not None else None
    return GroupRow(
        hue=hue_of(framework, spoke.competency),
        name=language.pick(framework.competency(spoke.competency).name),
        short=short_name(language, framework, spoke.competency),
        mean=mean_text(language, score),
        level=band_name(language, framework, score.band),
        range=range_text(language, score.interval),
        middle_half=range_text(language, score.middle_half),
        dot=per_cent(score.mean),
        range_start=per_cent(lower),
        range_end=per_cent(upper),
        area_start="" if area is None else per_cent(area.lower),
        area_length="" if area is None else per_cent(area.upper - area.lower),
        own=per_cent(own),
        mark=mark,
        note=notes.number(score.reason),
        facets=_facet_cells(language, framework, spoke, notes),
        url=url,
    )


def _facet_cells(
    language: Language, framework: Framework, spoke: ReleasedCompetency, notes: Footnotes
) -> tuple[Cell, ...]:
    """A cell for each facet of the framework; what is not there at all is as hidden as its competency."""
    told = {facet.facet: facet.score for facet in spoke.facets}
    cells = []
    for facet in framework.facets:
        name = language.pick(facet.name)
        if facet.id in told:
            cells.append(mean_cell(language, name, told[facet.id], notes))
        else:
            cells.append(Cell(name, language.gettext("hidden"), notes.number(spoke.score.reason)))
    return tuple(cells)
