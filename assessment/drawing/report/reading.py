"""What helps and how to read it: courses, reading, what the numbers mean, method, marks and their owners."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Paragraph

from assessment.domain.development_plan import DevelopmentPlan
from assessment.domain.framework import Framework
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import WIDTH, style
from assessment.drawing.report.tables import Cell, columns, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.report.value import PlanReport
from assessment.languages import Language
from assessment.wording.method import method_notes
from assessment.wording.steps import authors_of, course_length


def reading(report: PlanReport) -> list[Flowable]:
    """Flowables of the last section."""
    language, framework, plan = report.language, report.framework, report.plan
    notes = method_notes(language, framework, report.profile)
    return [*courses(language, framework, plan), *resources(language, framework, plan), how_to_read(language, notes)]


def how_to_read(language: Language, notes: Sequence[tuple[str, str]]) -> Flowable:
    """Notes on the numbers, each a title and a text, in two columns, kept on one page."""
    shown: list[list[Flowable]] = [
        [Paragraph(safe(title), style("h3")), Paragraph(safe(text), style("cell-quiet"))] for title, text in notes
    ]
    half = (len(shown) + 1) // 2
    left = [flowable for note in shown[:half] for flowable in note]
    right = [flowable for note in shown[half:] for flowable in note]
    heading = Heading(language.gettext("How to read the numbers"), "h2", 0)
    return KeepTogether([heading, columns([left, right], [WIDTH / 2 + 11, WIDTH / 2 - 11])])


def courses(language: Language, framework: Framework, plan: DevelopmentPlan) -> list[Flowable]:
    """Courses and support that the steps name, with what each gives; nothing without any."""
    wanted = list(dict.fromkeys(course for step in plan.steps for course in step.courses))
    if not wanted:
        return []
    rows: list[list[Cell]] = []
    for course in (framework.course(course_id) for course_id in wanted):
        where = " · ".join(part for part in (course.provider, course.url) if part)
        about = safe(language.pick(course.description)) + (f" {safe(where)}" if where else "")
        rows.append(
            [
                Paragraph(safe(language.pick(course.title)), style("cell-strong")),
                Paragraph(about, style("cell")),
                Paragraph(safe(course_length(language, course.length)), style("cell")),
            ]
        )
    heads = [language.gettext("Course or support"), language.gettext("What it gives"), language.gettext("Length")]
    return [
        Heading(language.gettext("Courses and support"), "h2", 0),
        ruled_table(heads, rows, [WIDTH * 0.27, WIDTH * 0.58, WIDTH * 0.15]),
    ]


def resources(language: Language, framework: Framework, plan: DevelopmentPlan) -> list[Flowable]:
    """Books and articles that the steps name; nothing without any."""
    wanted = list(dict.fromkeys(resource for step in plan.steps for resource in step.resources))
    if not wanted:
        return []
    lines = []
    for resource in (framework.resource(resource_id) for resource_id in wanted):
        authors, title = authors_of(language, resource), language.pick(resource.title)
        year = f", {resource.year}" if resource.year and f":{resource.year}" not in title else ""
        lines.append(Paragraph(f"{safe(authors)} <b>{safe(title)}</b>{year}".lstrip(), style("cell-gap")))
    return [KeepTogether([Heading(language.gettext("Reading"), "h2", 1), lines[0]]), *lines[1:]]
