"""An attacker who has a published result of a team, knows who rated which statement, and knows the rules.

Everything is worked out anew here from the result alone: what its figures are sums of, what they leave open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Level
from assessment.domain.releasing import Closed
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, TeamResult
from tests.factories.attacks import Sum, eliminate
from tests.factories.frameworks import make_framework
from tests.factories.team_results import CLOSED_ON

FRAMEWORK = make_framework(competencies=2, levels=(Level.INDIVIDUAL, Level.TEAM))
"""Two competencies of three facets of four statements on 0-5."""

K = 5
LONGEST = 5


@dataclass(frozen=True)
class Told:
    """One score of a result: whose it is, over which statements, at what depth (0, 1, 2)."""

    name: str
    score: ReleasedScore
    items: tuple[str, ...]
    depth: int
    word: str | None = None


def list_told(spoke: ReleasedCompetency, level: Level) -> tuple[Told, ...]:
    """Every score of a competency, whatever its form; a topic is its statement."""
    items = FRAMEWORK.items_of(level, spoke.competency)
    words = {topic.items[0]: topic.coverage for topic in spoke.topics}
    facets = [
        Told(facet.facet, facet.score, tuple(i.id for i in items if i.facet == facet.facet), 1, facet.coverage)
        for facet in spoke.facets
    ]
    statements = [Told(one.item, one.score, (one.item,), 2, words[one.item]) for one in spoke.statements]
    whole = Told(spoke.competency, spoke.score, tuple(item.id for item in items), 0, spoke.coverage)
    return (whole, *facets, *statements)


def random_team(seed: int, *, level: Level = Level.INDIVIDUAL, skipping: bool = True, largest: int = 14) -> Closed:
    """A team of five to fourteen, or one of a few more of whom some do not answer; some agree, some are at an end."""
    random = Random(f"{seed}-{level}")  # noqa: S311  a test repeats itself, it keeps no secret
    people = random.randint(5, largest)
    silent = random.choice((0, 0, 0, 1, 3, 6))
    skipped = random.choice((0.0, 0.01, 0.05, 0.2)) if skipping else 0.0
    return make_closed(random_answers(random, people, level, skipped), level, members=people + silent)


def make_closed(
    answers: Sequence[Mapping[str, AnswerValue]],
    level: Level,
    *,
    members: int | None = None,
    names: Sequence[str] | None = None,
    earlier: tuple[frozenset[str], ...] = (),
    soon_after: tuple[frozenset[str], ...] = (),
) -> Closed:
    """A closed campaign with these answers; sheets have the ids of the people."""
    asked = list(names or (f"p{number:02}" for number in range(members or len(answers))))
    sheets = {name: AnswerSheet(level, values) for name, values in zip(asked, answers, strict=False)}
    kind = CampaignKind.THEMSELVES if level is Level.INDIVIDUAL else CampaignKind.TEAM
    return Closed(FRAMEWORK, kind, sheets, frozenset(asked), Policy(), CLOSED_ON, earlier, soon_after)


def random_answers(random: Random, people: int, level: Level, skipped: float) -> list[dict[str, AnswerValue]]:
    """What so many people answer: statements with a level of their own, on some of which all agree."""
    styles = {item.id: _style(random) for item in FRAMEWORK.items_of(level)}
    whole = random.random() < 0.06
    return [
        {
            item: 3 if whole else min(max(round(random.gauss(mean, apart)), 0), LONGEST)
            for item, (mean, apart) in styles.items()
            if random.random() >= skipped
        }
        | _special(random, styles, skipped)
        for _ in range(people)
    ]


def _style(random: Random) -> tuple[float, float]:
    mean, apart = random.choice(((2.5, 1.2), (2.5, 1.2), (1.5, 1.0), (3.5, 1.0), (0.0, 0.4), (5.0, 0.4), (3.0, 0.3)))
    return (mean, 0.0) if random.random() < 0.1 else (mean, apart)


def _special(random: Random, styles: Mapping[str, object], skipped: float) -> dict[str, AnswerValue]:
    chosen = [item for item in styles if skipped and random.random() < skipped]
    return {item: random.choice(list(SpecialAnswer)) for item in chosen}


def rated_by(closed: Closed) -> dict[str, frozenset[str]]:
    """For every statement who rated it."""
    return {
        item.id: frozenset(
            person
            for person, sheet in closed.sheets.items()
            if isinstance(sheet.values.get(item.id), int) and not isinstance(sheet.values.get(item.id), SpecialAnswer)
        )
        for item in FRAMEWORK.items_of(closed.level)
    }


def sums_of_result(closed: Closed, result: TeamResult) -> Iterator[list[Sum]]:
    """For each competency its means as sums over people and statements.

    A statement told as a level because its number says too much counts as told: its mean can be one of few values.
    """
    rated = rated_by(closed)
    for spoke in result.competencies:
        known = [
            one
            for one in list_told(spoke, closed.level)
            if one.score.form is Form.NUMBER or (one.depth == 2 and _is_one_of_few(one.score))
        ]
        yield [_sum(one, closed, rated) for one in known]


def _is_one_of_few(score: ReleasedScore) -> bool:
    return score.form is Form.BAND and score.reason is Reason.SAYS_TOO_MUCH


def _sum(one: Told, closed: Closed, rated: Mapping[str, frozenset[str]]) -> Sum:
    row: Sum = {}
    for person in closed.sheets:
        own = [item for item in one.items if person in rated[item]]
        applicable = [
            item for item in one.items if closed.sheets[person].values.get(item) is not SpecialAnswer.NOT_APPLICABLE
        ]
        enough = (2 * len(own) > len(applicable), len(own) >= 3, len(own) == 1)[one.depth]
        if enough:
            row |= {(person, item): Fraction(1, len(own)) for item in own}
    return row


def group_sum(items: Iterable[str]) -> Sum:
    """A mean as a sum over statements, as if everybody had rated all of them."""
    return dict.fromkeys((("all", item) for item in items), Fraction(1))


def rank(rows: Sequence[Sum]) -> int:
    """How many of the rows tell something that the others do not."""
    return len(eliminate(rows, ()))


@dataclass(frozen=True)
class Room:
    """What one person's value can be: of those below 60, and of those at 60 and above. Empty: nobody can be there."""

    below: tuple[float, ...]
    above: tuple[float, ...]

    @property
    def smallest(self) -> float:
        """Points that are left open about the people of whom least is."""
        return min((max(some) - min(some) for some in (self.below, self.above) if some), default=0.0)


def room_of(total: int, people: int, steps: int, capable: Iterable[int]) -> Room:
    """Everything one person's score can be, by trying it: a whole number of ``steps`` from 0 to 100.

    ``total``: steps of all together. ``capable``: how many people can be at 60 and above.
    """
    limit = -(-60 * steps // 100)
    counts = set(capable)
    possible = [
        value
        for value in range(steps + 1)
        if any(
            others * limit <= total - value <= others * steps + (people - 1 - others) * (limit - 1)
            for others in range(people)
            if others + (value >= limit) in counts
        )
    ]
    return Room(
        below=tuple(100 * value / steps for value in possible if value < limit),
        above=tuple(100 * value / steps for value in possible if value >= limit),
    )
