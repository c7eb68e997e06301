"""Assessments in accounts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.domain.framework import Level
from assessment.domain.ownership_refusals import AnsweredAnonymously, NotInAccount, OwnedByAnother
from assessment.domain.refusals import AssessmentNotFound, Refusal
from assessment.use_cases.audit import list_own_entries
from assessment.use_cases.kept_frameworks import publish_frameworks
from assessment.use_cases.own_assessments import (
    get_own_assessment,
    is_link_withdrawn,
    is_owner,
    list_free,
    list_histories,
    list_history,
    list_open,
    take_into_account,
    withdraw_link,
)
from assessment.use_cases.take_assessment import get_assessment, open_with_token
from tests.factories.assessments import START, SeededTokens, start
from tests.factories.frameworks import make_framework
from tests.factories.owners import account, answer_campaign, own_result
from tests.factories.shelves import shelf_of
from tests.factories.threads import in_threads


class TestTakingIn:
    def test_what_was_taken_in_opens_for_its_owner_and_nobody_else(self, shelf: Shelf) -> None:
        anna, boris = account(), account("boris@example.org")
        started = start(shelf)
        take_into_account(started.assessment.id, anna.id, now=START)

        assert get_own_assessment(started.assessment.id, anna.id) == started.assessment
        assert not is_owner(started.assessment.id, boris.id)
        with pytest.raises(AssessmentNotFound):
            get_own_assessment(started.assessment.id, boris.id)

    def test_the_private_link_goes_on_working(self, shelf: Shelf) -> None:
        anna, started = account(), start(shelf)
        take_into_account(started.assessment.id, anna.id, now=START)

        assert open_with_token(started.token) == started.assessment
        assert not is_link_withdrawn(started.assessment.id)

    def test_again_changes_nothing(self, shelf: Shelf) -> None:
        anna, started = account(), start(shelf)
        for _ in range(2):
            take_into_account(started.assessment.id, anna.id, now=START)

        assert list_own_entries(anna.id, page=1).count == 1

    def test_what_is_in_an_account_stays_there(self, shelf: Shelf) -> None:
        anna, boris, started = account(), account("boris@example.org"), start(shelf)
        take_into_account(started.assessment.id, anna.id, now=START)

        with pytest.raises(OwnedByAnother):
            take_into_account(started.assessment.id, boris.id, now=START)
        assert is_owner(started.assessment.id, anna.id)

    def test_of_two_accounts_at_once_one_gets_it(self, site: Flask, shelf: Shelf) -> None:
        people = [account(f"person{number}@example.org") for number in range(4)]
        started = start(shelf)

        def take(turn: int) -> str:
            try:
                take_into_account(started.assessment.id, people[turn].id, now=START)
            except Refusal as refusal:
                return type(refusal).__name__
            return "taken"

        assert sorted(in_threads(site, 4, take)) == ["OwnedByAnother"] * 3 + ["taken"]

    def test_nothing_may_say_whose_anonymous_answers_are(self, site: Flask, shelf: Shelf) -> None:
        anna, started, other = account(), start(shelf), start(shelf, seed="other")
        answer_campaign(site, started.assessment.id, anonymous=True)
        answer_campaign(site, other.assessment.id, anonymous=False)

        with pytest.raises(AnsweredAnonymously):
            take_into_account(started.assessment.id, anna.id, now=START)
        assert not is_owner(started.assessment.id, anna.id)
        assert list_free([started.assessment.id, other.assessment.id]) == {other.assessment.id}

    def test_what_does_not_exist_cannot_be_taken(self) -> None:
        with pytest.raises(AssessmentNotFound):
            take_into_account("nothing", account().id, now=START)

    def test_only_what_is_free_is_offered(self, shelf: Shelf) -> None:
        anna, taken, free = account(), start(shelf), start(shelf, seed="free")
        take_into_account(taken.assessment.id, anna.id, now=START)

        assert list_free([taken.assessment.id, free.assessment.id, "nothing"]) == {free.assessment.id}
        assert list_free([]) == frozenset()


class TestWithdrawingTheLink:
    def test_from_then_on_the_link_opens_nothing_and_the_account_still_does(self, shelf: Shelf) -> None:
        anna, started = account(), start(shelf)
        take_into_account(started.assessment.id, anna.id, now=START)
        for _ in range(2):
            withdraw_link(started.assessment.id, anna.id, now=START, token_source=SeededTokens("withdrawn"))

        assert is_link_withdrawn(started.assessment.id)
        assert get_own_assessment(started.assessment.id, anna.id).id == started.assessment.id
        with pytest.raises(AssessmentNotFound):
            open_with_token(started.token)
        with pytest.raises(AssessmentNotFound):
            get_assessment(started.assessment.id, started.token)
        actions = [entry.action for entry in list_own_entries(anna.id, page=1).items]
        assert actions == ["link_withdrawn", "assessment_taken"]

    def test_two_withdrawn_links_do_not_clash(self, shelf: Shelf) -> None:
        anna, tokens = account(), SeededTokens("withdrawn")
        for seed in ("one", "two"):
            started = start(shelf, seed=seed)
            take_into_account(started.assessment.id, anna.id, now=START)
            withdraw_link(started.assessment.id, anna.id, now=START, token_source=tokens)
            assert is_link_withdrawn(started.assessment.id)

    def test_only_the_owner_can_withdraw_it(self, shelf: Shelf) -> None:
        anna, boris, started = account(), account("boris@example.org"), start(shelf)
        for owner in (anna, boris):
            with pytest.raises(NotInAccount):
                withdraw_link(started.assessment.id, owner.id, now=START, token_source=SeededTokens())
        take_into_account(started.assessment.id, anna.id, now=START)
        with pytest.raises(NotInAccount):
            withdraw_link(started.assessment.id, boris.id, now=START, token_source=SeededTokens())
        assert open_with_token(started.token) == started.assessment


class TestWhatAnAccountHolds:
    def test_an_empty_account_holds_nothing(self) -> None:
        anna = account()
        assert list_open(anna.id, page=1).items == ()
        assert list_histories(anna.id, most=4) == ()

    def test_open_ones_come_newest_first_and_in_pages(self, shelf: Shelf) -> None:
        anna = account()
        for day in range(5):
            started = start(shelf, now=START + timedelta(days=day), seed=f"open {day}")
            take_into_account(started.assessment.id, anna.id, now=START)
        pages = [list_open(anna.id, page=page, size=2) for page in (1, 2, 3, 4)]

        assert [len(page.items) for page in pages] == [2, 2, 1, 0]
        assert (pages[0].count, pages[0].pages) == (5, 3)
        moments = [record.started_at for page in pages for record in page.items]
        assert moments == sorted(moments, reverse=True)

    def test_results_stand_in_histories_newest_first(self, shelf: Shelf) -> None:
        anna = account()
        made = [own_result(shelf, anna, now=START + timedelta(days=day)) for day in range(6)]
        own_result(shelf, account("boris@example.org"))
        (history,) = list_histories(anna.id, most=4)

        assert (history.framework_id, history.level, history.count) == ("tiny", Level.INDIVIDUAL, 6)
        assert [result.record.id for result in history.results] == made[::-1][:4]
        whole = list_history(anna.id, "tiny", Level.INDIVIDUAL, page=1)
        assert [result.record.id for result in whole.items] == made[::-1]
        assert list_history(anna.id, "tiny", Level.TEAM, page=1).count == 0

    def test_each_questionnaire_has_a_history_of_its_own(self) -> None:
        shelf = shelf_of(make_framework(), make_framework(framework_id="other"))
        publish_frameworks(shelf)
        anna = account()
        own_result(shelf, anna)
        own_result(shelf, anna, framework_id="other", now=START + timedelta(days=1))

        assert [history.framework_id for history in list_histories(anna.id, most=4)] == ["other", "tiny"]
