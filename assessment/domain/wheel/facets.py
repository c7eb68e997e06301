"""The facets of each spoke as equal parts of its sector, clockwise in the framework's order."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, Profile
from assessment.domain.wheel.angles import score_radius, seam_angle
from assessment.domain.wheel.measures import Measures


@dataclass(frozen=True, slots=True)
class FacetPart:
    """A facet's share of a spoke. ``crossing`` are the radii of lines across it, each with half its width.

    ``counted`` is False in a spoke without a score, which stays empty whatever its facets say.
    """

    spoke: int
    name: str
    score: float | None
    start: float
    end: float
    crossing: tuple[tuple[float, float], ...]
    counted: bool

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def divide_spokes(
    profile: Profile, framework: Framework, locale: str, measures: Measures
) -> tuple[tuple[FacetPart, ...], ...]:
    """Parts of each spoke; none where the level asks about fewer than two facets, or no facet has a score."""
    asked = _list_asked(profile, framework)
    names = {facet: _lower_first(framework.facet(facet).name[locale]) for facet in asked}
    return tuple(
        _divide_spoke(measures, position, score, profile, names) if len(asked) >= 2 else ()
        for position, score in enumerate(profile.competencies)
    )


def _list_asked(profile: Profile, framework: Framework) -> tuple[str, ...]:
    """Facets that the level has items of, in the framework's order."""
    asked = {facet.facet for score in profile.competencies for facet in score.facets if facet.items}
    return tuple(facet.id for facet in framework.facets if facet.id in asked)


def _divide_spoke(
    measures: Measures, position: int, score: CompetencyScore, profile: Profile, names: dict[str, str]
) -> tuple[FacetPart, ...]:
    found = {facet.facet: facet.score for facet in score.facets}
    if score.score is not None and all(found.get(facet) is None for facet in names):
        return ()
    lines = ((score.score, measures.score / 2), (profile.roll, measures.roll / 2))
    crossing = tuple((score_radius(measures, at), half) for at, half in lines if at is not None)
    step = 360 / len(profile.competencies) / len(names)
    start = seam_angle(position, len(profile.competencies))
    return tuple(
        FacetPart(
            spoke=position,
            name=name,
            score=found.get(facet),
            start=start + step * place,
            end=start + step * (place + 1),
            crossing=crossing,
            counted=score.score is not None,
        )
        for place, (facet, name) in enumerate(names.items())
    )


def _lower_first(name: str) -> str:
    """Facet names stand inside a drawing: "Knowledge" becomes "knowledge", "NPS" stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
