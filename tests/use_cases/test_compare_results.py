"""Holding two results of one account against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.bank.shelf import Shelf
from assessment.domain.change import Change
from assessment.domain.ownership_refusals import NotComparable
from assessment.domain.refusals import AssessmentNotFound, NotSubmitted
from assessment.use_cases.compare_results import compare_own
from assessment.use_cases.kept_frameworks import publish_frameworks
from assessment.use_cases.own_assessments import take_into_account
from tests.factories.assessments import START, start
from tests.factories.frameworks import make_framework
from tests.factories.owners import account, own_result
from tests.factories.shelves import shelf_of

LATER = START + timedelta(weeks=4)


def test_the_earlier_one_is_the_baseline_in_whichever_order_they_are_given(shelf: Shelf) -> None:
    anna = account()
    first = own_result(shelf, anna, totals=(30, 30, 30))
    second = own_result(shelf, anna, totals=(60, 30, 30), now=LATER)
    for order in ((first, second), (second, first)):
        comparison = compare_own(*order, anna.id)
        assert (comparison.earlier.record.id, comparison.later.record.id) == (first, second)
        assert comparison.changes[0].change is Change.REALLY_BETTER
        assert comparison.changes[1].change is Change.NO_TELLING
        assert not comparison.too_soon


def test_under_four_weeks_is_too_soon(shelf: Shelf) -> None:
    anna = account()
    first, second = own_result(shelf, anna), own_result(shelf, anna, now=LATER - timedelta(days=1))
    assert compare_own(first, second, anna.id).too_soon


def test_results_of_others_do_not_exist(shelf: Shelf) -> None:
    anna, boris = account(), account("boris@example.org")
    mine, theirs = own_result(shelf, anna), own_result(shelf, boris, now=LATER)
    with pytest.raises(AssessmentNotFound):
        compare_own(mine, theirs, anna.id)
    with pytest.raises(AssessmentNotFound):
        compare_own(mine, "nothing", anna.id)


def test_what_is_not_submitted_has_nothing_to_compare(shelf: Shelf) -> None:
    anna = account()
    mine, still_open = own_result(shelf, anna), start(shelf, seed="open").assessment.id
    take_into_account(still_open, anna.id, now=START)
    with pytest.raises(NotSubmitted):
        compare_own(mine, still_open, anna.id)


def test_a_result_is_not_compared_with_itself_nor_with_another_questionnaire_or_version() -> None:
    tiny = make_framework()
    both = shelf_of(tiny, make_framework(framework_id="other"))
    newer = shelf_of(replace(tiny, version="2.0"))
    publish_frameworks(both)
    publish_frameworks(newer)
    anna = account()
    mine = own_result(both, anna)
    others = (
        mine,
        own_result(both, anna, framework_id="other", now=LATER),
        own_result(newer, anna, now=LATER),
    )
    for other in others:
        with pytest.raises(NotComparable):
            compare_own(mine, other, anna.id)
