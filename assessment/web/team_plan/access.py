"""Who may open the plan of a team: leads change it, members read it, and only once there is something to plan from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from assessment.domain.campaign import CampaignState, is_published
from assessment.domain.campaign_refusals import CampaignNotFound
from assessment.domain.permissions import Action
from assessment.domain.team_refusals import TeamNotFound
from assessment.use_cases.accounts import Account
from assessment.use_cases.campaign_records import CampaignRecord, get_campaign
from assessment.use_cases.show_team_result import TeamView, get_team_result
from assessment.use_cases.team_plan import PlanGround
from assessment.use_cases.teams import TeamStanding, get_team_for
from assessment.web.signed_in import get_account

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """Somebody at the plan of a campaign. ``view`` is None while nothing is published of it."""

    account: Account
    standing: TeamStanding
    record: CampaignRecord
    view: TeamView | None

    @property
    def may_change(self) -> bool:
        """Whether this is one of those who run the team's campaigns."""
        return self.standing.may(Action.RUN_CAMPAIGN)

    @property
    def has_plan(self) -> bool:
        """Whether something was told that a plan can be made from."""
        return self.view is not None and self.view.result.hidden is None

    @property
    def ground(self) -> PlanGround:
        """What the plan rests on. Raises NothingToPlan through it, ValueError while nothing is published."""
        if self.view is None:
            raise ValueError("nothing is published")
        return PlanGround(self.record.id, self.view.framework, self.view.result)


def open_plan(campaign_id: str) -> PlanVisit:
    """The plan for whoever is signed in.

    Raises NotSignedIn, and CampaignNotFound for whoever may not see it, as if there were none. A draft is there for
    those alone who run it.
    """
    account, record = get_account(), get_campaign(campaign_id)
    try:
        standing = get_team_for(account.id, record.team_id, Action.SEE_TEAM, published=True, allowed_by_rules=True)
    except TeamNotFound as refusal:
        raise CampaignNotFound from refusal
    if record.campaign.state is CampaignState.DRAFT and not standing.may(Action.RUN_CAMPAIGN):
        raise CampaignNotFound
    if not is_published(record.campaign):
        return PlanVisit(account, standing, record, None)
    return PlanVisit(account, standing, record, get_team_result(campaign_id, account.id))


def needs_plan(
    *, change: bool = False
) -> Callable[[Callable[Concatenate[PlanVisit, P], ResponseReturnValue]], Callable[..., ResponseReturnValue]]:
    """Give the view the visit in place of the ``campaign_id``; with ``change`` only to those who may change the plan.

    Where there is nothing to plan from, lead to the page that says why.
    """

    def guard(view: Callable[Concatenate[PlanVisit, P], ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
        @wraps(view)
        def checked(campaign_id: str, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            visit = open_plan(campaign_id)
            if change and not visit.may_change:
                raise CampaignNotFound
            if not visit.has_plan:
                return redirect(url_for("team_plan.show", campaign_id=campaign_id), 303)
            return view(visit, *args, **kwargs)

        return checked

    return guard
