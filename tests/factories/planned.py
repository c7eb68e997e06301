"""A framework with plenty of actions, and ways to look at the plan of an assessment."""

from __future__ import annotations

from datetime import date
from typing import Any

from assessment.domain.development_plan import PlanStep
from assessment.use_cases.change_steps import add_own_step
from assessment.use_cases.make_plan import PlanView, get_plan
from tests.factories.frameworks import make_action, make_framework
from tests.factories.sheets import sheet_of_totals

TODAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)
FRAMEWORK = make_framework(
    framework_id="planned",
    actions=[
        make_action(f"{spoke}_{n}", competency=spoke, hours=2, weeks=2)
        for spoke in ("c1", "c2", "c3")
        for n in range(1, 7)
    ],
)
SHEET = sheet_of_totals(FRAMEWORK, [10, 20, 23])


def look(assessment_id: str, today: date = TODAY) -> PlanView:
    return get_plan(assessment_id, today=today)


def step_ids(assessment_id: str) -> list[str]:
    return [step.id for step in look(assessment_id).plan.steps]


def get_step(assessment_id: str, step_id: str) -> PlanStep:
    return next(step for step in look(assessment_id).plan.steps if step.id == step_id)


def add_interview(assessment_id: str, **changes: object) -> str:
    """A good own step, but for the changes."""
    details: dict[str, Any] = {
        "title": "Поговорить с пятью клиентами",
        "hours": 4,
        "start": MONDAY,
        "due": date(2026, 12, 6),
        "today": TODAY,
    }
    return add_own_step(assessment_id, **{**details, **changes})
