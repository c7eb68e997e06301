from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Level
from assessment.domain.refusals import InvalidAnswers, UnknownItem, ValueOffScale
from assessment.use_cases.answer_changes import Conflict, merge_changes, read_changes
from tests.factories.frameworks import item_id, make_framework

FRAMEWORK = make_framework()
ANSWERS = st.one_of(st.none(), st.integers(0, 5), st.sampled_from(SpecialAnswer))
SHEETS = st.dictionaries(st.sampled_from("abcd"), ANSWERS)


def sheet(values: dict[str, int | SpecialAnswer | None]) -> AnswerSheet:
    return AnswerSheet(Level.INDIVIDUAL, {item: value for item, value in values.items() if value is not None})


def test_an_item_left_as_shown_is_not_touched_even_when_somebody_else_changed_it() -> None:
    merged = merge_changes(sheet({"a": 5}), {"a": 3}, {"a": 3})

    assert merged.changes == {}
    assert merged.conflicts == ()


def test_an_item_changed_here_alone_is_stored() -> None:
    assert merge_changes(sheet({"a": 3}), {"a": 4}, {"a": 3}).changes == {"a": 4}


def test_an_item_changed_here_and_elsewhere_is_a_conflict_with_both_answers() -> None:
    merged = merge_changes(sheet({"a": 5, "b": 1}), {"a": 4, "b": 2}, {"a": 3, "b": 1})

    assert merged.conflicts == (Conflict("a", yours=4, stored=5),)
    assert merged.changes == {"b": 2}


def test_the_same_change_here_and_elsewhere_is_no_conflict() -> None:
    assert merge_changes(sheet({"a": 4}), {"a": 4}, {"a": 3}).conflicts == ()


def test_an_answer_cleared_here_and_changed_elsewhere_is_a_conflict() -> None:
    assert merge_changes(sheet({"a": 5}), {"a": None}, {"a": 3}).conflicts == (Conflict("a", yours=None, stored=5),)


def test_an_item_absent_from_what_was_shown_was_shown_without_an_answer() -> None:
    assert merge_changes(sheet({"a": 5}), {"a": 4}, {}).conflicts == (Conflict("a", yours=4, stored=5),)
    assert merge_changes(sheet({}), {"a": 4}, {}).changes == {"a": 4}


def test_without_what_was_shown_the_last_call_wins() -> None:
    assert merge_changes(sheet({"a": 5}), {"a": 4}, None).changes == {"a": 4}


@given(stored=SHEETS, shown=SHEETS)
def test_a_page_sent_back_untouched_changes_nothing(
    stored: dict[str, int | SpecialAnswer | None], shown: dict[str, int | SpecialAnswer | None]
) -> None:
    merged = merge_changes(sheet(stored), shown, shown)

    assert merged.changes == {}
    assert merged.conflicts == ()


@given(stored=SHEETS, wanted=SHEETS, shown=SHEETS)
def test_sending_the_same_page_twice_changes_nothing_the_second_time(
    stored: dict[str, int | SpecialAnswer | None],
    wanted: dict[str, int | SpecialAnswer | None],
    shown: dict[str, int | SpecialAnswer | None],
) -> None:
    first = merge_changes(sheet(stored), wanted, shown)
    second = merge_changes(sheet(stored).with_changes(first.changes), wanted, shown)

    assert second.changes == {}
    assert second.conflicts == first.conflicts


def test_everything_wrong_in_a_call_is_named_at_once_in_the_order_given() -> None:
    first = item_id("c1", "skill", 1)

    with pytest.raises(InvalidAnswers) as refused:
        read_changes(FRAMEWORK, Level.INDIVIDUAL, {"nonsense": 3, first: 6, item_id("c1", "skill", 2): 3})

    unknown, off_scale = refused.value.refusals
    assert isinstance(unknown, UnknownItem)
    assert unknown.item_id == "nonsense"
    assert isinstance(off_scale, ValueOffScale)
    assert (off_scale.item_id, off_scale.raw) == (first, 6)
