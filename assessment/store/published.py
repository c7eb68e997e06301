"""Rows of published results, and the answers they are made from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.domain.answers import AnswerValue, SpecialAnswer
from assessment.domain.result_basis import ResultBasis
from assessment.domain.team_result import TeamResult
from assessment.store.campaigns import list_submitted
from assessment.store.tables import (
    DbAnswer,
    DbAssessment,
    DbCampaign,
    DbCampaignAssessment,
    DbFrameworkSnapshot,
    DbPublishedResult,
    DbRespondent,
)
from assessment.store.team_result_json import (
    basis_from_json,
    basis_to_json,
    team_result_from_json,
    team_result_to_json,
)


@dataclass(frozen=True, slots=True)
class StoredPublication:
    """What was published of a campaign. ``memberships``: sets of people (keyed hashes) whose numbers were told."""

    campaign_id: str
    result: TeamResult
    basis: ResultBasis
    memberships: tuple[frozenset[str], ...]


_ADD = {
    "sqlite": sqlite.insert(DbPublishedResult).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(DbPublishedResult).on_conflict_do_nothing(),
}
_ALL = select(*DbPublishedResult.__table__.columns)
_FIND = _ALL.where(DbPublishedResult.campaign_id == bindparam("key"))
_ANSWERS = (
    select(DbAnswer.assessment_id, DbAnswer.item_id, DbAnswer.value, DbAnswer.special)
    .join(DbCampaignAssessment, DbCampaignAssessment.assessment_id == DbAnswer.assessment_id)
    .join(DbAssessment, DbAssessment.id == DbAnswer.assessment_id)
    .where(DbCampaignAssessment.campaign_id == bindparam("key"), DbAssessment.status == "submitted")
)
_EARLIER = (
    _ALL.join(DbCampaign, DbCampaign.id == DbPublishedResult.campaign_id)
    .join(DbFrameworkSnapshot, DbFrameworkSnapshot.digest == DbCampaign.snapshot)
    .where(
        DbCampaign.team_id == bindparam("team"),
        DbCampaign.kind.in_(bindparam("kinds", expanding=True)),
        DbFrameworkSnapshot.framework_id == bindparam("framework"),
        DbCampaign.id != bindparam("but"),
    )
    .order_by(DbCampaign.closed_at, DbCampaign.id)
)
_OF_KIND = (
    _ALL.join(DbCampaign, DbCampaign.id == DbPublishedResult.campaign_id)
    .where(DbCampaign.team_id == bindparam("team"), DbCampaign.kind == bindparam("of_kind"))
    .order_by(DbCampaign.closed_at.desc(), DbCampaign.id)
)
_OWN = (
    select(DbAssessment.id, DbAssessment.snapshot)
    .join(DbCampaignAssessment, DbCampaignAssessment.assessment_id == DbAssessment.id)
    .join(DbRespondent, DbRespondent.id == DbCampaignAssessment.respondent_id)
    .join(DbCampaign, DbCampaign.id == DbRespondent.campaign_id)
    .where(
        DbCampaign.team_id == bindparam("team"),
        DbCampaign.kind == bindparam("of_kind"),
        DbRespondent.user_id == bindparam("account"),
        DbAssessment.status == "submitted",
    )
    .order_by(DbCampaign.opened_at.desc(), DbAssessment.id)
)


def add_publication(connection: Connection, publication: StoredPublication) -> None:
    """Keep what is published of a campaign; what was published of it before stays."""
    row = {
        "campaign_id": publication.campaign_id,
        "result": team_result_to_json(publication.result),
        "basis": basis_to_json(publication.basis),
        "memberships": [sorted(people) for people in publication.memberships],
    }
    connection.execute(_ADD[connection.dialect.name], row)


def find_publication(connection: Connection, campaign_id: str) -> StoredPublication | None:
    """What was published of the campaign, if it has closed."""
    row = connection.execute(_FIND, {"key": campaign_id}).one_or_none()
    return None if row is None else _stored(row)


def find_latest_with_topics(connection: Connection, team_id: str, kind: str) -> StoredPublication | None:
    """What was published of the team's last campaign of that kind that told any topic as a number."""
    rows = connection.execute(_OF_KIND, {"team": team_id, "of_kind": kind})
    published = (_stored(row) for row in rows)
    return next((one for one in published if any(one.basis.topics.values())), None)


def list_earlier(
    connection: Connection, team_id: str, framework_id: str, *, kinds: Collection[str], but: str
) -> tuple[StoredPublication, ...]:
    """What was published of the team's campaigns of these kinds, as they closed, the campaign ``but`` left out."""
    parameters = {"team": team_id, "framework": framework_id, "kinds": list(kinds), "but": but}
    return tuple(_stored(row) for row in connection.execute(_EARLIER, parameters))


def read_submitted(connection: Connection, campaign_id: str) -> dict[str, dict[str, AnswerValue]]:
    """Answers by item id, by assessment id, of everything submitted to the campaign."""
    sheets: dict[str, dict[str, AnswerValue]] = {key: {} for key in list_submitted(connection, campaign_id)}
    value: Any  # a check constraint sees to it that it is a number where there is no special answer
    for assessment_id, item_id, value, special in connection.execute(_ANSWERS, {"key": campaign_id}):
        if assessment_id in sheets:  # without a lock one may have been submitted since
            sheets[assessment_id][item_id] = SpecialAnswer(special) if special is not None else value
    return sheets


def list_own(connection: Connection, team_id: str, kind: str, user_id: int) -> tuple[tuple[str, str], ...]:
    """Id and snapshot of what an account submitted itself to the team's campaigns of that kind, the last first."""
    rows = connection.execute(_OWN, {"team": team_id, "of_kind": kind, "account": user_id})
    return tuple((assessment_id, snapshot) for assessment_id, snapshot in rows)


def _stored(row: Row[Any]) -> StoredPublication:
    return StoredPublication(
        campaign_id=row.campaign_id,
        result=team_result_from_json(row.result),
        basis=basis_from_json(row.basis),
        memberships=tuple(frozenset(people) for people in row.memberships),
    )
