"""How far people agree who rated one thing together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Item, Level, Scale
from assessment.domain.scoring import is_reportable
from assessment.domain.weakest_link import SAME

ENOUGH_RATERS = 5
"""Ratings of an item from which agreement about it is measured."""

DIVIDED = 1 / 6
"""Share of the number of scale points that a mean deviation must exceed for opinions to differ."""


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """Agreement about one item.

    ``deviation`` is the mean distance from the mean answer, ``variance`` the variance (n − 1), both in scale points.
    ``answers`` says how many raters chose each value of the scale, ascending; zeros included.
    """

    item: str
    raters: int
    deviation: float
    variance: float
    differ: bool
    answers: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement about one competency.

    ``deviation`` is AD, the mean of the items' deviations in scale points; ``opinions_differ`` when it exceeds a sixth
    of the number of scale points. ``r_wg`` is r*wg: 1 full agreement, 0 as by chance, negative when opinions are
    further apart than that. ``items`` are those with enough raters, in the order asked.
    """

    deviation: float
    opinions_differ: bool
    r_wg: float
    items: tuple[ItemAgreement, ...]


def find_agreement(
    framework: Framework, level: Level, competency: str, sheets: Sequence[AnswerSheet]
) -> Agreement | None:
    """Agreement of the raters of a team or an organisation about one competency.

    An item counts from five ratings; None unless more than half of the competency's items do. With A scale points:
    ``AD = mean over items of mean |x − item mean|``, opinions differ when AD > A/6, and
    ``r*wg = 1 − mean item variance / ((A² − 1)/12)``. Items on scales of different length are each measured against
    their own A before the mean is taken. Source: scoring specification, section 5; Burke, Finkelstein and Dusig (1999),
    Burke and Dunlap (2002), Lindell, Brandt and Whitney (1999).
    """
    asked = framework.items_of(level, competency)
    found = [(item, _measure(item, framework.scale_of(item), sheets)) for item in asked]
    measured = [(item, agreement) for item, agreement in found if agreement is not None]
    if not is_reportable(len(measured), len(asked)):
        return None
    points = [len(framework.scale_of(item).points) for item, _ in measured]
    items = tuple(agreement for _, agreement in measured)
    return Agreement(
        deviation=_mean([item.deviation for item in items]),
        opinions_differ=_is_divided(_mean([item.deviation / a for item, a in zip(items, points, strict=True)])),
        r_wg=1 - _mean([item.variance * 12 / (a**2 - 1) for item, a in zip(items, points, strict=True)]),
        items=items,
    )


def _measure(item: Item, scale: Scale, sheets: Sequence[AnswerSheet]) -> ItemAgreement | None:
    chosen = Counter(
        value
        for sheet in sheets
        if (value := sheet.values.get(item.id)) is not None and not isinstance(value, SpecialAnswer)
    )
    raters = chosen.total()
    if raters < ENOUGH_RATERS:
        return None
    answers = {value: chosen[value] for value in scale.values}
    point = (scale.maximum - scale.minimum) / (len(scale.points) - 1)
    mean = sum(value * count for value, count in answers.items()) / raters
    deviation = fsum(count * abs(value - mean) for value, count in answers.items()) / raters / point
    variance = fsum(count * (value - mean) ** 2 for value, count in answers.items()) / (raters - 1) / point**2
    return ItemAgreement(
        item=item.id,
        raters=raters,
        deviation=deviation,
        variance=variance,
        differ=_is_divided(deviation / len(scale.points)),
        answers=answers,
    )


def _is_divided(share: float) -> bool:
    return share > DIVIDED + SAME


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
