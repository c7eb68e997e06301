"""Mails of campaigns, written down in the transaction that is their reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from assessment.domain.campaign import CampaignKind
from assessment.domain.people import TeamRole
from assessment.store.campaigns import get_team_name
from assessment.store.respondents import StoredRespondent
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.mails import Mail, MailKind, enqueue
from assessment.use_cases.teams import read_members


def campaign_facts(connection: Connection, record: CampaignRecord) -> dict[str, Any]:
    """What mails say about a campaign: ``team``, ``title``, ``kind``, ``closes_at`` (RFC 3339), ``time_zone``."""
    closes_at = record.campaign.closes_at
    return {
        "team": get_team_name(connection, record.team_id),
        "title": record.title,
        "kind": record.campaign.kind.value,
        "closes_at": None if closes_at is None else closes_at.isoformat(),
        "time_zone": record.time_zone,
    }


def write_invitations(
    connection: Connection, record: CampaignRecord, asked: Iterable[StoredRespondent], *, now: datetime
) -> None:
    """The first invitation of everybody."""
    facts = campaign_facts(connection, record)
    for one in asked:
        write_mail(connection, one, kind=MailKind.INVITATION, key=f"invitation/{one.id}", facts=facts, now=now)


def write_mail(
    connection: Connection,
    respondent: StoredRespondent,
    *,
    kind: MailKind,
    key: str,
    facts: Mapping[str, Any],
    now: datetime,
) -> bool:
    """One mail to a respondent whose address is known. False when its key is known already."""
    if respondent.email is None:
        return False
    mail = Mail(
        key=key,
        kind=kind,
        recipient=respondent.email,
        locale=respondent.locale,
        facts=facts,
        user_id=respondent.user_id,
        respondent_id=respondent.id,
        campaign_id=respondent.campaign_id,
    )
    return enqueue(connection, mail, now=now)


def tell_leads(connection: Connection, record: CampaignRecord, *, now: datetime) -> None:
    """Everybody who leads the team hears that the result is ready; a lead who asked only themselves hears nothing."""
    if record.campaign.kind is CampaignKind.LEAD_ALONE:
        return
    facts = campaign_facts(connection, record)
    for person in read_members(connection, record.team_id):
        if person.role is TeamRole.LEAD and person.user_id is not None:
            mail = Mail(
                key=f"campaign_closed/{record.id}/{person.id}",
                kind=MailKind.CAMPAIGN_CLOSED,
                recipient=person.email,
                locale=person.locale,
                facts=facts,
                user_id=person.user_id,
                campaign_id=record.id,
            )
            enqueue(connection, mail, now=now)
