"""Finished reports of teams to make into documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamStepKind, TeamTask
from assessment.domain.team_planning import arrange, make_team_plan
from assessment.domain.team_result import TeamResult
from assessment.drawing.team_document import TeamReport
from assessment.languages import get_language
from tests.factories.frameworks import core_framework
from tests.factories.team_results import about_themselves

MONDAY = date(2026, 11, 23)
TERMS = PlanTerms(MONDAY, weekly_hours=6, weeks=12, at_most=6)


def make_team_report(
    result: TeamResult | None = None,
    *,
    framework: Framework | None = None,
    locale: str = "en",
    team: str = "Support",
    campaign: str = "Autumn",
    own_steps: tuple[TeamStep, ...] = (),
    first: Mapping[str, Any] | None = None,
) -> TeamReport:
    """The report of a result with the plan the service makes; ``first`` are changes to its first step."""
    framework, result = framework or core_framework(), result or about_themselves()
    plan = make_team_plan(framework, result, TERMS)
    head = tuple(replace(step, **(first or {})) for step in plan.steps[:1])
    plan = arrange(TeamPlan(TERMS, (*head, *plan.steps[1:], *own_steps)))
    return TeamReport(get_language(locale), framework, result, plan, team, campaign)


def own_team_step(number: int, title: str, *, how: str = "", evidence: str = "", **state: Any) -> TeamStep:
    """A step a team wrote."""
    task = TeamTask(
        id=f"own-{number}",
        kind=TeamStepKind.OWN,
        competency=None,
        hours=2,
        weeks=1,
        title={"": title},
        how={"": how},
        evidence={"": evidence},
    )
    step = TeamStep(task, hours=2, weeks=1, start=MONDAY, due=date(2026, 11, 29))
    return replace(step, **state)
