"""What a team covers, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.coverage import Coverage, PartCoverage, find_coverage, find_part_coverage

scores = st.lists(st.one_of(st.floats(0, 100), st.none()), max_size=8)
ORDER = [None, Coverage.OPEN, Coverage.ONE_PERSON, Coverage.COVERED]
PART_ORDER = [None, PartCoverage.THIN, PartCoverage.COVERED]


@pytest.mark.parametrize(
    ("scores", "word"),
    [
        ([59.9, 0, 20], Coverage.OPEN),
        ([60, 59.9, 20], Coverage.ONE_PERSON),
        ([100, None, 20], Coverage.ONE_PERSON),
        ([60, 60, 0], Coverage.COVERED),
        ([90, 80, 70], Coverage.COVERED),
        ([None, None], None),
        ([], None),
    ],
)
def test_a_competency_is_covered_hangs_on_one_person_or_is_open(
    scores: list[float | None], word: Coverage | None
) -> None:
    assert find_coverage(scores) is word


@pytest.mark.parametrize(
    ("scores", "word"),
    [
        ([59.9, 20], PartCoverage.THIN),
        ([60, 20], PartCoverage.THIN),
        ([60, 60], PartCoverage.COVERED),
        ([None], None),
    ],
)
def test_a_part_is_only_covered_or_thin_so_that_nobody_can_be_told(
    scores: list[float | None], word: PartCoverage | None
) -> None:
    assert find_part_coverage(scores) is word


@given(scores, st.floats(0, 100))
def test_one_more_person_never_uncovers_anything(people: list[float | None], newcomer: float) -> None:
    more = [*people, newcomer]
    assert ORDER.index(find_coverage(more)) >= ORDER.index(find_coverage(people))
    assert PART_ORDER.index(find_part_coverage(more)) >= PART_ORDER.index(find_part_coverage(people))


@given(scores, st.data())
def test_a_person_who_learns_never_uncovers_anything(people: list[float | None], data: st.DataObject) -> None:
    learnt = [None if score is None else data.draw(st.floats(score, 100)) for score in people]
    assert ORDER.index(find_coverage(learnt)) >= ORDER.index(find_coverage(people))
    assert PART_ORDER.index(find_part_coverage(learnt)) >= PART_ORDER.index(find_part_coverage(people))


@given(scores)
def test_a_competency_is_covered_exactly_when_a_part_with_these_scores_is(people: list[float | None]) -> None:
    assert (find_coverage(people) is Coverage.COVERED) == (find_part_coverage(people) is PartCoverage.COVERED)
