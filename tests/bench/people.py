"""Answers to measure with: spread over the scale, the same in every run."""

from __future__ import annotations

from random import Random

from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework, Level

_SEED = 20261121


def sheets(framework: Framework, count: int, level: Level = Level.INDIVIDUAL) -> list[AnswerSheet]:
    """Full sheets of that many people."""
    random = Random(_SEED)  # noqa: S311  answers, not keys
    items = framework.items_of(level)
    return [
        AnswerSheet(level, {item.id: random.choice(framework.scale_of(item).values) for item in items})
        for _ in range(count)
    ]
