"""The development plan of a result: made at first sight, and again when the person sets other terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.domain import planning
from assessment.domain.actions import Action
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, PlanTerms, StepKind
from assessment.store import assessments
from assessment.store.database import reading, transaction
from assessment.store.plans import KeptPlan, find_plan, put_plan
from assessment.use_cases.own_steps import find_own_number
from assessment.use_cases.own_words import clean_line
from assessment.use_cases.plan_limits import LONGEST_NAME, check_terms
from assessment.use_cases.show_result import AssessmentResult, read_result

PlanChange = Callable[[AssessmentResult, KeptPlan], KeptPlan]
"""What becomes of a plan."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with the result it rests on.

    ``dropped`` are actions the person took out or swapped away and can bring back, in the order they went.
    """

    result: AssessmentResult
    plan: DevelopmentPlan
    dropped: tuple[Action, ...] = ()

    @property
    def alternatives(self) -> Mapping[str, tuple[Action, ...]]:
        """Actions that could replace a step, by the step's id. Found anew at each call, as most readers need none."""
        framework, sheet, plan = self.result.framework, self.result.sheet, self.plan
        return {step.id: planning.list_alternatives(framework, sheet, plan, step.id) for step in plan.steps}

    @property
    def name(self) -> str:
        """What the person wants on the report, empty if nothing."""
        return self.result.record.name


def get_plan(assessment_id: str, *, today: date) -> PlanView:
    """The plan, made and kept if this is the first look at it. Raises AssessmentNotFound and NotSubmitted."""
    with reading() as connection:
        result = read_result(connection, assessment_id)
        kept = find_plan(connection, assessment_id, result.framework)
    if kept is None:
        first = _first_plan(result, today)  # made before the transaction, which holds up other writers
        kept = change_plan(assessment_id, today, lambda _result, plan: plan, first=first)
    dropped = tuple(result.framework.action(gone) for gone in kept.dropped if find_own_number(gone) is None)
    return PlanView(result, kept.plan, dropped)


def change_terms(assessment_id: str, terms: PlanTerms, *, today: date) -> None:
    """Plan anew within other terms. What is done, own, dated or noted by the person stays, what they dropped stays out.

    New steps do not start before today. Raises OutOfRange, AssessmentNotFound, NotSubmitted.
    """
    check_terms(terms, today)

    def again(result: AssessmentResult, kept: KeptPlan) -> KeptPlan:
        settled = [step for step in kept.plan.steps if _is_settled(step)]
        plan = planning.make_plan(
            result.framework, result.sheet, terms, settled, kept.dropped, not_before=max(terms.start, today)
        )
        return replace(kept, plan=plan)

    change_plan(assessment_id, today, again)


def set_name(assessment_id: str, name: str) -> None:
    """The name for the report, empty for none. Raises TextTooLong, AssessmentNotFound, NotSubmitted."""
    line = clean_line("name", name, LONGEST_NAME)
    with transaction() as connection:
        read_result(connection, assessment_id, lock=True)
        assessments.set_name(connection, assessment_id, line)


def change_plan(assessment_id: str, today: date, change: PlanChange, *, first: KeptPlan | None = None) -> KeptPlan:
    """Apply a change to the plan that is kept, or where there is none to ``first``, and keep what comes out.

    Raises what the change raises, AssessmentNotFound and NotSubmitted; then the plan stays as it was.
    """
    with transaction() as connection:
        result = read_result(connection, assessment_id, lock=True)
        before = find_plan(connection, assessment_id, result.framework)
        after = change(result, before or first or _first_plan(result, today))
        if after is not before:
            put_plan(connection, assessment_id, after)
    return after


def _first_plan(result: AssessmentResult, today: date) -> KeptPlan:
    return KeptPlan(planning.make_plan(result.framework, result.sheet, PlanTerms.from_next_monday(today)))


def _is_settled(step: PlanStep) -> bool:
    return step.done_on is not None or step.kind is StepKind.OWN or step.fixed or bool(step.note)
