"""Rated items in whole numbers, so that sums are exact: no order of answers and no rounding can move a score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Item, Scale


class Rating(NamedTuple):
    """An item with a scale value. ``steps`` counts from the worst end of the scale (0) to its best (``span``)."""

    item: Item
    value: int
    steps: int
    span: int


def rate(item: Item, scale: Scale, value: int) -> Rating:
    """One rating; a reversed item counts from the other end. Raises ValueError beyond the ends of the scale."""
    lowest, highest = scale.minimum, scale.maximum
    if not lowest <= value <= highest:
        raise ValueError(f"{item.id}: {value} is not within {lowest}-{highest}")
    return Rating(item, value, highest - value if item.reversed else value - lowest, highest - lowest)


def list_ratings(framework: Framework, sheet: AnswerSheet, competency: str) -> tuple[Rating, ...]:
    """Rated items of a competency in the order asked; special and missing answers are left out."""
    values = sheet.values
    return tuple(
        rate(item, framework.scale_of(item), value)
        for item in framework.items_of(sheet.level, competency)
        if (value := values.get(item.id)) is not None and not isinstance(value, SpecialAnswer)
    )


def step_gains(spans_and_weights: Sequence[tuple[int, float]]) -> tuple[int, ...]:
    """Whole numbers in proportion to what one step of each item adds to the weighted sum of values, ``w / span``.

    Weights count as they are written in decimals: 0.1 is a tenth.
    """
    weights = [_as_written(weight) for _, weight in spans_and_weights]
    span = lcm(*(span for span, _ in spans_and_weights))
    unit = lcm(*(weight.denominator for weight in weights))
    return tuple(
        weight.numerator * (unit // weight.denominator) * (span // own)
        for weight, (own, _) in zip(weights, spans_and_weights, strict=True)
    )


def weighted_score(ratings: Iterable[Rating]) -> float:
    """``S = Σ w·v / Σ w`` in 0-100 over at least one rating, v = 100·steps/span.

    Summed in whole numbers and divided once: the float nearest to the true value, so equal scores are equal and a
    score of exactly 40 is 40.
    """
    rated = tuple(ratings)
    gains = step_gains([(rating.span, rating.item.weight) for rating in rated])
    gained = sum(gain * rating.steps for gain, rating in zip(gains, rated, strict=True))
    possible = sum(gain * rating.span for gain, rating in zip(gains, rated, strict=True))
    return 100 * gained / possible


@lru_cache(maxsize=1024)
def _as_written(weight: float) -> Fraction:
    return Fraction(repr(weight))
