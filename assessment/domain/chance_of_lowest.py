"""How probable it is that each of several normally distributed true scores is the lowest one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import erfc, exp, fsum, pi, sqrt
from typing import NamedTuple

REACH = 7.0
"""Standard deviations around a mean beyond which nothing is counted (2.6e-12 of the mass)."""

EXACT = 1e-9
"""A standard deviation below this many points of 0-100 is none; means closer than this are the same."""

GAUSS_10 = (
    (0.14887433898163122, 0.2955242247147528),
    (0.4333953941292472, 0.2692667193099965),
    (0.6794095682990244, 0.219086362515982),
    (0.8650633666889845, 0.1494513491505804),
    (0.9739065285171717, 0.06667134430868814),
)
"""Positive nodes and weights of the 10-point Gauss-Legendre rule on (-1, 1) (Abramowitz and Stegun, 25.4.30)."""

NODES = tuple((sign * node, weight) for node, weight in GAUSS_10 for sign in (-1.0, 1.0))


class Belief(NamedTuple):
    """What is believed of one true score: normal with this mean and standard deviation, in points of 0-100."""

    mean: float
    sigma: float


def chances_of_lowest(beliefs: Sequence[Belief]) -> tuple[float, ...]:
    """``P_c = ∫ φ((t − mu_c)/sigma_c)/sigma_c · Π_{j≠c} [1 − Φ((t − mu_j)/sigma_j)] dt``, for at least one belief.

    Deterministic Gauss-Legendre quadrature, good to about 1e-11 and divided by its sum, so that the chances add up
    to 1. Equal beliefs get equal chances to the last bit. A belief without spread is a fixed point: it is the lowest
    where no other falls below it, and several at the same lowest point share that chance.
    Source: scoring specification, section 3.
    """
    spread = [index for index, belief in enumerate(beliefs) if belief.sigma > EXACT]
    fixed = [index for index, belief in enumerate(beliefs) if belief.sigma <= EXACT]
    floor = min((beliefs[index].mean for index in fixed), default=None)
    chances = [0.0] * len(beliefs)
    for index, chance in zip(spread, _integrate([beliefs[index] for index in spread], floor), strict=True):
        chances[index] = chance
    if floor is not None:
        at_floor = [index for index in fixed if beliefs[index].mean - floor <= EXACT]
        for index in at_floor:
            chances[index] = _chance_above(floor, [beliefs[other] for other in spread]) / len(at_floor)
    total = fsum(chances)
    return tuple(chance / total for chance in chances)


def _integrate(beliefs: Sequence[Belief], floor: float | None) -> list[float]:
    """The integral for each belief with spread, from far below all of them to ``floor`` or to where nothing is left."""
    sums = [0.0] * len(beliefs)
    for start, end, active in _panels(beliefs, floor):
        scaled = [(index, beliefs[index].mean, 1 / (beliefs[index].sigma * sqrt(2))) for index in active]
        middle, half = (start + end) / 2, (end - start) / 2
        for node, weight in NODES:
            t = middle + half * node
            none_below, hazards = 1.0, []
            for index, mean, scale in scaled:
                x = (t - mean) * scale
                above = erfc(x) / 2
                none_below *= above
                hazards.append((index, exp(-x * x) * scale / above))
            share = half * weight * none_below
            for index, hazard in hazards:
                sums[index] += share * hazard
    return [value / sqrt(pi) for value in sums]


def _panels(beliefs: Sequence[Belief], floor: float | None) -> Iterator[tuple[float, float, list[int]]]:
    """Pieces of the axis, at most one of the smallest sigma wide, with the beliefs that reach into each of them."""
    if not beliefs:
        return
    entries = [belief.mean - REACH * belief.sigma for belief in beliefs]
    last = min(belief.mean + REACH * belief.sigma for belief in beliefs)
    last = last if floor is None else min(last, floor)
    start = min(entries)
    while start < last:
        active = [index for index, entry in enumerate(entries) if entry <= start]
        width = min(beliefs[index].sigma for index in active)
        end = min([start + width, last, *(entry for entry in entries if entry > start)])
        yield start, end, active
        start = end


def _chance_above(point: float, beliefs: Sequence[Belief]) -> float:
    chance = 1.0
    for belief in beliefs:
        chance *= erfc((point - belief.mean) / (belief.sigma * sqrt(2))) / 2
    return chance
