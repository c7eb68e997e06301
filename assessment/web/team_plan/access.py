"""Who may open the plan of a team: leads change it, members read it, and only once there is something to plan from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from assessment.domain.campaign import is_published
from assessment.domain.campaign_refusals import CampaignNotFound
from assessment.use_cases.accounts import Account
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.show_team_result import TeamView, get_team_result
from assessment.use_cases.team_plan import PlanGround
from assessment.use_cases.teams import TeamStanding
from assessment.web.campaigns.access import Seen, see_campaign
from assessment.web.parts import parts

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """Somebody at the plan of a campaign. ``view`` is None while nothing is published of it."""

    seen: Seen
    view: TeamView | None

    @property
    def account(self) -> Account:
        return self.seen.account

    @property
    def standing(self) -> TeamStanding:
        return self.seen.standing

    @property
    def record(self) -> CampaignRecord:
        return self.seen.record

    @property
    def may_change(self) -> bool:
        """Whether this is one of those who run the team's campaigns."""
        return self.seen.runs_it

    @property
    def has_plan(self) -> bool:
        """Whether something was told that a plan can be made from."""
        return self.view is not None and self.view.result.hidden is None

    @property
    def ground(self) -> PlanGround:
        """What the plan rests on. Raises NothingToPlan through it, ValueError while nothing is published."""
        if self.view is None:
            raise ValueError("nothing is published")
        by = self.seen.account.id
        return PlanGround(self.record.id, self.view.framework, self.view.result, by=by, now=parts().clock())


def open_plan(campaign_id: str) -> PlanVisit:
    """The plan for whoever is signed in.

    Raises NotSignedIn and CampaignNotFound, see ``see_campaign``.
    """
    seen = see_campaign(campaign_id)
    published = is_published(seen.record.campaign)
    return PlanVisit(seen, get_team_result(campaign_id, seen.account.id) if published else None)


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
