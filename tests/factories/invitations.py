"""Invitations of a campaign, brought to where a test needs them. In an app context."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from assessment.store.database import transaction
from assessment.store.respondents import StoredRespondent
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import resend
from tests.factories.assessments import START


def mail_of(respondent: StoredRespondent, state: str, trouble: str = "") -> None:
    """The worker has come this far with the newest mail to this person."""
    with transaction() as connection:
        newest = "SELECT id FROM mails WHERE respondent_id = :who ORDER BY created_at DESC, key DESC LIMIT 1"
        connection.execute(
            text(f"UPDATE mails SET state = :state, trouble = :trouble WHERE id = ({newest})"),  # noqa: S608  two constants
            {"state": state, "trouble": trouble, "who": respondent.id},
        )


def resend_at(campaign: CampaignRecord, respondent: StoredRespondent, hours: int = 1) -> None:
    resend(campaign.id, respondent.id, now=START + timedelta(hours=hours))
