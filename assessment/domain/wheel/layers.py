"""The layers of a wheel that its scores make: fills, score arcs, rims of the lowest spokes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from assessment.domain.profile import CompetencyScore
from assessment.domain.wheel.angles import angle_of, score_radius
from assessment.domain.wheel.facets import FacetPart
from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Arc, Sector

_RIM_INSET = 4


def fill_spokes(
    measures: Measures,
    tracks: Sequence[Sector],
    scores: Sequence[CompetencyScore],
    parts: Sequence[Sequence[FacetPart]],
) -> tuple[Sector, ...]:
    """Fills of the facets, or one for a spoke that is not divided; nothing at 0 and without a score."""
    fills: list[Sector] = []
    for track, score, divided in zip(tracks, scores, parts, strict=True):
        if score.score is None:
            continue
        if not divided and score.score > 0:
            fills.append(replace(track, outer=score_radius(measures, score.score)))
        fills += [
            Sector(part.spoke, part.start, part.end, measures.hub, score_radius(measures, part.score))
            for part in divided
            if part.score
        ]
    return tuple(fills)


def score_arcs(measures: Measures, tracks: Sequence[Sector], scores: Sequence[CompetencyScore]) -> tuple[Arc, ...]:
    """A line at the score of each spoke that has one."""
    arcs = []
    for track, score in zip(tracks, scores, strict=True):
        if score.score is not None:
            radius = score_radius(measures, score.score)
            inset = angle_of(measures.score_inset, radius)
            arcs.append(Arc(track.spoke, radius, track.start + inset, track.end - inset))
    return tuple(arcs)


def weak_rims(measures: Measures, tracks: Sequence[Sector], lowest: Collection[int]) -> tuple[Arc, ...]:
    """A line outside the rim of each lowest spoke."""
    inset = angle_of(_RIM_INSET, measures.rim)
    return tuple(
        Arc(track.spoke, measures.weak_rim, track.start + inset, track.end - inset)
        for track in tracks
        if track.spoke in lowest
    )
