"""The calendar of a plan: a bar for each step, and when to ask again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from math import ceil

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, KeepTogether, Spacer

from assessment.domain.development_plan import DevelopmentPlan, PlanStep
from assessment.drawing.report.charts import Calendar, CalendarRow
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import WIDTH
from assessment.languages import Language
from assessment.wording.amounts import hours_short

_DAYS = 7
_TALLEST = 590.0
"""Points of rows that fit on a page with the calendar's heading."""


def calendar(
    language: Language, plan: DevelopmentPlan, hue: Callable[[str | None], Color], *, again: str
) -> list[Flowable]:
    """The plan's steps in weeks; ``again`` is what stands at the week of the next assessment. It has steps."""
    first_day = min(plan.terms.start, *(step.start for step in plan.steps))
    rows = [_bar(language, step, first_day, hue(step.competency)) for step in plan.steps]
    repeat = (plan.repeat_on - first_day).days // _DAYS + 1
    rows.append(CalendarRow(again, repeat, None, "", None))
    weeks = max(repeat, *(ceil(row.first + (row.weeks or 0)) for row in rows))
    charts = [Calendar(part, weeks, language.gettext("Week"), WIDTH) for part in _by_page(rows)]
    heading = Heading(language.gettext("Calendar"), "h2", 1)
    return [KeepTogether([heading, Spacer(0, 4), charts[0]]), *charts[1:]]


def _by_page(rows: Sequence[CalendarRow]) -> list[list[CalendarRow]]:
    """The rows in parts that each fit on a page."""
    parts: list[list[CalendarRow]] = [[]]
    room = _TALLEST
    for row in rows:
        high = Calendar.row_height(row, WIDTH)
        if high > room and parts[-1]:
            parts.append([])
            room = _TALLEST
        parts[-1].append(row)
        room -= high
    return parts


def _bar(language: Language, step: PlanStep, first_day: date, colour: Color) -> CalendarRow:
    return CalendarRow(
        label=language.pick(step.title),
        first=(step.start - first_day).days / _DAYS,
        weeks=((step.due - step.start).days + 1) / _DAYS,
        note=hours_short(language, step.hours),
        colour=colour,
    )
