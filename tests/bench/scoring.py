"""Scoring: one assessment, and ten thousand at once."""

from __future__ import annotations

from itertools import cycle

from assessment.domain.framework import Level
from assessment.domain.scoring import score_sheet
from assessment.domain.scoring_table import answer_table, score_table
from tests.bench.measure import milliseconds
from tests.factories.frameworks import core_framework


def measure() -> list[tuple[str, str]]:
    from tests.bench.people import sheets

    framework = core_framework()
    people = sheets(framework, 10_000)
    one = cycle(people)
    table = answer_table(framework, people, Level.INDIVIDUAL)
    return [
        (
            "score one assessment, weakest link and blockers included",
            milliseconds(lambda: score_sheet(framework, next(one)), 400, warm_up=20),
        ),
        (
            "score 10,000 assessments (vectorised)",
            milliseconds(lambda: score_table(framework, Level.INDIVIDUAL, table), 20),
        ),
    ]
