"""Who stands how to a campaign."""

from __future__ import annotations

from assessment.domain.campaign_refusals import CampaignNotFound
from assessment.domain.permissions import Action
from assessment.domain.team_refusals import TeamNotFound
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.teams import TeamStanding, get_team_for


def get_campaign_standing(user_id: int, record: CampaignRecord, action: Action) -> TeamStanding:
    """How an account that may do this stands to the team of the campaign.

    Only the asker is in question here: what is not published yet, or what the anonymity rules hold back, is absent
    from what is shown. Raises CampaignNotFound for everybody else, as if there were no such campaign.
    """
    try:
        return get_team_for(user_id, record.team_id, action, published=True, allowed_by_rules=True)
    except TeamNotFound as refusal:
        raise CampaignNotFound from refusal
