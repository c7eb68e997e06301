"""The audit log: who reads what of it, and what stays when somebody leaves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert

from assessment.bank.shelf import Shelf
from assessment.domain.audit import AuditAction
from assessment.store.audit import forget_address
from assessment.store.database import transaction
from assessment.store.tables import DbOwnedAssessment, DbUser
from assessment.use_cases.accounts import Account
from assessment.use_cases.audit import ENTRIES_AT_ONCE, list_all_entries, list_own_entries, note
from tests.factories.assessments import START, start
from tests.factories.owners import account


@pytest.fixture
def anna() -> Account:
    return account()


@pytest.fixture
def boris() -> Account:
    return account("boris@example.org")


def write(who: Account | None, subject: str = "x", *, kind: str = "team", days: int = 0, **facts: object) -> None:
    with transaction() as connection:
        note(
            connection,
            AuditAction.RESULT_SHARED,
            now=START + timedelta(days=days),
            user_id=None if who is None else who.id,
            subject_kind=kind,
            subject_id=subject,
            facts=facts,
        )


def test_one_reads_what_one_did_and_what_was_done_to_what_is_ones_own(
    shelf: Shelf, anna: Account, boris: Account
) -> None:
    assessment = start(shelf).assessment.id
    with transaction() as connection:
        connection.execute(
            insert(DbOwnedAssessment), {"assessment_id": assessment, "user_id": anna.id, "taken_at": START}
        )
    write(anna, "a")
    write(boris, "b", days=1)
    write(boris, assessment, kind="assessment", days=2)
    write(boris, assessment, kind="team", days=3)

    assert [(entry.subject_id, entry.own) for entry in list_own_entries(anna.id, page=1).items] == [
        (assessment, False),
        ("a", True),
    ]
    assert list_own_entries(boris.id, page=1).count == 3
    assert [entry.subject_id for entry in list_all_entries(reader_id=anna.id, page=1).items] == [
        assessment,
        assessment,
        "b",
        "a",
    ]


def test_entries_stay_without_a_name_when_the_account_goes(anna: Account, boris: Account) -> None:
    write(anna)
    with transaction() as connection:
        connection.execute(delete(DbUser).where(DbUser.id == anna.id))

    (entry,) = list_all_entries(reader_id=boris.id, page=1).items
    assert (entry.email, entry.own) == (None, False)


def test_an_address_that_is_gone_is_told_no_more(anna: Account) -> None:
    write(anna, email="gone@example.org", with_plan=True)
    write(anna, days=1, email="here@example.org")
    write(anna, days=2)
    with transaction() as connection:
        forget_address(connection, "gone@example.org")

    facts = [dict(entry.facts) for entry in list_own_entries(anna.id, page=1).items]
    assert facts == [{}, {"email": "here@example.org"}, {"with_plan": True}]


def test_it_comes_in_pages_newest_first(anna: Account) -> None:
    for day in range(ENTRIES_AT_ONCE + 2):
        write(anna, str(day), days=day)
    first, second, third = (list_own_entries(anna.id, page=page) for page in (1, 2, 3))

    assert (first.count, first.pages) == (ENTRIES_AT_ONCE + 2, 2)
    assert [entry.subject_id for entry in second.items] == ["1", "0"]
    assert third.items == ()


def test_an_entry_that_was_not_committed_was_never_written(anna: Account) -> None:
    with pytest.raises(ZeroDivisionError), transaction() as connection:  # noqa: PT012  (raised by the block itself)
        note(connection, AuditAction.LINK_WITHDRAWN, now=START, user_id=anna.id, subject_kind="x", subject_id="x")
        raise ZeroDivisionError
    assert list_own_entries(anna.id, page=1).count == 0
