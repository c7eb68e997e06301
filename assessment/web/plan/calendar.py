"""The calendar of a plan: a bar for each step over its weeks, in per cent of the drawing's width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assessment.domain.development_plan import DevelopmentPlan, PlanStep
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.web.plan.steps import state_text
from assessment.wording.amounts import hours_short
from assessment.wording.steps import repeat_entry, step_dates, step_place

_MOST_LABELS = 13


@dataclass(frozen=True, slots=True)
class WeekLine:
    """Where a week begins, and its number in the middle of it (empty where there is no room for all)."""

    start: str
    middle: str
    number: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A step as a bar and as a row of the table below it."""

    id: str
    hue: int | None
    title: str
    place: str
    start: str
    length: str
    dates: str
    hours: str
    state: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weeks from left to right, bars from top to bottom, and the day to repeat the assessment."""

    weeks: tuple[WeekLine, ...]
    bars: tuple[Bar, ...]
    today: str
    repeat_title: str
    repeat_at: str
    repeat_dates: str


def build_calendar(language: Language, framework: Framework, plan: DevelopmentPlan, *, today: date) -> Calendar | None:
    """None for a plan without steps. ``today`` is marked where it lies within the weeks shown."""
    if not plan.steps:
        return None
    week = timedelta(weeks=1)
    first = min(plan.terms.start, *(step.start for step in plan.steps))
    first -= timedelta(days=(first - plan.terms.start).days % 7)
    last = max(plan.repeat_on + week, *(step.due + timedelta(days=1) for step in plan.steps))
    count = -((first - last) // week)
    scale = _Scale(first, count)
    return Calendar(
        weeks=_list_weeks(scale, plan.terms.start),
        bars=tuple(_bar(language, framework, scale, step, today) for step in plan.steps),
        today=scale.at(today) if first <= today < first + count * week else "",
        repeat_title=repeat_entry(language),
        repeat_at=scale.at(plan.repeat_on, 3.5),
        repeat_dates=language.gettext("Week of %(date)s", date=language.date(plan.repeat_on)),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as per cent of ``weeks`` weeks from ``first`` on."""

    first: date
    weeks: int

    def share(self, days: float) -> float:
        return 100 * days / (7 * self.weeks)

    def at(self, day: date, plus_days: float = 0) -> str:
        return f"{self.share((day - self.first).days + plus_days):.2f}%"


def _list_weeks(scale: _Scale, start: date) -> tuple[WeekLine, ...]:
    """Weeks are counted from the plan's start; those before it have no number."""
    every = -(-scale.weeks // _MOST_LABELS)
    before = (start - scale.first).days // 7
    lines = []
    for index in range(scale.weeks):
        number = index - before + 1
        shown = number >= 1 and (number - 1) % every == 0
        lines.append(
            WeekLine(
                start=f"{scale.share(7 * index):.2f}%",
                middle=f"{scale.share(7 * index + 3.5):.2f}%",
                number=str(number) if shown else "",
            )
        )
    return tuple(lines)


def _bar(language: Language, framework: Framework, scale: _Scale, step: PlanStep, today: date) -> Bar:
    return Bar(
        id=step.id,
        hue=None if step.competency is None else hue_of(framework, step.competency),
        title=language.pick(step.title),
        place=step_place(language, framework, step),
        start=scale.at(step.start),
        length=f"{scale.share((step.due - step.start).days + 1):.2f}%",
        dates=step_dates(language, step),
        hours=hours_short(language, step.hours),
        state=state_text(language, step, today),
        is_done=step.done_on is not None,
    )
