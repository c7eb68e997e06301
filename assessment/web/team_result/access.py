"""Who may open the result of a campaign: its team's leads and members, and those who administer its organisation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import abort
from flask.typing import ResponseReturnValue

from assessment.domain.campaign import CampaignState, is_published
from assessment.domain.campaign_refusals import CampaignNotFound
from assessment.domain.permissions import Action
from assessment.domain.team_refusals import TeamNotFound
from assessment.use_cases.campaign_records import CampaignRecord, get_campaign
from assessment.use_cases.show_team_result import TeamView, get_team_result
from assessment.use_cases.teams import TeamRecord, get_team_for
from assessment.web.signed_in import get_account

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A campaign that has not closed, and somebody who will see its result. ``runs_it``: they run its campaigns."""

    record: CampaignRecord
    team: TeamRecord
    runs_it: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at a published result. ``runs_it``: they run the campaigns of the team."""

    view: TeamView
    runs_it: bool

    @property
    def campaign_id(self) -> str:
        return self.view.record.id


def open_result(campaign_id: str) -> Visit | Waiting:
    """The result for whoever is signed in, or the campaign that it will come from.

    Raises NotSignedIn, and CampaignNotFound for whoever may not see it, as if there were none. A draft is there for
    those alone who run it.
    """
    account, record = get_account(), get_campaign(campaign_id)
    try:
        standing = get_team_for(account.id, record.team_id, Action.SEE_TEAM, published=True, allowed_by_rules=True)
    except TeamNotFound as refusal:
        raise CampaignNotFound from refusal
    runs_it = standing.may(Action.RUN_CAMPAIGN)
    if is_published(record.campaign):
        return Visit(get_team_result(campaign_id, account.id), runs_it)
    if record.campaign.state is CampaignState.DRAFT and not runs_it:
        raise CampaignNotFound
    return Waiting(record, standing.team, runs_it)


def needs_shown_result(
    view: Callable[Concatenate[Visit, P], ResponseReturnValue],
) -> Callable[..., ResponseReturnValue]:
    """Give the view the visit in place of the ``campaign_id``; not found while nothing of the result is shown."""

    @wraps(view)
    def checked(campaign_id: str, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        visit = open_result(campaign_id)
        if isinstance(visit, Waiting) or visit.view.result.hidden is not None:
            abort(404)
        return view(visit, *args, **kwargs)

    return checked
