"""What blocks the next level: the items of a lowest competency that would have to rise first."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework
from assessment.domain.profile import Blocker
from assessment.domain.ratings import Rating, list_ratings, rate, step_gains, weighted_score


def find_blockers(framework: Framework, sheet: AnswerSheet, lowest: Iterable[str]) -> tuple[Blocker, ...]:
    """Blockers of each lowest observed competency, in the order given; within one, lowest value first.

    The lowest-valued rated item (0-100, so a reversed one counts by its value; ties: the earlier one) rises by one
    scale point, again and again, until the score reaches the next band; the items touched are the blockers. A
    competency in the highest band or without a rated item has none. Source: scoring specification, section 4.
    """
    return tuple(blocker for competency in lowest for blocker in _of_competency(framework, sheet, competency))


def _of_competency(framework: Framework, sheet: AnswerSheet, competency: str) -> list[Blocker]:
    present = list_ratings(framework, sheet, competency)
    goal = framework.band_above(weighted_score(present)) if present else None
    if goal is None:
        return []
    needed = _raise_lowest(framework, present, goal.lower)
    touched = [(now, then) for now, then in zip(present, needed, strict=True) if then.value != now.value]
    touched.sort(key=lambda pair: _level(pair[0]))
    return [
        Blocker(item=now.item.id, competency=competency, facet=now.item.facet, value=now.value, needed=then.value)
        for now, then in touched
    ]


def _raise_lowest(framework: Framework, present: tuple[Rating, ...], goal: float) -> list[Rating]:
    """The ratings as they stand when the score has just reached ``goal`` (0-100)."""
    ratings = list(present)
    gains = step_gains([(rating.span, rating.item.weight) for rating in ratings])
    gained = sum(gain * rating.steps for gain, rating in zip(gains, ratings, strict=True))
    possible = sum(gain * rating.span for gain, rating in zip(gains, ratings, strict=True))
    queue = [(_level(rating), index) for index, rating in enumerate(ratings)]
    heapify(queue)
    while 100 * gained / possible < goal:
        _, index = heappop(queue)
        before = ratings[index]
        ratings[index] = raised = _one_point_up(framework, before)
        gained += gains[index] * (raised.steps - before.steps)
        heappush(queue, (_level(raised), index))
    return ratings


def _level(rating: Rating) -> float:
    return 100 * rating.steps / rating.span


def _one_point_up(framework: Framework, rating: Rating) -> Rating:
    scale = framework.scale_of(rating.item)
    points = scale.values[::-1] if rating.item.reversed else scale.values
    return rate(rating.item, scale, points[points.index(rating.value) + 1])
