"""Views of the join link as leads see it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.permissions import Action
from assessment.use_cases.accounts import Account
from assessment.use_cases.join_links import create_join_link, find_join_link, revoke_join_link
from assessment.use_cases.teams import TeamRecord, TeamStanding
from assessment.web.locale import current_language
from assessment.web.made_links import find_made_link, remember_made_link
from assessment.web.parts import parts
from assessment.web.questions.link import draw_qr
from assessment.web.team_access import needs_team
from assessment.web.teams.fields import days_field
from assessment.web.teams.forms import JoinLinkForm, attempt
from assessment.web.teams.list_views import blueprint

__all__ = ["blueprint"]


@blueprint.get("/teams/<team_id>/join-link")
@needs_team(Action.MANAGE_MEMBERS)
def join_link(_account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """The join link as far as this browser knows it, and a form for a new one."""
    return _render(standing.team)


@blueprint.post("/teams/<team_id>/join-link")
@needs_team(Action.MANAGE_MEMBERS)
def make_join_link(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Make a join link; this browser shows it from now on."""
    form, team = JoinLinkForm(request.form), standing.team
    made: list[str] = []

    def change() -> None:
        days, now, tokens = int(form.days.data or 0), parts().clock(), parts().token_source
        made.append(create_join_link(team.id, days, user_id=account.id, now=now, token_source=tokens))

    if not attempt(form, change):
        return _render(team, form), 422
    remember_made_link(made[0])
    return redirect(url_for("teams.join_link", team_id=team.id), 303)


@blueprint.post("/teams/<team_id>/join-link/revocation")
@needs_team(Action.MANAGE_MEMBERS)
def take_back_join_link(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Let the join link work no more."""
    revoke_join_link(standing.team.id, user_id=account.id, now=parts().clock())
    flash(_("The join link does not work any more. Whoever has joined stays in the team."))
    return redirect(url_for("teams.join_link", team_id=standing.team.id), 303)


def _render(team: TeamRecord, again: JoinLinkForm | None = None) -> str:
    days, token = days_field(current_language(), again), find_made_link(team.id, now=parts().clock())
    url = "" if token is None else parts().settings.base_url + url_for("join.open_link", token=token)
    qr = draw_qr(url) if url else ""
    return render_template("teams/join_link.html", team=team, until=_until(team), days=days, url=url, qr=qr)


def _until(team: TeamRecord) -> str:
    """The day up to which the present link works; empty without one."""
    link = find_join_link(team.id, now=parts().clock())
    return "" if link is None else current_language().date(link.expires_at.date())
