"""The development plan as a PDF."""

from __future__ import annotations

from assessment.drawing.fonts import register_faces
from assessment.drawing.report.value import PlanReport

__all__ = ["PlanReport", "plan_document"]


def plan_document(report: PlanReport) -> bytes:
    """The finished A4 document of three to five pages. The same report gives the same bytes."""
    from assessment.drawing.report.frame import build_document, make_frame
    from assessment.drawing.report.numbers import numbers
    from assessment.drawing.report.opening import opening
    from assessment.drawing.report.reading import reading
    from assessment.drawing.report.steps import steps

    register_faces()
    title = report.language.gettext("Development plan")
    frame = make_frame(report.language, report.framework, title=title, name=report.name, day=report.day)
    return build_document(frame, [*opening(report), *numbers(report), *steps(report), *reading(report)])
