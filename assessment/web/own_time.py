"""Moments as the owner of an account reads them: by the clock on their wall."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assessment.languages import Language
from assessment.use_cases.accounts import Account


def own_day(account: Account, moment: datetime) -> date:
    """The day it was where the account's owner lives."""
    return moment.astimezone(_zone(account)).date()


def own_moment(language: Language, account: Account, moment: datetime) -> str:
    """21 November 2026, 14:32."""
    local = moment.astimezone(_zone(account))
    return f"{language.date(local.date())}, {language.time(local)}"


def _zone(account: Account) -> ZoneInfo:
    try:
        return ZoneInfo(account.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
