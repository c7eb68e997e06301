"""The finding of a team's result, in words that hold for any names and never say more than is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assessment.domain.campaign import CampaignKind
from assessment.domain.coverage import Coverage
from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.team_probability import team_probability_sentence
from assessment.wording.team_verdict import eyebrow, next_steps, team_headline, team_standfirst
from tests.factories.frameworks import core_framework
from tests.factories.team_results import (
    THEMSELVES,
    about_the_team,
    about_themselves,
    all_agree,
    even_team,
    levels_alone,
    make_team_result,
    nothing_shown,
    one_hidden,
    seven_people,
)

FRAMEWORK = core_framework()
OPEN, ONE, COVERED = Coverage.OPEN, Coverage.ONE_PERSON, Coverage.COVERED


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def covered_so(coverage: Sequence[Coverage]) -> TeamResult:
    spokes = [replace(spoke, coverage=one) for spoke, one in zip(THEMSELVES, coverage, strict=True)]
    return make_team_result(spokes, people=13, members=18)


def with_weakest(result: TeamResult, verdict: Verdict, *named: str, share: float = 0.9) -> TeamResult:
    rest = (1 - share) / 4
    chances = {spoke.competency: rest for spoke in result.competencies} | dict.fromkeys(named[:1], share)
    return replace(result, weakest=WeakestLink(verdict, named, named[:1], chances))


@pytest.mark.parametrize(
    ("coverage", "said", "said_in_russian"),
    [
        (
            (COVERED, OPEN, ONE, COVERED, COVERED),
            "Strategy: nobody on the team can do it without help yet",
            "Стратегия: без помощи пока не справляется никто",
        ),
        (
            (COVERED, OPEN, OPEN, COVERED, COVERED),
            "Strategy and metrics: nobody on the team can do these without help yet",
            "Стратегия и метрики: без помощи пока не справляется никто",
        ),
        (
            (OPEN, OPEN, OPEN, COVERED, COVERED),
            "Three competencies: nobody on the team can do these without help yet",
            "Три компетенции: без помощи пока не справляется никто",
        ),
        (
            (COVERED, COVERED, ONE, COVERED, COVERED),
            "Metrics depends on one person",
            "Держится на одном человеке: метрики",
        ),
        (
            (COVERED, ONE, ONE, COVERED, ONE),
            "Three competencies depend on one person each",
            "Три компетенции держатся каждая на одном человеке",
        ),
    ],
)
def test_what_is_open_comes_before_what_hangs_on_one_person(
    english: Language, russian: Language, coverage: Sequence[Coverage], said: str, said_in_russian: str
) -> None:
    result = covered_so(coverage)

    assert team_headline(english, FRAMEWORK, result) == said
    assert plain(team_headline(russian, FRAMEWORK, result)) == said_in_russian


def test_where_all_is_covered_the_verdict_is_the_heading(english: Language, russian: Language) -> None:
    result = with_weakest(covered_so([COVERED] * 5), Verdict.NAMED, "strategy")

    assert team_headline(english, FRAMEWORK, result) == "Strategy is your team's weakest link"
    assert plain(team_headline(russian, FRAMEWORK, result)) == "Самое слабое звено вашей команды — стратегия"
    assert team_headline(english, FRAMEWORK, even_team()).startswith("Your wheel is even")


@pytest.mark.parametrize("coverage_told", [True, False])
def test_nothing_is_said_of_coverage_that_is_not_told(english: Language, *, coverage_told: bool) -> None:
    result = covered_so([OPEN] * 5)
    if not coverage_told:
        spokes = (replace(spoke, coverage=None, coverage_hidden=Reason.SAYS_TOO_MUCH) for spoke in result.competencies)
        result = replace(result, competencies=tuple(spokes))

    assert ("nobody on the team can" in team_headline(english, FRAMEWORK, result)) is coverage_told


def test_ratings_of_the_team_name_the_weakest_and_say_that_opinions_differ(
    english: Language, russian: Language
) -> None:
    result = about_the_team()

    assert team_headline(english, FRAMEWORK, result) == "Strategy is your team's weakest link"
    assert team_standfirst(english, FRAMEWORK, result) == (
        "The wheel rolls as far as its weakest spoke: 42 of 100. Opinions on it differ: talk about what each of you "
        "sees before you plan."
    )
    assert "Мнения о ней расходятся" in plain(team_standfirst(russian, FRAMEWORK, result))


def test_agreement_on_another_competency_than_the_weakest_is_not_mentioned(english: Language) -> None:
    result = with_weakest(about_the_team(), Verdict.NAMED, "metrics")

    assert "Opinions" not in team_standfirst(english, FRAMEWORK, result)


def test_candidates_are_close_together(english: Language) -> None:
    assert team_standfirst(english, FRAMEWORK, about_themselves()) == (
        "Two competencies are too close to call: start with either. Strategy and metrics: the difference between "
        "them cannot be told from chance."
    )


@pytest.mark.parametrize("result", [all_agree(), one_hidden()])
def test_without_all_means_no_weakest_link_is_named(english: Language, result: TeamResult) -> None:
    assert "no weakest link is named" in team_standfirst(english, FRAMEWORK, result)
    assert "weakest" not in team_headline(english, FRAMEWORK, result)


def test_without_any_mean_only_levels_are_told(english: Language) -> None:
    levels = levels_alone(Reason.ALL_AGREE)

    assert team_headline(english, FRAMEWORK, levels) == "Only levels can be shown for this team"
    assert team_standfirst(english, FRAMEWORK, levels) == (
        "No competency can be shown as a number, so the wheel has no roll and no weakest link is named."
    )


def test_a_reason_that_holds_for_the_whole_campaign_is_said_at_once(english: Language, russian: Language) -> None:
    asked_again = levels_alone(Reason.ASKED_AGAIN)

    assert team_standfirst(english, FRAMEWORK, asked_again).startswith("No competency can be shown as a number, so the")
    assert "Less than four weeks before" in team_standfirst(english, FRAMEWORK, asked_again)
    assert "Меньше чем за четыре недели" in plain(team_standfirst(russian, FRAMEWORK, asked_again))
    assert "four weeks" not in team_standfirst(english, FRAMEWORK, levels_alone(Reason.ALL_AGREE))


def test_a_hidden_result_says_why_and_what_to_do_and_never_how_many_answered(
    english: Language, russian: Language
) -> None:
    result = replace(nothing_shown(), k=7)

    assert team_headline(english, FRAMEWORK, result) == "Nothing is shown: fewer than seven people answered"
    assert plain(team_headline(russian, FRAMEWORK, result)) == "Показать нечего: ответило меньше 7 человек"
    assert team_standfirst(english, FRAMEWORK, result) == "Among so few, individual answers could be worked out."
    assert plain(team_standfirst(russian, FRAMEWORK, result)) == "Среди немногих можно узнать ответы каждого."
    assert "7 people or more" in next_steps(english, result)[0]
    other = replace(result, hidden=Reason.MEMBERS_CHANGED)
    assert team_headline(english, FRAMEWORK, other) == "Nothing of this campaign can be shown"
    assert "came or left" in team_standfirst(english, FRAMEWORK, other)


def test_the_lead_alone_is_told_of_nobody(english: Language) -> None:
    result = nothing_shown(CampaignKind.LEAD_ALONE)

    assert team_headline(english, FRAMEWORK, result) == "This campaign asked the lead alone"
    assert "people" not in " ".join(next_steps(english, result))


def test_the_line_above_the_heading_counts_people_only_where_that_is_told(english: Language, russian: Language) -> None:
    assert eyebrow(english, "Support", about_the_team()) == (
        "Support · members about the team · 12 of 12 answered · closed on 14\u00a0November\u00a02026"
    )
    assert eyebrow(english, "Support", seven_people()) == (
        "Support · members about themselves · closed on 14\u00a0November\u00a02026"
    )
    assert plain(eyebrow(russian, "Поддержка", nothing_shown(CampaignKind.LEAD_ALONE))) == (
        "Поддержка · руководитель о команде · закрыт 14 ноября 2026"
    )


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (about_themselves(), "No single one reaches 80%, so we name both: together they do."),
        (about_the_team(), "strategy would truly be the weakest in nearly all. From 80 we name one link."),
        (with_weakest(about_the_team(), Verdict.NAMED, "metrics"), "metrics would truly be the weakest in about 90."),
        (even_team(), "even the likeliest one, strategy, would truly be the weakest in only about 27."),
        (
            seven_people(),
            "Too close to call: strategy and metrics. With fewer than 10 answers we cannot say how sure this is.",
        ),
        (with_weakest(about_the_team(), Verdict.CANDIDATES, "culture", "metrics", "voice"), "we name all three"),
    ],
)
def test_how_sure_it_is_is_said_with_groups(english: Language, result: TeamResult, words: str) -> None:
    assert words in team_probability_sentence(english, FRAMEWORK, result)


def test_what_has_not_reached_eighty_is_not_rounded_up_to_it(english: Language) -> None:
    result = with_weakest(even_team(), Verdict.EVEN, "strategy", share=0.798)

    assert "about 79" in team_probability_sentence(english, FRAMEWORK, result)


def test_without_a_weakest_link_nothing_is_said_of_sureness(english: Language) -> None:
    assert team_probability_sentence(english, FRAMEWORK, all_agree()) == ""
