"""What the service holds about an account, to take along in one file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from assessment.domain.refusals import AssessmentNotFound
from assessment.store import account_export
from assessment.store.database import reading
from assessment.use_cases.accounts import Account
from assessment.use_cases.own_data import export_json
from assessment.use_cases.result_document import rfc3339


def export_account(account: Account, *, now: datetime) -> dict[str, Any]:
    """Everything stored about an account's owner, as values that JSON knows; times are RFC 3339 in UTC.

    Passwords, keys and codes are not among it, as only hashes of them are stored; neither is anything that is about
    other people. Answers to anonymous campaigns are known to nobody and missing.
    """
    with reading() as connection:
        profile = account_export.read_profile(connection, account.id) or {}
        owned = account_export.list_owned(connection, account.id)
        parts: dict[str, Any] = {
            "account": {**profile, "roles": sorted(account.roles)},
            **account_export.list_ways_in(connection, account.id),
            **account_export.list_places(connection, account.id),
            "shared_with_me": account_export.list_shares_with(connection, account.email),
            "log": account_export.list_log(connection, account.id),
            "mails": account_export.list_mails(connection, account.email),
        }
    assessments = [found for found in map(_export, owned) if found is not None]
    return {"made_at": rfc3339(now), **_plain(parts), "assessments": assessments}


def _export(assessment_id: str) -> dict[str, Any] | None:
    """None when it was erased a moment ago, perhaps in another tab."""
    try:
        return export_json(assessment_id)
    except AssessmentNotFound:
        return None


def _plain(value: Any) -> Any:
    """With moments as text."""
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
