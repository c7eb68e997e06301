"""A profile as JSON and back, equal to the last digit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assessment.domain.framework import Level
from assessment.domain.profile import Blocker, CompetencyScore, FacetScore, Profile, Verdict, WeakestLink


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """Values that JSON knows; field names are those of the dataclasses."""
    return asdict(profile)


def profile_from_json(stored: Mapping[str, Any]) -> Profile:
    """The profile that profile_to_json was given."""
    weakest = stored["weakest"]
    return Profile(
        framework=stored["framework"],
        version=stored["version"],
        level=Level(stored["level"]),
        competencies=tuple(_competency(score) for score in stored["competencies"]),
        roll=stored["roll"],
        mean=stored["mean"],
        balance=stored["balance"],
        weakest=WeakestLink(
            verdict=Verdict(weakest["verdict"]),
            competencies=tuple(weakest["competencies"]),
            lowest=tuple(weakest["lowest"]),
            probabilities=weakest["probabilities"],
        ),
        blockers=tuple(Blocker(**blocker) for blocker in stored["blockers"]),
    )


def _competency(stored: Mapping[str, Any]) -> CompetencyScore:
    interval = stored["interval"]
    return CompetencyScore(
        **{
            **stored,
            "interval": None if interval is None else (interval[0], interval[1]),
            "facets": tuple(FacetScore(**facet) for facet in stored["facets"]),
            "blind_spots": tuple(stored["blind_spots"]),
        }
    )
