"""What holds for every framework and every sheet."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Level
from assessment.domain.profile import CompetencyScore, FacetScore, Verdict
from assessment.domain.scoring import item_value, score_sheet
from tests.factories.random_frameworks import answered

often = settings(max_examples=50, deadline=None)


def every_score(framework: Framework, sheet: AnswerSheet) -> list[CompetencyScore | FacetScore]:
    spokes = score_sheet(framework, sheet).competencies
    return [*spokes, *(facet for spoke in spokes for facet in spoke.facets)]


@often
@given(answered(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(case: tuple[Framework, AnswerSheet], random: Random) -> None:
    framework, sheet = case
    answers = list(sheet.values.items())
    random.shuffle(answers)
    assert score_sheet(framework, replace(sheet, values=dict(answers))) == score_sheet(framework, sheet)


@often
@given(answered(), st.data())
def test_raising_one_answer_never_lowers_any_score_nor_the_roll(
    case: tuple[Framework, AnswerSheet], data: st.DataObject
) -> None:
    framework, sheet = case
    rated = [item for item in framework.items if isinstance(sheet.values.get(item.id), int)]
    assume(rated)
    item = data.draw(st.sampled_from(rated))
    points = framework.scale_of(item).values
    now = points.index(int(sheet.values[item.id]))
    better = points[: now + 1] if item.reversed else points[now:]
    raised = sheet.with_changes({item.id: data.draw(st.sampled_from(better))})
    pairs = zip(every_score(framework, sheet), every_score(framework, raised), strict=True)
    assert all(old.score is None or (new.score is not None and new.score >= old.score) for old, new in pairs)
    before, after = score_sheet(framework, sheet).roll, score_sheet(framework, raised).roll
    assert before is None or (after is not None and after >= before)


@often
@given(answered())
def test_a_score_is_the_weighted_mean_of_the_values_of_rated_items(case: tuple[Framework, AnswerSheet]) -> None:
    framework, sheet = case
    for spoke in score_sheet(framework, sheet).competencies:
        rated = [
            (item.weight, item_value(item, framework.scale_of(item), value))
            for item in framework.items_of(Level.INDIVIDUAL, spoke.competency)
            if isinstance(value := sheet.values.get(item.id), int)
        ]
        assert spoke.rated == len(rated)
        if spoke.score is not None:
            expected = fsum(weight * value for weight, value in rated) / fsum(weight for weight, _ in rated)
            assert spoke.score == pytest.approx(expected, abs=1e-9)


@often
@given(answered())
def test_a_score_exists_exactly_when_more_than_half_of_what_applies_is_rated(
    case: tuple[Framework, AnswerSheet],
) -> None:
    framework, sheet = case
    for spoke in score_sheet(framework, sheet).competencies:
        assert (spoke.score is not None) == (spoke.rated > spoke.applicable / 2 and spoke.rated > 0)


@often
@given(answered())
def test_what_is_not_applicable_leaves_score_and_coverage(case: tuple[Framework, AnswerSheet]) -> None:
    framework, sheet = case
    asked = [item for item in framework.items if sheet.values.get(item.id) is not SpecialAnswer.NOT_APPLICABLE]
    shorter = replace(framework, items=tuple(asked))
    with_them, without_them = every_score(framework, sheet), every_score(shorter, sheet)
    for full, cut in zip(with_them, without_them, strict=True):
        assert (full.score, full.applicable, full.rated) == (cut.score, cut.applicable, cut.rated)


@often
@given(answered(complete=True), st.data())
def test_leaving_out_the_lowest_answer_never_lowers_a_score(
    case: tuple[Framework, AnswerSheet], data: st.DataObject
) -> None:
    framework, sheet = case
    competency = data.draw(st.sampled_from(framework.competencies)).id
    items = framework.items_of(Level.INDIVIDUAL, competency)
    lowest = min(items, key=lambda item: item_value(item, framework.scale_of(item), int(sheet.values[item.id])))
    left_out = data.draw(st.sampled_from([None, *SpecialAnswer]))
    before = score_sheet(framework, sheet).competency(competency).score
    after = score_sheet(framework, sheet.with_changes({lowest.id: left_out})).competency(competency).score
    assert before is not None
    assert after is None or after >= before


@often
@given(answered())
def test_scores_and_intervals_lie_within_0_and_100(case: tuple[Framework, AnswerSheet]) -> None:
    framework, sheet = case
    for score in every_score(framework, sheet):
        assert score.score is None or 0 <= score.score <= 100
        if isinstance(score, CompetencyScore) and score.score is not None:
            assert score.interval is not None
            assert 0 <= score.interval[0] <= score.score <= score.interval[1] <= 100


@often
@given(answered())
def test_probabilities_sum_to_one_and_the_verdict_follows_from_them(case: tuple[Framework, AnswerSheet]) -> None:
    framework, sheet = case
    profile = score_sheet(framework, sheet)
    weakest = profile.weakest
    if profile.roll is None:
        assert (weakest.verdict, dict(weakest.probabilities)) == (Verdict.INSUFFICIENT, {})
        return
    assert sum(weakest.probabilities.values()) == pytest.approx(1, abs=1e-9)
    assert list(weakest.probabilities) == [spoke.competency for spoke in profile.competencies]
    assert weakest.lowest == tuple(s.competency for s in profile.competencies if s.score == profile.roll)
    named = [weakest.probabilities[competency] for competency in weakest.competencies]
    assert (sum(named) >= 0.8 - 1e-9) == (weakest.verdict is not Verdict.EVEN)
    assert named == sorted(named, reverse=True)
