"""Sharing a result: who gets it, what they get, and for how long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.domain.mail import MailKind
from assessment.domain.ownership_refusals import (
    NotInAccount,
    SharedAlready,
    SharedTooWidely,
    SharedWithOneself,
    ShareNotFound,
)
from assessment.domain.refusals import NotSubmitted
from assessment.domain.team_refusals import AddressUnusable
from assessment.store.database import reading
from assessment.use_cases.accounts import Account
from assessment.use_cases.audit import list_own_entries
from assessment.use_cases.change_steps import write_evidence
from assessment.use_cases.kept_frameworks import publish_frameworks
from assessment.use_cases.own_assessments import take_into_account
from assessment.use_cases.own_data import erase
from assessment.use_cases.sharing import (
    MOST_RECIPIENTS,
    list_recipients,
    list_shared_by,
    list_shared_with,
    may_be_shown_results,
    preview_share,
    share_result,
    take_back,
    view_shared,
)
from tests.factories import planned
from tests.factories.assessments import START, SeededTokens, start
from tests.factories.mails import list_mails
from tests.factories.owners import account, lead_a_team, own_result
from tests.factories.shelves import shelf_of
from tests.factories.threads import in_threads

LATER = START + timedelta(minutes=5)


@pytest.fixture
def anna() -> Account:
    return account()


@pytest.fixture
def lead() -> Account:
    """Somebody who may be shown results."""
    lead = account("lead@example.org")
    lead_a_team(lead)
    return lead


@pytest.fixture
def result(shelf: Shelf, anna: Account) -> str:
    return own_result(shelf, anna)


def share(assessment_id: str, owner: Account, recipient: str = "lead@example.org", *, with_plan: bool = False) -> str:
    seed = f"{assessment_id}/{recipient}"
    return share_result(
        assessment_id, owner, recipient=recipient, with_plan=with_plan, now=START, token_source=SeededTokens(seed)
    )


def actions(person: Account) -> list[str]:
    return [entry.action for entry in list_own_entries(person.id, page=1).items]


class TestWhoGetsIt:
    def test_the_named_person_in_a_capacity_that_allows_it(self, anna: Account, lead: Account, result: str) -> None:
        share_id = share(result, anna, " Lead@Example.ORG ")

        assert view_shared(share_id, lead, now=LATER).owner_email == anna.email
        assert [found.id for found in list_shared_with(lead, page=1).items] == [share_id]

    def test_a_trainer_of_the_site_too(self, anna: Account, result: str) -> None:
        trainer = account("trainer@example.org", roles=("trainer",))
        assert view_shared(share(result, anna, trainer.email), trainer, now=LATER)

    @pytest.mark.parametrize("roles", [(), ("site_admin",)])
    def test_nobody_without_such_a_capacity(self, anna: Account, result: str, roles: tuple[str, ...]) -> None:
        person = account("person@example.org", roles=roles)
        share_id = share(result, anna, person.email)

        assert not may_be_shown_results(person)
        assert list_shared_with(person, page=1).count == 0
        with pytest.raises(ShareNotFound):
            view_shared(share_id, person, now=LATER)

    def test_nobody_else_even_in_such_a_capacity(self, anna: Account, lead: Account, result: str) -> None:
        other = account("other@example.org", roles=("trainer",))
        share_id = share(result, anna, lead.email)

        for stranger in (other, anna):
            with pytest.raises(ShareNotFound):
                view_shared(share_id, stranger, now=LATER)
        with pytest.raises(ShareNotFound):
            view_shared("nothing", lead, now=LATER)

    def test_nobody_whose_address_is_not_confirmed(self, anna: Account, result: str) -> None:
        person = account("lead@example.org", confirmed=False, roles=("trainer",))
        share_id = share(result, anna, person.email)
        with pytest.raises(ShareNotFound):
            view_shared(share_id, person, now=LATER)


class TestWhatTheyGet:
    def test_exactly_what_the_preview_shows(self, anna: Account, lead: Account, result: str) -> None:
        preview = preview_share(result, anna, recipient=lead.email, with_plan=True)
        assert view_shared(share(result, anna, with_plan=True), lead, now=LATER) == preview

    def test_no_statement_is_named(self, anna: Account, lead: Account, result: str) -> None:
        shared = view_shared(share(result, anna), lead, now=LATER)

        assert shared.profile.blockers == ()
        assert not any(spoke.blind_spots for spoke in shared.profile.competencies)
        assert [held.competency for held in shared.held_back] == ["c3"]
        assert shared.profile.roll is not None
        items = {item.id for item in shared.framework.items}
        assert not [item for item in items if item in repr(shared.profile) or item in repr(shared.held_back)]

    def test_the_plan_only_if_it_is_included_and_never_the_notes_in_it(self, anna: Account, lead: Account) -> None:
        shelf = shelf_of(planned.FRAMEWORK)
        publish_frameworks(shelf)
        result = own_result(shelf, anna, sheet=planned.SHEET, framework_id="planned")
        step = planned.step_ids(result)[0]
        write_evidence(result, step, "for my eyes only", today=planned.TODAY)
        trainer = account("trainer@example.org", roles=("trainer",))

        assert view_shared(share(result, anna), lead, now=LATER).plan is None
        shared = view_shared(share(result, anna, trainer.email, with_plan=True), trainer, now=LATER)
        assert shared.plan is not None
        assert step in {found.id for found in shared.plan.steps}
        assert "for my eyes only" not in repr(shared)


class TestTakingBack:
    def test_at_once(self, anna: Account, lead: Account, result: str) -> None:
        share_id = share(result, anna)
        take_back(share_id, anna.id, now=LATER)

        with pytest.raises(ShareNotFound):
            view_shared(share_id, lead, now=LATER)
        assert list_shared_with(lead, page=1).count == 0
        assert list_recipients(result) == ()

    def test_only_by_the_owner_and_once(self, anna: Account, lead: Account, result: str) -> None:
        share_id = share(result, anna)
        with pytest.raises(ShareNotFound):
            take_back(share_id, lead.id, now=LATER)
        take_back(share_id, anna.id, now=LATER)
        with pytest.raises(ShareNotFound):
            take_back(share_id, anna.id, now=LATER)

    def test_it_can_be_shared_again(self, anna: Account, lead: Account, result: str) -> None:
        take_back(share(result, anna), anna.id, now=LATER)
        again = share_result(
            result, anna, recipient=lead.email, with_plan=False, now=LATER, token_source=SeededTokens("again")
        )
        assert view_shared(again, lead, now=LATER)

    def test_erasing_the_result_ends_it(self, anna: Account, lead: Account, result: str) -> None:
        share_id = share(result, anna)
        erase(result)
        with pytest.raises(ShareNotFound):
            view_shared(share_id, lead, now=LATER)


class TestWhatIsWrittenDown:
    def test_sharing_the_first_viewing_of_a_day_and_taking_back(
        self, anna: Account, lead: Account, result: str
    ) -> None:
        share_id = share(result, anna)
        for hours in (1, 2, 15, 16):  # from 9:00 on: two today, two tomorrow
            view_shared(share_id, lead, now=START + timedelta(hours=hours))
        take_back(share_id, anna.id, now=START + timedelta(hours=17))

        assert actions(anna) == [
            "sharing_taken_back",
            "shared_result_viewed",
            "shared_result_viewed",
            "result_shared",
            "assessment_taken",
        ]
        assert actions(lead) == ["shared_result_viewed", "shared_result_viewed"]
        entries = list_own_entries(anna.id, page=1).items
        assert entries[3].facts == {"email": lead.email, "with_plan": False}
        assert (entries[1].email, entries[1].own) == (lead.email, False)

    def test_many_viewings_at_once_are_one(self, site: Flask, anna: Account, lead: Account, result: str) -> None:
        share_id = share(result, anna)
        in_threads(site, 6, lambda _turn: view_shared(share_id, lead, now=LATER))
        assert actions(lead) == ["shared_result_viewed"]

    def test_one_mail_without_a_score_tells_the_recipient(self, anna: Account, lead: Account, result: str) -> None:
        share_id = share(result, anna)
        with reading() as connection:
            (mail,) = list_mails(connection)
        assert (mail.kind, mail.recipient, mail.facts) == (MailKind.RESULT_SHARED, lead.email, {"share": share_id})

    def test_a_preview_leaves_no_trace(self, anna: Account, result: str) -> None:
        preview_share(result, anna, recipient="lead@example.org", with_plan=True)

        assert actions(anna) == ["assessment_taken"]
        assert list_recipients(result) == ()
        with reading() as connection:
            assert list_mails(connection) == ()


class TestRefusals:
    @pytest.mark.parametrize(
        "address", ["", "nobody", "a@b", "two@example.org, three@example.org", "x" * 300 + "@e.org"]
    )
    def test_what_is_no_address(self, anna: Account, result: str, address: str) -> None:
        with pytest.raises(AddressUnusable):
            preview_share(result, anna, recipient=address, with_plan=False)

    def test_oneself(self, anna: Account, result: str) -> None:
        with pytest.raises(SharedWithOneself):
            share(result, anna, anna.email)

    def test_the_same_person_twice(self, anna: Account, result: str) -> None:
        share(result, anna)
        with pytest.raises(SharedAlready):
            share(result, anna)

    def test_the_same_person_twice_at_once(self, site: Flask, anna: Account, result: str) -> None:
        def press(turn: int) -> str:
            try:
                return share_result(
                    result,
                    anna,
                    recipient="lead@example.org",
                    with_plan=False,
                    now=START,
                    token_source=SeededTokens(f"turn {turn}"),
                )
            except SharedAlready:
                return "already"

        assert sorted(in_threads(site, 4, press)).count("already") == 3
        assert len(list_recipients(result)) == 1

    def test_too_many_people(self, anna: Account, result: str) -> None:
        for number in range(MOST_RECIPIENTS):
            share(result, anna, f"person{number}@example.org")
        with pytest.raises(SharedTooWidely):
            share(result, anna)
        shown, count = list_shared_by(anna.id, most=3)
        assert (len(shown), count) == (3, MOST_RECIPIENTS)

    def test_what_is_not_ones_own_or_not_submitted(
        self, shelf: Shelf, anna: Account, lead: Account, result: str
    ) -> None:
        with pytest.raises(NotInAccount):
            share(result, lead, "other@example.org")
        still_open = start(shelf, seed="open").assessment.id
        take_into_account(still_open, anna.id, now=START)
        with pytest.raises(NotSubmitted):
            share(still_open, anna)
