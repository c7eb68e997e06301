"""Views of the settings of a team, and of its end."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.permissions import Action
from assessment.use_cases.accounts import Account
from assessment.use_cases.change_teams import change_team, count_loss, delete_team
from assessment.use_cases.organisations import OrganisationRecord, list_organisations
from assessment.use_cases.teams import TeamRecord, TeamStanding
from assessment.web.locale import current_language
from assessment.web.parts import parts
from assessment.web.team_access import needs_team
from assessment.web.teams.fields import team_fields
from assessment.web.teams.forms import TeamForm, attempt
from assessment.web.teams.loss import loss_sentences
from assessment.web.teams.views import blueprint

__all__ = ["blueprint"]


@blueprint.get("/teams/<team_id>/settings")
@needs_team(Action.MANAGE_MEMBERS)
def settings(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Name, language and organisation."""
    return _render_settings(account, standing.team)


@blueprint.post("/teams/<team_id>/settings")
@needs_team(Action.MANAGE_MEMBERS)
def change(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Keep changed settings."""
    form, team = TeamForm(request.form), standing.team
    organisation_id = form.organisation_id() if _choices(account, team) else team.organisation_id

    def keep() -> None:
        change_team(
            team.id,
            name=form.typed("name"),
            locale=form.typed("locale"),
            organisation_id=organisation_id,
            user_id=account.id,
            now=parts().clock(),
        )

    if not attempt(form, keep):
        return _render_settings(account, team, form), 422
    flash(_("The settings of the team are saved."))
    return redirect(url_for("teams.show", team_id=team.id), 303)


@blueprint.get("/teams/<team_id>/deletion")
@needs_team(Action.MANAGE_MEMBERS)
def confirm_deletion(_account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """What would be lost."""
    return _render_deletion(standing.team)


@blueprint.post("/teams/<team_id>/deletion")
@needs_team(Action.MANAGE_MEMBERS)
def delete(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Delete the team."""
    if "confirmed" not in request.form:
        return _render_deletion(standing.team, _("Please tick the box to confirm.")), 422
    delete_team(standing.team.id, user_id=account.id, now=parts().clock())
    flash(_("The team “%(team)s” is deleted.", team=standing.team.name))
    return redirect(url_for("teams.mine"), 303)


def _render_settings(account: Account, team: TeamRecord, again: TeamForm | None = None) -> str:
    fields = team_fields(
        current_language(),
        again,
        _choices(account, team),
        name=team.name,
        locale=team.locale,
        organisation_id=team.organisation_id,
    )
    return render_template("teams/settings.html", team=team, fields=fields)


def _choices(account: Account, team: TeamRecord) -> tuple[OrganisationRecord, ...]:
    """The organisations a team can be moved to: none for who does not administer the one it is in."""
    administered = list_organisations(account.id)
    movable = team.organisation_id is None or any(one.id == team.organisation_id for one in administered)
    return administered if movable else ()


def _render_deletion(team: TeamRecord, refusal: str = "") -> str:
    losses = loss_sentences(current_language(), count_loss(team.id))
    return render_template("teams/deletion.html", team=team, losses=losses, refusal=refusal)
