"""The linear algebra behind rule 4, against trying every set of people."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.suppression import span as span_module
from assessment.domain.suppression.span import Span
from tests.factories.attacks import find_exposed

rows_over_columns = st.lists(
    st.dictionaries(st.integers(0, 6), st.fractions(-2, 2, max_denominator=3).filter(bool), min_size=1), max_size=5
)


@given(rows=rows_over_columns, sizes=st.lists(st.integers(1, 4), min_size=7, max_size=7), k=st.integers(2, 6))
def test_the_search_finds_exactly_what_trying_everything_finds(
    rows: list[dict[int, Fraction]], sizes: list[int], k: int
) -> None:
    sums = [
        {(f"{column}.{one}", "value"): weight for column, weight in row.items() for one in range(sizes[column])}
        for row in rows
    ]
    span = Span(dict(enumerate(sizes))).with_rows(rows)
    assert span.isolates_fewer_than(k) is (find_exposed(sums, k) is not None)


def test_a_sum_of_sums_tells_nothing_new() -> None:
    one, two = {0: Fraction(1)}, {1: Fraction(1)}
    span = Span({0: 5, 1: 5}).with_rows([one, two])
    assert span.rank == 2
    assert span.with_rows([{0: Fraction(1), 1: Fraction(1)}]).rank == 2


def test_a_span_does_not_change_when_a_larger_one_is_made_of_it() -> None:
    span = Span({0: 5, 1: 1}).with_rows([{0: Fraction(1)}])
    assert span.with_rows([{0: Fraction(1), 1: Fraction(1)}]).isolates_fewer_than(5)
    assert not span.isolates_fewer_than(5)


def test_nothing_released_exposes_nobody() -> None:
    assert not Span({0: 1}).isolates_fewer_than(5)


def test_a_search_that_takes_too_long_says_the_careful_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(5)  # noqa: S311  a test repeats itself, it keeps no secret
    rows = [{column: Fraction(random.randint(1, 99)) for column in range(30)} for _ in range(8)]
    span = Span(dict.fromkeys(range(30), 1)).with_rows(rows)
    assert not span.isolates_fewer_than(4)
    monkeypatch.setattr(span_module, "MOST_STEPS", 3)
    assert span.isolates_fewer_than(4)
