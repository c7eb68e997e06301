"""The weakest link and how sure it is: worked examples and edges."""

from __future__ import annotations

import pytest

from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.shrinkage import shrink
from assessment.domain.weakest_link import find_lowest, find_weakest_link

SEM, TAU2 = 6.5, 91.4


def judge(*scores: float | None, sem: float = SEM, tau2: float = TAU2) -> WeakestLink:
    """Verdict on competencies c1, c2, ... of one person."""
    spokes = {f"c{n}": score for n, score in enumerate(scores, start=1)}
    return find_weakest_link(spokes, dict.fromkeys(spokes, sem), tau2)


def chances(weakest: WeakestLink) -> list[float]:
    return [round(probability, 3) for probability in weakest.probabilities.values()]


def test_one_competency_far_below_the_others_is_named() -> None:
    weakest = judge(62, 58, 70, 66, 41)
    assert chances(weakest) == [0.020, 0.052, 0.002, 0.007, 0.919]
    assert (weakest.verdict, weakest.competencies, weakest.lowest) == (Verdict.NAMED, ("c5",), ("c5",))


def test_two_competencies_too_close_to_call_are_both_candidates() -> None:
    weakest = judge(62, 50, 70, 66, 41)
    assert chances(weakest)[1] == 0.196
    assert chances(weakest)[4] == 0.786
    assert (weakest.verdict, weakest.competencies, weakest.lowest) == (Verdict.CANDIDATES, ("c5", "c2"), ("c5",))


def test_a_wheel_where_four_of_five_could_be_the_lowest_is_even() -> None:
    weakest = judge(55, 52, 57, 54, 50)
    assert max(chances(weakest)) == 0.352
    ranked = sorted(weakest.probabilities.values())
    assert sum(ranked[2:]) < 0.8 <= sum(ranked[1:]), "the smallest set holds four"
    assert (weakest.verdict, weakest.competencies, weakest.lowest) == (Verdict.EVEN, (), ("c5",))


def test_equal_scores_make_an_even_wheel() -> None:
    weakest = judge(50, 50, 50, 50, 50)
    assert list(weakest.probabilities.values()) == pytest.approx([0.2] * 5, abs=1e-15)
    assert (weakest.verdict, weakest.competencies) == (Verdict.EVEN, ())
    assert weakest.lowest == ("c1", "c2", "c3", "c4", "c5")


def test_equal_scores_are_even_however_many_spokes_there_are() -> None:
    assert judge(*[50] * 12).verdict is Verdict.EVEN


def test_a_competency_is_named_from_eighty_in_a_hundred() -> None:
    just_sure, not_quite = judge(80, 60, 80, 80, 50.7), judge(80, 60, 80, 80, 51)
    assert 0.80 <= just_sure.probabilities["c5"] < 0.81
    assert 0.79 <= not_quite.probabilities["c5"] < 0.80
    assert (just_sure.verdict, not_quite.verdict) == (Verdict.NAMED, Verdict.CANDIDATES)


def test_the_person_of_the_printed_plan_has_a_weakest_link_for_nine_in_ten() -> None:
    weakest = judge(61 + 2 / 3, 48 + 1 / 3, 70, 66 + 2 / 3, 35)
    assert chances(weakest)[4] == 0.889
    assert weakest.verdict is Verdict.NAMED


def test_three_candidates_stand_most_probable_first() -> None:
    weakest = judge(46, 80, 44, 80, 80, 45, 80)
    assert (weakest.verdict, weakest.competencies) == (Verdict.CANDIDATES, ("c3", "c6", "c1"))


def test_equally_probable_candidates_stand_in_the_order_of_the_framework() -> None:
    weakest = judge(80, 45, 80, 45, 80)
    assert (weakest.verdict, weakest.competencies, weakest.lowest) == (Verdict.CANDIDATES, ("c2", "c4"), ("c2", "c4"))
    assert weakest.probabilities["c2"] == weakest.probabilities["c4"]


def test_a_set_of_all_but_one_is_even() -> None:
    assert judge(45, 45, 90).verdict is Verdict.EVEN
    assert judge(45, 45, 90, 90).verdict is Verdict.CANDIDATES


def test_a_competency_without_a_score_leaves_nothing_to_say() -> None:
    assert judge(62, None, 70, 66, 41) == WeakestLink(Verdict.INSUFFICIENT, (), (), {})


def test_lowest_scores_that_differ_by_rounding_only_are_tied() -> None:
    assert find_lowest({"a": 46.3 + 1e-12, "b": 60, "c": 46.3}) == ("a", "c")
    assert find_lowest({"a": 46.3 + 1e-6, "b": 60, "c": 46.3}) == ("c",)


def test_without_a_spread_of_true_scores_no_difference_is_believed() -> None:
    weakest = judge(62, 58, 70, 66, 41, tau2=0)
    assert list(weakest.probabilities.values()) == [0.2] * 5
    assert (weakest.verdict, weakest.lowest) == (Verdict.EVEN, ("c5",))


def test_equal_scores_without_a_spread_of_true_scores_are_even() -> None:
    assert judge(50, 50, 50, tau2=0).verdict is Verdict.EVEN


def test_scores_without_error_are_believed_as_they_stand() -> None:
    weakest = judge(62, 58, 70, 66, 57, sem=0)
    assert list(weakest.probabilities.values()) == [0, 0, 0, 0, 1]
    assert weakest.competencies == ("c5",)
    assert judge(62, 57, 70, 66, 57, sem=0, tau2=0).competencies == ("c2", "c5")


def test_the_less_is_known_of_a_competency_the_less_surely_it_is_the_lowest() -> None:
    scores = {"a": 60.0, "b": 60.0, "c": 45.0, "d": 60.0}
    sure = find_weakest_link(scores, {"a": 3, "b": 3, "c": 3, "d": 3}, TAU2)
    unsure = find_weakest_link(scores, {"a": 3, "b": 3, "c": 15, "d": 3}, TAU2)
    assert unsure.probabilities["c"] < sure.probabilities["c"]


def test_scores_lean_towards_their_mean_as_far_as_error_explains_them() -> None:
    scores = {"a": 62.0, "b": 58.0, "c": 70.0, "d": 66.0, "e": 41.0}
    shrinkage = shrink(scores, dict.fromkeys(scores, SEM), TAU2)
    assert shrinkage.mean == pytest.approx(59.4)
    assert shrinkage.rho == pytest.approx(91.4 / (91.4 + 0.8 * 42.25))
    assert shrinkage.expected(41) == pytest.approx(59.4 - 18.4 * shrinkage.rho)
