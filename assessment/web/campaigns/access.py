"""Who may open the pages of a campaign: whoever runs campaigns of its team; who its result: its members as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from flask.typing import ResponseReturnValue

from assessment.domain.campaign import CampaignState
from assessment.domain.campaign_refusals import CampaignNotFound
from assessment.domain.permissions import Action
from assessment.use_cases.accounts import Account
from assessment.use_cases.campaign_access import get_campaign_standing
from assessment.use_cases.campaign_records import CampaignRecord, get_campaign
from assessment.use_cases.teams import TeamRecord, TeamStanding
from assessment.web.signed_in import get_account

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Running:
    """A campaign, its team, and the account that runs it."""

    account: Account
    team: TeamRecord
    record: CampaignRecord


@dataclass(frozen=True, slots=True)
class Seen:
    """A campaign whose result somebody may see once it is published."""

    account: Account
    standing: TeamStanding
    record: CampaignRecord

    @property
    def runs_it(self) -> bool:
        """Whether this is one of those who run the team's campaigns."""
        return self.standing.may(Action.RUN_CAMPAIGN)


def see_campaign(campaign_id: str) -> Seen:
    """The campaign for whoever is signed in.

    Raises NotSignedIn, and CampaignNotFound for whoever may not see its result, as if there were none. A draft is
    there for those alone who run it.
    """
    account, record = get_account(), get_campaign(campaign_id)
    seen = Seen(account, get_campaign_standing(account.id, record, Action.SEE_TEAM), record)
    if record.campaign.state is CampaignState.DRAFT and not seen.runs_it:
        raise CampaignNotFound
    return seen


def needs_campaign(
    view: Callable[Concatenate[Running, P], ResponseReturnValue],
) -> Callable[..., ResponseReturnValue]:
    """Give the view the campaign in place of the ``campaign_id`` of its address.

    Nobody signed in: to the sign-in page; anybody else who may not run it: not found, like one that does not exist.
    """

    @wraps(view)
    def checked(campaign_id: str, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        account = get_account()
        record = get_campaign(campaign_id)
        standing = get_campaign_standing(account.id, record, Action.RUN_CAMPAIGN)
        return view(Running(account, standing.team, record), *args, **kwargs)

    return checked
