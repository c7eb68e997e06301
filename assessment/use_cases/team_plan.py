"""The plan of a team: made at the first look at its published result, and again when somebody sets other terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from assessment.domain.audit import AuditAction
from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.team_plan import TeamPlan, TeamTask
from assessment.domain.team_plan_refusals import NothingToPlan, PlanChanged
from assessment.domain.team_planning import make_team_plan
from assessment.domain.team_result import TeamResult
from assessment.domain.team_swapping import find_tasks, list_alternatives
from assessment.store.campaigns import lock_campaign
from assessment.store.database import reading, transaction
from assessment.store.team_plans import KeptTeamPlan, find_team_plan, put_team_plan
from assessment.use_cases.campaign_audit import note_campaign
from assessment.use_cases.campaign_records import read_campaign
from assessment.use_cases.plan_limits import check_terms

_WEEKLY_HOURS = 6.0
_MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class PlanGround:
    """What a team's plan rests on: a campaign's published result, and the framework it asked with.

    ``by`` is the account that looks at it and may change it, ``now`` when: both are written down with a change.
    Raises NothingToPlan where the result tells nothing.
    """

    campaign_id: str
    framework: Framework
    result: TeamResult
    by: int | None = None
    now: datetime | None = None

    def __post_init__(self) -> None:
        if self.result.hidden is not None:
            raise NothingToPlan

    def find_tasks(self) -> Mapping[str, TeamTask]:
        """Everything that can be planned, by id."""
        return find_tasks(self.framework, self.result)


TeamPlanChange = Callable[[KeptTeamPlan], KeptTeamPlan]
"""What becomes of a team's plan."""


@dataclass(frozen=True, slots=True)
class TeamPlanView:
    """A team's plan with what it rests on.

    ``dropped`` are tasks that were taken out or swapped away and can be brought back, in the order they went.
    """

    ground: PlanGround
    plan: TeamPlan
    dropped: tuple[TeamTask, ...] = ()

    @property
    def alternatives(self) -> Mapping[str, tuple[TeamTask, ...]]:
        """Tasks that could replace a step, by the step's id. Found anew at each call, as most readers need none."""
        framework, result, plan = self.ground.framework, self.ground.result, self.plan
        return {step.id: list_alternatives(framework, result, plan, step.id) for step in plan.steps}


def get_team_plan(ground: PlanGround, *, today: date) -> TeamPlanView:
    """The plan, made and kept if this is the first look at it."""
    tasks = ground.find_tasks()
    with reading() as connection:
        kept = find_team_plan(connection, ground.campaign_id, tasks)
    if kept is None:
        kept = change_team_plan(ground, today, lambda plan: plan)
    dropped = tuple(tasks[gone] for gone in kept.dropped if gone in tasks)
    return TeamPlanView(ground, kept.plan, dropped)


def change_terms(ground: PlanGround, terms: PlanTerms, *, seen: str, today: date) -> None:
    """Plan anew within other terms. What is done, own, owned, dated, begun or noted stays; what was dropped stays out.

    New steps do not start before today. ``seen`` is the mark of the terms the form was made from. Raises OutOfRange,
    and PlanChanged when somebody else has set other ones meanwhile.
    """
    check_terms(terms, today)

    def again(kept: KeptTeamPlan) -> KeptTeamPlan:
        if kept.plan.terms_mark != seen and kept.plan.terms != terms:
            raise PlanChanged(None)
        settled = [step for step in kept.plan.steps if step.is_settled]
        not_before = max(terms.start, today)
        plan = make_team_plan(ground.framework, ground.result, terms, settled, kept.dropped, not_before=not_before)
        return replace(kept, plan=plan)

    change_team_plan(ground, today, again)


def change_team_plan(ground: PlanGround, today: date, change: TeamPlanChange) -> KeptTeamPlan:
    """Apply a change to the plan that is kept, or to a first one, and keep what comes out.

    One writer of a campaign's plan at a time. Raises what the change raises; then the plan stays as it was.
    """
    with transaction() as connection:
        if lock_campaign(connection, ground.campaign_id) is None:
            raise NothingToPlan
        before = find_team_plan(connection, ground.campaign_id, ground.find_tasks())
        after = change(before or _first_plan(ground, today))
        if after is not before:
            put_team_plan(connection, ground.campaign_id, after)
        if before is not None and after != before and ground.now is not None:
            record = read_campaign(connection, ground.campaign_id)
            note_campaign(connection, AuditAction.CAMPAIGN_PLAN_CHANGED, record, by=ground.by, now=ground.now)
    return after


def _first_plan(ground: PlanGround, today: date) -> KeptTeamPlan:
    terms = replace(PlanTerms.from_next_monday(today, weekly_hours=_WEEKLY_HOURS), at_most=_MOST_STEPS)
    return KeptTeamPlan(make_team_plan(ground.framework, ground.result, terms))
