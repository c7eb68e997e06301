"""Page values of the first page and of the private link."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.languages import Language


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
    statements: int
    minutes: tuple[int, int]
    levels: tuple[LevelChoice, ...]
    spokes: tuple[SpokeLine, ...]
    disclaimer: str


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
        statements=statements,
        minutes=_minutes(statements),
        levels=tuple(LevelChoice(level.value, *words[level.value]) for level in framework.levels),
        spokes=tuple(
            SpokeLine(index, competency.name[language.locale], competency.without[language.locale])
            for index, competency in enumerate(framework.competencies)
        ),
        disclaimer=framework.disclaimer[language.locale],
    )


def _minutes(statements: int) -> tuple[int, int]:
    """Ten to fifteen seconds a statement, rounded up to whole minutes."""
    return -(-statements * 10 // 60), -(-statements * 15 // 60)
