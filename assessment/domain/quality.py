"""Signs that a set of answers was given without care. Flags only: nothing is ever deleted for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import ConsistencyPair, Framework
from assessment.domain.ratings import Rating, rate

HURRIED_SECONDS = 3
"""Median seconds per item below which answers were given too fast to be read."""

FAR_APART = 3
"""Scale points that near-duplicates may differ by."""

LONGEST_RUN = 30
"""Equal answers in a row that are still believable."""


@dataclass(frozen=True, slots=True)
class QualityFlags:
    """Flags with the figures behind them.

    ``median_seconds`` per answered item is None without times. ``far_apart`` are the near-duplicate pairs that raise
    the flag, ``largest_gap`` the widest of all pairs in scale points (None when no pair has both ratings).
    ``longest_run`` counts equal scale values in a row.
    """

    fast: bool
    inconsistent: bool
    straight_line: bool
    median_seconds: float | None
    largest_gap: float | None
    far_apart: tuple[ConsistencyPair, ...]
    longest_run: int

    @property
    def ask(self) -> bool:
        """Whether to ask the person: two flags, at least one of them time or consistency."""
        return self.fast + self.inconsistent + self.straight_line >= 2


def check_quality(framework: Framework, sheet: AnswerSheet, seconds: Mapping[str, float] | None) -> QualityFlags:
    """Flags of one sheet; ``seconds`` spent on each item by its id, None where time was not taken.

    Source: scoring specification, section 9.
    """
    typical = _median_seconds(framework, sheet, seconds or {})
    gaps = _gaps(framework, sheet)
    far_apart = tuple(pair for pair, gap in gaps if gap > FAR_APART)
    run = _longest_run(framework, sheet)
    return QualityFlags(
        fast=typical is not None and typical < HURRIED_SECONDS,
        inconsistent=bool(far_apart),
        straight_line=run > LONGEST_RUN,
        median_seconds=typical,
        largest_gap=max((gap for _, gap in gaps), default=None),
        far_apart=far_apart,
        longest_run=run,
    )


def _median_seconds(framework: Framework, sheet: AnswerSheet, seconds: Mapping[str, float]) -> float | None:
    """Median over the items that have both an answer and a time."""
    known = [
        seconds[item.id]
        for item in framework.items_of(sheet.level)
        if item.id in seconds and sheet.values.get(item.id) is not None
    ]
    return median(known) if known else None


def _gaps(framework: Framework, sheet: AnswerSheet) -> list[tuple[ConsistencyPair, float]]:
    """How far apart the near-duplicates of this level are, where both are rated.

    A reversed item counts from its other end; on scales of different length the points are those of the shorter one.
    """
    gaps = []
    for pair in framework.consistency_pairs:
        first, second = _find_rating(framework, sheet, pair.first), _find_rating(framework, sheet, pair.second)
        if first is not None and second is not None:
            difference = abs(first.steps * second.span - second.steps * first.span)
            gaps.append((pair, difference / max(first.span, second.span)))
    return gaps


def _find_rating(framework: Framework, sheet: AnswerSheet, item_id: str) -> Rating | None:
    item = framework.find_item(sheet.level, item_id)
    value = sheet.values.get(item_id)
    if item is None or value is None or isinstance(value, SpecialAnswer):
        return None
    return rate(item, framework.scale_of(item), value)


def _longest_run(framework: Framework, sheet: AnswerSheet) -> int:
    """Most equal scale values in a row, in the order asked.

    A special answer ends a run, for it is another answer; an item left open does not, for it is none.
    """
    answers = [value for item in framework.items_of(sheet.level) if (value := sheet.values.get(item.id)) is not None]
    runs = (len(list(run)) for value, run in groupby(answers) if not isinstance(value, SpecialAnswer))
    return max(runs, default=0)
