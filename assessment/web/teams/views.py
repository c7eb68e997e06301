"""Views of the list of teams and of one team."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.permissions import Action
from assessment.domain.team_refusals import LastLead
from assessment.use_cases.accounts import Account
from assessment.use_cases.answer_campaign import Standing, list_asked
from assessment.use_cases.campaign_records import list_campaigns
from assessment.use_cases.change_teams import create_team, list_teams
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.organisations import find_organisation_name, list_organisations
from assessment.use_cases.team_members import leave_team
from assessment.use_cases.teams import TeamStanding, list_members
from assessment.web.locale import current_language
from assessment.web.paging import asked_page
from assessment.web.parts import parts
from assessment.web.refusals import words_of
from assessment.web.signed_in import needs_account
from assessment.web.team_access import needs_team
from assessment.web.teams.fields import team_fields
from assessment.web.teams.forms import TeamForm, attempt
from assessment.web.teams.pages import NamedLink, build_own_team_page, build_team_page, build_teams_page

blueprint = Blueprint("teams", __name__)

_LONGEST_SEARCH = 100


@blueprint.get("/teams")
@needs_account
def mine(account: Account) -> ResponseReturnValue:
    """One's teams and organisations."""
    if account.confirmed:
        claim_memberships(account.id, account.email, now=parts().clock())
    page = build_teams_page(current_language(), list_teams(account.id), list_organisations(account.id))
    return render_template("teams/mine.html", page=page)


@blueprint.get("/teams/new")
@needs_account
def new(account: Account) -> ResponseReturnValue:
    """What to decide about a new team."""
    return _render_new(account)


@blueprint.post("/teams/new")
@needs_account
def create(account: Account) -> ResponseReturnValue:
    """Create a team and go to it."""
    form = TeamForm(request.form)
    made = []

    def change() -> None:
        made.append(
            create_team(
                account,
                name=form.typed("name"),
                locale=form.typed("locale"),
                organisation_id=form.organisation_id(),
                now=parts().clock(),
                token_source=parts().token_source,
            )
        )

    if not attempt(form, change):
        return _render_new(account, form), 422
    flash(_("The team is created. Now add the people who will be asked."))
    return redirect(url_for("teams.show", team_id=made[0].id), 303)


@blueprint.get("/teams/<team_id>")
@needs_team()
def show(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """The team: its people and campaigns for those who run it, what was published for its members."""
    if not standing.may(Action.MANAGE_MEMBERS):
        return _render_own(account, standing)
    searched = request.args.get("q", "").strip()[:_LONGEST_SEARCH]
    page = build_team_page(
        current_language(),
        standing.team,
        _organisation_of(account, standing),
        list_members(standing.team.id),
        list_campaigns(standing.team.id),
        searched=searched,
        page=asked_page(),
    )
    return render_template("teams/show.html", page=page)


@blueprint.post("/teams/<team_id>/leaving")
@needs_team()
def leave(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Leave the team."""
    if "confirmed" not in request.form:
        return _render_own(account, standing, _("Please tick the box to confirm.")), 422
    try:
        leave_team(standing.team.id, user_id=account.id, now=parts().clock())
    except LastLead as refusal:
        return _render_own(account, standing, words_of(refusal)), 409
    flash(_("You are no longer in the team “%(team)s”.", team=standing.team.name))
    return redirect(url_for("teams.mine"), 303)


def _render_new(account: Account, again: TeamForm | None = None) -> str:
    asked = request.args.get("organisation")
    organisations = list_organisations(account.id)
    fields = team_fields(current_language(), again, organisations, organisation_id=asked)
    return render_template("teams/new.html", fields=fields)


def _render_own(account: Account, standing: TeamStanding, refusal: str = "") -> str:
    team = standing.team
    organisation = find_organisation_name(team.organisation_id)
    asked = [one for one in list_asked(account.id, now=parts().clock()) if one.standing is not Standing.SUBMITTED]
    page = build_own_team_page(current_language(), team, organisation, list_campaigns(team.id), asked, refusal=refusal)
    return render_template("teams/own.html", page=page)


def _organisation_of(account: Account, standing: TeamStanding) -> NamedLink | None:
    """The organisation the team is in; with a link for its administrators."""
    organisation_id = standing.team.organisation_id
    name = find_organisation_name(organisation_id)
    if name is None:
        return None
    administered = any(one.id == organisation_id for one in list_organisations(account.id))
    url = url_for("organisations.show", organisation_id=organisation_id) if administered else ""
    return NamedLink(url, name, "")
