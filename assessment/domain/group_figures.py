"""What is told of a group, as figures that the anonymity rules decide about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework, Item, Level
from assessment.domain.ratings import Rating, list_ratings, step_gains, weighted_score
from assessment.domain.scoring import score_competency
from assessment.domain.suppression.linked import Figure, Rated

COMPETENCY, PART, STATEMENT = 0, 1, 2
"""Depths: what is told first, then facets and topics of several statements, then statements."""


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """Figures of one competency of a group, of which the first is the competency's own.

    ``facets`` goes by facet id and ``topics`` by topic id, both to the id of a figure; a topic of a single statement
    is told by that statement's figure. Statements go by their own ids. ``steps``: by figure the numbers of equal steps
    from 0 to 100 that people's scores are made of, one for everybody who rated the same statements.
    """

    competency: str
    figures: tuple[Figure, ...]
    facets: Mapping[str, str]
    topics: Mapping[str, str]
    steps: Mapping[str, frozenset[int]]


def list_group_figures(
    framework: Framework, level: Level, sheets: Mapping[str, AnswerSheet]
) -> tuple[GroupFigures, ...]:
    """The figures of every competency, in the order of the framework, from sheets by any id."""
    return tuple(_figures_of(framework, level, sheets, competency.id) for competency in framework.competencies)


def list_rated(framework: Framework, level: Level, sheets: Mapping[str, AnswerSheet]) -> Rated:
    """For every statement of the level the sheets in which it is rated."""
    rated: dict[str, set[str]] = {item.id: set() for item in framework.items_of(level)}
    for sheet_id, sheet in sheets.items():
        for competency in framework.competencies:
            for rating in list_ratings(framework, sheet, competency.id):
                rated[rating.item.id].add(sheet_id)
    return {item: frozenset(people) for item, people in rated.items()}


def find_complete(framework: Framework, level: Level, rated: Rated, people: int) -> frozenset[str]:
    """Ids of the competencies of which each of so many people rated every statement."""
    return frozenset(
        competency.id
        for competency in framework.competencies
        if all(len(rated[item.id]) == people for item in framework.items_of(level, competency.id))
    )


def _figures_of(framework: Framework, level: Level, sheets: Mapping[str, AnswerSheet], competency: str) -> GroupFigures:
    items = framework.items_of(level, competency)
    scored = {key: score_competency(framework, sheet, competency) for key, sheet in sheets.items()}
    makes = _Maker(items, {key: list_ratings(framework, sheet, competency) for key, sheet in sheets.items()})
    spoke = makes.figure(f"competency {competency}", {key: one.score for key, one in scored.items()}, items, COMPETENCY)
    facets = {
        facet.id: makes.figure(
            f"facet {facet.id} of {competency}",
            {key: one.facets[place].score for key, one in scored.items()},
            [item for item in items if item.facet == facet.id],
            PART,
        )
        for place, facet in enumerate(framework.facets)
    }
    statements = {item.id: makes.mean(item.id, [item], STATEMENT) for item in items}
    topics = {topic: [item for item in items if item.topic == topic] for topic in _topics(items)}
    told = {
        topic: statements[own[0].id] if len(own) == 1 else makes.mean(f"topic {topic} of {competency}", own, PART)
        for topic, own in topics.items()
    }
    parts = [*facets.values(), *(figure for figure in told.values() if figure.depth == PART)]
    figures = (spoke, *parts, *statements.values())
    return GroupFigures(
        competency=competency,
        figures=figures,
        facets={facet: figure.id for facet, figure in facets.items()},
        topics={topic: figure.id for topic, figure in told.items()},
        steps={figure.id: makes.steps(figure) for figure in figures},
    )


class _Maker:
    """Makes figures over the statements of one competency from everybody's ratings of them."""

    def __init__(self, items: Sequence[Item], ratings: Mapping[str, Sequence[Rating]]) -> None:
        self._weights = _whole_weights(items)
        self._ratings = ratings

    def figure(self, figure_id: str, values: Mapping[str, float | None], parts: Sequence[Item], depth: int) -> Figure:
        known = {key: value for key, value in values.items() if value is not None}
        return Figure(figure_id, known, {item.id: self._weights[item.id] for item in parts}, depth)

    def mean(self, figure_id: str, parts: Sequence[Item], depth: int) -> Figure:
        """The figure of everybody who rated at least one of the statements."""
        own = {item.id for item in parts}
        given = {key: [one for one in ratings if one.item.id in own] for key, ratings in self._ratings.items()}
        values = {key: weighted_score(ratings) if ratings else None for key, ratings in given.items()}
        return self.figure(figure_id, values, parts, depth)

    def steps(self, figure: Figure) -> frozenset[int]:
        patterns = {
            tuple((one.span, one.item.weight) for one in self._ratings[key] if one.item.id in figure.parts)
            for key in figure.values
        }
        return frozenset(
            sum(gain * span for gain, (span, _) in zip(step_gains(pattern), pattern, strict=True))
            for pattern in patterns
        )


def _topics(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.topic for item in items if item.topic is not None))


def _whole_weights(items: Sequence[Item]) -> dict[str, int]:
    """Weights in whole numbers in the proportion in which they are written."""
    written = {item.id: Fraction(repr(item.weight)) for item in items}
    unit = lcm(*(weight.denominator for weight in written.values())) if written else 1
    return {item: int(weight * unit) for item, weight in written.items()}
