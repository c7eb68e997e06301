"""The maturity stage of an organisation: as high as the lowest stage of its competencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.framework import Framework, Level, Stage
from assessment.domain.group_profile import GroupProfile
from assessment.domain.profile import Profile

ENOUGH_RATERS = 10
"""Raters below which a stage is indicative only."""

ENOUGH_DEPARTMENTS = 2
"""Departments below which a stage is indicative only."""


@dataclass(frozen=True, slots=True)
class CompetencyStage:
    """Stage of one competency; ``confirmed`` when its score less one standard error is above the stage's cut-off."""

    competency: str
    stage: Stage
    confirmed: bool


@dataclass(frozen=True, slots=True)
class MaturityStage:
    """Stage of the organisation, and where each competency stands, in the order of the framework.

    ``held_back_by`` are the competencies at the organisation's stage, all of them when they stand level.
    ``confirmed``: every competency is above this stage's cut-off by more than one standard error; otherwise the
    organisation is on the border. ``indicative``: too few raters or departments to rely on.
    """

    stage: Stage
    confirmed: bool
    indicative: bool
    held_back_by: tuple[str, ...]
    competencies: tuple[CompetencyStage, ...]


def find_stage(
    framework: Framework, profile: Profile, *, raters: int = 1, departments: int = 1
) -> MaturityStage | None:
    """Stage of an organisation; None for another level, an incomplete wheel or a framework without stages.

    ``raters`` and ``departments`` are those behind the profile: one of each for a single sheet. The lowest stage has
    nothing below it and is always confirmed. Source: scoring specification, section 6.
    """
    scores = {spoke.competency: spoke.score for spoke in profile.competencies}
    estimates = {spoke: (score, framework.measurement.sem) for spoke, score in scores.items() if score is not None}
    if profile.level is not Level.ORGANISATION or profile.roll is None:
        return None
    return _find_stage(framework, estimates, indicative=_is_indicative(raters, departments))


def find_group_stage(framework: Framework, group: GroupProfile, *, departments: int) -> MaturityStage | None:
    """Stage of an organisation rated by many, as ``find_stage`` with the group's means and standard errors.

    The raters are those of the competency that the fewest could score. Source: scoring specification, section 6.
    """
    scores = {spoke.competency: spoke.score for spoke in group.competencies}
    estimates = {
        spoke: (score.mean, score.standard_error)
        for spoke, score in scores.items()
        if score.mean is not None and score.standard_error is not None
    }
    if group.level is not Level.ORGANISATION or len(estimates) < len(scores):
        return None
    raters = min(score.counted for score in scores.values())
    return _find_stage(framework, estimates, indicative=_is_indicative(raters, departments))


def _find_stage(
    framework: Framework, estimates: Mapping[str, tuple[float, float]], *, indicative: bool
) -> MaturityStage | None:
    """Stage by the score and standard error of every competency."""
    if not framework.stages:
        return None
    stages = tuple(
        _find_competency_stage(framework, competency, score, error) for competency, (score, error) in estimates.items()
    )
    lowest = min((spoke.stage for spoke in stages), key=lambda stage: stage.lower)
    return MaturityStage(
        stage=lowest,
        confirmed=all(_is_above(framework, lowest, score - error) for score, error in estimates.values()),
        indicative=indicative,
        held_back_by=tuple(spoke.competency for spoke in stages if spoke.stage is lowest),
        competencies=stages,
    )


def _is_indicative(raters: int, departments: int) -> bool:
    return raters < ENOUGH_RATERS or departments < ENOUGH_DEPARTMENTS


def _find_competency_stage(framework: Framework, competency: str, score: float, error: float) -> CompetencyStage:
    first = framework.stages[0]
    stage = next(stage for stage in reversed(framework.stages) if score >= stage.lower or stage is first)
    return CompetencyStage(competency=competency, stage=stage, confirmed=_is_above(framework, stage, score - error))


def _is_above(framework: Framework, stage: Stage, score: float) -> bool:
    return stage is framework.stages[0] or score > stage.lower
