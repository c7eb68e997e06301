"""Files to take along: the wheel as a picture, the plan as a PDF and as a calendar."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from assessment.languages import Language
from assessment.store.database import reading, transaction
from assessment.store.results import add_file, find_file
from assessment.use_cases.locales import language_of
from assessment.use_cases.make_plan import PlanView, get_plan
from assessment.use_cases.show_result import AssessmentResult, read_result


def wheel_file(assessment_id: str, kind: Literal["svg", "png"], locale: str) -> bytes:
    """The wheel of a result, drawn at the first call and kept.

    Raises UnknownLocale, AssessmentNotFound, NotSubmitted.
    """
    with reading() as connection:
        result = read_result(connection, assessment_id)
        language = language_of(result.framework, locale)
        kept = find_file(connection, assessment_id, kind, locale)
    if kept is not None:
        return kept
    content = _draw_wheel(result, kind, language)
    with transaction() as connection:
        read_result(connection, assessment_id, lock=True)  # it may have been erased meanwhile
        add_file(connection, assessment_id, kind, locale, content)
    return content


def plan_pdf(assessment_id: str, locale: str, *, today: date) -> bytes:
    """The report with the plan as it stands. Raises UnknownLocale, AssessmentNotFound, NotSubmitted."""
    view = get_plan(assessment_id, today=today)
    language = language_of(view.result.framework, locale)
    from assessment.drawing.plan_document import PlanReport, plan_document

    result = view.result
    return plan_document(
        PlanReport(
            language=language,
            framework=result.framework,
            sheet=result.sheet,
            profile=result.profile,
            quality=result.quality,
            plan=view.plan,
            name=view.name,
            day=_submission_day(view, today),
        )
    )


def plan_calendar(assessment_id: str, locale: str, *, now: datetime) -> bytes:
    """The steps of the plan for a calendar. Raises UnknownLocale, AssessmentNotFound, NotSubmitted."""
    view = get_plan(assessment_id, today=now.date())
    language = language_of(view.result.framework, locale)
    from assessment.drawing import plan_calendar as drawing

    return drawing.plan_calendar(view.result.framework, view.plan, language, key=assessment_id, stamp=now)


def _draw_wheel(result: AssessmentResult, kind: Literal["svg", "png"], language: Language) -> bytes:
    from assessment.drawing.wheel_files import wheel_png, wheel_svg

    draw = wheel_svg if kind == "svg" else wheel_png
    return draw(result.framework, result.profile, language)


def _submission_day(view: PlanView, today: date) -> date:
    submitted_at = view.result.record.submitted_at
    return today if submitted_at is None else submitted_at.date()
