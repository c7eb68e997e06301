"""A team's plan to take along: as a PDF with the result it rests on, and as a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from assessment.domain.development_plan import DevelopmentPlan
from assessment.languages import Language
from assessment.use_cases.locales import language_of
from assessment.use_cases.team_plan import PlanGround, TeamPlanView, get_team_plan
from assessment.wording.team_plan import owner_line, told_plan


def team_plan_pdf(ground: PlanGround, locale: str, *, team: str, campaign: str, today: date) -> bytes:
    """The published result and the plan as it stands; ``team`` and ``campaign`` are names. Raises UnknownLocale."""
    language = language_of(ground.framework, locale)
    view = get_team_plan(ground, today=today)
    from assessment.drawing.team_document import TeamReport, team_document

    return team_document(
        TeamReport(
            language=language,
            framework=ground.framework,
            result=ground.result,
            plan=view.plan,
            team=team,
            campaign=campaign,
        )
    )


def team_plan_calendar(ground: PlanGround, locale: str, *, now: datetime) -> bytes:
    """The steps of the plan for a calendar, each with its owner. Raises UnknownLocale."""
    language = language_of(ground.framework, locale)
    plan = _with_owners(language, get_team_plan(ground, today=now.date()))
    from assessment.drawing.plan_calendar import plan_calendar

    return plan_calendar(ground.framework, plan, language, key=ground.campaign_id, stamp=now)


def _with_owners(language: Language, view: TeamPlanView) -> DevelopmentPlan:
    """The plan told in one language; who sees to a step stands before what was noted about it."""
    plan = told_plan(language, view.ground.framework, view.plan)
    steps = tuple(
        replace(told, note="\n\n".join(part for part in (owner_line(language, step), told.note) if part))
        for told, step in zip(plan.steps, view.plan.steps, strict=True)
    )
    return replace(plan, steps=steps)
