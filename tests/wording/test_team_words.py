"""Coverage, agreement, means, change, own view and topics of a team in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assessment.domain.change import Change
from assessment.domain.coverage import Coverage
from assessment.domain.framework import Level
from assessment.domain.profile import Profile
from assessment.domain.released_topics import ReleasedTopicComparison
from assessment.domain.scoring import score_sheet
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedAgreement, TeamResult
from assessment.domain.topic_comparison import Standing
from assessment.languages import Language
from assessment.wording.agreement import (
    agreement_note,
    agreement_sentence,
    deviation_text,
    differing_sentence,
    farthest,
    index_text,
    limit_of,
    points_of,
)
from assessment.wording.coverage import coverage_note, coverage_sentence
from assessment.wording.footnotes import Footnotes, reasons_note
from assessment.wording.own_view import own_view_sentence
from assessment.wording.team_change import change_sentence, change_word, moved_text
from assessment.wording.team_competency import anchors_text, statements_sentence
from assessment.wording.team_scores import facets_sentence, standing_sentence, table_note, team_roll_note
from assessment.wording.topic_standing import topics_sentence
from tests.factories.frameworks import core_framework, make_framework
from tests.factories.team_results import (
    THEMSELVES,
    about_the_team,
    about_themselves,
    all_agree,
    changes_withheld,
    make_team_result,
    one_hidden,
    seven_people,
    three_spokes,
    with_changes,
)
from tests.factories.visits import PERSON, sheet_of_facets

FRAMEWORK = core_framework()
ALL = tuple(competency.id for competency in FRAMEWORK.competencies)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def with_coverage(coverage: Sequence[Coverage | None]) -> TeamResult:
    result = make_team_result(THEMSELVES, people=13, members=18)
    told = zip(result.competencies, coverage, strict=True)
    return replace(result, competencies=tuple(replace(spoke, coverage=one) for spoke, one in told))


def test_coverage_never_counts_people(english: Language, russian: Language) -> None:
    said = coverage_sentence(english, FRAMEWORK, about_themselves())

    assert said == (
        "Not covered: strategy. Nobody can do it without help yet. Metrics depends on one person: if that person "
        "leaves, nobody is left who can do it without help."
    )
    assert plain(coverage_sentence(russian, FRAMEWORK, about_themselves())) == (
        "Не закрыто: стратегия. Самостоятельно с этим пока никто не справляется. Держится на одном человеке: метрики. "
        "Уйдёт он — и справляться самостоятельно будет некому."
    )


def test_all_is_called_covered_only_when_all_is_told(english: Language) -> None:
    covered = Coverage.COVERED

    assert coverage_sentence(english, FRAMEWORK, with_coverage([covered] * 5)).startswith("Every competency is covered")
    partly = with_coverage([covered, None, covered, covered, covered])
    assert coverage_sentence(english, FRAMEWORK, partly).startswith("Everything that can be shown is covered")
    assert coverage_sentence(english, FRAMEWORK, with_coverage([None] * 5)) == ""


def test_a_framework_without_facets_has_no_word_about_them(english: Language) -> None:
    assert "Facets" in coverage_note(english, FRAMEWORK)
    assert "facets" not in coverage_note(english, make_framework(facets=()))


def test_agreement_names_what_is_divided(english: Language) -> None:
    divided = about_the_team()
    spokes = [replace(spoke, agreement=ReleasedAgreement(True, 1.2, 0.0)) for spoke in divided.competencies]

    assert agreement_sentence(english, FRAMEWORK, divided) == (
        "Opinions differ on strategy; on the others they are close."
    )
    assert agreement_sentence(english, FRAMEWORK, replace(divided, competencies=tuple(spokes))) == (
        "Opinions differ on every competency shown here."
    )
    assert agreement_sentence(english, FRAMEWORK, all_agree()).startswith("Your opinions are close on every")
    assert agreement_sentence(english, FRAMEWORK, about_themselves()) == ""


def test_the_index_is_explained_where_it_is_told(english: Language) -> None:
    assert "r*wg" in agreement_note(english, about_the_team())
    assert "r*wg" not in agreement_note(english, all_agree())


def test_it_is_said_when_agreement_leaves_statements_out(english: Language) -> None:
    result = about_the_team()
    first, *others = result.competencies
    opened = [replace(one, differ=False) for one in first.statements]
    told = replace(result, competencies=(replace(first, statements=tuple(opened)),))
    one_less = replace(opened[0], differ=None)
    without_one = replace(result, competencies=(replace(first, statements=(one_less, *opened[1:])), *others))
    assert "left out of both" not in agreement_note(english, told)
    assert "left out of both" in agreement_note(english, without_one)


@pytest.mark.parametrize(("r_wg", "text"), [(0.7, "0.7"), (-0.4, "−0.4"), (-0.04, "0.0"), (None, "–")])
def test_the_index_has_a_true_minus_and_no_negative_nought(english: Language, r_wg: float | None, text: str) -> None:
    assert index_text(english, ReleasedAgreement(False, 0.5, r_wg)) == text


def test_a_distance_that_is_not_told_is_a_dash(english: Language, russian: Language) -> None:
    assert deviation_text(english, ReleasedAgreement(False, None, None)) == "–"
    assert deviation_text(russian, ReleasedAgreement(True, 1.14, 0.1)) == "1,1"


def test_opinions_differ_from_a_sixth_of_the_points_and_at_most_by_half_the_scale() -> None:
    assert (limit_of(6), farthest(6)) == (1.0, 2.5)
    assert points_of(FRAMEWORK, Level.TEAM) == 6


def test_statements_are_counted_where_it_is_told_of_them(english: Language) -> None:
    assert differing_sentence(english, about_the_team(), ALL).startswith("Opinions differ on 6 statements.")
    assert differing_sentence(english, about_the_team(), ["culture"]).startswith("There is no statement here")
    assert "shown once there are 10 answers" in differing_sentence(english, all_agree(), ALL)


def test_where_the_team_stands_is_said_by_ranges_or_by_means(english: Language) -> None:
    assert standing_sentence(english, FRAMEWORK, about_themselves()).startswith(
        "Strategy is lowest: its range overlaps"
    )
    assert standing_sentence(english, FRAMEWORK, seven_people()) == "From 46 (strategy) to 61 (customer voice)."


def test_the_roll_is_the_lowest_mean_or_there_is_none(english: Language) -> None:
    result = about_themselves()
    assert result.weakest is not None
    shared = replace(result, weakest=replace(result.weakest, lowest=("strategy", "metrics")))

    assert team_roll_note(english, FRAMEWORK, result) == "The mean of the lowest competency, strategy."
    assert team_roll_note(english, FRAMEWORK, shared) == "The lowest mean, shared by strategy and metrics."
    assert "only if every competency" in team_roll_note(english, FRAMEWORK, one_hidden())


def test_the_table_says_how_many_only_where_that_is_told(english: Language) -> None:
    assert table_note(english, about_themselves()).startswith("Means of 13 of 18 members. The middle half")
    assert table_note(english, seven_people()) == (
        "Means of those who answered. With 10 answers or more, the spread is shown too."
    )


def test_the_lowest_facet_told_is_named(english: Language, russian: Language) -> None:
    assert facets_sentence(english, FRAMEWORK, about_themselves()) == (
        "The lowest facet shown: experience in strategy, 42."
    )
    assert plain(facets_sentence(russian, FRAMEWORK, about_themselves())) == (
        "Самый низкий из показанных аспектов — опыт в компетенции «Стратегия»: 42."
    )
    assert facets_sentence(english, *three_spokes()) == ""


def test_changes_are_listed_by_their_verdict(english: Language, russian: Language) -> None:
    assert change_sentence(english, FRAMEWORK, with_changes()) == "Really better: culture. Probably worse: metrics."
    assert (
        plain(change_sentence(russian, FRAMEWORK, with_changes())) == "Точно лучше: культура. Вероятно, хуже: метрики."
    )
    assert "came or left" in change_sentence(english, FRAMEWORK, changes_withheld())
    assert change_sentence(english, FRAMEWORK, about_themselves()) == ""
    levels = replace(about_themselves(), changes_hidden=Reason.SAYS_TOO_MUCH)
    assert "There is no such competency here." in change_sentence(english, FRAMEWORK, levels)
    assert "Здесь таких компетенций нет." in plain(change_sentence(russian, FRAMEWORK, levels))
    chance = [replace(one, change=Change.NO_TELLING) for one in with_changes().changes]
    unmoved = replace(with_changes(), changes=tuple(chance))
    assert change_sentence(english, FRAMEWORK, unmoved) == "No change that could be told from chance."


def test_a_missing_verdict_is_not_no_change(english: Language) -> None:
    assert change_word(english, None) == "Too few answers to tell"


@pytest.mark.parametrize(
    ("earlier", "now", "moved"), [(42.0, 53.8, "+12"), (54.9, 47.6, "−7"), (50.4, 49.6, "0"), (49.5, 50.4, "0")]
)
def test_a_move_is_the_difference_of_the_numbers_as_they_are_shown(earlier: float, now: float, moved: str) -> None:
    assert moved_text(earlier, now) == moved


def own_view(**facets: Sequence[int]) -> Profile:
    return score_sheet(FRAMEWORK, sheet_of_facets(FRAMEWORK, {**PERSON, **facets}, Level.TEAM))


def test_the_own_view_says_where_it_lies_furthest_apart(english: Language) -> None:
    said = own_view_sentence(english, FRAMEWORK, about_the_team(), own_view())

    assert said == "You differ most on design and change: you say 35, the members 60."


def test_a_view_like_the_members_is_called_alike(english: Language) -> None:
    close = own_view(
        culture=(60, 55, 60), strategy=(45, 40, 40), metrics=(60, 50, 55), voice=(65, 65, 60), design=(60,) * 3
    )

    assert own_view_sentence(english, FRAMEWORK, about_the_team(), close).startswith("You see the team much as")


def test_two_different_questions_are_not_subtracted(english: Language) -> None:
    assert "two different questions" in own_view_sentence(english, FRAMEWORK, about_themselves(), own_view())


def comparison(standing: Standing | None) -> ReleasedTopicComparison:
    return ReleasedTopicComparison("culture", "elements", 70.0, 40.0, 30.0, standing)


@pytest.mark.parametrize(
    ("standings", "words"),
    [
        ([None, None], "Who masters a topic is shown where 10 people or more answered both campaigns."),
        ([Standing.NO_TELLING], "There is no topic of which we can say"),
        ([Standing.PEOPLE_CAN, Standing.PEOPLE_CAN], "2 topics people master by themselves"),
        ([Standing.WHOLE_CAN, None], "1 topic the team masters, though people by themselves do not."),
    ],
)
def test_topics_are_counted_by_who_masters_them(
    english: Language, standings: Sequence[Standing | None], words: str
) -> None:
    assert topics_sentence(english, [comparison(one) for one in standings]).startswith(words)


def test_each_reason_has_one_note_and_one_number(english: Language) -> None:
    notes = Footnotes(english, 5)
    numbers = [notes.number(one) for one in (Reason.TOO_FEW_RATED, None, Reason.SAYS_TOO_MUCH, Reason.TOO_FEW_RATED)]

    assert numbers == ["1", "", "2", "1"]
    assert [note.number for note in notes.list_notes()] == ["1", "2"]
    assert notes.list_notes()[0].sentence.startswith("Fewer than 5 people rated this")


def test_a_picture_of_which_all_is_told_gives_no_reasons(english: Language) -> None:
    assert reasons_note(english, 5, [None, None]) == ""
    assert reasons_note(english, 5, [Reason.TOO_FEW_RATED, None, Reason.TOO_FEW_RATED]).count("Fewer than") == 1


def test_statements_of_one_competency_are_summed_up(english: Language) -> None:
    themselves, team = about_themselves(), about_the_team()

    assert statements_sentence(english, themselves, themselves.competency("strategy")) == (
        "The means of the statements go from 36 to 58."
    )
    assert statements_sentence(english, team, team.competency("strategy")).startswith("Opinions differ on 6 statements")
    hidden = one_hidden()
    assert statements_sentence(english, hidden, hidden.competency("metrics")) == ""


def test_the_words_of_a_scale_are_told_where_all_statements_share_it(english: Language) -> None:
    items = [item.id for item in FRAMEWORK.items_of(Level.TEAM, "strategy")]

    assert plain(anchors_text(english, FRAMEWORK, items[:4])).startswith("0: nobody knows it · 1: ")
    assert anchors_text(english, FRAMEWORK, items) == ""
