"""Sharing an own result with a named person: shown beforehand, logged, taken back at once.

The recipient must be signed in with the named, confirmed address and hold a capacity in which the access matrix allows
it. Single answers and personal notes are never part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.development_plan import DevelopmentPlan
from assessment.domain.framework import Framework
from assessment.domain.mail import MailKind
from assessment.domain.ownership_refusals import (
    NotInAccount,
    SharedAlready,
    SharedTooWidely,
    SharedWithOneself,
    ShareNotFound,
)
from assessment.domain.paging import Paged, Paging
from assessment.domain.people import Role
from assessment.domain.permissions import Action, Facts, may
from assessment.domain.profile import Profile
from assessment.domain.shared_result import HeldBack, leave_out_answers, leave_out_notes, list_held_back
from assessment.store import accounts, ownership, shares
from assessment.store.audit import ASSESSMENT, has_entry_since
from assessment.store.database import reading, transaction
from assessment.store.plans import find_plan
from assessment.store.shares import StoredShare
from assessment.use_cases.accounts import TRAINER, Account
from assessment.use_cases.audit import note
from assessment.use_cases.mail_addresses import get_address
from assessment.use_cases.mails import Mail, enqueue, wake
from assessment.use_cases.show_result import AssessmentResult, read_result
from assessment.use_cases.tokens import ID_BYTES, TokenSource

__all__ = [
    "MOST_RECIPIENTS",
    "SharedResult",
    "StoredShare",
    "list_recipients",
    "list_shared_by",
    "list_shared_with",
    "may_be_shown_results",
    "preview_share",
    "share_result",
    "take_back",
    "view_shared",
]

MOST_RECIPIENTS = 20
"""People one result can be shared with at a time."""

SHARES_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class SharedResult:
    """All that a recipient gets, and what the preview shows. ``plan`` is None when it is not shared or not made yet.

    ``profile`` names no statement; ``with_plan`` says what the owner chose.
    """

    owner_email: str
    owner_name: str
    submitted_at: datetime
    framework: Framework
    profile: Profile
    held_back: tuple[HeldBack, ...]
    with_plan: bool
    plan: DevelopmentPlan | None


def preview_share(assessment_id: str, owner: Account, *, recipient: str, with_plan: bool) -> SharedResult:
    """What the recipient would get, exactly.

    Raises AssessmentNotFound, NotSubmitted, NotInAccount, AddressUnusable, SharedWithOneself, SharedAlready and
    SharedTooWidely, as sharing it would.
    """
    address = get_address(recipient)
    with reading() as connection:
        result = read_result(connection, assessment_id)
        _check(connection, result, owner, address)
        return _build(connection, result, owner.email, owner.name, with_plan=with_plan)


def share_result(
    assessment_id: str, owner: Account, *, recipient: str, with_plan: bool, now: datetime, token_source: TokenSource
) -> str:
    """Share it, write that down, and tell the recipient by mail; the id of the share. Raises as preview_share does."""
    address = get_address(recipient)
    share_id = token_source(ID_BYTES)
    with transaction() as connection:
        result = read_result(connection, assessment_id, lock=True)
        _check(connection, result, owner, address)
        shares.add_share(
            connection,
            share_id=share_id,
            assessment_id=assessment_id,
            recipient=address,
            with_plan=with_plan,
            at=now,
        )
        facts: dict[str, object] = {"email": address, "with_plan": with_plan}
        _note(connection, AuditAction.RESULT_SHARED, assessment_id, owner.id, now=now, facts=facts)
        known = accounts.find_account_by_email(connection, address)
        locale = owner.locale if known is None else known.locale
        mail = Mail(
            key=f"result_shared/{share_id}",
            kind=MailKind.RESULT_SHARED,
            recipient=address,
            locale=locale,
            facts={"share": share_id},
            user_id=owner.id,
        )
        enqueue(connection, mail, now=now)
    wake()
    return share_id


def take_back(share_id: str, owner_id: int, *, now: datetime) -> None:
    """Stop sharing, at once. Raises ShareNotFound unless it is the account's own share and holds."""
    with transaction() as connection:
        share = shares.lock_share(connection, share_id)
        if share is None or share.owner_id != owner_id:
            raise ShareNotFound
        shares.revoke_share(connection, share_id, now)
        facts = {"email": share.recipient}
        _note(connection, AuditAction.SHARING_TAKEN_BACK, share.assessment_id, owner_id, now=now, facts=facts)


def list_recipients(assessment_id: str) -> tuple[StoredShare, ...]:
    """With whom a result is shared, newest first."""
    with reading() as connection:
        return shares.list_shares(connection, assessment_id)


def list_shared_by(user_id: int, *, most: int) -> tuple[tuple[StoredShare, ...], int]:
    """The newest shares of an account, and how many it has in all."""
    with reading() as connection:
        return shares.list_shares_of(connection, user_id, limit=most)


def list_shared_with(account: Account, *, page: int, size: int = SHARES_AT_ONCE) -> Paged[StoredShare]:
    """What is shared with the account and may be shown to it, newest first. Pages count from 1."""
    paging = Paging(page, size)
    with reading() as connection:
        if not _may_see(connection, account):
            return Paged((), 0, paging)
        found, count = shares.list_shares_with(connection, account.email, limit=paging.size, offset=paging.offset)
    return Paged(found, count, paging)


def may_be_shown_results(account: Account) -> bool:
    """Whether the account holds a capacity in which results of others can be shared with it."""
    with reading() as connection:
        return _may_see(connection, account)


def view_shared(share_id: str, account: Account, *, now: datetime) -> SharedResult:
    """What is shared, for its recipient; written down before it is shown, at most once a day (UTC).

    Raises ShareNotFound for everybody else, and when it was taken back.
    """
    with transaction() as connection:
        share = shares.lock_share(connection, share_id)
        if share is None or share.recipient != account.email or not _may_see(connection, account):
            raise ShareNotFound
        result = read_result(connection, share.assessment_id)
        _note_viewing(connection, share, account, now)
        return _build(connection, result, share.owner_email, share.owner_name, with_plan=share.with_plan)


def _may_see(connection: Connection, account: Account) -> bool:
    if not account.confirmed:
        return False
    leads, administers = shares.find_capacities(connection, account.id)
    roles = {Role.PERSON}
    roles |= {Role.TEAM_LEAD} if leads else set()
    roles |= {Role.ORGANISATION_ADMIN} if administers else set()
    roles |= {Role.TRAINER} if TRAINER in account.roles else set()
    facts = Facts(shared=True, same_tenant=True)
    return any(may(role, Action.SEE_RESULT_OF_ANOTHER, facts) for role in roles)


def _check(connection: Connection, result: AssessmentResult, owner: Account, address: str) -> None:
    if ownership.find_owner(connection, result.record.id) != owner.id:
        raise NotInAccount
    if address == owner.email:
        raise SharedWithOneself
    recipients = [share.recipient for share in shares.list_shares(connection, result.record.id)]
    if address in recipients:
        raise SharedAlready(address)
    if len(recipients) >= MOST_RECIPIENTS:
        raise SharedTooWidely(MOST_RECIPIENTS)


def _build(connection: Connection, result: AssessmentResult, email: str, name: str, *, with_plan: bool) -> SharedResult:
    kept = find_plan(connection, result.record.id, result.framework) if with_plan else None
    return SharedResult(
        owner_email=email,
        owner_name=name,
        submitted_at=result.record.submitted_at or result.record.started_at,
        framework=result.framework,
        profile=leave_out_answers(result.profile),
        held_back=list_held_back(result.profile),
        with_plan=with_plan,
        plan=None if kept is None else leave_out_notes(kept.plan),
    )


def _note_viewing(connection: Connection, share: StoredShare, account: Account, now: datetime) -> None:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    seen = has_entry_since(
        connection,
        since=today,
        user_id=account.id,
        action=AuditAction.SHARED_RESULT_VIEWED.value,
        subject_kind=ASSESSMENT,
        subject_id=share.assessment_id,
    )
    if not seen:
        _note(connection, AuditAction.SHARED_RESULT_VIEWED, share.assessment_id, account.id, now=now, facts={})


def _note(
    connection: Connection,
    action: AuditAction,
    assessment_id: str,
    user_id: int,
    *,
    now: datetime,
    facts: Mapping[str, object],
) -> None:
    note(connection, action, now=now, user_id=user_id, subject_kind=ASSESSMENT, subject_id=assessment_id, facts=facts)
