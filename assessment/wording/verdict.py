"""The verdict on the weakest link: headline, standfirst, and how sure it is.

Every function that speaks of a wheel takes the level from the profile: "your", "your team's", "your company's".
"""

from __future__ import annotations

from assessment.domain.framework import Framework, Level
from assessment.domain.profile import Profile, Verdict
from assessment.languages import Language
from assessment.wording.facet_remark import facet_remark
from assessment.wording.names import short_name, short_name_inside, short_names_inside
from assessment.wording.numerals import Gender, number_word


def headline(language: Language, framework: Framework, profile: Profile) -> str:
    """The finding in one line without a full stop: "Design and change is your weakest link"."""
    if profile.weakest.verdict is not Verdict.NAMED:
        return verdict_sentence(language, framework, profile).rstrip(".")
    spoke = profile.weakest.competencies[0]
    name, inside = short_name(language, framework, spoke), short_name_inside(language, framework, spoke)
    if profile.level is Level.TEAM:
        return language.gettext("%(name)s is your team's weakest link", name=name, inside=inside)
    if profile.level is Level.ORGANISATION:
        return language.gettext("%(name)s is your company's weakest link", name=name, inside=inside)
    return language.gettext("%(name)s is your weakest link", name=name, inside=inside)


def verdict_sentence(language: Language, framework: Framework, profile: Profile) -> str:
    """The verdict as a sentence that speaks to nobody in particular, for reports, tables and the command line."""
    weakest = profile.weakest
    match weakest.verdict:
        case Verdict.NAMED:
            spoke = weakest.competencies[0]
            name, inside = short_name(language, framework, spoke), short_name_inside(language, framework, spoke)
            return language.gettext("%(name)s is the weakest link.", name=name, inside=inside)
        case Verdict.CANDIDATES:
            return _candidates_sentence(language, len(weakest.competencies))
        case Verdict.EVEN:
            return language.gettext("Your wheel is even: no competency stands out as the weakest.")
        case Verdict.INSUFFICIENT:
            return language.gettext("There are not enough answers yet to name the weakest link.")


def standfirst(language: Language, framework: Framework, profile: Profile) -> str:
    """Two or three sentences under the headline: how far the wheel rolls, and what lies behind it."""
    if profile.roll is None:
        return _insufficient_standfirst(language, framework, profile)
    rolls = language.gettext(
        "Your wheel rolls as far as its weakest spoke: %(roll)s of 100.", roll=language.whole(profile.roll)
    )
    return f"{rolls} {_what_lies_behind(language, framework, profile)}".rstrip()


def _candidates_sentence(language: Language, count: int) -> str:
    if count == 2:
        return language.gettext("Two competencies are too close to call: start with either.")
    number = number_word(language, count, Gender.FEMININE).capitalize()
    return language.ngettext(
        "%(number)s competency is too close to call: start with it.",
        "%(number)s competencies are too close to call: start with any of them.",
        count,
        number=number,
    )


def _what_lies_behind(language: Language, framework: Framework, profile: Profile) -> str:
    weakest = profile.weakest
    if weakest.verdict is Verdict.NAMED:
        return facet_remark(language, framework, profile.competency(weakest.competencies[0]))
    if weakest.verdict is Verdict.CANDIDATES:
        return language.gettext(
            "Close together: %(names)s. The difference between them cannot be told from chance.",
            names=short_names_inside(language, framework, weakest.competencies),
        )
    if len(weakest.lowest) == len(profile.competencies):
        return language.gettext("All the others stand at exactly the same score.")
    return language.gettext("The others are so close that another day could put them in another order.")


def _insufficient_standfirst(language: Language, framework: Framework, profile: Profile) -> str:
    missing = [spoke.competency for spoke in profile.competencies if spoke.score is None]
    return language.gettext(
        "Without a score so far: %(names)s. A competency gets its score once more than half of its statements are "
        "rated; what is missing never counts as zero.",
        names=short_names_inside(language, framework, missing),
    )
