"""Long lists in pages."""

from __future__ import annotations

import pytest

from assessment.domain.paging import Paged, Paging


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (300, 15)])
def test_pages_hold_everything_and_there_is_always_one(count: int, pages: int) -> None:
    assert Paged((), count, Paging(1, 20)).pages == pages


def test_a_page_begins_where_the_one_before_ends() -> None:
    assert [Paging(page, 20).offset for page in (1, 2, 3)] == [0, 20, 40]
