"""Sheets of whole teams, at random from a seed, the way people answer: near their own level and the topic's."""

from __future__ import annotations

from random import Random

from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.framework import Framework, Level


def team_sheets(
    framework: Framework, people: int, *, seed: int = 1, level: Level = Level.INDIVIDUAL, skipped: float = 0.0
) -> dict[str, AnswerSheet]:
    """One sheet for each of ``people``, by ids that say nothing; ``skipped`` is the share of unrated statements."""
    random = Random(f"{seed}-{level}")  # noqa: S311  a test repeats itself, it keeps no secret
    items = framework.items_of(level)
    topics = {item.id: random.gauss(2.6, 0.6) for item in items}
    return {
        f"sheet{person:05}": _sheet(framework, random, topics, random.gauss(0, 0.7), skipped=skipped, level=level)
        for person in range(people)
    }


def _sheet(
    framework: Framework, random: Random, topics: dict[str, float], own: float, *, skipped: float, level: Level
) -> AnswerSheet:
    values: dict[str, AnswerValue] = {}
    for item in framework.items_of(level):
        scale = framework.scale_of(item)
        rating = round(topics[item.id] + own + random.gauss(0, 0.8))
        unrated = random.choice((None, *SpecialAnswer))
        if random.random() >= skipped:
            values[item.id] = min(max(rating, scale.minimum), scale.maximum)
        elif unrated is not None:
            values[item.id] = unrated
    return AnswerSheet(level, values)
