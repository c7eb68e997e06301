"""How far raters of one thing agree, as far as it may be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from assessment.domain.agreement import DIVIDED, Agreement, ItemAgreement
from assessment.domain.scoring import is_reportable
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedAgreement
from assessment.domain.telling import Telling
from assessment.domain.weakest_link import SAME

ROOM = 2.0
"""How many times the deviation from which opinions differ has to be possible, given the means, for it to be told."""


def release_agreement(
    agreement: Agreement | None, whole: Telling, statements: Mapping[str, Telling]
) -> ReleasedAgreement | None:
    """Agreement about a competency; None where it is not told.

    From ten raters on it is the agreement of those statements of which spread is told, more than half of them: were
    others in it, theirs could be worked out. Below ten only whether opinions differ is told, of all statements, and
    only where their means leave room for twice the deviation this takes: elsewhere it would tell single answers.
    """
    if agreement is None or whole.form is not Form.NUMBER:
        return None
    if not whole.spread:
        return ReleasedAgreement(agreement.opinions_differ, None, None) if _leaves_room(agreement.items) else None
    told = [one for one in agreement.items if statements[one.item].spread]
    if not is_reportable(len(told), len(statements)):
        return None
    points = [len(one.answers) for one in told]
    apart = _mean([one.deviation / a for one, a in zip(told, points, strict=True)])
    by_chance = _mean([one.variance * 12 / (a**2 - 1) for one, a in zip(told, points, strict=True)])
    return ReleasedAgreement(
        opinions_differ=apart > DIVIDED + SAME,
        deviation=round(_mean([one.deviation for one in told]), 2),
        r_wg=round(1 - by_chance, 2),
    )


def _leaves_room(items: Sequence[ItemAgreement]) -> bool:
    """Whether the largest deviation with these means, ``2·p·(1 − p)`` of the scale's length, is large enough."""
    return _mean([_widest(one) for one in items]) >= ROOM * DIVIDED


def _widest(one: ItemAgreement) -> float:
    """The largest deviation that the mean allows, as a share of the number of scale points."""
    lowest, highest, points = min(one.answers), max(one.answers), len(one.answers)
    mean = sum(value * count for value, count in one.answers.items()) / one.raters
    place = (mean - lowest) / (highest - lowest)
    return 2 * place * (1 - place) * (points - 1) / points


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
