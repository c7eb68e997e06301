"""A team's result and plan as a PDF."""

from __future__ import annotations

from assessment.drawing.fonts import register_faces
from assessment.drawing.team_report.value import TeamReport

__all__ = ["TeamReport", "team_document"]


def team_document(report: TeamReport) -> bytes:
    """The finished A4 document. The same report gives the same bytes."""
    from assessment.drawing.report.frame import build_document, make_frame
    from assessment.drawing.report.reading import courses, resources
    from assessment.drawing.team_report.numbers import numbers
    from assessment.drawing.team_report.opening import opening
    from assessment.drawing.team_report.rules import rules
    from assessment.drawing.team_report.steps import steps

    register_faces()
    language, framework = report.language, report.framework
    title = language.gettext("Team development plan")
    frame = make_frame(language, framework, title=title, name=report.team, day=report.day)
    plan = report.told_plan
    help_ = [*courses(language, framework, plan), *resources(language, framework, plan)]
    return build_document(frame, [*opening(report), *numbers(report), *steps(report), *help_, *rules(report)])
