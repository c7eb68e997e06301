"""Views of the people of a team: added one by one, changed, taken out."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.people import TeamRole
from assessment.domain.permissions import Action
from assessment.domain.team_refusals import LastLead
from assessment.use_cases.accounts import Account
from assessment.use_cases.team_members import add_member, change_member, get_member, remove_member, set_role
from assessment.use_cases.teams import MemberRecord, TeamRecord, TeamStanding, list_leads
from assessment.web.forms import RefusableForm
from assessment.web.locale import current_language
from assessment.web.parts import parts
from assessment.web.refusals import words_of
from assessment.web.team_access import needs_team
from assessment.web.teams.adding import render_adding
from assessment.web.teams.fields import person_fields
from assessment.web.teams.forms import MemberChangeForm, MemberForm, attempt
from assessment.web.teams.member_page import build_member_page
from assessment.web.teams.removal_page import build_member_removal
from assessment.web.teams.settings_views import blueprint

__all__ = ["blueprint"]


@blueprint.get("/teams/<team_id>/members/new")
@needs_team(Action.MANAGE_MEMBERS)
def add_people(_account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Three ways to add people: one, a pasted list, a file."""
    return render_adding(standing.team)


@blueprint.post("/teams/<team_id>/members")
@needs_team(Action.MANAGE_MEMBERS)
def add(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Add one person."""
    form, team = MemberForm(request.form), standing.team
    made: list[MemberRecord] = []

    def change() -> None:
        made.append(
            add_member(
                team.id,
                address=form.typed("email"),
                name=form.typed("name"),
                locale=form.typed("locale"),
                user_id=account.id,
                now=parts().clock(),
                token_source=parts().token_source,
            )
        )

    if not attempt(form, change):
        return render_adding(team, form), 422
    flash(_("%(address)s is in the team. You can add the next person.", address=made[0].email))
    return redirect(url_for("teams.add_people", team_id=team.id), 303)


@blueprint.get("/teams/<team_id>/members/<member_id>")
@needs_team(Action.MANAGE_MEMBERS)
def show_member(account: Account, standing: TeamStanding, member_id: str) -> ResponseReturnValue:
    """One person: name, language, role, and the way out of the team."""
    return _render(account, standing.team, member_id)


@blueprint.post("/teams/<team_id>/members/<member_id>")
@needs_team(Action.MANAGE_MEMBERS)
def save_member(account: Account, standing: TeamStanding, member_id: str) -> ResponseReturnValue:
    """Keep another name or language."""
    form, team_id = MemberChangeForm(request.form), standing.team.id
    name, locale, now = form.typed("name"), form.typed("locale"), parts().clock()
    if not attempt(
        form, lambda: change_member(team_id, member_id, name=name, locale=locale, user_id=account.id, now=now)
    ):
        return _render(account, standing.team, member_id, form), 422
    flash(_("Saved."))
    return _back(team_id)


@blueprint.post("/teams/<team_id>/members/<member_id>/role")
@needs_team(Action.MANAGE_MEMBERS)
def change_role(account: Account, standing: TeamStanding, member_id: str) -> ResponseReturnValue:
    """Make somebody a lead, or a member again."""
    role = TeamRole.LEAD if request.form.get("role") == TeamRole.LEAD else TeamRole.MEMBER
    try:
        set_role(standing.team.id, member_id, role, user_id=account.id, now=parts().clock())
    except LastLead as refusal:
        return _render(account, standing.team, member_id, refusal=words_of(refusal)), 409
    flash(_("The role is changed."))
    return _back(standing.team.id)


@blueprint.get("/teams/<team_id>/members/<member_id>/removal")
@needs_team(Action.MANAGE_MEMBERS)
def ask_to_remove(account: Account, standing: TeamStanding, member_id: str) -> ResponseReturnValue:
    """What follows when somebody is taken out of the team; why not, for its only lead."""
    member = get_member(standing.team.id, member_id)
    if [lead.id for lead in list_leads(standing.team.id)] == [member.id]:
        return _render(account, standing.team, member_id, refusal=words_of(LastLead())), 409
    page = build_member_removal(current_language(), standing, member, own=member.user_id == account.id)
    return render_template("teams/removal.html", page=page)


@blueprint.post("/teams/<team_id>/members/<member_id>/removal")
@needs_team(Action.MANAGE_MEMBERS)
def remove(account: Account, standing: TeamStanding, member_id: str) -> ResponseReturnValue:
    """Take somebody out of the team."""
    person = get_member(standing.team.id, member_id)
    try:
        remove_member(standing.team.id, member_id, user_id=account.id, now=parts().clock())
    except LastLead as refusal:
        return _render(account, standing.team, member_id, refusal=words_of(refusal)), 409
    flash(_("%(name)s is no longer in the team.", name=person.name or person.email))
    return redirect(url_for("teams.mine"), 303) if person.user_id == account.id else _back(standing.team.id)


def _render(
    account: Account, team: TeamRecord, member_id: str, again: RefusableForm | None = None, *, refusal: str = ""
) -> str:
    language, member = current_language(), get_member(team.id, member_id)
    fields = person_fields(language, again, name=member.name, locale=member.locale)
    page = build_member_page(language, team, member, fields, own=member.user_id == account.id, refusal=refusal)
    return render_template("teams/member.html", page=page)


def _back(team_id: str) -> ResponseReturnValue:
    return redirect(url_for("teams.show", team_id=team_id, _anchor="people"), 303)
