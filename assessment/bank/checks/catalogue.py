"""The catalogue: which competencies and levels its entries help with."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.bank.advice_shapes import CourseShape, ResourceShape
from assessment.bank.checks.references import find_unknown
from assessment.bank.finding import Finding
from assessment.bank.source import Source


def check_catalogue(source: Source) -> Iterator[Finding]:
    """Competencies and levels of courses and resources are the framework's."""
    competencies = source.names("competencies.yaml", "competencies")
    levels = frozenset(source.levels) or None
    for course in source.entries("courses.yaml", "courses", CourseShape):
        yield from find_unknown(course, "competencies", competencies, "competency")
        yield from find_unknown(course, "levels", levels, "level")
    for resource in source.entries("courses.yaml", "resources", ResourceShape):
        yield from find_unknown(resource, "competencies", competencies, "competency")
