"""What has to be done from time to time, whether or not anybody rings."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from assessment.use_cases.member_lists import forget_old_lists
from assessment.use_cases.reminders import send_due_reminders
from assessment.use_cases.run_campaign import close_due_campaigns
from assessment.use_cases.send_mails import tidy_outbox
from assessment.use_cases.tidy_accounts import forget_old_sessions, forget_unconfirmed_accounts
from assessment.use_cases.tidy_limits import forget_limit_windows

_LOG = logging.getLogger("assessment.jobs")

PERIODIC: tuple[tuple[str, Callable[[datetime], object]], ...] = (
    ("close campaigns whose time has come", close_due_campaigns),
    ("remind those who have not answered", send_due_reminders),
    ("tidy the outbox", tidy_outbox),
    ("forget lists of people that nobody said yes to", forget_old_lists),
    ("forget attempts whose limits have ended", forget_limit_windows),
    ("forget devices that were left alone", forget_old_sessions),
    ("forget accounts that nobody confirmed", forget_unconfirmed_accounts),
)
"""Name and function of each job, in the order in which they run; doing one again must change nothing."""


def sweep(now: datetime) -> None:
    """Do every periodic job. One that fails is logged and keeps no other from its turn."""
    for name, job in PERIODIC:
        try:
            job(now)
        except Exception:  # whatever is wrong with one, the others have their turn, and this one the next time
            _LOG.exception("It was not possible to %s", name)
