"""Development plans as documents."""

from __future__ import annotations

from assessment.api.v1.shapes.plans import CourseText, Plan, ResourceText, Step
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, StepKind
from assessment.domain.framework import Framework, Text


def plan_document(framework: Framework, plan: DevelopmentPlan, locale: str) -> Plan:
    """The plan with its texts in ``locale``; a person's own stay as they are."""
    terms = plan.terms
    return Plan(
        start=terms.start.isoformat(),
        weekly_hours=terms.weekly_hours,
        weeks=terms.weeks,
        at_most=terms.at_most,
        next_bottleneck=plan.next_bottleneck,
        steps=[_step(framework, step, locale) for step in plan.steps],
    )


def _step(framework: Framework, step: PlanStep, locale: str) -> Step:
    return Step(
        id=step.id,
        competency=step.competency,
        facet=step.facet,
        action=step.id if step.kind is StepKind.ACTION else None,
        title=_in(locale, step.title),
        how=_in(locale, step.how),
        hours=step.hours,
        weeks=step.weeks,
        start=step.start.isoformat(),
        due=step.due.isoformat(),
        evidence=_in(locale, step.evidence),
        done_on=None if step.done_on is None else step.done_on.isoformat(),
        note=step.note,
        courses=[_course(framework, course, locale) for course in step.courses],
        resources=[_resource(framework, resource, locale) for resource in step.resources],
    )


def _course(framework: Framework, course_id: str, locale: str) -> CourseText:
    course = framework.course(course_id)
    return CourseText(
        id=course.id, kind=course.kind, title=course.title[locale], provider=course.provider, url=course.url
    )


def _resource(framework: Framework, resource_id: str, locale: str) -> ResourceText:
    resource = framework.resource(resource_id)
    return ResourceText(
        id=resource.id,
        kind=resource.kind,
        title=resource.title[locale],
        authors=resource.authors,
        year=resource.year,
    )


def _in(locale: str, text: Text) -> str:
    """A person's own text stands under the key "" and is the same in every language."""
    return text[locale] if locale in text else text[""]
