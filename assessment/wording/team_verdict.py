"""The finding of a team's result in words: eyebrow, heading, standfirst.

Takes a ``TeamResult`` and nothing else, so that nothing can be said that is not told.
"""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.campaign import CampaignKind
from assessment.domain.coverage import Coverage
from assessment.domain.framework import Framework, Level
from assessment.domain.profile import Verdict
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import TeamResult
from assessment.domain.wheel.group import as_profile
from assessment.languages import Language
from assessment.languages.typography import unbroken
from assessment.wording.amounts import upper_first
from assessment.wording.coverage import list_covered_so
from assessment.wording.names import short_name, short_name_inside, short_names_inside
from assessment.wording.numerals import Gender, number_word
from assessment.wording.suppressed import hidden_sentence
from assessment.wording.verdict import headline, verdict_sentence

_NAMED_IN_A_HEADING = 2
"""Competencies that a heading names; of more it gives the number."""


_OF_THE_CAMPAIGN = (Reason.ASKED_AGAIN, Reason.MEMBERS_CHANGED)
"""Reasons that hold for all of a campaign, so that they can be said once."""


def kind_words(language: Language, kind: CampaignKind) -> str:
    """Who was asked about whom: "members about themselves"."""
    return {
        CampaignKind.THEMSELVES: language.gettext("members about themselves"),
        CampaignKind.TEAM: language.gettext("members about the team"),
        CampaignKind.LEAD_ALONE: language.gettext("the lead about the team"),
    }[kind]


def participation_words(language: Language, result: TeamResult) -> str:
    """How many answered: "13 of 18 answered"; empty where that is not told."""
    if result.participation is None:
        return ""
    return language.gettext(
        "%(answered)s of %(members)s answered",
        answered=result.participation.answered,
        members=result.participation.members,
    )


def eyebrow(language: Language, team: str, result: TeamResult) -> str:
    """The line above the heading: team, who was asked, how many answered if that is told, when it closed."""
    closed = language.gettext("closed on %(date)s", date=unbroken(language.date(result.closed_on)))
    parts = (team, kind_words(language, result.kind), participation_words(language, result), closed)
    return " · ".join(part for part in parts if part)


def team_headline(language: Language, framework: Framework, result: TeamResult) -> str:
    """The finding in one line without a full stop: what is open, else the weakest link, else why nothing is shown."""
    if result.hidden is not None:
        return _hidden_headline(language, result, result.hidden)
    if result.kind is CampaignKind.THEMSELVES:
        for coverage in (Coverage.OPEN, Coverage.ONE_PERSON):
            competencies = list_covered_so(result, coverage)
            if competencies:
                return _uncovered(language, framework, coverage, competencies)
    if result.weakest is not None:
        return headline(language, framework, replace(as_profile(result), level=Level.TEAM)).rstrip(".")
    return _headline_without_a_roll(language, framework, result)


def team_standfirst(language: Language, framework: Framework, result: TeamResult) -> str:
    """One to three sentences under the headline: the verdict, how far the wheel rolls, whether opinions differ.

    Where something cannot be told: why, as far as the headline does not say it.
    """
    if result.kind is CampaignKind.LEAD_ALONE:
        return language.gettext(
            "One person's answers are that person's own. Beside the members' result their author sees them, nobody "
            "else."
        )
    if result.hidden is not None:
        return _why_hidden(language, result, result.hidden)
    if result.weakest is None:
        return _why_no_roll(language, result)
    says_coverage = result.kind is CampaignKind.THEMSELVES and any(
        list_covered_so(result, coverage) for coverage in (Coverage.OPEN, Coverage.ONE_PERSON)
    )
    verdict = verdict_sentence(language, framework, as_profile(result)) if says_coverage else ""
    sentences = (verdict, _behind(language, framework, result), _disagreement(language, framework, result))
    return " ".join(sentence for sentence in sentences if sentence)


def next_steps(language: Language, result: TeamResult) -> tuple[str, ...]:
    """What to do when nothing may be shown."""
    if result.kind is CampaignKind.LEAD_ALONE:
        return (
            language.gettext("Ask the members about the team: the lead's own view is then shown next to theirs."),
            language.gettext("The lead's own result is among their assessments."),
        )
    first = language.gettext(
        "Ask again, and leave more time: a result is shown once %(k)s people or more have answered.", k=result.k
    )
    return (
        first,
        language.gettext("Tell people what is shown and what never is; the page they answer from says it too."),
        language.gettext("Nobody's answers are lost: everybody keeps their own result."),
    )


def _hidden_headline(language: Language, result: TeamResult, reason: Reason) -> str:
    if result.kind is CampaignKind.LEAD_ALONE:
        return language.gettext("This campaign asked the lead alone")
    if reason is Reason.TOO_FEW:
        return language.gettext("Nothing is shown: fewer than %(k)s people answered", k=_people(language, result.k))
    return language.gettext("Nothing of this campaign can be shown")


def _why_hidden(language: Language, result: TeamResult, reason: Reason) -> str:
    if reason is Reason.TOO_FEW:  # the headline says how few
        return language.gettext("Among so few, individual answers could be worked out.")
    return hidden_sentence(language, reason, result.k)


def _why_no_roll(language: Language, result: TeamResult) -> str:
    scores = [spoke.score for spoke in result.competencies]
    if any(score.mean is not None for score in scores):
        return language.gettext(
            "Not every competency can be shown as a number, so the wheel has no roll and no weakest link is named."
        )
    none = language.gettext(
        "No competency can be shown as a number, so the wheel has no roll and no weakest link is named."
    )
    reasons = [reason for reason in _OF_THE_CAMPAIGN if any(score.reason is reason for score in scores)]
    return " ".join([none, *(hidden_sentence(language, reason, result.k) for reason in reasons)])


def _people(language: Language, k: int) -> str:
    """A number in words for English headings; Russian declines it, so figures stand there."""
    return number_word(language, k, Gender.MASCULINE) if language.locale == "en" else str(k)


def _uncovered(language: Language, framework: Framework, coverage: Coverage, competencies: tuple[str, ...]) -> str:
    count = len(competencies)
    if count > _NAMED_IN_A_HEADING:
        return upper_first(_uncovered_number(language, coverage, count))
    names = short_names_inside(language, framework, competencies)
    if coverage is Coverage.OPEN:
        return language.ngettext(
            "%(names)s: nobody on the team can do it without help yet",
            "%(names)s: nobody on the team can do these without help yet",
            count,
            names=upper_first(names),
        )
    return language.ngettext(
        "%(name)s depends on one person",
        "Depending on one person each: %(names)s",
        count,
        name=short_name(language, framework, competencies[0]),
        inside=short_name_inside(language, framework, competencies[0]),
        names=names,
    )


def _uncovered_number(language: Language, coverage: Coverage, count: int) -> str:
    number = number_word(language, count, Gender.FEMININE)
    if coverage is Coverage.OPEN:
        return language.ngettext(
            "%(number)s competency: nobody on the team can do it without help yet",
            "%(number)s competencies: nobody on the team can do these without help yet",
            count,
            number=number,
        )
    return language.ngettext(
        "%(number)s competency depends on one person",
        "%(number)s competencies depend on one person each",
        count,
        number=number,
    )


def _headline_without_a_roll(language: Language, framework: Framework, result: TeamResult) -> str:
    means = {spoke.competency: spoke.score.mean for spoke in result.competencies if spoke.score.mean is not None}
    if not means:
        return language.gettext("Only levels can be shown for this team")
    lowest = min(means, key=lambda spoke: means[spoke])
    name, inside = short_name(language, framework, lowest), short_name_inside(language, framework, lowest)
    return language.gettext("Of what can be shown as a number, %(inside)s is lowest", name=name, inside=inside)


def _behind(language: Language, framework: Framework, result: TeamResult) -> str:
    weakest = result.weakest
    if weakest is None or result.roll is None:
        return ""
    if weakest.verdict is Verdict.CANDIDATES:
        return language.gettext(
            "%(names)s: the difference between them cannot be told from chance.",
            names=upper_first(short_names_inside(language, framework, weakest.competencies)),
        )
    if weakest.verdict is Verdict.EVEN:
        return language.gettext("The means are so close that another campaign could put them in a different order.")
    return language.gettext(
        "The wheel rolls as far as its weakest spoke: %(roll)s of 100.", roll=language.whole(result.roll)
    )


def _disagreement(language: Language, framework: Framework, result: TeamResult) -> str:
    """Whether the team is of one mind about what the verdict names; empty where it is, or was not asked."""
    if result.weakest is None:
        return ""
    divided = tuple(
        spoke.competency
        for spoke in result.competencies
        if spoke.competency in result.weakest.competencies
        and spoke.agreement is not None
        and spoke.agreement.opinions_differ
    )
    if not divided:
        return ""
    return language.ngettext(
        "Opinions on it differ: talk about what each of you sees before you plan.",
        "Opinions differ on %(names)s: talk about what each of you sees before you plan.",
        len(result.weakest.competencies),
        names=short_names_inside(language, framework, divided),
    )
