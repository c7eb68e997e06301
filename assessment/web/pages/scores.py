"""Page value of "How scores are calculated": the constants of the framework, in the page's language."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.change import PROBABLY, REALLY
from assessment.domain.framework import Framework, Level, Scale
from assessment.domain.quality import FAR_APART, HURRIED_SECONDS, LONGEST_RUN
from assessment.domain.scoring import FACET_RATINGS, item_value
from assessment.domain.weakest_link import SURE
from assessment.languages import Language


@dataclass(frozen=True, slots=True)
class Range:
    """A band or stage: its name and the scores it covers."""

    name: str
    scores: str


@dataclass(frozen=True, slots=True)
class ScoresPage:
    """Numbers as text. ``example_value`` on a scale from ``lowest`` to ``highest`` counts as ``example_score``."""

    framework: str
    version: str
    lowest: int
    highest: int
    example_value: int
    example_score: str
    partial: str
    facet_ratings: int
    bands: tuple[Range, ...]
    stages: tuple[Range, ...]
    sem: str
    tau2: str
    provisional_until: int
    half_range: str
    sure: str
    really: str
    really_points: str
    probably: str
    hurried: int
    far_apart: int
    run: int


def build_scores_page(framework: Framework, language: Language) -> ScoresPage:
    """The page about one framework."""
    scale = framework.scales[0]
    value = _two_thirds_up(scale)
    sem = framework.measurement.sem
    item = next(item for item in framework.items if not item.reversed)
    return ScoresPage(
        framework=language.pick(framework.title),
        version=framework.version,
        lowest=scale.minimum,
        highest=scale.maximum,
        example_value=value,
        example_score=language.whole(item_value(item, scale, value)),
        partial=language.percent(0.8),
        facet_ratings=FACET_RATINGS,
        bands=_ranges(language, [(language.pick(band.name), band.lower) for band in framework.bands]),
        stages=_stages(framework, language),
        sem=language.decimal(sem, 1),
        tau2=language.decimal(framework.measurement.tau2, 1),
        provisional_until=framework.measurement.provisional_until,
        half_range=language.whole(REALLY * sem),
        sure=language.percent(SURE),
        really=language.decimal(REALLY, 2),
        really_points=language.whole(REALLY * 2**0.5 * sem),
        probably=language.decimal(PROBABLY, 3),
        hurried=HURRIED_SECONDS,
        far_apart=FAR_APART,
        run=LONGEST_RUN,
    )


def _two_thirds_up(scale: Scale) -> int:
    return scale.values[len(scale.values) * 2 // 3 - 1]


def _stages(framework: Framework, language: Language) -> tuple[Range, ...]:
    if Level.ORGANISATION not in framework.levels:
        return ()
    names = [(f"{stage.number} · {language.pick(stage.name)}", stage.lower) for stage in framework.stages]
    return _ranges(language, names)


def _ranges(language: Language, lower_ends: list[tuple[str, float]]) -> tuple[Range, ...]:
    """ "from 40, below 70" for each; the last one ends at 100."""
    upper_ends = [lower for _, lower in lower_ends[1:]]
    ranges = [
        Range(name, language.gettext("from %(lower)s, below %(upper)s", lower=f"{lower:g}", upper=f"{upper:g}"))
        for (name, lower), upper in zip(lower_ends, upper_ends, strict=False)
    ]
    name, lower = lower_ends[-1]
    return (*ranges, Range(name, language.gettext("from %(lower)s to 100", lower=f"{lower:g}")))
