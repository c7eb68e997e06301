"""From the published result of a group to the geometry of its wheel: what may not be told is not drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, Profile, Verdict, WeakestLink
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, TeamResult
from assessment.domain.wheel.angles import score_radius
from assessment.domain.wheel.build import assemble_wheel
from assessment.domain.wheel.facet_numbers import whole
from assessment.domain.wheel.label import LabelWords
from assessment.domain.wheel.measures import Measures, WheelForm
from assessment.domain.wheel.parts import Sector, Wheel
from assessment.domain.wheel.words import WheelWords

_BOX_SHARE = 0.28
"""How much of its spoke the frame around the middle half is wide."""

_NOTHING = WeakestLink(Verdict.INSUFFICIENT, (), (), {})


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a band lies on the scale, 0-100."""

    lower: float
    upper: float


def build_group_wheel(result: TeamResult, framework: Framework, words: WheelWords, form: WheelForm) -> Wheel:
    """Geometry of a group's wheel in the language of ``words``, whose ``no_score`` says that a spoke is hidden.

    One fill reaches to the mean of each spoke told as a number, with a frame around the middle half of the people
    where that is told. A spoke told as a band shows the band's area and its name, a hidden one stays empty. Lowest
    spokes are marked only on a wheel with all its means. Raises ValueError for a result that is hidden as a whole,
    KeyError if the framework is not the result's or lacks the locale.
    """
    if result.hidden is not None:
        raise ValueError("nothing of this result may be shown")
    profile = as_profile(result)
    labels = [_label_words(place, spoke, profile, framework, words) for place, spoke in enumerate(result.competencies)]
    wheel = assemble_wheel(profile, framework, words, form, labels)
    scores = [spoke.score for spoke in result.competencies]
    return replace(
        wheel,
        bands=_draw_bands(wheel.measures, wheel.tracks, scores, framework),
        boxes=_draw_boxes(wheel.measures, wheel.tracks, scores),
    )


def as_profile(result: TeamResult) -> Profile:
    """What is told of a group, as far as a profile can say it: means and the wheel's figures, nothing below a spoke."""
    return Profile(
        framework=result.framework,
        version=result.version,
        level=result.level,
        competencies=tuple(
            CompetencyScore(
                competency=spoke.competency,
                score=spoke.score.mean,
                interval=spoke.score.interval,
                band=spoke.score.band,
                items=0,
                applicable=0,
                rated=0,
                partial=False,
                facets=(),
                blind_spots=(),
            )
            for spoke in result.competencies
        ),
        roll=result.roll,
        mean=result.mean,
        balance=result.balance,
        weakest=result.weakest or _NOTHING,
        blockers=(),
    )


def band_limits(framework: Framework, band_id: str) -> Limits:
    """From where to where a band goes; raises KeyError for an unknown one."""
    band = framework.band(band_id)
    above = [other.lower for other in framework.bands if other.lower > band.lower]
    return Limits(band.lower, min(above, default=100.0))


def _label_words(
    position: int, spoke: ReleasedCompetency, profile: Profile, framework: Framework, words: WheelWords
) -> LabelWords:
    score = spoke.score
    level = "" if score.band is None else framework.band(score.band).name[words.locale]
    return LabelWords(
        spoke=position,
        name=framework.competency(spoke.competency).short[words.locale],
        score=None if score.mean is None else whole(score.mean),
        level=level,
        no_score=words.no_score if score.form is Form.HIDDEN else level,
        flag=words.mark(profile, spoke.competency),
    )


def _draw_bands(
    measures: Measures, tracks: Sequence[Sector], scores: Sequence[ReleasedScore], framework: Framework
) -> tuple[Sector, ...]:
    """The area of its band in every spoke that is told as one."""
    areas = []
    for track, score in zip(tracks, scores, strict=True):
        if score.form is Form.BAND and score.band is not None:
            limits = band_limits(framework, score.band)
            inner, outer = score_radius(measures, limits.lower), score_radius(measures, limits.upper)
            areas.append(replace(track, inner=inner, outer=outer))
    return tuple(areas)


def _draw_boxes(measures: Measures, tracks: Sequence[Sector], scores: Sequence[ReleasedScore]) -> tuple[Sector, ...]:
    """A frame in the middle of every spoke whose quartiles are told."""
    boxes = []
    for track, score in zip(tracks, scores, strict=True):
        if score.form is Form.NUMBER and score.middle_half is not None:
            middle, half = (track.start + track.end) / 2, (track.end - track.start) * _BOX_SHARE / 2
            inner, outer = (score_radius(measures, quartile) for quartile in score.middle_half)
            boxes.append(Sector(track.spoke, middle - half, middle + half, inner, outer))
    return tuple(boxes)
