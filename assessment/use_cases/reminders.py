"""Reminders: due once each, to those who have not answered, never visible person by person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from assessment.domain.campaign import find_due_reminder
from assessment.store import campaigns
from assessment.store.campaigns import StoredCampaign
from assessment.store.database import reading, transaction
from assessment.store.respondents import list_to_remind
from assessment.use_cases.campaign_mails import campaign_facts, write_mail
from assessment.use_cases.campaign_records import read_campaign, save_record, to_campaign
from assessment.use_cases.mails import MailKind, wake
from assessment.use_cases.one_by_one import do_for_each


def send_due_reminders(now: datetime) -> int:
    """Write down the reminders of every open campaign that are due; how many campaigns reminded somebody here.

    Of reminders whose moments have all gone by, the latest alone counts. Doing it again sends nothing again.
    """
    with reading() as connection:
        due = [stored.id for stored in campaigns.list_open(connection) if _is_due(stored, now)]
    return do_for_each(due, lambda campaign_id: _remind(campaign_id, now))


def _is_due(stored: StoredCampaign, now: datetime) -> bool:
    return find_due_reminder(to_campaign(stored, frozenset()), stored.reminded_at, now) is not None


def _remind(campaign_id: str, now: datetime) -> bool:
    with transaction() as connection:
        record = read_campaign(connection, campaign_id, lock=True)
        due = find_due_reminder(record.campaign, record.reminded_at, now)
        if due is None:
            return False
        facts = campaign_facts(connection, record)
        for one in list_to_remind(connection, campaign_id, anonymous=record.campaign.anonymous):
            key = f"reminder/{one.id}/{due.isoformat()}"
            write_mail(connection, one, kind=MailKind.REMINDER, key=key, facts=facts, now=now)
        save_record(connection, replace(record, reminded_at=now))
    wake()
    return True
