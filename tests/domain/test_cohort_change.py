"""A cohort before and after a course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.change import Change
from assessment.domain.cohort_change import CohortChange, Counts, measure_cohort
from assessment.domain.framework import Level
from assessment.domain.profile import Profile
from tests.factories.profiles import make_profile, named_framework

MEASUREMENT = named_framework().measurement
BEFORE = (40, 44, 48, 50, 52, 54, 56, 60)
MOVES = (4, 6, 30, 2, 10, 8, -2, 6)


def person(score: float | None) -> Profile:
    """Strategy has this score; culture is the weakest and voice the strongest, so that strategy does not move back."""
    return make_profile(0, score, 60, 100, 50)


def pairs_of(before: Sequence[float | None], after: Sequence[float | None]) -> list[tuple[Profile, Profile | None]]:
    return [(person(first), person(second)) for first, second in zip(before, after, strict=True)]


def strategy(cohort: Sequence[tuple[Profile, Profile | None]]) -> CohortChange:
    return measure_cohort(MEASUREMENT, cohort)[1]


def moved(count: int = 8) -> list[tuple[Profile, Profile | None]]:
    return pairs_of(BEFORE[:count], [score + move for score, move in zip(BEFORE, MOVES, strict=True)][:count])


def test_a_cohort_worked_by_hand() -> None:
    # moves: mean 8, squared deviations 16+4+484+36+4+0+100+4 = 648, s = 9.6214, SE 3.40168, t(7) = 2.36462
    # d_av: 8 over the mean of the standard deviations √(294/7) and √(806/7), times 1 − 3/27
    change = strategy(moved())
    assert (change.competency, change.pairs, change.dropped_out) == ("strategy", 8, 0)
    assert change.difference == 8
    assert change.interval == pytest.approx((8 - 8.04369, 8 + 8.04369), abs=1e-4)
    assert change.effect == pytest.approx(8 / ((6.48074 + 10.73046) / 2) * 24 / 27, abs=1e-5)
    assert change.change is Change.PROBABLY_BETTER


def test_people_are_counted_by_what_can_be_told_of_each() -> None:
    # beyond 1.96·√2·6.5 = 18.02 points; "probably" tells nothing here
    change = strategy(pairs_of([50] * 8, [69, 68, 66, 50, 34, 32, 31, 31]))
    assert change.people == Counts(better=1, no_telling=5, worse=2)
    assert change.people.better + change.people.no_telling + change.people.worse == change.pairs


def test_a_sure_rise_and_a_sure_fall_are_told() -> None:
    assert strategy(pairs_of(BEFORE, [score + 9 for score in BEFORE])).change is Change.REALLY_BETTER
    assert strategy(pairs_of(BEFORE, [score - 9 for score in BEFORE])).change is Change.REALLY_WORSE


def test_who_dropped_out_is_counted_and_not_compared() -> None:
    cohort = [*moved(), (person(0), None), (person(0), person(None)), (person(None), person(100))]
    change = strategy(cohort)
    assert (change.pairs, change.dropped_out) == (8, 2)
    assert replace(change, dropped_out=0) == strategy(moved())


def test_seven_pairs_have_figures_without_a_verdict() -> None:
    change = strategy(moved(7))
    assert change.interval is not None
    assert change.people is not None
    assert change.change is None


def test_nothing_at_all_is_said_under_five_pairs() -> None:
    assert strategy(moved(4)) == CohortChange("strategy", 4, 0, None, None, None, None, None)
    assert strategy(moved(5)).difference is not None


def test_people_alike_before_and_after_have_no_effect_to_divide_by() -> None:
    change = strategy(pairs_of([50] * 8, [60] * 8))
    assert (change.difference, change.interval, change.effect) == (10, (10, 10), None)
    assert change.change is Change.REALLY_BETTER


def test_every_competency_is_measured_in_the_order_of_the_framework() -> None:
    assert [change.competency for change in measure_cohort(MEASUREMENT, moved())] == [
        "culture",
        "strategy",
        "metrics",
        "voice",
        "design",
    ]
    assert measure_cohort(MEASUREMENT, []) == ()


def test_only_the_same_questions_are_compared() -> None:
    other = make_profile(0, 50, 60, 100, 50, level=Level.TEAM)
    with pytest.raises(ValueError, match="same framework, version and level"):
        measure_cohort(MEASUREMENT, [*moved(), (other, None)])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 99), st.one_of(st.none(), st.integers(1, 99))), max_size=12),
    st.randoms(use_true_random=False),
)
def test_the_order_of_people_does_not_matter(scores: list[tuple[int, int | None]], random: Random) -> None:
    cohort = [(person(before), None if after is None else person(after)) for before, after in scores]
    shuffled = list(cohort)
    random.shuffle(shuffled)
    for one, other in zip(measure_cohort(MEASUREMENT, cohort), measure_cohort(MEASUREMENT, shuffled), strict=True):
        assert (one.pairs, one.dropped_out, one.people, one.change) == (
            other.pairs,
            other.dropped_out,
            other.people,
            other.change,
        )
        assert one.difference == other.difference
        assert one.effect == (None if other.effect is None else pytest.approx(other.effect))
