"""The steps of a team's plan as people change them: who, when, how far; swap, drop, bring back, add, tick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assessment.domain import team_swapping
from assessment.domain.refusals import OutOfRange, UnknownAction
from assessment.domain.schedule import weeks_between
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamStepKind, TeamTask
from assessment.domain.team_plan_refusals import PlanChanged
from assessment.domain.team_planning import arrange
from assessment.domain.team_swapping import get_step
from assessment.store.team_plans import KeptTeamPlan
from assessment.use_cases.own_steps import next_own_id
from assessment.use_cases.own_words import clean_line, clean_text
from assessment.use_cases.plan_limits import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_OWN_STEPS,
    check_competency,
    check_dates,
    check_hours,
)
from assessment.use_cases.team_plan import PlanGround, change_team_plan

LONGEST_OWNER = LONGEST_NAME
_ALL_OF_IT = 100


@dataclass(frozen=True, slots=True)
class StepState:
    """Everything people set about a step. ``progress`` is 0-100, and 100 says that it is done."""

    owner: str
    start: date
    due: date
    hours: float
    progress: int
    note: str


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A step in the team's own words. ``due`` is its last day; ``competency`` is None for none in particular."""

    title: str
    hours: float
    start: date
    due: date
    how: str = ""
    evidence: str = ""
    owner: str = ""
    competency: str | None = None


def change_step(ground: PlanGround, step_id: str, state: StepState, *, seen: str, today: date) -> None:
    """Set everything about a step; its dates and hours then outlast re-planning.

    ``seen`` is the mark of the step the form was made from. Raises UnknownStep, OutOfRange, TextTooLong, and
    PlanChanged when somebody else has changed the step meanwhile to something else than this.
    """
    check_dates(state.start, state.due, today)
    check_hours("hours", state.hours)
    if not 0 <= state.progress <= _ALL_OF_IT:
        raise OutOfRange("progress", 0, _ALL_OF_IT)
    owner = clean_line("owner", state.owner, LONGEST_OWNER)
    note = clean_text("note", state.note, LONGEST_NOTE)

    def changed(step: TeamStep) -> TeamStep:
        is_done = state.progress == _ALL_OF_IT
        after = replace(
            step,
            owner=owner,
            owner_id=step.owner_id if owner == step.owner else None,
            note=note,
            start=state.start,
            due=state.due,
            hours=state.hours,
            weeks=weeks_between(state.start, state.due),
            progress=step.progress if is_done else state.progress,
            done_on=(step.done_on or today) if is_done else None,
        )
        if step.mark not in (seen, after.mark):
            raise PlanChanged(step_id)
        timed = (step.start, step.due, step.hours) != (after.start, after.due, after.hours)
        return replace(after, fixed=step.fixed or timed)

    _change_step(ground, step_id, today, changed)


def tick_done(ground: PlanGround, step_id: str, *, done: bool, today: date) -> None:
    """Note that a step is done today, or that it is not after all. Raises UnknownStep."""

    def ticked(step: TeamStep) -> TeamStep:
        return replace(step, done_on=(step.done_on or today) if done else None)

    _change_step(ground, step_id, today, ticked)


def swap_step(ground: PlanGround, step_id: str, task_id: str, *, seen: str, today: date) -> None:
    """Put another task in a step's place. The old one does not come back, the new one outlasts re-planning.

    Raises UnknownStep, UnknownAction (not among the alternatives), PlanChanged.
    """

    def swapped(kept: KeptTeamPlan) -> KeptTeamPlan:
        _check_mark(kept.plan, step_id, seen)
        plan = team_swapping.swap_step(ground.framework, ground.result, kept.plan, step_id, task_id)
        return KeptTeamPlan(plan, (*(gone for gone in kept.dropped if gone != task_id), step_id))

    change_team_plan(ground, today, swapped)


def drop_step(ground: PlanGround, step_id: str, *, seen: str, today: date) -> None:
    """Take a step out; nothing takes its place until the terms change. Raises UnknownStep, PlanChanged."""

    def without(kept: KeptTeamPlan) -> KeptTeamPlan:
        _check_mark(kept.plan, step_id, seen)
        steps = tuple(step for step in kept.plan.steps if step.id != step_id)
        return KeptTeamPlan(TeamPlan(kept.plan.terms, steps), (*kept.dropped, step_id))

    change_team_plan(ground, today, without)


def bring_back_step(ground: PlanGround, step_id: str, *, today: date) -> None:
    """Put a dropped task back where it fits from today on; it outlasts re-planning.

    A task that is in the plan stays as it is. Raises UnknownAction for any other.
    """

    def with_it(kept: KeptTeamPlan) -> KeptTeamPlan:
        if any(step.id == step_id for step in kept.plan.steps):
            return kept
        if step_id not in kept.dropped:
            raise UnknownAction(step_id)
        plan = team_swapping.add_task(ground.framework, ground.result, kept.plan, step_id, today)
        return KeptTeamPlan(plan, tuple(gone for gone in kept.dropped if gone != step_id))

    change_team_plan(ground, today, with_it)


def add_own_step(ground: PlanGround, own: OwnStep, *, today: date) -> str:
    """Add a step of the team's own; the id it got.

    One that says the same for the same days is there already when a form was sent twice: its id is returned.
    Raises TextMissing, TextTooLong, OutOfRange.
    """
    draft = _own_step(ground, own, today)
    ids: list[str] = []

    def extended(kept: KeptTeamPlan) -> KeptTeamPlan:
        others = [step for step in kept.plan.steps if step.task.kind is TeamStepKind.OWN]
        twin = next((step for step in others if _says_the_same(step, draft)), None)
        if twin is not None:
            ids[:] = [twin.id]
            return kept
        if len(others) >= MOST_OWN_STEPS:
            raise OutOfRange("own_steps", 0, MOST_OWN_STEPS)
        ids[:] = [next_own_id([*(step.id for step in kept.plan.steps), *kept.dropped])]
        step = replace(draft, task=replace(draft.task, id=ids[0]))
        return replace(kept, plan=arrange(TeamPlan(kept.plan.terms, (*kept.plan.steps, step))))

    change_team_plan(ground, today, extended)
    return ids[0]


def _own_step(ground: PlanGround, own: OwnStep, today: date) -> TeamStep:
    """A step that has no id yet; its texts are the same in every language."""
    check_dates(own.start, own.due, today)
    check_hours("hours", own.hours)
    check_competency(ground.framework, own.competency)
    weeks = weeks_between(own.start, own.due)
    task = TeamTask(
        id="",
        kind=TeamStepKind.OWN,
        competency=own.competency,
        hours=own.hours,
        weeks=weeks,
        title={"": clean_line("title", own.title, LONGEST_TITLE, required=True)},
        how={"": clean_text("how", own.how, LONGEST_TEXT)},
        evidence={"": clean_text("evidence", own.evidence, LONGEST_TEXT)},
    )
    owner = clean_line("owner", own.owner, LONGEST_OWNER)
    return TeamStep(task, own.hours, weeks, own.start, own.due, owner=owner, fixed=True)


def _change_step(ground: PlanGround, step_id: str, today: date, change: Callable[[TeamStep], TeamStep]) -> None:
    def changed(kept: KeptTeamPlan) -> KeptTeamPlan:
        step = get_step(kept.plan, step_id)
        after = change(step)
        steps = tuple(after if one is step else one for one in kept.plan.steps)
        return replace(kept, plan=arrange(TeamPlan(kept.plan.terms, steps)))

    change_team_plan(ground, today, changed)


def _check_mark(plan: TeamPlan, step_id: str, seen: str) -> None:
    if get_step(plan, step_id).mark != seen:
        raise PlanChanged(step_id)


def _says_the_same(step: TeamStep, draft: TeamStep) -> bool:
    def said(one: TeamStep) -> tuple[object, ...]:
        task = one.task
        return task.title, task.how, task.evidence, task.competency, one.hours, one.start, one.due

    return said(step) == said(draft)
