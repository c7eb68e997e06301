"""From a sheet to a profile: scores, coverage, roll, mean, balance, intervals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.framework import Framework, Level
from assessment.domain.profile import CompetencyScore, Profile, Verdict
from assessment.domain.scoring import score_sheet
from tests.factories.frameworks import item_id, make_framework
from tests.factories.sheets import make_sheet, same_answer, sheet_of_totals

NOT_APPLICABLE = SpecialAnswer.NOT_APPLICABLE
DONT_KNOW = SpecialAnswer.DONT_KNOW


@pytest.fixture
def framework() -> Framework:
    return make_framework(competencies=5)


def score_first(framework: Framework, *answers: AnswerValue | None) -> CompetencyScore:
    return score_sheet(framework, make_sheet(framework, {"c1": answers})).competency("c1")


def score_totals(framework: Framework, *totals: int) -> Profile:
    return score_sheet(framework, sheet_of_totals(framework, totals))


def test_a_score_is_the_mean_of_the_values(framework: Framework) -> None:
    assert score_first(framework, 0, 1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 3).score == 30


def test_a_missing_answer_never_counts_as_zero(framework: Framework) -> None:
    assert score_first(framework, 5, 5, 5, 5, 5, 5, 5).score == 100


def test_a_special_answer_never_counts_as_zero(framework: Framework) -> None:
    spoke = score_first(framework, 5, 5, 5, 5, 5, 5, 5, DONT_KNOW, DONT_KNOW, NOT_APPLICABLE, NOT_APPLICABLE)
    assert spoke.score == 100
    assert (spoke.items, spoke.applicable, spoke.rated) == (12, 10, 7)


def test_exactly_half_of_the_items_is_not_enough(framework: Framework) -> None:
    spoke = score_first(framework, *[3] * 6)
    assert spoke.score is None
    assert spoke.interval is None
    assert spoke.band is None


def test_one_more_than_half_of_the_items_is_enough(framework: Framework) -> None:
    spoke = score_first(framework, *[3] * 7)
    assert spoke.score == 60
    assert spoke.partial


def test_not_applicable_lowers_what_half_is_taken_of(framework: Framework) -> None:
    assert score_first(framework, 3, 3, 3, *[NOT_APPLICABLE] * 6).score is None
    assert score_first(framework, 3, 3, 3, *[NOT_APPLICABLE] * 7).score == 60


def test_a_competency_where_nothing_applies_has_no_score(framework: Framework) -> None:
    spoke = score_first(framework, *[NOT_APPLICABLE] * 12)
    assert spoke.score is None
    assert spoke.applicable == 0
    assert not spoke.partial


def test_a_sheet_without_answers_has_a_profile_without_figures(framework: Framework) -> None:
    profile = score_sheet(framework, AnswerSheet(Level.INDIVIDUAL, {}))
    assert [spoke.score for spoke in profile.competencies] == [None] * 5
    assert (profile.roll, profile.mean, profile.balance) == (None, None, None)
    assert profile.weakest.verdict is Verdict.INSUFFICIENT
    assert profile.blockers == ()


@pytest.mark.parametrize(("rated", "partial"), [(7, True), (8, False), (9, False)])
def test_a_score_is_partial_below_four_fifths_of_the_applicable_items(
    framework: Framework, rated: int, partial: bool
) -> None:
    assert score_first(framework, *[3] * rated, *[NOT_APPLICABLE] * 2).partial is partial


def test_what_a_person_cannot_judge_is_listed_as_a_blind_spot(framework: Framework) -> None:
    spoke = score_first(framework, DONT_KNOW, 3, NOT_APPLICABLE, 3, 3, DONT_KNOW, *[3] * 6)
    assert spoke.blind_spots == (item_id("c1", "knowledge", 1), item_id("c1", "experience", 2))


def test_a_facet_has_a_score_from_three_rated_items(framework: Framework) -> None:
    spoke = score_first(framework, 1, 2, 3, None, 4, 4, DONT_KNOW, NOT_APPLICABLE, 5, 5, 5, 5)
    knowledge, experience, skill = spoke.facets
    assert (knowledge.facet, knowledge.score, knowledge.rated) == ("knowledge", 40, 3)
    assert (experience.facet, experience.score) == ("experience", None)
    assert (experience.items, experience.applicable, experience.rated) == (4, 3, 2)
    assert (skill.facet, skill.score) == ("skill", 100)


def test_a_facet_that_a_competency_does_not_ask_has_no_items(framework: Framework) -> None:
    shorter = replace(
        framework, items=tuple(item for item in framework.items if (item.competency, item.facet) != ("c1", "skill"))
    )
    facets = score_sheet(shorter, same_answer(shorter, 3)).competency("c1").facets
    assert [(facet.facet, facet.items, facet.score) for facet in facets][-1] == ("skill", 0, None)


def test_roll_is_the_lowest_score_with_mean_and_balance_beside_it(framework: Framework) -> None:
    profile = score_totals(framework, 36, 30, 42, 36, 24)
    assert profile.roll == 40
    assert profile.mean == 56
    assert profile.balance == pytest.approx(40 / 56)


def test_a_round_wheel_has_a_balance_of_one() -> None:
    framework = make_framework(competencies=7, facets=(), items_per_facet=3, scale=(1, 7))
    for total in range(1, 19):
        answers = [7] * (total // 6) + [1 + total % 6] + [1] * 3
        profile = score_sheet(framework, make_sheet(framework, {f"c{n}": answers for n in range(1, 8)}))
        assert profile.balance == 1
        assert profile.mean == profile.roll


def test_a_wheel_of_zeros_has_no_balance(framework: Framework) -> None:
    profile = score_sheet(framework, same_answer(framework, 0))
    assert (profile.roll, profile.mean, profile.balance) == (0, 0, None)


def test_one_competency_without_a_score_leaves_the_wheel_without_figures(framework: Framework) -> None:
    whole = sheet_of_totals(framework, (36, 30, 42, 36, 24))
    first = {item.id: None for item in framework.items_of(Level.INDIVIDUAL, "c2")}
    profile = score_sheet(framework, whole.with_changes(first))
    assert (profile.roll, profile.mean, profile.balance) == (None, None, None)
    assert profile.competency("c1").score == 60
    assert profile.weakest.verdict is Verdict.INSUFFICIENT
    assert profile.weakest.lowest == ()


def test_an_interval_is_two_standard_errors_wide_on_each_side(framework: Framework) -> None:
    interval = score_first(framework, *[3] * 12).interval
    assert interval == pytest.approx((60 - 12.74, 60 + 12.74))


def test_an_interval_ends_where_the_scale_ends(framework: Framework) -> None:
    assert score_first(framework, *[0] * 12).interval == pytest.approx((0, 12.74))
    assert score_first(framework, *[5] * 12).interval == pytest.approx((87.26, 100))


@pytest.mark.parametrize(
    ("total", "band"),
    [(0, "foundation"), (23, "foundation"), (24, "developing"), (41, "developing"), (42, "proficient")],
)
def test_a_band_starts_at_its_lower_bound(framework: Framework, total: int, band: str) -> None:
    assert score_totals(framework, total, 30, 30, 30, 30).competency("c1").band == band


def test_answers_to_items_of_another_level_are_ignored(framework: Framework) -> None:
    sheet = sheet_of_totals(framework, (36, 30, 42, 36, 24))
    noisy = replace(sheet, values={"team.c1.knowledge.1": 0, **sheet.values, "gone": 5})
    assert score_sheet(framework, noisy) == score_sheet(framework, sheet)


def test_a_profile_names_what_it_was_scored_from(framework: Framework) -> None:
    profile = score_totals(framework, 36, 30, 42, 36, 24)
    assert (profile.framework, profile.version, profile.level) == ("tiny", "2026.1", Level.INDIVIDUAL)
    assert [spoke.competency for spoke in profile.competencies] == ["c1", "c2", "c3", "c4", "c5"]


def test_a_profile_marks_the_lowest_spoke_and_what_blocks_it(framework: Framework) -> None:
    profile = score_totals(framework, 37, 29, 42, 40, 21)
    assert profile.weakest.verdict is Verdict.NAMED
    assert profile.weakest.competencies == profile.weakest.lowest == ("c5",)
    assert profile.weakest.probabilities["c5"] == pytest.approx(0.889, abs=0.0005)
    assert {blocker.competency for blocker in profile.blockers} == {"c5"}
