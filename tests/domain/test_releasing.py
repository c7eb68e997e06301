"""What is published of a campaign: what is told, in which form, and what follows from what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.domain.campaign import CampaignKind
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Level
from assessment.domain.group_score import GroupScore
from assessment.domain.profile import Verdict
from assessment.domain.released_changes import Wave, release_changes
from assessment.domain.released_parts import release_score
from assessment.domain.released_topics import release_topics
from assessment.domain.released_wheel import release_wheel
from assessment.domain.releasing import Closed, Publication, release_result
from assessment.domain.result_basis import BasisScore, ResultBasis
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.release import Form, Participation
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, TeamResult
from assessment.domain.telling import Telling
from assessment.domain.topic_comparison import Standing
from tests.factories.answering_teams import team_sheets
from tests.factories.frameworks import item_id, make_framework
from tests.factories.groups import group_framework, group_of_figures
from tests.factories.released_attacks import make_closed

FRAMEWORK = make_framework(competencies=2, levels=(Level.INDIVIDUAL, Level.TEAM))
"""The same as that of the attacks."""

ITEMS = FRAMEWORK.items_of(Level.INDIVIDUAL)
DAY = date(2026, 11, 21)


def answers(people: Sequence[int], **others: Sequence[int]) -> list[dict[str, int]]:
    """One answer to everything for each person; ``others`` by statement, dots written as two underscores."""
    given = [{item.id: value for item in ITEMS} for value in people]
    for name, values in others.items():
        for own, value in zip(given, values, strict=True):
            own[name.replace("__", ".")] = value
    return given


def publish(given: Sequence[Mapping[str, int]], **options: Any) -> TeamResult:
    return release_result(make_closed(given, Level.INDIVIDUAL, **options)).result


def statement(result: TeamResult, competency: str, facet: str, number: int) -> ReleasedScore:
    name = item_id(competency, facet, number)
    return next(one.score for one in result.competency(competency).statements if one.item == name)


def test_means_are_told_to_one_decimal_with_the_level_of_what_is_shown() -> None:
    result = publish(answers([0, 1, 2, 3, 5, 4, 4]))  # 54.2857
    assert result.competency("c1").score == ReleasedScore(Form.NUMBER, None, mean=54.3, band="developing", people=7)
    assert (result.roll, result.mean, result.balance) == (54.3, 54.3, 1.0)
    assert result.participation == Participation(7, 7)


def test_a_mean_shown_as_seventy_is_called_what_seventy_is_called() -> None:
    telling = Telling(Form.NUMBER, None, spread=False, people=None, coverage_hidden=None)
    told = release_score(FRAMEWORK, GroupScore(69.97, 2.0, None, None, counted=7, left_out=0), telling)
    assert (told.mean, told.band) == (70.0, "proficient")


@pytest.mark.parametrize("value", range(6))
def test_where_all_answer_alike_the_level_alone_is_told_and_nothing_below(value: int) -> None:
    result = publish(answers([value] * 8))
    spoke = result.competency("c1")
    assert (spoke.score.form, spoke.score.reason, spoke.score.mean) == (Form.BAND, Reason.SAYS_TOO_MUCH, None)
    parts = [*spoke.facets, *spoke.topics, *spoke.statements]
    assert {(part.score.form, part.score.reason) for part in parts} == {(Form.HIDDEN, Reason.SAYS_TOO_MUCH)}
    assert {part.coverage for part in (*spoke.facets, *spoke.topics)} == {None}
    assert (result.roll, result.mean, result.balance, result.weakest) == (None, None, None, None)


def test_a_level_that_says_nobody_is_there_may_stand_beside_its_word() -> None:
    """That all lie near an end says already what is covered; that all agree anywhere else must not become sharper."""
    assert publish(answers([0] * 8)).competency("c1").coverage is Coverage.OPEN
    assert publish(answers([5] * 8)).competency("c1").coverage is Coverage.COVERED
    assert publish(answers([3] * 8)).competency("c1").coverage is None


def test_a_statement_all_agree_on_cannot_be_told_from_one_with_the_same_mean() -> None:
    spread = [0, 1, 2, 3, 5, 4, 4, 2]
    alike = publish(answers(spread, ind__c1__skill__1=[3] * 8))
    mixed = publish(answers(spread, ind__c1__skill__1=[1, 5, 2, 4, 3, 3, 3, 3]))
    for result in (alike, mixed):
        told = statement(result, "c1", "skill", 1)
        assert (told.form, told.band, told.reason) == (Form.BAND, "developing", Reason.SAYS_TOO_MUCH)


def test_beside_a_statement_at_an_end_one_more_of_its_facet_is_withheld() -> None:
    spread = [0, 1, 2, 3, 5, 4, 4, 2]
    result = publish(answers(spread, ind__c1__skill__1=[5] * 8))
    forms = [statement(result, "c1", "skill", number).form for number in range(1, 5)]
    assert forms == [Form.BAND, Form.NUMBER, Form.NUMBER, Form.HIDDEN]
    assert result.competency("c1").facets[2].score.form is Form.NUMBER
    assert {one.score.form for one in result.competency("c2").statements} == {Form.NUMBER}


def test_a_facet_all_agree_on_takes_another_one_with_it() -> None:
    spread = [0, 1, 2, 3, 5, 4, 4, 2]
    alike = {f"ind__c1__skill__{number}": [3] * 8 for number in range(1, 5)}
    facets = publish(answers(spread, **alike)).competency("c1").facets
    assert [facet.score.form for facet in facets] == [Form.NUMBER, Form.HIDDEN, Form.BAND]
    assert [facet.coverage for facet in facets] == [PartCoverage.COVERED, None, None]


def test_words_are_withheld_where_beside_the_mean_they_would_place_everybody() -> None:
    """Five people at 58 on average: were it told that nobody reaches 60, all would be known within two points."""
    nearly = {item.id: [3, 3, 3, 3, 3] for item in ITEMS}
    nearly[item_id("c1", "knowledge", 1)] = [2, 2, 2, 2, 2]
    nearly[item_id("c1", "skill", 3)] = [3, 3, 3, 3, 2]
    given = [{name: values[person] for name, values in nearly.items()} for person in range(5)]
    spoke = publish(given).competency("c1")
    assert (spoke.score.mean, spoke.coverage, spoke.coverage_hidden) == (58.0, None, Reason.SAYS_TOO_MUCH)


def test_a_verdict_on_few_people_does_not_tell_that_they_agree() -> None:
    """Means two points apart: sure only if people hardly differ, which of few must not be known."""
    framework, means = group_framework(), [50.0, 52.0, 52.0]
    profile = group_of_figures(means, [0.1, 0.1, 0.1], counted=8, members=8)
    verdicts = []
    for interval in (None, (40.0, 60.0)):
        scores = [ReleasedScore(Form.NUMBER, None, mean=mean, interval=interval) for mean in means]
        spokes = [
            ReleasedCompetency(spoke.id, score, (), (), (), None, None, None)
            for spoke, score in zip(framework.competencies, scores, strict=True)
        ]
        weakest = release_wheel(framework, profile, spokes).weakest
        assert weakest is not None
        verdicts.append((weakest.verdict, bool(weakest.probabilities)))
    assert verdicts == [(Verdict.EVEN, False), (Verdict.NAMED, True)]


def test_from_ten_people_spread_and_probabilities_are_told() -> None:
    result = release_result(
        Closed(FRAMEWORK, CampaignKind.TEAM, team_sheets(FRAMEWORK, 12, level=Level.TEAM), people(12), Policy(), DAY)
    ).result
    assert all(spoke.score.interval and spoke.score.middle_half for spoke in result.competencies)
    assert result.weakest is not None
    assert sum(result.weakest.probabilities.values()) == pytest.approx(1)
    bars = [one.answers for spoke in result.competencies for one in spoke.statements if one.answers is not None]
    assert bars
    assert {sum(answers.values()) for answers in bars} == {12}
    assert all(spoke.agreement and spoke.agreement.deviation is not None for spoke in result.competencies)


def test_answer_bars_do_not_tell_that_one_person_is_missing() -> None:
    sheets = team_sheets(FRAMEWORK, 12, level=Level.TEAM)
    result = release_result(Closed(FRAMEWORK, CampaignKind.TEAM, sheets, people(13), Policy(), DAY)).result
    assert result.participation is None
    assert {one.answers for spoke in result.competencies for one in spoke.statements} == {None}
    assert {spoke.score.people for spoke in result.competencies} == {None}


def test_a_higher_threshold_hides_what_the_floor_would_show() -> None:
    closed = replace(make_closed(answers([0, 1, 2, 3, 4, 5]), Level.INDIVIDUAL), policy=Policy(7))
    result = release_result(closed).result
    assert (result.hidden, result.k, result.competencies) == (Reason.TOO_FEW, 7, ())


def test_the_order_of_sheets_changes_nothing() -> None:
    closed = make_closed(answers([0, 1, 2, 3, 4, 5, 2, 2, 3, 4]), Level.INDIVIDUAL)
    turned = replace(closed, sheets=dict(reversed(closed.sheets.items())))
    assert release_result(turned) == release_result(closed)


def people(count: int) -> frozenset[str]:
    return frozenset(f"m{number}" for number in range(count))


def published(count: int = 12, *, kind: CampaignKind = CampaignKind.THEMSELVES, seed: int = 1) -> Publication:
    level = Level.INDIVIDUAL if kind is CampaignKind.THEMSELVES else Level.TEAM
    sheets = team_sheets(FRAMEWORK, count, seed=seed, level=level)
    return release_result(Closed(FRAMEWORK, kind, sheets, people(count), Policy(), DAY))


def wave(publication: Publication, members: frozenset[str]) -> Wave:
    return Wave(publication.basis, members, DAY, publication.result.hidden)


def test_the_basis_holds_what_was_told_and_nothing_else() -> None:
    few, many = published(8), published(12)
    for publication, spread in ((few, False), (many, True)):
        told = {spoke.competency: spoke for spoke in publication.result.competencies}
        for competency, score in publication.basis.competencies.items():
            assert score.mean == told[competency].score.mean
            assert (score.error is not None) is spread
            numbers = {one.topic for one in told[competency].topics if one.score.mean is not None}
            assert publication.basis.topics[competency].keys() == numbers
    assert release_result(make_closed(answers([3] * 8), Level.INDIVIDUAL)).basis.competencies == {}


def test_changes_of_ten_and_more_have_a_verdict_and_of_fewer_none() -> None:
    first, second = published(12), published(12, seed=2)
    told = release_changes(FRAMEWORK, wave(first, people(12)), wave(second, people(12)), Policy())
    assert [change.competency for change in told.told] == ["c1", "c2"]
    assert all(change.change is not None and change.interval is not None for change in told.told)
    few = release_changes(FRAMEWORK, wave(published(8), people(8)), wave(second, people(12)), Policy())
    assert few.hidden is Reason.MEMBERS_CHANGED
    few = release_changes(FRAMEWORK, wave(published(8), people(8)), wave(second, people(13)), Policy())
    assert all(change.change is None and change.interval is None for change in few.told)


@pytest.mark.parametrize(
    ("earlier", "reason"),
    [
        ({"version": "2025.1"}, Reason.OTHER_VERSION),
        ({"level": Level.TEAM}, Reason.OTHER_VERSION),
        ({"competencies": {}}, Reason.SAYS_TOO_MUCH),
    ],
)
def test_why_no_change_is_told(earlier: dict[str, Any], reason: Reason) -> None:
    publication = published()
    before = Wave(replace(publication.basis, **earlier), people(12), DAY)
    changes = release_changes(FRAMEWORK, before, wave(publication, people(12)), Policy())
    assert (changes.told, changes.since, changes.hidden) == ((), None, reason)


def test_an_earlier_round_of_few_answers_says_so() -> None:
    publication = published()
    before = Wave(replace(publication.basis, competencies={}), people(12), DAY, Reason.TOO_FEW)
    assert release_changes(FRAMEWORK, before, wave(publication, people(12)), Policy()).hidden is Reason.TOO_FEW


def basis(level: Level, score: BasisScore) -> ResultBasis:
    return ResultBasis("tiny", "2026.1", level, 12, {}, {"c1": {"c1_skill_1": score}})


def test_people_can_what_the_team_does_not() -> None:
    own = basis(Level.INDIVIDUAL, BasisScore(72.0, 4.0, 12))
    whole = basis(Level.TEAM, BasisScore(41.3, 4.0, 12))
    (told,) = release_topics(FRAMEWORK, own, whole)
    assert (told.own, told.whole, told.difference, told.standing) == (72.0, 41.3, 30.7, Standing.PEOPLE_CAN)
    few = basis(Level.TEAM, BasisScore(41.3, None, 5))
    assert [one.standing for one in release_topics(FRAMEWORK, own, few)] == [None]
    assert release_topics(FRAMEWORK, own, replace(whole, version="2025.1")) == ()
    assert release_topics(FRAMEWORK, own, replace(whole, topics={})) == ()
