"""What means and words leave open about each person, by hand and against trying everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.left_open import ROOM, Lattice, is_coverage_open, is_number_open, lattice_of
from tests.factories.released_attacks import room_of

ONE_STATEMENT = lattice_of([5])
TWELVE_STATEMENTS = lattice_of([60])
PEOPLE = st.integers(5, 9)


def test_scores_next_to_sixty_are_those_a_person_can_have() -> None:
    assert Lattice(step=20.0, below=40.0, above=60.0) == ONE_STATEMENT
    assert TWELVE_STATEMENTS.below == pytest.approx(58.333, abs=0.001)
    assert lattice_of([60, 55]).step == pytest.approx(1.818, abs=0.001)
    assert lattice_of([15]).below == pytest.approx(53.333, abs=0.001)


@pytest.mark.parametrize(
    ("mean", "people", "expected"),
    [
        (96.0, 5, False),  # one 4 and four times 5: nothing else fits
        (92.0, 5, False),  # two steps from the end
        (88.0, 5, True),
        (0.0, 9, False),
        (7.5, 8, True),  # three steps among eight
        (100.0, 1000, False),
    ],
)
def test_the_mean_of_one_statement_near_an_end_is_everybodys_answer(mean: float, people: int, expected: bool) -> None:
    assert is_number_open(mean, people, ONE_STATEMENT) is expected


def test_a_competency_of_many_statements_may_come_nearer_to_an_end() -> None:
    assert is_number_open(98.0, 5, TWELVE_STATEMENTS)
    assert not is_number_open(98.1, 5, TWELVE_STATEMENTS)


@pytest.mark.parametrize(
    ("mean", "words", "expected"),
    [
        (58.0, Coverage, False),  # open: everybody would be at 56.7 or 58.3
        (50.0, Coverage, True),
        (59.0, Coverage, True),  # it cannot be open, and the other words say little
        (65.0, Coverage, False),  # one person: everybody else would be just below 60
        (12.5, Coverage, False),  # one person: at 60, all others at 0
        (70.0, Coverage, True),
    ],
)
def test_a_word_beside_a_mean_of_five_may_not_place_everybody(
    mean: float, words: type[Coverage], expected: bool
) -> None:
    assert is_coverage_open(mean, 5, TWELVE_STATEMENTS, tuple(words)) is expected


@given(PEOPLE, st.sampled_from([5, 20, 60]), st.data())
def test_the_rule_agrees_with_trying_everything(people: int, steps: int, data: st.DataObject) -> None:
    total = data.draw(st.integers(0, people * steps))
    lattice, mean = lattice_of([steps]), 100 * total / steps / people
    for word, counts in (
        (Coverage.OPEN, [0]),
        (Coverage.ONE_PERSON, [1]),
        (PartCoverage.THIN, [0, 1]),
        (PartCoverage.COVERED, range(2, people + 1)),
    ):
        room = room_of(total, people, steps, counts)
        possible = bool(room.below or room.above)
        assert is_coverage_open(mean, people, lattice, [word]) is (not possible or room.smallest >= ROOM - 1e-9)


@given(PEOPLE, st.sampled_from([5, 20, 60]), st.data())
def test_what_is_told_as_a_number_leaves_ten_points_open(people: int, steps: int, data: st.DataObject) -> None:
    total = data.draw(st.integers(0, people * steps))
    if is_number_open(100 * total / steps / people, people, lattice_of([steps])):
        room = room_of(total, people, steps, range(people + 1))
        assert max(*room.below, *room.above) - min(*room.below, *room.above) >= ROOM
        assert 3 <= total <= people * steps - 3
