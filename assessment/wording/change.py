"""What really changed between two results, in words: never more than the figures can bear."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.change import Change, CompetencyChange
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.names import short_names_inside


def change_words(language: Language, change: Change | None) -> str:
    """What can be said about one difference; for None that a score is missing."""
    match change:
        case Change.REALLY_BETTER:
            return language.gettext("really better")
        case Change.PROBABLY_BETTER:
            return language.gettext("probably better")
        case Change.NO_TELLING:
            return language.gettext("cannot be told from chance")
        case Change.PROBABLY_WORSE:
            return language.gettext("probably worse")
        case Change.REALLY_WORSE:
            return language.gettext("really worse")
        case None:
            return language.gettext("a score is missing")


def change_sentence(language: Language, framework: Framework, changes: Sequence[CompetencyChange]) -> str:
    """What grew and what fell beyond chance, surest first, and that nothing can be said of the others."""
    told = [
        language.gettext("Really better: %(names)s.", names=names)
        for names in _names(language, framework, changes, Change.REALLY_BETTER)
    ]
    told += [
        language.gettext("Probably better: %(names)s.", names=names)
        for names in _names(language, framework, changes, Change.PROBABLY_BETTER)
    ]
    told += [
        language.gettext("Really worse: %(names)s.", names=names)
        for names in _names(language, framework, changes, Change.REALLY_WORSE)
    ]
    told += [
        language.gettext("Probably worse: %(names)s.", names=names)
        for names in _names(language, framework, changes, Change.PROBABLY_WORSE)
    ]
    silent = sum(change.change is Change.NO_TELLING for change in changes)
    if silent and told:
        told.append(
            language.ngettext(
                "The difference of the other one cannot be told from chance.",
                "The differences of the others cannot be told from chance.",
                silent,
            )
        )
    elif silent:
        told.append(language.gettext("No difference between the two can be told from chance."))
    missing = [change.competency for change in changes if change.change is None]
    if missing:
        names = short_names_inside(language, framework, missing)
        told.append(language.gettext("Without a score in one of the two: %(names)s.", names=names))
    return " ".join(told)


def regression_note(language: Language, framework: Framework, changes: Sequence[CompetencyChange]) -> str:
    """That the extremes of last time move back by themselves, and that this is counted in; empty for none."""
    extremes = [change.competency for change in changes if change.baseline is not None and change.baseline.regressed]
    if not extremes:
        return ""
    return language.gettext(
        "Highest or lowest last time: %(names)s. Such scores move towards the others by themselves, so only what goes "
        "beyond that counts as change.",
        names=short_names_inside(language, framework, extremes),
    )


def too_soon_warning(language: Language) -> str:
    """That two results lie close together."""
    return language.gettext(
        "Less than four weeks lie between the two. Memory of the first answers and the mood of the day weigh more than "
        "what can be learnt in that time: read this with care."
    )


def _names(language: Language, framework: Framework, changes: Sequence[CompetencyChange], kind: Change) -> list[str]:
    found = [change.competency for change in changes if change.change is kind]
    return [short_names_inside(language, framework, found)] if found else []
