"""Forgetting attempts that no limit counts any more."""

from __future__ import annotations

from datetime import datetime

from assessment.store.database import transaction
from assessment.store.limit_windows import forget_ended


def forget_limit_windows(now: datetime) -> None:
    """Delete the windows that have ended: their keys are made from addresses of people and machines."""
    with transaction() as connection:
        forget_ended(connection, now)
