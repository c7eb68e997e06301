"""The maturity stage of an organisation."""

from __future__ import annotations

import pytest

from assessment.domain.framework import Level
from assessment.domain.maturity import MaturityStage, find_group_stage, find_stage
from assessment.domain.profile import Profile
from assessment.domain.scoring import score_sheet
from tests.factories.frameworks import make_framework
from tests.factories.groups import group_framework, group_of, group_of_figures
from tests.factories.sheets import make_sheet, sheet_of_totals

# twenty items on 0-5: a total of answers is a score of 0-100
FRAMEWORK = make_framework(facets=(), items_per_facet=20, levels=(Level.ORGANISATION, Level.TEAM))


def profile_of(*scores: int, level: Level = Level.ORGANISATION) -> Profile:
    return score_sheet(FRAMEWORK, sheet_of_totals(FRAMEWORK, scores, level))


def stage_of(*scores: int, raters: int = 1, departments: int = 1) -> MaturityStage:
    stage = find_stage(FRAMEWORK, profile_of(*scores), raters=raters, departments=departments)
    assert stage is not None
    return stage


@pytest.mark.parametrize(
    ("score", "number"),
    [(0, 1), (29, 1), (30, 2), (49, 2), (50, 3), (69, 3), (70, 4), (89, 4), (90, 5), (100, 5)],
)
def test_a_competency_stands_at_the_stage_its_score_has_reached(score: int, number: int) -> None:
    assert stage_of(score, 100, 100).competencies[0].stage.number == number


def test_an_organisation_stands_where_its_lowest_competency_stands() -> None:
    stage = stage_of(75, 45, 95)
    assert stage.stage.number == 2
    assert stage.held_back_by == ("c2",)
    assert [(spoke.competency, spoke.stage.number) for spoke in stage.competencies] == [("c1", 4), ("c2", 2), ("c3", 5)]


def test_several_competencies_can_hold_it_back() -> None:
    assert stage_of(48, 45, 95).held_back_by == ("c1", "c2")


@pytest.mark.parametrize(("score", "confirmed"), [(56, False), (57, True)])
def test_a_stage_is_confirmed_when_the_score_less_its_error_is_above_the_cut_off(score: int, confirmed: bool) -> None:
    stage = stage_of(score, 100, 100)
    assert stage.stage.number == 3
    assert stage.confirmed is confirmed
    assert stage.competencies[0].confirmed is confirmed


def test_exactly_one_error_above_the_cut_off_is_on_the_border() -> None:
    framework = make_framework(facets=(), items_per_facet=20, levels=(Level.ORGANISATION,), sem=6.0)
    sheet = sheet_of_totals(framework, (56, 57, 100), Level.ORGANISATION)
    stage = find_stage(framework, score_sheet(framework, sheet))
    assert stage is not None
    assert [spoke.confirmed for spoke in stage.competencies] == [False, True, True]
    assert not stage.confirmed


def test_a_higher_competency_on_its_own_border_leaves_the_organisation_confirmed() -> None:
    stage = stage_of(45, 71, 71)
    assert [spoke.confirmed for spoke in stage.competencies] == [True, False, False]
    assert stage.confirmed


def test_the_lowest_stage_has_nothing_below_it_to_doubt() -> None:
    assert stage_of(0, 50, 50).confirmed


@pytest.mark.parametrize(
    ("raters", "departments", "indicative"), [(1, 1, True), (9, 2, True), (10, 1, True), (10, 2, False)]
)
def test_a_stage_is_indicative_with_few_raters_or_one_department(
    raters: int, departments: int, indicative: bool
) -> None:
    assert stage_of(50, 50, 50, raters=raters, departments=departments).indicative is indicative


def test_one_sheet_alone_is_indicative() -> None:
    assert stage_of(50, 50, 50).indicative


def test_only_an_organisation_has_a_stage() -> None:
    assert find_stage(FRAMEWORK, profile_of(50, 50, 50, level=Level.TEAM)) is None


def test_an_incomplete_wheel_has_no_stage() -> None:
    sheet = make_sheet(FRAMEWORK, {"c1": [3] * 20, "c2": [3] * 20}, Level.ORGANISATION)
    assert find_stage(FRAMEWORK, score_sheet(FRAMEWORK, sheet)) is None


def test_a_framework_without_stages_gives_none() -> None:
    framework = make_framework(levels=(Level.ORGANISATION,), stages=())
    sheet = sheet_of_totals(framework, (30, 30, 30), Level.ORGANISATION)
    assert find_stage(framework, score_sheet(framework, sheet)) is None


def group_stage_of(
    means: tuple[float | None, ...], errors: tuple[float, ...], *, raters: int = 12, departments: int = 2
) -> MaturityStage | None:
    group = group_of_figures(means, errors, counted=raters, level=Level.ORGANISATION)
    return find_group_stage(group_framework(), group, departments=departments)


def test_many_raters_confirm_a_stage_that_one_could_not() -> None:
    stage = group_stage_of((72, 71, 95), (1.5, 1.5, 1))
    assert stage is not None
    assert (stage.stage.number, stage.held_back_by) == (4, ("c1", "c2"))
    assert [spoke.confirmed for spoke in stage.competencies] == [True, False, True]
    assert not stage.confirmed
    assert not stage_of(72, 72, 95).confirmed


def test_each_competency_counts_with_its_own_error() -> None:
    """The lowest mean is sure, a higher one is not: whether the organisation is above the cut-off cannot be told."""
    stage = group_stage_of((72, 74, 95), (1, 5, 1))
    assert stage is not None
    assert stage.stage.number == 4
    assert not stage.confirmed


@pytest.mark.parametrize(("raters", "departments", "indicative"), [(9, 2, True), (10, 1, True), (10, 2, False)])
def test_few_raters_of_an_organisation_are_indicative(raters: int, departments: int, indicative: bool) -> None:
    stage = group_stage_of((72, 72, 95), (1, 1, 1), raters=raters, departments=departments)
    assert stage is not None
    assert stage.indicative is indicative


def test_the_competency_that_the_fewest_could_rate_decides_how_many_raters_there_are() -> None:
    people = [(50, 50, 50)] * 9 + [(50, 50, None)]
    group = group_of(people, level=Level.ORGANISATION)
    stage = find_group_stage(group_framework(), group, departments=3)
    assert stage is not None
    assert stage.indicative


def test_a_group_has_a_stage_only_as_an_organisation_with_a_whole_wheel() -> None:
    assert group_stage_of((72, None, 95), (1, 1, 1)) is None
    group = group_of_figures((72, 72, 95), (1, 1, 1), level=Level.TEAM)
    assert find_group_stage(group_framework(), group, departments=2) is None
