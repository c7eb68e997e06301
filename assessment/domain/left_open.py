"""What a figure leaves open about each single person, once everything told beside it is taken into account.

A mean of few people near an end of the scale, or a mean beside a word of coverage, can leave so little room that
everybody's value is known whoever they are, though no sum singles anybody out. The rules here look at what is told
alone, never at how people really answered, so that something withheld tells nothing of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import ceil, floor

from assessment.domain.coverage import CAPABLE, ENOUGH_PEOPLE, Coverage, PartCoverage
from assessment.domain.suppression.agreement import HIGHEST, LOWEST

ROOM = 10.0
"""Points of 0-100 within which anybody's value must stay unknown, as in the p % rule of official statistics."""

STEPS_OPEN = 2.5
"""Steps between neighbouring scores that a number leaves open at the least, so that several sets of answers fit it."""

_EXACT = 1e-9

Word = Coverage | PartCoverage


@dataclass(frozen=True, slots=True)
class Lattice:
    """Which scores a person can have: ``step`` apart at the most; ``below`` and ``above`` are those next to 60."""

    step: float
    below: float
    above: float


def lattice_of(steps: Iterable[int]) -> Lattice:
    """The lattice of people whose scores are shares of so many steps each; at least one person.

    Where they differ, the widest step and the scores nearest to 60 count.
    """
    counts = set(steps)
    enough = {count: ceil(CAPABLE * count / HIGHEST - _EXACT) for count in counts}
    return Lattice(
        step=HIGHEST / min(counts),
        below=max(HIGHEST * (enough[count] - 1) / count for count in counts),
        above=min(HIGHEST * enough[count] / count for count in counts),
    )


def is_number_open(mean: float, people: int, lattice: Lattice) -> bool:
    """Whether a mean (0-100) of so many people leaves everybody's own value open.

    A person's value lies within ``people · distance of the mean from the nearer end``, which has to be ten points and
    more than two steps.
    """
    room = people * min(mean - LOWEST, HIGHEST - mean)
    return room >= max(ROOM, STEPS_OPEN * lattice.step) - _EXACT


def is_coverage_open(mean: float, people: int, lattice: Lattice, words: Collection[Word]) -> bool:
    """Whether beside this mean every word that could be true leaves ten points open about everybody.

    That word alone which is true must not decide: a word withheld only when it would tell too much would be known.
    """
    return all(_leaves_room(mean * people, people, lattice, _capable_people(word, people)) for word in words)


def _capable_people(word: Word, people: int) -> tuple[int, int]:
    """The fewest and the most people at 60 and above that a word stands for."""
    match word:
        case Coverage.OPEN:
            return 0, 0
        case Coverage.ONE_PERSON:
            return 1, 1
        case PartCoverage.THIN:
            return 0, ENOUGH_PEOPLE - 1
        case _:
            return ENOUGH_PEOPLE, people


def _leaves_room(total: float, people: int, lattice: Lattice, capable: tuple[int, int]) -> bool:
    """Whether those below 60, and those above, each have ten points of room, given the sum of all values.

    ``capable``: the fewest and the most people above. True where no values whatever make up the sum.
    """
    below, above = lattice.below, lattice.above
    fewest = max(capable[0], ceil((total - people * below) / (HIGHEST - below) - _EXACT))
    most = min(capable[1], floor(total / above + _EXACT))
    if fewest > most:
        return True
    rooms = []
    if fewest < people:
        many = min(most, people - 1)
        lowest = max(LOWEST, total - many * HIGHEST - (people - many - 1) * below)
        rooms.append(min(below, total - fewest * above) - lowest)
    if most > 0:
        few = max(fewest, 1)
        lowest = max(above, total - (most - 1) * HIGHEST - (people - most) * below)
        rooms.append(min(HIGHEST, total - (few - 1) * above) - lowest)
    return all(room >= ROOM - _EXACT for room in rooms)
