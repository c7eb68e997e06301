"""Where each spoke stands: rows for the drawing of scores and ranges, and for the table with the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, Profile
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.wording.names import short_name
from assessment.wording.scores import band_name, partial_note, range_text, score_text
from assessment.wording.wheel_words import wheel_words


@dataclass(frozen=True, slots=True)
class FacetCell:
    """Score of a facet as shown; a dash where it has too few answers."""

    id: str
    name: str
    score: str


@dataclass(frozen=True, slots=True)
class SpokeRow:
    """One spoke. ``dot``, ``range_start`` and ``range_end`` are per cent of the scale, empty without a score.

    ``mark`` are the words of the lowest spokes, empty for others; ``caution`` warns of a score from few answers.
    ``url`` is the page with the answers behind the numbers.
    """

    hue: int
    name: str
    short: str
    score: str
    band: str
    range: str
    dot: str
    range_start: str
    range_end: str
    mark: str
    caution: str
    facets: tuple[FacetCell, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Marks below the drawing: limits of the bands at their place, names of the bands in the middle of each."""

    limits: tuple[tuple[str, str], ...]
    bands: tuple[tuple[str, str], ...]


def build_rows(
    language: Language, framework: Framework, profile: Profile, address: Callable[[str], str]
) -> tuple[SpokeRow, ...]:
    """Rows in the order of the wheel; ``address`` gives the page of a competency id."""
    return tuple(
        _build_row(language, framework, profile, spoke, address(spoke.competency)) for spoke in profile.competencies
    )


def build_axis(language: Language, framework: Framework) -> Axis:
    """Limits between bands (not the ends of the scale) and the names of the bands."""
    limits = [band.lower for band in framework.bands[1:]]
    ends = [0.0, *limits, 100.0]
    middles = [(lower + upper) / 2 for lower, upper in pairwise(ends)]
    return Axis(
        limits=tuple((per_cent(limit), language.whole(limit)) for limit in limits),
        bands=tuple(
            (per_cent(middle), language.pick(band.name)) for middle, band in zip(middles, framework.bands, strict=True)
        ),
    )


def per_cent(score: float | None) -> str:
    """A place on a scale of 0-100 for a drawing: ``61.7%``; empty without a score."""
    return "" if score is None else f"{score:.1f}%"


def _build_row(
    language: Language, framework: Framework, profile: Profile, spoke: CompetencyScore, url: str
) -> SpokeRow:
    competency = framework.competency(spoke.competency)
    lower, upper = spoke.interval if spoke.interval is not None else (None, None)
    return SpokeRow(
        hue=hue_of(framework, spoke.competency),
        name=language.pick(competency.name),
        short=short_name(language, framework, spoke.competency),
        score=score_text(language, spoke.score),
        band=band_name(language, framework, spoke.band),
        range=range_text(language, spoke.interval),
        dot=per_cent(spoke.score),
        range_start=per_cent(lower),
        range_end=per_cent(upper),
        mark=wheel_words(language).mark(profile, spoke.competency),
        caution=partial_note(language, spoke),
        facets=tuple(
            FacetCell(
                id=facet.facet,
                name=language.pick(framework.facet(facet.facet).name),
                score="–" if facet.score is None else language.whole(facet.score),
            )
            for facet in spoke.facets
        ),
        url=url,
    )
