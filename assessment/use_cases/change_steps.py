"""The steps of a plan as the person changes them: swap, drop, bring back, add, date, tick, note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from assessment.domain import planning
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, StepKind
from assessment.domain.plan_steps import get_step
from assessment.domain.refusals import OutOfRange, UnknownAction
from assessment.domain.schedule import weeks_between
from assessment.store.plans import KeptPlan
from assessment.use_cases.make_plan import change_plan
from assessment.use_cases.own_steps import next_own_id
from assessment.use_cases.own_words import clean_line, clean_text
from assessment.use_cases.plan_limits import (
    LONGEST_NOTE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_OWN_STEPS,
    check_competency,
    check_dates,
    check_hours,
)
from assessment.use_cases.show_result import AssessmentResult


def swap_step(assessment_id: str, step_id: str, action_id: str, *, today: date) -> None:
    """Put another action in a step's place. The old one does not come back, the new one stays at every re-planning.

    Raises UnknownStep, UnknownAction (not among the alternatives), AssessmentNotFound, NotSubmitted.
    """

    def swapped(result: AssessmentResult, kept: KeptPlan) -> KeptPlan:
        plan = planning.swap_step(result.framework, result.sheet, kept.plan, step_id, action_id)
        plan = _with_step(plan, replace(get_step(plan, action_id), fixed=True))
        dropped = (*(gone for gone in kept.dropped if gone != action_id), step_id)
        return KeptPlan(plan, dropped)

    change_plan(assessment_id, today, swapped)


def drop_step(assessment_id: str, step_id: str, *, today: date) -> None:
    """Take a step out; nothing takes its place until the terms change. Raises UnknownStep and the usual."""

    def without(result: AssessmentResult, kept: KeptPlan) -> KeptPlan:
        gone = get_step(kept.plan, step_id)
        steps = tuple(step for step in kept.plan.steps if step is not gone)
        plan = planning.arrange_plan(result.framework, result.sheet, replace(kept.plan, steps=steps))
        return KeptPlan(plan, (*kept.dropped, gone.id))

    change_plan(assessment_id, today, without)


def bring_back_step(assessment_id: str, step_id: str, *, today: date) -> None:
    """Put a dropped action back where it fits from today on; it stays at every re-planning.

    An action that is in the plan stays as it is. Raises UnknownAction for any other, and the usual.
    """

    def with_it(result: AssessmentResult, kept: KeptPlan) -> KeptPlan:
        if any(step.id == step_id for step in kept.plan.steps):
            return kept
        if step_id not in kept.dropped:
            raise UnknownAction(step_id)
        plan = planning.add_action(result.framework, result.sheet, kept.plan, step_id, today)
        plan = _with_step(plan, replace(get_step(plan, step_id), fixed=True))
        return KeptPlan(plan, tuple(gone for gone in kept.dropped if gone != step_id))

    change_plan(assessment_id, today, with_it)


def add_own_step(
    assessment_id: str,
    *,
    title: str,
    how: str = "",
    evidence: str = "",
    competency: str | None = None,
    hours: float,
    start: date,
    due: date,
    today: date,
) -> str:
    """Add a step of the person's own; the id it got. ``due`` is its last day.

    A step that says the same for the same days is there already when a form was sent twice: its id is returned.
    Raises TextMissing, TextTooLong, OutOfRange and the usual.
    """
    check_dates(start, due, today)
    check_hours("hours", hours)
    texts = {
        "title": clean_line("title", title, LONGEST_TITLE, required=True),
        "how": clean_text("how", how, LONGEST_TEXT),
        "evidence": clean_text("evidence", evidence, LONGEST_TEXT),
    }
    draft = _own_step(texts, competency, hours, start, due)
    ids: list[str] = []

    def extended(result: AssessmentResult, kept: KeptPlan) -> KeptPlan:
        check_competency(result.framework, competency)
        own = [step for step in kept.plan.steps if step.kind is StepKind.OWN]
        twin = next((step for step in own if _says_the_same(step, draft)), None)
        if twin is not None:
            ids[:] = [twin.id]
            return kept
        if len(own) >= MOST_OWN_STEPS:
            raise OutOfRange("own_steps", 0, MOST_OWN_STEPS)
        ids[:] = [next_own_id([*(step.id for step in kept.plan.steps), *kept.dropped])]
        steps = (*kept.plan.steps, replace(draft, id=ids[0]))
        plan = planning.arrange_plan(result.framework, result.sheet, replace(kept.plan, steps=steps))
        return replace(kept, plan=plan)

    change_plan(assessment_id, today, extended)
    return ids[0]


def set_dates(assessment_id: str, step_id: str, *, start: date, due: date, today: date) -> None:
    """Give a step its first and last day; re-planning leaves them alone. Raises UnknownStep, OutOfRange, the usual."""
    check_dates(start, due, today)

    def moved(step: PlanStep) -> PlanStep:
        return replace(step, start=start, due=due, weeks=weeks_between(start, due), fixed=True)

    _change_step(assessment_id, step_id, today, moved)


def tick_done(assessment_id: str, step_id: str, *, done_on: date | None, today: date) -> None:
    """Note that a step was done on a day up to today, or with None that it is not. Raises UnknownStep and the usual."""
    if done_on is not None and not today - timedelta(days=3660) <= done_on <= today:
        raise OutOfRange("done_on", today - timedelta(days=3660), today)
    _change_step(assessment_id, step_id, today, lambda step: replace(step, done_on=done_on))


def write_evidence(assessment_id: str, step_id: str, note: str, *, today: date) -> None:
    """Keep what the person wrote about a step in place of what was there. Raises UnknownStep, TextTooLong."""
    text = clean_text("note", note, LONGEST_NOTE)
    _change_step(assessment_id, step_id, today, lambda step: replace(step, note=text))


def _change_step(assessment_id: str, step_id: str, today: date, change: Callable[[PlanStep], PlanStep]) -> None:
    def changed(result: AssessmentResult, kept: KeptPlan) -> KeptPlan:
        plan = _with_step(kept.plan, change(get_step(kept.plan, step_id)))
        return replace(kept, plan=planning.arrange_plan(result.framework, result.sheet, plan))

    change_plan(assessment_id, today, changed)


def _with_step(plan: DevelopmentPlan, changed: PlanStep) -> DevelopmentPlan:
    return replace(plan, steps=tuple(changed if step.id == changed.id else step for step in plan.steps))


def _says_the_same(step: PlanStep, draft: PlanStep) -> bool:
    def said(one: PlanStep) -> tuple[object, ...]:
        texts = (next(iter(text.values()), "") for text in (one.title, one.how, one.evidence))
        return (*texts, one.competency, one.hours, one.start, one.due)

    return said(step) == said(draft)


def _own_step(texts: Mapping[str, str], competency: str | None, hours: float, start: date, due: date) -> PlanStep:
    """A step that has no id yet; its texts are the same in every language."""
    return PlanStep(
        id="",
        kind=StepKind.OWN,
        competency=competency,
        facet=None,
        title={"": texts["title"]},
        how={"": texts["how"]},
        evidence={"": texts["evidence"]},
        hours=hours,
        weeks=weeks_between(start, due),
        start=start,
        due=due,
        fixed=True,
    )
