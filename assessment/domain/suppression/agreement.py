"""Rule 6, second half: where all say the same, a mean would be everybody's answer, so only a band is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assessment.domain.suppression.cells import CellKey, Family
from assessment.domain.suppression.differences import priority
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.siblings import Hidden, hide_siblings

LOWEST, HIGHEST = 0.0, 100.0
"""Ends of every scale: a mean that rounds to one of them tells everybody's value."""


def round_mean(mean: float) -> float:
    """A mean as it may be told: to one decimal."""
    return round(mean, 1)


def agree(values: Collection[float]) -> bool:
    """Whether the mean, told to one decimal, would give away the value of each: all within a tenth, or at an end."""
    if not values:
        return False
    mean = round_mean(sum(values) / len(values))
    return max(values) - min(values) < 0.1 or mean in (LOWEST, HIGHEST)


def withhold_agreement(
    families: Collection[Family],
    people: Mapping[CellKey, frozenset[str]],
    values: Mapping[str, float],
    hidden: Mapping[CellKey, Reason],
    *,
    k: int,
    fixed: Collection[CellKey] = (),
) -> Hidden:
    """``hidden`` and every cell whose number has to be withheld because somebody agrees with everybody.

    That is: the people of the cell agree; or those by whom it differs from another one that is told; or those who
    remain of a larger cell when its parts are taken away; and what rule 3 then asks for.
    """
    result = _withhold_sets(people, values, hidden, fixed)
    changed = True
    while changed:
        before = len(result)
        result = hide_siblings(families, people, result, k, fixed)
        for family in families:
            _withhold_rest(family, people, values, result, fixed)
        changed = len(result) > before
    return result


def _withhold_sets(
    people: Mapping[CellKey, frozenset[str]],
    values: Mapping[str, float],
    hidden: Mapping[CellKey, Reason],
    fixed: Collection[CellKey],
) -> Hidden:
    result = dict(hidden)
    told: list[frozenset[str]] = []
    for key in sorted((key for key in people if key not in hidden), key=lambda key: priority(key, people, fixed)):
        own = people[key]
        sets = [own, *(own - other for other in told if other < own), *(other - own for other in told if own < other)]
        if key not in fixed and any(agree([values[one] for one in some]) for some in sets):
            result[key] = Reason.ALL_AGREE
        else:
            told.append(own)
    return result


def _withhold_rest(
    family: Family,
    people: Mapping[CellKey, frozenset[str]],
    values: Mapping[str, float],
    result: Hidden,
    fixed: Collection[CellKey],
) -> None:
    """Withhold the smallest part told when the rest of the whole agrees; in place."""
    told = [part for part in family.parts if part not in result]
    rest = people[family.whole].difference(*(people[part] for part in told))
    open_to_withhold = [part for part in told if part not in fixed]
    if open_to_withhold and agree([values[one] for one in rest]):
        result[min(open_to_withhold, key=lambda part: (len(people[part]), part))] = Reason.ALL_AGREE
