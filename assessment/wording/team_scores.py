"""Means of a team in words: the wheel's figures, where the competencies stand, facets, blind spots."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Policy
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedScore, TeamResult
from assessment.domain.wheel.group import as_profile
from assessment.languages import Language
from assessment.wording.names import facet_name_inside, short_name, short_name_inside, short_names_inside
from assessment.wording.scores import ranges_sentence


def mean_text(language: Language, score: ReleasedScore) -> str:
    """A mean as a whole number; a dash for a band; "hidden"."""
    if score.form is Form.HIDDEN:
        return language.gettext("hidden")
    return "–" if score.mean is None else language.whole(score.mean)


def team_roll_note(language: Language, framework: Framework, result: TeamResult) -> str:
    """What the roll is, in one sentence."""
    if result.roll is None or result.weakest is None:
        return language.gettext("There is one only if every competency can be shown as a number.")
    lowest = result.weakest.lowest
    if len(lowest) > 1:
        return language.gettext(
            "The lowest mean, shared by %(names)s.", names=short_names_inside(language, framework, lowest)
        )
    return language.gettext(
        "The mean of the lowest competency, %(name)s.", name=short_name_inside(language, framework, lowest[0])
    )


def team_mean_note(language: Language, result: TeamResult) -> str:
    """What the mean was taken of: "of all 5 means"."""
    return language.ngettext("of %(n)s mean", "of all %(n)s means", len(result.competencies))


def standing_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """Whether the lowest stands apart, where ranges are told; else from where to where the means go. Or nothing."""
    scores = [spoke.score for spoke in result.competencies]
    if result.roll is not None and all(score.interval is not None for score in scores):
        return ranges_sentence(language, framework, as_profile(result))
    means = {spoke.competency: spoke.score.mean for spoke in result.competencies if spoke.score.mean is not None}
    if len(means) < 2:
        return ""
    low, high = min(means, key=lambda spoke: means[spoke]), max(means, key=lambda spoke: means[spoke])
    return language.gettext(
        "From %(low)s (%(lowest)s) to %(high)s (%(highest)s).",
        low=language.whole(means[low]),
        lowest=short_name_inside(language, framework, low),
        high=language.whole(means[high]),
        highest=short_name_inside(language, framework, high),
    )


def standing_note(language: Language, result: TeamResult) -> str:
    """How to read the drawing of means and ranges."""
    scores = [spoke.score for spoke in result.competencies]
    parts = [_dot(language, result)] if any(score.mean is not None for score in scores) else []
    if any(score.interval is not None for score in scores):
        parts.append(language.gettext("Bar: the range in which the mean truly lies in 95 cases of 100."))
    elif any(score.form is Form.NUMBER for score in scores):
        parts.append(
            language.gettext(
                "With fewer than %(n)s answers we cannot say how exact the means are.", n=Policy(result.k).spread_from
            )
        )
    if any(score.form is Form.BAND for score in scores):
        parts.append(language.gettext("Hatched: only the level can be shown."))
    if result.roll is not None:
        parts.append(language.gettext("Dashed line: the roll."))
    return " ".join(parts)


def table_note(language: Language, result: TeamResult) -> str:
    """Above the table: whose means these are, and what of their spread is told."""
    first = language.gettext("Means of those who answered.")
    if result.participation is not None:
        first = language.gettext(
            "Means of %(answered)s of %(members)s members.",
            answered=result.participation.answered,
            members=result.participation.members,
        )
    if any(spoke.score.interval is not None for spoke in result.competencies):
        spread = language.gettext("The middle half: half of those who answered lie within it.")
    else:
        spread = language.gettext(
            "With %(n)s answers or more, the spread is shown too.", n=Policy(result.k).spread_from
        )
    return f"{first} {spread}"


def facets_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """The lowest facet of what is told, over all competencies; empty with fewer than two told."""
    told = [
        (facet.score.mean, facet.facet, spoke.competency)
        for spoke in result.competencies
        for facet in spoke.facets
        if facet.score.mean is not None
    ]
    if len(told) < 2:
        return ""
    mean, facet, competency = min(told, key=lambda one: one[0])
    return language.gettext(
        "The lowest facet shown: %(facet)s in %(inside)s, %(mean)s.",
        facet=facet_name_inside(language, framework, facet),
        name=short_name(language, framework, competency),
        inside=short_name_inside(language, framework, competency),
        mean=language.whole(mean),
    )


def team_blind_spots_sentence(language: Language, count: int) -> str:
    """Of how many statements it is told that many could not judge them; empty for none."""
    if not count:
        return ""
    return language.ngettext(
        "Many could not judge %(n)s statement. It is worth finding out together.",
        "Many could not judge %(n)s statements. It is worth finding out together.",
        count,
    )


def _dot(language: Language, result: TeamResult) -> str:
    if result.participation is None:
        return language.gettext("Dot: the mean of those who answered.")
    return language.gettext("Dot: the mean of %(n)s members.", n=result.participation.answered)
