"""The development plan as a PDF."""

from __future__ import annotations

from assessment.drawing.fonts import register_faces
from assessment.drawing.report.value import PlanReport

__all__ = ["PlanReport", "plan_document"]


def plan_document(report: PlanReport) -> bytes:
    """The finished A4 document of three to five pages. The same report gives the same bytes."""
    from assessment.drawing.report.frame import PageFrame, build_document
    from assessment.drawing.report.numbers import numbers
    from assessment.drawing.report.opening import opening
    from assessment.drawing.report.reading import reading
    from assessment.drawing.report.steps import steps

    register_faces()
    language = report.language
    title = language.gettext("Development plan")
    framework = language.pick(report.framework.title)
    frame = PageFrame(
        title=f"{title} · {report.name}" if report.name else title,
        author=report.name or "CX Wheel",
        subject=f"{framework}, {report.framework.version}",
        locale=language.locale,
        running=tuple(part for part in (report.name, language.date(report.day)) if part),
        disclaimer=language.pick(report.framework.disclaimer),
        numbering=language.gettext("Page {page} of {pages}"),
        day=report.day,
    )
    return build_document(frame, [*opening(report), *numbers(report), *steps(report), *reading(report)])
