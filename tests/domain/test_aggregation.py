"""From sheets to the profile of a group."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.aggregation import aggregate
from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Level
from assessment.domain.group_profile import GroupKind, GroupProfile
from assessment.domain.profile import Verdict
from assessment.domain.weakest_link import find_weakest_link
from tests.factories.frameworks import core_framework, make_framework
from tests.factories.groups import Scores, group_framework, group_of, scores_of_people, sheet_of, sheets_of
from tests.factories.sheets import make_sheet, same_answer

often = settings(max_examples=40, deadline=None)
FIVE = [(40, 60, 80), (50, 60, 80), (60, 60, 20), (70, 60, 50), (80, 60, 20)]


def means_of(group: GroupProfile) -> list[float | None]:
    return [spoke.score.mean for spoke in group.competencies]


def test_a_group_score_is_the_mean_of_its_members() -> None:
    group = group_of(FIVE, members=10)
    assert means_of(group) == [60, 60, 50]
    assert (group.answered, group.members) == (5, 10)
    assert (group.roll, group.mean) == (50, pytest.approx(170 / 3))
    assert group.balance == pytest.approx(50 * 3 / 170)
    assert group.competency("c3").band == "developing"


def test_members_about_themselves_get_coverage_and_raters_of_one_thing_agreement() -> None:
    own, team = group_of(FIVE), group_of(FIVE, level=Level.TEAM)
    assert (own.kind, team.kind) == (GroupKind.SELF_RATING, GroupKind.RATING_OF_ONE)
    assert [spoke.coverage for spoke in own.competencies] == [Coverage.COVERED] * 3
    assert all(spoke.agreement is None for spoke in own.competencies)
    assert all(spoke.coverage is None for spoke in team.competencies)
    assert all(spoke.agreement is not None for spoke in team.competencies)
    assert all(part.coverage is None for spoke in team.competencies for part in (*spoke.facets, *spoke.topics))
    assert group_of(FIVE, level=Level.ORGANISATION).kind is GroupKind.RATING_OF_ONE


def test_the_error_of_self_ratings_knows_how_many_there_are_in_all() -> None:
    # s² = 250 over five people: of ten, of five, and beside one thing
    own, census, team = group_of(FIVE, members=10), group_of(FIVE), group_of(FIVE, level=Level.TEAM, members=10)
    errors = [group.competency("c1").score.standard_error for group in (own, census, team)]
    assert errors == pytest.approx([29.225**0.5, 8.45**0.5, 50**0.5])


def test_a_person_without_a_score_is_left_out_of_that_competency_alone() -> None:
    group = group_of([(40, None, 80), (60, 50, None), (80, 70, 60)], members=4)
    assert means_of(group) == [60, 60, 70]
    counts = [(spoke.score.counted, spoke.score.left_out) for spoke in group.competencies]
    assert counts == [(3, 0), (2, 1), (2, 1)]
    error = group.competency("c2").score.standard_error
    assert error == pytest.approx((100 * (1 - 2 / 4) + (2 / 4) * 6.5**2 / 2) ** 0.5)


def test_the_weakest_link_is_found_with_the_errors_of_the_group() -> None:
    group = group_of(FIVE, members=8)
    scores = {spoke.competency: spoke.score for spoke in group.competencies}
    means = {spoke: score.mean for spoke, score in scores.items()}
    errors = {spoke: score.standard_error or 0.0 for spoke, score in scores.items()}
    assert group.weakest == find_weakest_link(means, errors, group_framework().measurement.tau2)
    assert group.weakest.lowest == ("c3",)


def test_a_clear_difference_is_named_when_many_answer_and_not_when_few_do() -> None:
    rows = [(70, 66, 62), (60, 58, 54), (50, 50, 46)]
    assert group_of(rows, members=60).weakest.verdict is not Verdict.NAMED
    assert group_of(rows * 20, members=60).weakest.verdict is Verdict.NAMED


def test_a_competency_that_too_few_could_rate_leaves_no_wheel() -> None:
    group = group_of([(40, None, 80), (60, 50, 70)])
    assert means_of(group) == [50, None, 75]
    assert (group.roll, group.mean, group.balance) == (None, None, None)
    assert group.weakest.verdict is Verdict.INSUFFICIENT
    assert (group.competency("c2").band, group.competency("c2").coverage) == (None, Coverage.OPEN)


def test_nobody_answered_is_a_group_without_figures() -> None:
    group = group_of([], members=7)
    assert (means_of(group), group.answered) == ([None] * 3, 0)
    assert [spoke.coverage for spoke in group.competencies] == [None] * 3


def test_raters_of_one_mind_leave_no_error_and_break_nothing() -> None:
    group = group_of([(40, 60, 80)] * 6, level=Level.TEAM)
    assert [spoke.score.standard_error for spoke in group.competencies] == [0, 0, 0]
    assert (group.weakest.verdict, group.weakest.competencies) == (Verdict.NAMED, ("c1",))


def test_facets_and_topics_are_means_over_the_people_who_rated_them() -> None:
    framework = make_framework()
    rows = [[5] * 4 + [3] * 4 + [1] * 4, [3] * 4 + [2] * 4 + [None] * 4, [1] * 4 + [3] * 4 + [0, 1, 1, None]]
    sheets = [make_sheet(framework, {"c1": row}) for row in rows]
    spoke = aggregate(framework, Level.INDIVIDUAL, sheets, members=3).competency("c1")
    assert [(facet.facet, facet.score.counted, facet.score.left_out) for facet in spoke.facets] == [
        ("knowledge", 3, 0),
        ("experience", 3, 0),
        ("skill", 2, 1),
    ]
    assert [facet.score.mean for facet in spoke.facets] == pytest.approx([60, 160 / 3, (20 + 40 / 3) / 2])
    assert [facet.coverage for facet in spoke.facets] == [PartCoverage.COVERED, PartCoverage.COVERED, PartCoverage.THIN]
    first = spoke.topics[0]
    assert (first.topic, first.items) == ("c1_knowledge_1", ("ind.c1.knowledge.1",))
    assert (first.score.mean, first.coverage) == (60, PartCoverage.COVERED)
    last = spoke.topics[-1]
    assert (last.score.mean, last.score.counted, last.coverage) == (None, 1, PartCoverage.THIN)


def test_the_error_of_a_part_is_the_upper_bound_because_its_measurement_error_is_unknown() -> None:
    framework = make_framework(facets=("knowledge",), items_per_facet=4, sem=0.0)
    sheets = [make_sheet(framework, {"c1": [value] * 4}) for value in (1, 3, 5)]
    spoke = aggregate(framework, Level.INDIVIDUAL, sheets, members=3).competency("c1")
    assert spoke.score.standard_error == 0
    assert spoke.facets[0].score.standard_error == pytest.approx((1600 / 3) ** 0.5)


def test_statements_about_one_topic_are_scored_together() -> None:
    plain = make_framework(facets=(), items_per_facet=4)
    topics = {"ind.c1.1": "care", "ind.c1.2": "budget", "ind.c1.3": "care", "ind.c1.4": None}
    framework = replace(
        plain, items=tuple(replace(item, topic=topics.get(item.id, item.topic)) for item in plain.items)
    )
    sheets = [make_sheet(framework, {"c1": row}) for row in ([5, 0, 3, 0], [1, 5, SpecialAnswer.DONT_KNOW, 5])]
    care, budget = aggregate(framework, Level.INDIVIDUAL, sheets, members=2).competency("c1").topics
    assert (care.topic, care.items, care.score.mean) == ("care", ("ind.c1.1", "ind.c1.3"), 50)
    assert (budget.topic, budget.items, budget.score.mean) == ("budget", ("ind.c1.2",), 50)


def test_blind_spots_say_how_many_cannot_judge_and_leave_open_answers_aside() -> None:
    cannot = SpecialAnswer.DONT_KNOW
    rows = [[cannot, 3, cannot, None], [3, 3, cannot, SpecialAnswer.NOT_APPLICABLE], [3, 3, 3, None]]
    framework = make_framework(facets=(), items_per_facet=4, levels=(Level.TEAM,))
    sheets = [make_sheet(framework, {"c1": row}, Level.TEAM) for row in rows]
    group = aggregate(framework, Level.TEAM, sheets, members=3)
    assert list(group.competency("c1").blind_spots.items()) == [("team.c1.1", 1), ("team.c1.3", 2)]
    assert dict(group.competency("c2").blind_spots) == {}


def test_the_two_questions_are_never_mixed() -> None:
    sheets = [sheet_of((40, 50, 60)), sheet_of((40, 50, 60), Level.TEAM)]
    with pytest.raises(ValueError, match="level"):
        aggregate(group_framework(), Level.INDIVIDUAL, sheets, members=2)


def test_more_sheets_than_members_are_refused() -> None:
    with pytest.raises(ValueError, match="2 sheets from a group of 1"):
        aggregate(group_framework(), Level.TEAM, sheets_of([(1, 2, 3)] * 2, Level.TEAM), members=1)


def test_an_unknown_competency_is_no_spoke_of_the_group() -> None:
    with pytest.raises(KeyError):
        group_of(FIVE).competency("c9")


@pytest.mark.parametrize("level", list(Level))
def test_the_shipped_questionnaire_aggregates_at_every_level(level: Level) -> None:
    framework = core_framework()
    group = aggregate(framework, level, [same_answer(framework, value, level) for value in (2, 3, 4, 3, 3)], members=9)
    assert means_of(group) == [60] * 5
    assert all(len(spoke.topics) == 12 and len(spoke.facets) == 3 for spoke in group.competencies)
    assert all(topic.score.mean == 60 for spoke in group.competencies for topic in spoke.topics)


@often
@given(scores_of_people(0), st.sampled_from(list(Level)), st.randoms(use_true_random=False))
def test_the_order_of_members_does_not_matter(people: list[Scores], level: Level, random: Random) -> None:
    shuffled = list(people)
    random.shuffle(shuffled)
    assert group_of(shuffled, level=level, members=9) == group_of(people, level=level, members=9)


@often
@given(scores_of_people())
def test_people_without_a_score_are_left_out_and_counted(people: list[Scores]) -> None:
    for index, spoke in enumerate(group_of(people, members=9).competencies):
        scores = [scores[index] for scores in people if scores[index] is not None]
        assert (spoke.score.counted, spoke.score.left_out) == (len(scores), len(people) - len(scores))
        if len(scores) > 1:
            assert spoke.score.mean == pytest.approx(sum(s for s in scores if s is not None) / len(scores))
        else:
            assert spoke.score.mean is None


@often
@given(scores_of_people())
def test_somebody_who_answers_nothing_changes_no_mean(people: list[Scores]) -> None:
    sheets = sheets_of(people, Level.TEAM)
    silent = AnswerSheet(level=Level.TEAM, values={})
    group = aggregate(group_framework(), Level.TEAM, sheets, members=20)
    more = aggregate(group_framework(), Level.TEAM, [*sheets, silent], members=20)
    assert means_of(more) == means_of(group)
    assert more.weakest == group.weakest
    assert all(spoke.score.left_out > 0 for spoke in more.competencies)
