"""The words on a wheel, and the sentence that says what a wheel shows."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.wheel import WheelWords
from assessment.languages import Language
from assessment.wording.names import short_name


def wheel_words(language: Language) -> WheelWords:
    """The few words that the drawing needs besides the names of its framework."""
    return WheelWords(
        locale=language.locale,
        roll=language.gettext("roll"),
        no_roll=language.gettext("no roll yet"),
        weakest=language.gettext("Weakest link"),
        lowest=language.gettext("Lowest score"),
        equal=language.gettext("All equal"),
        no_score=language.gettext("not enough answers"),
    )


def wheel_sentence(language: Language, framework: Framework, profile: Profile) -> str:
    """The wheel for those who do not see it: every score in the order of the spokes, then the lowest.

    "Competency wheel. Culture 62; Strategy 48; Metrics 70. Lowest: Strategy."
    """
    spokes = "; ".join(
        f"{short_name(language, framework, spoke.competency)} "
        + (language.whole(spoke.score) if spoke.score is not None else language.gettext("without a score"))
        for spoke in profile.competencies
    )
    lowest = profile.weakest.lowest
    if len(lowest) == len(profile.competencies):
        return language.gettext("Competency wheel. %(spokes)s. All spokes are equal.", spokes=spokes)
    if not lowest:
        return language.gettext("Competency wheel. %(spokes)s.", spokes=spokes)
    names = "; ".join(short_name(language, framework, competency_id) for competency_id in lowest)
    return language.gettext("Competency wheel. %(spokes)s. Lowest: %(names)s.", spokes=spokes, names=names)
