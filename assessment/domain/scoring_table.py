"""Scores of many people at once: the same figures as ``score_sheet``, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.framework import Framework, Item, Level
from assessment.domain.ratings import step_gains

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOT_RATED = np.nan
"""Cell of an item that is missing or that the person cannot judge: leaves the score, lowers coverage."""

NOT_APPLICABLE = np.inf
"""Cell of an item that does not apply: leaves score and coverage."""


def answer_table(framework: Framework, sheets: Sequence[AnswerSheet], level: Level) -> NDArray[np.float64]:
    """Answers of ``n`` sheets of one level as an n × items array for ``score_table``."""
    ids = [item.id for item in framework.items_of(level)]
    rows = [[_cell(sheet.values.get(item)) for item in ids] for sheet in sheets]
    return np.array(rows, dtype=np.float64).reshape(len(sheets), len(ids))


def score_table(framework: Framework, level: Level, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Competency scores (0-100) of n people: n × competencies, NaN where there are not enough answers.

    ``values`` is n × items: scale values, NOT_RATED (NaN) or NOT_APPLICABLE (infinite); columns are the items of the
    level in the order asked, competencies come in the order of the framework. Sums are whole numbers, so each score
    is the same float that ``score_sheet`` gives (with weights of very many decimals within 1e-9). Raises ValueError
    for another number of columns. Source: scoring specification, section 1.
    """
    items = framework.items_of(level)
    if values.ndim != 2 or values.shape[1] != len(items):
        raise ValueError(f"{values.shape}: a row needs one cell for each of the {len(items)} items of {level}")
    rated = np.isfinite(values)
    ends = np.array([_ends(framework, item) for item in items], dtype=np.float64).reshape(len(items), 2)
    steps = np.where(rated, np.abs(values - ends[:, 0]), 0.0)
    spokes = [competency.id for competency in framework.competencies]
    belongs = np.array([[item.competency == spoke for spoke in spokes] for item in items], dtype=np.float64)
    belongs = belongs.reshape(len(items), len(spokes))
    gains = belongs * _gains(framework, items)[:, np.newaxis]
    gained = steps @ gains
    possible = rated @ (gains * ends[:, [1]])
    counted, applicable = rated @ belongs, ~np.isposinf(values) @ belongs
    scores = np.full(gained.shape, np.nan)
    np.divide(100 * gained, possible, out=scores, where=2 * counted > applicable)
    return scores


def _cell(answer: AnswerValue | None) -> float:
    if answer is SpecialAnswer.NOT_APPLICABLE:
        return NOT_APPLICABLE
    return NOT_RATED if answer is None or isinstance(answer, SpecialAnswer) else float(answer)


def _ends(framework: Framework, item: Item) -> tuple[int, int]:
    """Worst value of the item's scale, and how many steps lie between it and the best."""
    scale = framework.scale_of(item)
    return scale.maximum if item.reversed else scale.minimum, scale.maximum - scale.minimum


def _gains(framework: Framework, items: Sequence[Item]) -> NDArray[np.float64]:
    spans = [_ends(framework, item)[1] for item in items]
    gains = step_gains([(span, item.weight) for span, item in zip(spans, items, strict=True)])
    return np.array([float(gain) for gain in gains])
