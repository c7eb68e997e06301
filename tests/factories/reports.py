"""Finished reports to make into documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import PlanStep, PlanTerms, StepKind
from assessment.domain.framework import Framework
from assessment.domain.planning import arrange_plan, make_plan
from assessment.domain.quality import check_quality
from assessment.domain.scoring import score_sheet
from assessment.drawing.plan_document import PlanReport
from assessment.languages import get_language

MONDAY = date(2026, 11, 23)
DAY = date(2026, 11, 21)


def make_report(
    framework: Framework,
    sheet: AnswerSheet,
    *,
    locale: str = "en",
    name: str = "",
    own_steps: Sequence[PlanStep] = (),
    terms: PlanTerms | None = None,
) -> PlanReport:
    """The report of one sheet, with the plan the service makes and own steps added to it."""
    plan = make_plan(framework, sheet, terms or PlanTerms(start=MONDAY))
    if own_steps:
        plan = arrange_plan(framework, sheet, replace(plan, steps=(*plan.steps, *own_steps)))
    return PlanReport(
        language=get_language(locale),
        framework=framework,
        sheet=sheet,
        profile=score_sheet(framework, sheet),
        quality=check_quality(framework, sheet, None),
        plan=plan,
        name=name,
        day=DAY,
    )


def own_step(number: int, title: str, *, how: str = "", evidence: str = "", note: str = "") -> PlanStep:
    """A step a person wrote."""
    return PlanStep(
        id=f"own-{number}",
        kind=StepKind.OWN,
        competency=None,
        facet=None,
        title={"en": title, "ru": title},
        how={"en": how, "ru": how},
        evidence={"en": evidence, "ru": evidence},
        hours=2,
        weeks=1,
        start=MONDAY,
        due=date(2026, 11, 29),
        note=note,
        fixed=True,
    )
