"""Hundreds who have answered a campaign, written in one transaction. An app context is entered here."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask
from sqlalchemy import insert, select

from assessment.domain.answers import AnswerSheet
from assessment.store.database import transaction
from assessment.store.tables import DbAnswer, DbAssessment, DbCampaignAssessment
from assessment.use_cases.campaign_records import CampaignRecord
from tests.factories.team_campaigns import answer, respondents_of


def answer_as_crowd(app: Flask, campaign: CampaignRecord, sheets: Sequence[AnswerSheet]) -> None:
    """The first people asked have submitted these, one each: one of them as people do, the others as copies of it."""
    first, *others = respondents_of(app, campaign)[: len(sheets)]
    begun = answer(app, campaign, first, sheets[0])
    with app.app_context(), transaction() as connection:
        row = connection.execute(select(*DbAssessment.__table__.columns).where(DbAssessment.id == begun)).one()
        keys = [f"copy{number:04}" for number in range(1, len(sheets))]
        connection.execute(insert(DbAssessment), [{**row._mapping, "id": key, "token_hash": key} for key in keys])
        links = [
            {"assessment_id": key, "campaign_id": campaign.id, "respondent_id": one.id}
            for key, one in zip(keys, others, strict=True)
        ]
        connection.execute(insert(DbCampaignAssessment), links)
        answers = [
            {"assessment_id": key, "item_id": item, "value": value, "special": None}
            for key, sheet in zip(keys, sheets[1:], strict=True)
            for item, value in sheet.values.items()
        ]
        connection.execute(insert(DbAnswer), answers)
