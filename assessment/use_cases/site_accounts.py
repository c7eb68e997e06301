"""What the site's administrator can see and do about accounts: nothing of what they hold."""

from __future__ import annotations

from datetime import datetime

from assessment.domain.audit import AuditAction
from assessment.domain.ownership_refusals import OwnAccount
from assessment.domain.paging import Paged, Paging
from assessment.domain.people import Role
from assessment.domain.permissions import Action, Facts, may
from assessment.store import account_list
from assessment.store.account_list import ListedAccount
from assessment.store.database import reading, transaction
from assessment.use_cases.accounts import SITE_ADMIN, Account, plain_address
from assessment.use_cases.audit import note

__all__ = ["ListedAccount", "list_accounts", "may_administer", "set_active"]

ACCOUNTS_AT_ONCE = 50


def may_administer(account: Account, action: Action) -> bool:
    """Whether the account may do this to the site as a whole."""
    return SITE_ADMIN in account.roles and may(Role.SITE_ADMIN, action, Facts(same_tenant=True))


def list_accounts(part: str, *, page: int) -> Paged[ListedAccount]:
    """Accounts whose address contains ``part``, by address. Pages count from 1."""
    paging = Paging(page, ACCOUNTS_AT_ONCE)
    with reading() as connection:
        found, count = account_list.list_accounts(
            connection, part=plain_address(part).replace("\0", ""), limit=paging.size, offset=paging.offset
        )
    return Paged(found, count, paging)


def set_active(user_id: int, administrator: Account, *, active: bool, now: datetime) -> bool:
    """Close an account to its owner, who is signed out everywhere, or open it again. False where nothing changed.

    What the account holds stays. Raises OwnAccount: administrators cannot shut themselves out.
    """
    if user_id == administrator.id:
        raise OwnAccount
    with transaction() as connection:
        email = account_list.set_active(connection, user_id, active=active)
        if email is None:
            return False
        if not active:
            account_list.end_sessions(connection, user_id)
        note(
            connection,
            AuditAction.ACCOUNT_ACTIVATED if active else AuditAction.ACCOUNT_DEACTIVATED,
            now=now,
            user_id=administrator.id,
            subject_kind="account",
            subject_id=str(user_id),
            facts={"email": email},
        )
    return True
