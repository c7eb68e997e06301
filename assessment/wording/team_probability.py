"""How sure the weakest link of a group is."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.suppression.policy import Policy
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.names import short_name_inside, short_names_inside
from assessment.wording.numerals import Gender, number_word
from assessment.wording.probability import percent_below_eighty


def team_probability_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """The probabilities explained in a sentence or two; how many answers they ask for where they are not told.

    Empty when no weakest link can be looked for.
    """
    weakest = result.weakest
    if weakest is None:
        return ""
    if not weakest.probabilities:
        unsure = language.gettext(
            "With fewer than %(n)s answers we cannot say how sure this is.", n=Policy(result.k).spread_from
        )
        return f"{_without_shares(language, framework, weakest)} {unsure}".lstrip()
    if weakest.verdict is Verdict.NAMED:
        return _named(language, framework, result, weakest.competencies[0])
    if weakest.verdict is Verdict.CANDIDATES:
        return _candidates(language, len(weakest.competencies))
    likeliest = max(weakest.probabilities, key=lambda spoke: weakest.probabilities[spoke])
    return language.gettext(
        "None stands out: of 100 groups with such answers, even the likeliest one, %(name)s, would truly be the "
        "weakest in only about %(count)s. From 80 we name one link.",
        name=short_name_inside(language, framework, likeliest),
        count=percent_below_eighty(language, weakest.probabilities[likeliest]),
    )


def _without_shares(language: Language, framework: Framework, weakest: WeakestLink) -> str:
    """What the verdict says where no probabilities stand beside it; empty for the one link that the heading names."""
    if weakest.verdict is Verdict.NAMED:
        return ""
    if weakest.verdict is Verdict.EVEN:
        return language.gettext("None stands out.")
    names = short_names_inside(language, framework, weakest.competencies)
    return language.gettext("Too close to call: %(names)s.", names=names)


def _named(language: Language, framework: Framework, result: TeamResult, spoke: str) -> str:
    weakest = result.weakest
    share = 0.0 if weakest is None else weakest.probabilities[spoke]
    name = short_name_inside(language, framework, spoke)
    if share >= 0.995:
        return language.gettext(
            "A mean is never exact. Yet of 100 groups with such answers, %(name)s would truly be the weakest in nearly "
            "all. From 80 we name one link.",
            name=name,
        )
    return language.gettext(
        "A mean is never exact. Of 100 groups with such answers, %(name)s would truly be the weakest in about "
        "%(count)s. From 80 we name one link.",
        name=name,
        count=language.whole(100 * share),
    )


def _candidates(language: Language, count: int) -> str:
    if count == 2:
        return language.gettext(
            "No single one reaches %(limit)s, so we name both: together they do.", limit=language.percent(0.8)
        )
    number = number_word(language, count, Gender.FEMININE)
    return language.gettext("None reaches 80, so we name all %(number)s: together they do.", number=number)
