"""The gate that answers to a campaign pass, in the very transaction that stores them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from assessment.domain.campaign import check_may_answer
from assessment.domain.campaign_refusals import AnsweringEnded, CampaignNotIn, DeadlinePassed
from assessment.store import campaigns, respondents
from assessment.store.campaigns import StoredCampaign
from assessment.store.database import reading
from assessment.use_cases.campaign_records import to_campaign

_SOMEBODY = "somebody"


@dataclass(frozen=True, slots=True)
class Passed:
    """What is stored with answers that may be stored: their moment, and whether they may be timed."""

    at: datetime
    timed: bool


def pass_gate(connection: Connection, assessment_id: str, *, now: datetime) -> Passed:
    """Let a change of an assessment through; the campaign it answers cannot close before the transaction ends.

    Whoever closes it waits for those who have passed, and nobody passes after it has closed. Answers without a
    campaign always pass. Those of an anonymous one get no moment of their own. Raises AnsweringEnded.
    """
    found = campaigns.find_answers(connection, assessment_id)
    if found is None:
        return Passed(now, timed=True)
    stored = campaigns.hold_campaign(connection, found.campaign_id)
    if stored is None:
        return Passed(now, timed=True)
    require_open(stored, now)
    return Passed(moment_of_answers(stored, now), timed=not stored.anonymous)


def check_gate(assessment_id: str, *, now: datetime) -> None:
    """Whether a page that takes answers is worth showing. Raises AnsweringEnded."""
    with reading() as connection:
        found = campaigns.find_answers(connection, assessment_id)
        stored = None if found is None else campaigns.find_campaign(connection, found.campaign_id)
        if stored is not None:
            require_open(stored, now)


def require_open(stored: StoredCampaign, now: datetime) -> None:
    """Raises AnsweringEnded, in the organiser's time zone, from the very moment of the deadline.

    It makes no difference whether a job has closed the campaign by then.
    """
    try:
        check_may_answer(to_campaign(stored, frozenset({_SOMEBODY})), _SOMEBODY, now)
    except (CampaignNotIn, DeadlinePassed) as refusal:
        ended_at = stored.closed_at or stored.closes_at or now
        raise AnsweringEnded(ended_at.astimezone(ZoneInfo(stored.time_zone))) from refusal


def moment_of_answers(stored: StoredCampaign, now: datetime) -> datetime:
    """Now; in an anonymous campaign the day on which it opened, for everybody, so that nothing tells who was when."""
    if not stored.anonymous or stored.opened_at is None:
        return now
    return datetime.combine(stored.opened_at.astimezone(UTC).date(), time(), UTC)


def leave_campaign(connection: Connection, assessment_id: str) -> None:
    """An assessment is about to be erased: its person wants no more mails. A campaign that closes just now waits."""
    found = campaigns.find_answers(connection, assessment_id)
    if found is None:
        return
    campaigns.hold_campaign(connection, found.campaign_id)
    if found.respondent_id is not None:
        respondents.mark_withdrawn(connection, found.respondent_id)
