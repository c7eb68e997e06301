"""The steps of a plan as a calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from assessment.domain.development_plan import DevelopmentPlan, PlanStep
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.steps import done_when


def plan_calendar(
    framework: Framework, plan: DevelopmentPlan, language: Language, *, key: str, stamp: datetime
) -> bytes:
    """One all-day entry for each step, from its first day to its last, that keeps the days free.

    ``key`` tells this plan from all others: with it a step has the same id in every file, so that a calendar which
    reads the file again moves its entries instead of doubling them. ``stamp`` is the moment the file is made.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//CX Wheel//Development plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", language.gettext("Development plan"))
    for step in plan.steps:
        calendar.add_component(_event(framework, step, language, key=key, stamp=stamp))
    content: bytes = calendar.to_ical()
    return content


def _event(framework: Framework, step: PlanStep, language: Language, *, key: str, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"cx-wheel:{key}/{step.id}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", step.start)
    event.add("dtend", step.due + timedelta(days=1))
    event.add("summary", f"✓ {language.pick(step.title)}" if step.done_on else language.pick(step.title))
    description = _description(step, language)
    if description:
        event.add("description", description)
    event.add("transp", "TRANSPARENT")
    if step.competency is not None:
        event.add("categories", [language.pick(framework.competency(step.competency).name)])
    return event


def _description(step: PlanStep, language: Language) -> str:
    """How to do it, what will be there when it is done, and what the person noted."""
    paragraphs = (language.pick(step.how), done_when(language, step), step.note)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
