"""One step of a plan in words, on the page, in the calendar and in the report."""

from __future__ import annotations

from assessment.domain.courses import Resource
from assessment.domain.development_plan import PlanStep
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.amounts import dates_text, hours_text, weeks_text
from assessment.wording.names import facet_name_inside, mid_sentence, short_name


def step_place(language: Language, framework: Framework, step: PlanStep) -> str:
    """What a step lifts: "Design and change · experience"; "Own step" without a competency."""
    if step.competency is None:
        return language.gettext("Own step")
    name = short_name(language, framework, step.competency)
    return f"{name} · {facet_name_inside(language, framework, step.facet)}" if step.facet is not None else name


def step_dates(language: Language, step: PlanStep) -> str:
    """From its first to its last day: "23 Nov – 13 Dec 2026"."""
    return dates_text(language, step.start, step.due)


def done_when(language: Language, step: PlanStep) -> str:
    """How one knows that a step is done: "Done when there is: diary of the journey."; empty without evidence."""
    evidence = language.pick(step.evidence).strip().rstrip(".")
    if not evidence:
        return ""
    return language.gettext("Done when there is: %(evidence)s.", evidence=mid_sentence(evidence))


def effort_text(language: Language, step: PlanStep) -> str:
    """Hours and weeks of a step: "6 hours · 3 weeks"."""
    return f"{hours_text(language, step.hours)} · {weeks_text(language, step.weeks)}"


def what_helps(language: Language, framework: Framework, step: PlanStep) -> tuple[str, ...]:
    """Titles of the courses and resources of a step, courses first; books with their authors.

    Whose name begins the title already ("ISO 10001") is not named again.
    """
    courses = [language.pick(framework.course(course).title) for course in step.courses]
    resources = [framework.resource(resource) for resource in step.resources]
    books = [authors_of(language, book) + language.pick(book.title) for book in resources]
    return tuple(courses + books)


def authors_of(language: Language, book: Resource) -> str:
    """What stands before a title: "A. Author. "; empty where it names its author itself."""
    return "" if language.pick(book.title).startswith(f"{book.authors} ") else f"{book.authors}. "


def repeat_entry(language: Language) -> str:
    """Title of the calendar entry at the end of a plan."""
    return language.gettext("Repeat the CX Wheel assessment")


def course_length(language: Language, length: str) -> str:
    """How long a course is, in words; ``length`` is one of short, medium, long (KeyError for anything else)."""
    return {
        "short": language.gettext("a few hours"),
        "medium": language.gettext("a few days"),
        "long": language.gettext("weeks or months"),
    }[length]
