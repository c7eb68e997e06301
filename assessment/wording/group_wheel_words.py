"""The words on a group's wheel, and the sentence that says what it shows."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from assessment.domain.wheel import WheelWords
from assessment.languages import Language
from assessment.wording.names import short_name
from assessment.wording.scores import band_name


def group_wheel_words(language: Language) -> WheelWords:
    """The few words that the drawing needs besides the names of its framework."""
    return WheelWords(
        locale=language.locale,
        roll=language.gettext("roll"),
        no_roll=language.gettext("no roll"),
        weakest=language.gettext("Weakest link"),
        lowest=language.gettext("Lowest"),
        equal=language.gettext("All equal"),
        no_score=language.gettext("hidden"),
    )


def group_wheel_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """The wheel for those who do not see it: every spoke as far as it is told, then the lowest.

    "Competency wheel. Culture 54; Strategy 46; Metrics hidden. Lowest: Strategy."
    """
    spokes = "; ".join(_spoke(language, framework, spoke) for spoke in result.competencies)
    lowest = () if result.weakest is None else result.weakest.lowest
    if not lowest:
        return language.gettext("Competency wheel. %(spokes)s.", spokes=spokes)
    if len(lowest) == len(result.competencies):
        return language.gettext("Competency wheel. %(spokes)s. All spokes are equal.", spokes=spokes)
    names = "; ".join(short_name(language, framework, competency_id) for competency_id in lowest)
    return language.gettext("Competency wheel. %(spokes)s. Lowest: %(names)s.", spokes=spokes, names=names)


def _spoke(language: Language, framework: Framework, spoke: ReleasedCompetency) -> str:
    name, score = short_name(language, framework, spoke.competency), spoke.score
    if score.form is Form.HIDDEN:
        return f"{name}: {language.gettext('hidden')}"
    if score.mean is None:
        return f"{name}: {band_name(language, framework, score.band)}"
    return f"{name} {language.whole(score.mean)}"
