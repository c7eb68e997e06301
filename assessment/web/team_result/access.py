"""Who may open the result of a campaign: its team's leads and members, and those who administer its organisation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import abort
from flask.typing import ResponseReturnValue

from assessment.domain.campaign import is_published
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.show_team_result import TeamView, get_team_result
from assessment.use_cases.teams import TeamRecord
from assessment.web.campaigns.access import see_campaign

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

    Raises NotSignedIn and CampaignNotFound, see ``see_campaign``.
    """
    seen = see_campaign(campaign_id)
    if is_published(seen.record.campaign):
        return Visit(get_team_result(campaign_id, seen.account.id), seen.runs_it)
    return Waiting(seen.record, seen.standing.team, seen.runs_it)


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
