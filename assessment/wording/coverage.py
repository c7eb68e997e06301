"""What a team that rated itself can do without help, in words; never how many people, never who."""

from __future__ import annotations

from assessment.domain.coverage import CAPABLE, Coverage, PartCoverage
from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.names import short_name, short_names_inside


def coverage_word(language: Language, coverage: Coverage) -> str:
    """How far a competency is covered: "Covered", "One person", "Not covered"."""
    return {
        Coverage.COVERED: language.gettext("Covered"),
        Coverage.ONE_PERSON: language.gettext("One person"),
        Coverage.OPEN: language.gettext("Not covered"),
    }[coverage]


def part_coverage_word(language: Language, coverage: PartCoverage) -> str:
    """How far a facet or a topic is covered: "Covered", "Thin"."""
    if coverage is PartCoverage.COVERED:
        return language.gettext("Covered")
    return language.gettext("Thin")


def list_covered_so(result: TeamResult, coverage: Coverage) -> tuple[str, ...]:
    """Ids of the competencies of which that coverage is told, in the order of the framework."""
    return tuple(spoke.competency for spoke in result.competencies if spoke.coverage is coverage)


def coverage_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """What is open, what hangs on one person; where neither, that everything told is covered. Empty if none is told."""
    open_ones = list_covered_so(result, Coverage.OPEN)
    single = list_covered_so(result, Coverage.ONE_PERSON)
    sentences = []
    if open_ones:
        sentences.append(
            language.ngettext(
                "Not covered: %(inside)s. Nobody can do it without help yet.",
                "Not covered: %(names)s. Nobody can do these without help yet.",
                len(open_ones),
                **_names(language, framework, open_ones),
            )
        )
    if single:
        sentences.append(
            language.ngettext(
                "%(name)s depends on one person: if that person leaves, nobody is left who can do it without help.",
                "Depending on one person each: %(names)s. If that person leaves, nobody is left who can do it without "
                "help.",
                len(single),
                **_names(language, framework, single),
            )
        )
    if sentences:
        return " ".join(sentences)
    if not list_covered_so(result, Coverage.COVERED):
        return ""
    if all(spoke.coverage is not None for spoke in result.competencies):
        return language.gettext("Every competency is covered: two or more people can do it without help.")
    return language.gettext("Everything that can be shown is covered: two or more people can do it without help.")


def coverage_note(language: Language, framework: Framework) -> str:
    """How to read the words."""
    rule = language.gettext(
        "Covered: two or more people at %(limit)s and above, that is, on their own in typical cases.",
        limit=language.whole(CAPABLE),
    )
    if framework.facets:
        limits = language.gettext("Facets are only called covered or thin, and we never say by whom or by how many.")
    else:
        limits = language.gettext("We never say by whom or by how many.")
    return f"{rule} {limits}"


def _names(language: Language, framework: Framework, competencies: tuple[str, ...]) -> dict[str, str]:
    return {
        "name": short_name(language, framework, competencies[0]),
        "inside": short_names_inside(language, framework, competencies[:1]),
        "names": short_names_inside(language, framework, competencies),
    }
