"""Profiles made of scores alone, for rooms that speak of a result without scoring one, with names that read well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assessment.domain.framework import Framework, Level, Text
from assessment.domain.profile import Blocker, CompetencyScore, FacetScore, Profile, WeakestLink
from assessment.domain.weakest_link import find_weakest_link
from tests.factories.frameworks import make_framework

NAMES: dict[str, Text] = {
    "culture": {"en": "Culture", "ru": "Культура"},
    "strategy": {"en": "Strategy", "ru": "Стратегия"},
    "metrics": {"en": "Metrics", "ru": "Метрики"},
    "voice": {"en": "Customer voice", "ru": "Голос клиента"},
    "design": {"en": "Design and change", "ru": "Дизайн и изменения"},
    "knowledge": {"en": "Knowledge", "ru": "Знания"},
    "experience": {"en": "Experience", "ru": "Опыт"},
    "skill": {"en": "Skills", "ru": "Навыки"},
    "foundation": {"en": "Foundation", "ru": "Базовый"},
    "developing": {"en": "Developing", "ru": "Развивающийся"},
    "proficient": {"en": "Proficient", "ru": "Уверенный"},
}
WITHOUT: Text = {"en": "Without design all stays on paper.", "ru": "Без внедрения всё остаётся на бумаге."}
SPOKES = ("culture", "strategy", "metrics", "voice", "design")
FACETS = ("knowledge", "experience", "skill")


@cache
def named_framework() -> Framework:
    """Five competencies, three facets and three bands with names in English and Russian, at every level."""
    plain = make_framework(competencies=SPOKES, levels=tuple(Level))
    return replace(
        plain,
        competencies=tuple(
            replace(c, short=NAMES[c.id], name=NAMES[c.id], without=WITHOUT) for c in plain.competencies
        ),
        facets=tuple(replace(facet, name=NAMES[facet.id]) for facet in plain.facets),
        bands=tuple(replace(band, name=NAMES[band.id]) for band in plain.bands),
    )


def make_profile(
    *scores: float | None,
    level: Level = Level.INDIVIDUAL,
    facets: Sequence[float | None] = (),
    blockers: Sequence[Blocker] = (),
    rated: int = 12,
    blind_spots: Sequence[str] = (),
) -> Profile:
    """A profile of the named framework with these scores, verdict and all. ``facets`` are those of every competency."""
    framework = named_framework()
    pairs = dict(zip(SPOKES, scores, strict=True))
    known = [score for score in scores if score is not None]
    complete = len(known) == len(scores)
    mean = sum(known) / len(known) if complete else None
    roll = min(known) if complete else None
    measurement = framework.measurement
    weakest: WeakestLink = find_weakest_link(pairs, dict.fromkeys(pairs, measurement.sem), measurement.tau2)
    return Profile(
        framework=framework.id,
        version=framework.version,
        level=level,
        competencies=tuple(
            CompetencyScore(
                competency=spoke,
                score=score,
                interval=None if score is None else (max(0.0, score - 12.74), min(100.0, score + 12.74)),
                band=None if score is None else framework.band_at(score).id,
                items=12,
                applicable=12,
                rated=rated,
                partial=5 * rated < 4 * 12,
                facets=tuple(
                    FacetScore(facet=facet, score=value, items=4, applicable=4, rated=4)
                    for facet, value in zip(FACETS, facets, strict=False)
                ),
                blind_spots=tuple(blind_spots),
            )
            for spoke, score in pairs.items()
        ),
        roll=roll,
        mean=mean,
        balance=roll / mean if roll is not None and mean else None,
        weakest=weakest,
        blockers=tuple(blockers),
    )
