"""The result page as one value: everything is said and rounded here, the template only lays it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.development_plan import DevelopmentPlan, PlanStep
from assessment.domain.framework import Framework
from assessment.domain.maturity import find_stage
from assessment.domain.profile import Profile
from assessment.domain.quality import QualityFlags
from assessment.languages import Language
from assessment.use_cases.show_result import AssessmentResult
from assessment.web.hues import hue_of
from assessment.web.result.figures import Figures, build_figures
from assessment.web.result.next_level import (
    NextLevel,
    Reason,
    Strength,
    build_next_levels,
    build_reasons,
    build_strengths,
)
from assessment.web.result.standings import Axis, SpokeRow, build_axis, build_rows, per_cent
from assessment.web.result.sure import Sure, build_sure
from assessment.web.wheel_page import WheelPage, make_wheel_page
from assessment.wording.amounts import hours_short, weeks_text
from assessment.wording.plan import plan_sentence, teaser_heading
from assessment.wording.quality import quality_note, quality_reasons
from assessment.wording.scores import (
    bands_sentence,
    blind_spots_sentence,
    ranges_note,
    ranges_sentence,
    rated_sentence,
    strengths_sentence,
)
from assessment.wording.stages import stage_name, stage_sentences
from assessment.wording.steps import done_when, step_place
from assessment.wording.verdict import headline, standfirst

_TEASER_STEPS = 3
_SPOTS_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """A statement answered "I cannot judge", and where its answer is opened."""

    statement: str
    url: str


@dataclass(frozen=True, slots=True)
class Doubts:
    """What looks hurried or careless in the answers; ``note`` is empty unless it weighs on the result."""

    note: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StagePart:
    """Maturity of an organisation: stage by number and name, and what there is to say about it."""

    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeaserStep:
    """A step of the plan in four short lines. ``hue`` is None for an own step without a competency."""

    hue: int | None
    place: str
    title: str
    done_when: str
    hours: str
    weeks: str


@dataclass(frozen=True, slots=True)
class PlanTeaser:
    """The plan's heading, what it asks, and its first steps."""

    heading: str
    summary: str
    steps: tuple[TeaserStep, ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """``doubts``, ``sure`` and ``stage`` are None where there is nothing to say. ``strengths`` may be empty where
    ``strengths_sentence`` is not."""

    assessment_id: str
    disclaimer: str
    date: str
    rated: str
    headline: str
    standfirst: str
    doubts: Doubts | None
    wheel: WheelPage
    figures: Figures
    sure: Sure | None
    ranges_sentence: str
    ranges_note: str
    rows: tuple[SpokeRow, ...]
    axis: Axis
    roll_at: str
    reasons: tuple[Reason, ...]
    next_levels: tuple[NextLevel, ...]
    strengths: tuple[Strength, ...]
    strengths_sentence: str
    blind_spots_sentence: str
    blind_spots: tuple[BlindSpot, ...]
    more_blind_spots: tuple[BlindSpot, ...]
    stage: StagePart | None
    table_caption: str
    facets: tuple[str, ...]
    teaser: PlanTeaser


def build_result_page(
    language: Language, result: AssessmentResult, plan: DevelopmentPlan, address: Callable[[str], str]
) -> ResultPage:
    """The whole page; ``address`` gives the page of a competency id."""
    framework, profile, record = result.framework, result.profile, result.record
    spots = _list_blind_spots(language, framework, profile, address)
    day = record.submitted_at or record.started_at
    return ResultPage(
        assessment_id=record.id,
        disclaimer=language.pick(framework.disclaimer),
        date=language.date(day.date()),
        rated=rated_sentence(language, profile),
        headline=headline(language, framework, profile),
        standfirst=standfirst(language, framework, profile),
        doubts=_build_doubts(language, framework, result.quality),
        wheel=make_wheel_page(language, framework, profile, link=address),
        figures=build_figures(language, profile),
        sure=build_sure(language, framework, profile),
        ranges_sentence=ranges_sentence(language, framework, profile),
        ranges_note=ranges_note(language),
        rows=build_rows(language, framework, profile, address),
        axis=build_axis(language, framework),
        roll_at=per_cent(profile.roll),
        reasons=build_reasons(language, framework, profile, address),
        next_levels=build_next_levels(language, framework, profile, address),
        strengths=build_strengths(language, framework, profile, address),
        strengths_sentence=strengths_sentence(language, framework, profile),
        blind_spots_sentence=blind_spots_sentence(language, profile),
        blind_spots=spots[:_SPOTS_AT_ONCE],
        more_blind_spots=spots[_SPOTS_AT_ONCE:],
        stage=_build_stage(language, framework, profile),
        table_caption=bands_sentence(language, framework),
        facets=tuple(language.pick(facet.name) for facet in framework.facets),
        teaser=build_teaser(language, result, plan),
    )


def build_teaser(language: Language, result: AssessmentResult, plan: DevelopmentPlan) -> PlanTeaser:
    """At most three steps that are still to do."""
    still_open = [step for step in plan.steps if step.done_on is None]
    return PlanTeaser(
        heading=teaser_heading(language, plan),
        summary=plan_sentence(language, result.framework, result.profile, plan, sheet=result.sheet),
        steps=tuple(_teaser_step(language, result.framework, step) for step in still_open[:_TEASER_STEPS]),
    )


def _teaser_step(language: Language, framework: Framework, step: PlanStep) -> TeaserStep:
    return TeaserStep(
        hue=None if step.competency is None else hue_of(framework, step.competency),
        place=step_place(language, framework, step),
        title=language.pick(step.title),
        done_when=done_when(language, step),
        hours=hours_short(language, step.hours),
        weeks=weeks_text(language, step.weeks),
    )


def _build_doubts(language: Language, framework: Framework, flags: QualityFlags) -> Doubts | None:
    reasons = quality_reasons(language, framework, flags)
    if not reasons:
        return None
    return Doubts(note=quality_note(language) if flags.ask else "", reasons=reasons)


def _list_blind_spots(
    language: Language, framework: Framework, profile: Profile, address: Callable[[str], str]
) -> tuple[BlindSpot, ...]:
    return tuple(
        BlindSpot(language.pick(framework.item(item).text), f"{address(spoke.competency)}#{item}")
        for spoke in profile.competencies
        for item in spoke.blind_spots
    )


def _build_stage(language: Language, framework: Framework, profile: Profile) -> StagePart | None:
    maturity = find_stage(framework, profile)
    if maturity is None:
        return None
    return StagePart(stage_name(language, maturity.stage), stage_sentences(language, framework, maturity))
