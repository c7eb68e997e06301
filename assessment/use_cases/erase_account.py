"""Deleting an account with everything that belongs to its owner alone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.account_refusals import LeadsAlone
from assessment.store import account_erasure, audit
from assessment.store.database import empty_journal, reading, transaction
from assessment.store.memberships import list_led_alone
from assessment.use_cases.accounts import Account
from assessment.use_cases.mails import Mail, MailKind, enqueue, wake
from assessment.use_cases.memberships import forget_memberships


def check_erasable(account: Account) -> None:
    """Whether nobody else is left without a lead. Raises LeadsAlone."""
    with reading() as connection:
        _check_erasable(connection, account.id)


def erase_account(account: Account, *, now: datetime) -> None:
    """Delete own assessments, results, plans, shares, memberships, devices and the account; tell its address.

    Of campaigns that asked this person only a keyed hash stays, and published results stay as they are. Answers to
    anonymous campaigns are known to nobody and stay. Raises LeadsAlone; then nothing was deleted.
    """
    with transaction() as connection:
        account_erasure.lock_what_is_led(connection, account.id)
        email = account_erasure.lock_account(connection, account.id)
        if email is None:
            return
        _check_erasable(connection, account.id)
        account_erasure.delete_own_assessments(connection, account.id)
        account_erasure.delete_invitation_links(connection, account.id, email)
        account_erasure.delete_empty_organisations(connection, account.id)
        forget_memberships(connection, account.id, email)
        account_erasure.delete_mails(connection, account.id, email)
        audit.forget_address(connection, email)
        account_erasure.delete_account(connection, account.id, email)
        farewell = Mail(
            key=f"{MailKind.ACCOUNT_DELETED}/{account.id}/{now.isoformat()}",
            kind=MailKind.ACCOUNT_DELETED,
            recipient=email,
            locale=account.locale,
        )
        enqueue(connection, farewell, now=now)
    empty_journal()
    wake()


def _check_erasable(connection: Connection, user_id: int) -> None:
    teams = account_erasure.list_teams_named(connection, list_led_alone(connection, user_id))
    organisations = account_erasure.list_organisations_run_alone(connection, user_id)
    if teams or organisations:
        raise LeadsAlone(teams, organisations)
