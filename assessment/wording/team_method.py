"""How to read a team's numbers, by which rules they may be told, and what stays hidden and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.agreement import agreement_note
from assessment.wording.coverage import coverage_note
from assessment.wording.names import facet_name_inside, short_name
from assessment.wording.scores import bands_sentence
from assessment.wording.suppressed import hidden_sentence
from assessment.wording.team_change import change_note
from assessment.wording.team_plan import ground_sentence

Note = tuple[str, str]
"""A short title and the text below it."""


def wheel_key_sentence(language: Language, result: TeamResult) -> str:
    """What the lines of the team's wheel mean, as far as it has them."""
    parts = []
    if any(spoke.score.mean is not None for spoke in result.competencies):
        parts.append(language.gettext("Thick line: the mean of the team."))
    if any(spoke.score.middle_half is not None for spoke in result.competencies):
        parts.append(language.gettext("Frame: half of those who answered lie within it."))
    if any(spoke.score.form is Form.BAND for spoke in result.competencies):
        parts.append(language.gettext("Hatched: only the level can be shown."))
    if result.roll is not None:
        parts.append(language.gettext("Dashed line: the roll."))
    return " ".join(parts)


def team_method_notes(language: Language, framework: Framework, result: TeamResult) -> tuple[Note, ...]:
    """How the numbers came about, in the order in which they build on one another."""
    notes = [
        (
            language.gettext("Mean"),
            language.gettext(
                "A person's score is the mean of the statements they rated, from 0 to 100; the team's is the mean of "
                "its people's scores. Those who rated too little have no score and do not count."
            )
            + f" {bands_sentence(language, framework)}",
        ),
        (
            language.gettext("Roll, mean, balance"),
            language.gettext(
                "The roll is the lowest score: a wheel goes as far as its weakest spoke. The mean is shown beside it, "
                "never alone. The balance is the roll divided by the mean; 1 is a round wheel."
            ),
        ),
        (
            language.gettext("Range of the mean"),
            language.gettext(
                "In 95 cases of 100 the mean truly lies within its range. The range is wide when few answered or when "
                "their scores lie far apart. It is told from %(n)s answers on.",
                n=Policy(result.k).spread_from,
            ),
        ),
    ]
    if result.kind is CampaignKind.THEMSELVES:
        notes.append((language.gettext("Coverage"), coverage_note(language, framework)))
    else:
        notes.append((language.gettext("Agreement"), agreement_note(language, result)))
    if result.weakest is not None and result.weakest.probabilities:
        notes.append(_weakest_note(language))
    if result.changes:
        notes.append((language.gettext("Change"), change_note(language, result)))
    return (*notes, (language.gettext("Development plan"), ground_sentence(language, framework, result)))


def _weakest_note(language: Language) -> Note:
    return (
        language.gettext("How sure the weakest link is"),
        language.gettext(
            "The lowest score is not always the truly lowest one. Every score is moved towards the mean as far as "
            "error explains it; then we work out how often each competency would be the lowest. From 80 of 100 we "
            "name one link, below that several, or none."
        ),
    )


def list_rules(language: Language, result: TeamResult) -> tuple[str, ...]:
    """The anonymity rules of this result, a sentence or two each."""
    policy = Policy(result.k)
    return (
        language.ngettext(
            "No figure is about fewer than %(n)s person, nor can one be worked out by setting figures against one "
            "another, or against those of an earlier campaign.",
            "No figure is about fewer than %(n)s people, nor can one be worked out by setting figures against one "
            "another, or against those of an earlier campaign.",
            policy.k,
        ),
        language.gettext(
            "Means have one decimal at most. Ranges, the middle half and the number of each answer are told from "
            "%(n)s people on. Where all agree, only the level is told.",
            n=policy.spread_from,
        ),
        language.gettext("Coverage is given in words, never as a number and never by name."),
        language.gettext(
            "The result was made once, when the campaign closed on %(date)s. It never changes, whoever erases answers "
            "or leaves the team later.",
            date=language.date(result.closed_on),
        ),
        language.gettext("What is hidden is absent. It is never zero, and it is not guessed."),
        language.gettext("Single answers belong to the person who gave them. Nobody here sees them, nor who answered."),
    )


def list_hidden(language: Language, framework: Framework, result: TeamResult) -> tuple[Note, ...]:
    """What is hidden or told as a level only, by reason: where, and why. Empty where everything is told."""
    places: dict[Reason, list[str]] = defaultdict(list)
    for reason, place in _hidden_places(language, framework, result):
        if place not in places[reason]:
            places[reason].append(place)
    return tuple(("; ".join(named), hidden_sentence(language, reason, result.k)) for reason, named in places.items())


def _hidden_places(language: Language, framework: Framework, result: TeamResult) -> Iterator[tuple[Reason, str]]:
    for spoke in result.competencies:
        name = short_name(language, framework, spoke.competency)
        if spoke.score.reason is not None:
            yield spoke.score.reason, name
        for facet in spoke.facets:
            if facet.score.reason is not None:
                inside = facet_name_inside(language, framework, facet.facet)
                yield facet.score.reason, f"{name}, {inside}"
        hidden = [s.score.reason for s in spoke.statements if s.score.reason is not None]
        for reason in dict.fromkeys(hidden):
            if spoke.score.reason is not reason:
                count = hidden.count(reason)
                told = language.ngettext("%(name)s, %(n)s statement", "%(name)s, %(n)s statements", count, name=name)
                yield reason, told
    if result.changes_hidden is not None:
        yield result.changes_hidden, language.gettext("Change since the last campaign")
