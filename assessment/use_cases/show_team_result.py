"""The one door to a team's result: pages, files, charts and plans of a group all come from here."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from assessment.domain.campaign import CampaignKind, is_published
from assessment.domain.campaign_refusals import ResultNotPublished
from assessment.domain.framework import Framework
from assessment.domain.permissions import Action
from assessment.domain.profile import Profile
from assessment.domain.released_topics import ReleasedTopicComparison, release_topics
from assessment.domain.team_result import TeamResult
from assessment.domain.without_participation import without_participation
from assessment.store.database import reading
from assessment.store.published import StoredPublication, find_latest_with_topics, find_publication, list_own
from assessment.store.results import find_result
from assessment.use_cases.campaign_access import get_campaign_standing
from assessment.use_cases.campaign_records import CampaignRecord, get_campaign
from assessment.use_cases.kept_frameworks import get_framework
from assessment.use_cases.teams import TeamRecord, TeamStanding


@dataclass(frozen=True, slots=True)
class TeamView:
    """What somebody who may see a team's result gets to see.

    ``own_view`` is how the viewer alone rated the team, the last time they did so as its lead with the same version of
    the framework; it is nobody else's to see. ``topics`` lay members' own level beside the team's,
    wherever the team's last campaigns of either kind that told topics both told one.
    """

    record: CampaignRecord
    team: TeamRecord
    framework: Framework
    result: TeamResult
    own_view: Profile | None
    topics: tuple[ReleasedTopicComparison, ...]


def get_team_result(campaign_id: str, user_id: int) -> TeamView:
    """The published result of a campaign for an account that may see it.

    Raises CampaignNotFound where there is none or the account has nothing to do with its team, ResultNotPublished
    for those who may see it once it has closed.
    """
    record = get_campaign(campaign_id)
    standing = get_campaign_standing(user_id, record, Action.SEE_TEAM)
    with reading() as connection:
        published = find_publication(connection, campaign_id)
        if published is None or not is_published(record.campaign):
            raise ResultNotPublished
        framework = get_framework(connection, record.snapshot)
        return TeamView(
            record=record,
            team=standing.team,
            framework=framework,
            result=_as_seen_by(standing, published.result),
            own_view=_find_own_view(connection, user_id, record),
            topics=_compare_topics(connection, record, framework, published),
        )


def _as_seen_by(standing: TeamStanding, result: TeamResult) -> TeamResult:
    """Members see the figures of their team; how many took part is told to those who run its campaigns."""
    counts = standing.may(Action.SEE_PARTICIPATION, published=True, allowed_by_rules=True)
    return result if counts else without_participation(result)


def _find_own_view(connection: Connection, user_id: int, record: CampaignRecord) -> Profile | None:
    for assessment_id, snapshot in list_own(connection, record.team_id, CampaignKind.LEAD_ALONE, user_id):
        if snapshot == record.snapshot:
            return find_result(connection, assessment_id)
    return None


def _compare_topics(
    connection: Connection, record: CampaignRecord, framework: Framework, published: StoredPublication
) -> tuple[ReleasedTopicComparison, ...]:
    kinds = {CampaignKind.THEMSELVES: CampaignKind.TEAM, CampaignKind.TEAM: CampaignKind.THEMSELVES}
    other_kind = kinds.get(record.campaign.kind)
    other = None if other_kind is None else find_latest_with_topics(connection, record.team_id, other_kind)
    if other is None:
        return ()
    own, whole = (published, other) if other_kind is CampaignKind.TEAM else (other, published)
    return release_topics(framework, own.basis, whole.basis)
