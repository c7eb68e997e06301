"""Page values of the first page and of the private link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.use_cases.records import AssessmentRecord
from assessment.web.known_assessments import KnownAssessment, build_known
from assessment.web.start.example import Example, build_example
from assessment.wording.duration import minutes_for
from assessment.wording.numerals import Gender, number_word


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """Whom the assessment is about: a radio button in words."""

    value: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class SpokeLine:
    """A competency in the list on the first page."""

    index: int
    name: str
    without: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """The first page."""

    framework_id: str
    lead: str
    minutes: tuple[int, int]
    levels: tuple[LevelChoice, ...]
    spokes_heading: str
    spokes: tuple[SpokeLine, ...]
    disclaimer: str
    example: Example


def build_start_page(framework: Framework, language: Language) -> StartPage:
    """The first page of a framework in one language."""
    words = {
        "individual": (language.gettext("Me"), language.gettext("what I know, have done and can do")),
        "team": (language.gettext("My team"), language.gettext("what the team can do as a whole")),
        "organisation": (language.gettext("My company"), language.gettext("how the company works")),
    }
    statements = max(len(framework.items_of(level)) for level in framework.levels)
    return StartPage(
        framework_id=framework.id,
        lead=_lead(language, len(framework.competencies), statements),
        minutes=minutes_for(statements),
        levels=tuple(LevelChoice(level.value, *words[level.value]) for level in framework.levels),
        spokes_heading=_spokes_heading(language, len(framework.competencies)),
        spokes=tuple(
            SpokeLine(index, language.pick(competency.name), language.pick(competency.without))
            for index, competency in enumerate(framework.competencies)
        ),
        disclaimer=language.pick(framework.disclaimer),
        example=build_example(framework, language),
    )


def _lead(language: Language, spokes: int, statements: int) -> str:
    rolls = language.gettext("A wheel rolls exactly as far as its weakest spoke.")
    rate = language.ngettext(
        "Rate %(number)s CX competency %(statements)s, see which one holds you back, and leave with a plan.",
        "Rate %(number)s CX competencies %(statements)s, see which one holds you back, and leave with a plan.",
        spokes,
        number=number_word(language, spokes, Gender.FEMININE),
        statements=language.ngettext("in %(n)s statement", "in %(n)s statements", statements),
    )
    return f"{rolls} {rate}"


def _spokes_heading(language: Language, spokes: int) -> str:
    number = number_word(language, spokes, Gender.FEMININE)
    return language.ngettext(
        "%(number)s competency, one wheel", "%(number)s competencies, one wheel", spokes, number=number.capitalize()
    )


@dataclass(frozen=True, slots=True)
class ContinuePage:
    """Coming back: a field for the link, and what was opened here before, the newest first."""

    refusal: str | None
    known: tuple[KnownAssessment, ...]


def build_continue_page(
    records: Sequence[AssessmentRecord], language: Language, refusal: str | None = None
) -> ContinuePage:
    """The page for coming back; ``records`` in the order their keys were taken."""
    return ContinuePage(refusal, tuple(build_known(record, language) for record in reversed(records)))
