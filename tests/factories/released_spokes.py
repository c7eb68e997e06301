"""One competency of a published result, with its facets, topics and statements as a test asks for them.

Statements of a facet lie around its mean; where answers are told, the statement's mean is that of the answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum

from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Framework, Item, Level
from assessment.domain.suppression.policy import SPREAD_FROM, Reason
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import (
    ReleasedAgreement,
    ReleasedCompetency,
    ReleasedFacet,
    ReleasedScore,
    ReleasedStatement,
    ReleasedTopic,
)

AROUND = (-6.0, 2.0, -2.0, 6.0)
"""How far the statements of a facet lie from its mean."""


@dataclass(frozen=True)
class Spoke:
    """What is told of one competency. ``facets``: their means in order. ``thin``: facets (by place) that are thin."""

    mean: float
    half: float = 4.6
    middle: tuple[float, float] = (0.0, 0.0)
    facets: tuple[float, ...] = ()
    coverage: Coverage = Coverage.COVERED
    thin: tuple[int, ...] = ()
    divided: bool = False
    form: Form = Form.NUMBER
    reason: Reason | None = None
    hidden_facets: Mapping[int, Reason] = field(default_factory=dict)
    blind: tuple[int, ...] = ()
    """Statements, by place, that so many could not judge that it is told."""


@dataclass(frozen=True)
class Teller:
    """Tells spokes of a team. ``counted``: the number of people where it may be told."""

    framework: Framework
    level: Level
    counted: int | None
    people: int

    @property
    def spread(self) -> bool:
        return self.people >= SPREAD_FROM

    @property
    def rates_itself(self) -> bool:
        return self.level is Level.INDIVIDUAL

    def competency(self, competency: str, spoke: Spoke) -> ReleasedCompetency:
        """One spoke; nothing but its band or its reason where that is all that may be told."""
        if spoke.form is Form.HIDDEN:
            return ReleasedCompetency(competency, hidden(spoke.reason), (), (), (), None, spoke.reason, None)
        score = self.score(spoke.mean, spoke.half, spoke.middle)
        if spoke.form is Form.BAND:
            score = ReleasedScore(Form.BAND, spoke.reason, band=score.band)
            coverage = spoke.coverage if self.rates_itself else None
            return ReleasedCompetency(competency, score, (), (), (), coverage, None, None)
        items = self.framework.items_of(self.level, competency)
        parts = self.split(items)
        statements = tuple(
            self.statement(item, spoke, place, items.index(item)) for place, part in enumerate(parts) for item in part
        )
        return ReleasedCompetency(
            competency,
            score,
            facets=tuple(self.facet(place, facet.id, spoke) for place, facet in enumerate(self.framework.facets)),
            topics=tuple(
                self.topic(item, statement, place % 3 != 1)
                for place, (item, statement) in enumerate(zip(items, statements, strict=True))
                if item.topic is not None
            ),
            statements=statements,
            coverage=spoke.coverage if self.rates_itself else None,
            coverage_hidden=None,
            agreement=None if self.rates_itself else self.agreement(spoke, statements),
        )

    def split(self, items: Sequence[Item]) -> list[list[Item]]:
        facets: Sequence[str | None] = [facet.id for facet in self.framework.facets] or [None]
        return [[item for item in items if item.facet == facet] for facet in facets]

    def score(self, mean: float, half: float, middle: tuple[float, float]) -> ReleasedScore:
        shown = told(mean)
        return ReleasedScore(
            Form.NUMBER,
            None,
            mean=shown,
            band=self.framework.band_at(shown).id,
            interval=(told(max(0, mean - half)), told(min(100, mean + half))) if self.spread else None,
            middle_half=middle if self.spread and middle[1] else None,
            people=self.counted,
        )

    def facet(self, place: int, facet: str, spoke: Spoke) -> ReleasedFacet:
        reason = spoke.hidden_facets.get(place)
        if reason is not None:
            return ReleasedFacet(facet, hidden(reason), None, reason if self.rates_itself else None)
        mean = spoke.facets[place]
        score = self.score(mean, spoke.half + 2, (mean - 7, mean + 7))
        return ReleasedFacet(facet, score, self.part(place not in spoke.thin), None)

    def topic(self, item: Item, statement: ReleasedStatement, covered: bool) -> ReleasedTopic:
        hidden = statement.score.reason if statement.score.form is Form.HIDDEN and self.rates_itself else None
        part = None if hidden else self.part(covered)
        return ReleasedTopic(item.topic or "", (item.id,), statement.score, part, hidden)

    def part(self, covered: bool) -> PartCoverage | None:
        if not self.rates_itself:
            return None
        return PartCoverage.COVERED if covered else PartCoverage.THIN

    def statement(self, item: Item, spoke: Spoke, facet: int, place: int) -> ReleasedStatement:
        if facet in spoke.hidden_facets:
            return ReleasedStatement(item.id, hidden(spoke.hidden_facets[facet]), None, None, blind_spot=False)
        around = AROUND[place % len(AROUND)]
        mean = (spoke.facets[facet] if spoke.facets else spoke.mean) + around
        values = self.framework.scale_of(item).values
        answers = spread_answers(values, self.people, mean, apart=2 if spoke.divided and around < 0 else 1)
        if not self.rates_itself:
            mean = fsum(value * n for value, n in answers.items()) / self.people
            mean = 100 * (mean - values[0]) / (values[-1] - values[0])
        return ReleasedStatement(
            item.id,
            self.score(mean, spoke.half + 5, (0, 0)),
            answers=answers if self.spread and not self.rates_itself else None,
            differ=None if self.rates_itself or not self.spread else deviation(answers) > len(values) / 6,
            blind_spot=place in spoke.blind,
        )

    def agreement(self, spoke: Spoke, statements: Sequence[ReleasedStatement]) -> ReleasedAgreement:
        apart = [deviation(statement.answers) for statement in statements if statement.answers]
        if not apart:
            return ReleasedAgreement(spoke.divided, None, None)
        return ReleasedAgreement(spoke.divided, round(fsum(apart) / len(apart), 1), 0.1 if spoke.divided else 0.7)


def spread_answers(values: Sequence[int], people: int, mean: float, *, apart: int) -> dict[int, int]:
    """How many chose each value so that the mean (0-100) is about right; half of them ``apart`` from the others."""
    points = [round(mean / 100 * (len(values) - 1) * people) // people] * people
    for place in range(people):
        step = (apart, -apart, 0)[place % 3]
        points[place] = min(max(points[place] + step, 0), len(values) - 1)
    wanted = round(mean / 100 * (len(values) - 1) * people)
    place = 0
    while sum(points) != wanted and place < 10 * people:
        step = 1 if sum(points) < wanted else -1
        if 0 <= points[place % people] + step < len(values):
            points[place % people] += step
        place += 1
    return {value: points.count(index) for index, value in enumerate(values)}


def deviation(answers: Mapping[int, int]) -> float:
    """Mean distance from the mean answer, in scale points."""
    people = sum(answers.values())
    mean = sum(value * n for value, n in answers.items()) / people
    return sum(n * abs(value - mean) for value, n in answers.items()) / people


def hidden(reason: Reason | None) -> ReleasedScore:
    """Nothing, and why."""
    return ReleasedScore(Form.HIDDEN, reason)


def told(number: float) -> float:
    """A score as it may be told."""
    return round(number, 1)
