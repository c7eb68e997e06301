"""What is forgotten about accounts as time goes by."""

from __future__ import annotations

from datetime import datetime, timedelta

from assessment.store import accounts
from assessment.store.database import transaction
from assessment.use_cases.account_sessions import IDLE

UNCONFIRMED = timedelta(days=30)
"""An account whose address nobody has confirmed for so long is deleted."""


def forget_old_sessions(now: datetime) -> int:
    """Forget devices that were left alone for long and are signed out by that; how many there were."""
    with transaction() as connection:
        return accounts.end_old_sessions(connection, now - IDLE)


def forget_unconfirmed_accounts(now: datetime) -> int:
    """Delete accounts that were registered and never confirmed; how many there were."""
    with transaction() as connection:
        return accounts.delete_unconfirmed(connection, now - UNCONFIRMED)
