"""A team's result and plan as a PDF."""

from __future__ import annotations

from assessment.drawing.fonts import register_faces
from assessment.drawing.team_report.value import TeamReport

__all__ = ["TeamReport", "team_document"]


def team_document(report: TeamReport) -> bytes:
    """The finished A4 document. The same report gives the same bytes."""
    from assessment.drawing.report.frame import PageFrame, build_document
    from assessment.drawing.report.reading import courses, resources
    from assessment.drawing.team_report.numbers import numbers
    from assessment.drawing.team_report.opening import opening
    from assessment.drawing.team_report.rules import rules
    from assessment.drawing.team_report.steps import steps

    register_faces()
    language, framework = report.language, report.framework
    title = language.gettext("Team development plan")
    frame = PageFrame(
        title=f"{title} · {report.team}" if report.team else title,
        author=report.team or "CX Wheel",
        subject=f"{language.pick(framework.title)}, {framework.version}",
        locale=language.locale,
        running=tuple(part for part in (report.team, language.date(report.day)) if part),
        disclaimer=language.pick(framework.disclaimer),
        numbering=language.gettext("Page {page} of {pages}"),
        day=report.day,
    )
    plan = report.told_plan
    help_ = [*courses(language, framework, plan), *resources(language, framework, plan)]
    return build_document(frame, [*opening(report), *numbers(report), *steps(report), *help_, *rules(report)])
