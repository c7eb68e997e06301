"""Page value of a question before somebody leaves a team or an organisation: what follows, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from assessment.domain.people import Role, TeamRole
from assessment.languages import Language
from assessment.use_cases.organisations import AdministratorRecord, OrganisationRecord
from assessment.use_cases.teams import MemberRecord, TeamStanding


@dataclass(frozen=True, slots=True)
class RemovalPage:
    """``above`` leads to where the question came from, ``who`` is meant; ``keep`` is the way back without doing it."""

    above: str
    heading: str
    who: str
    follows: tuple[str, ...]
    button: str
    keep: str
    back_url: str


def build_member_removal(language: Language, standing: TeamStanding, member: MemberRecord, *, own: bool) -> RemovalPage:
    """Before a person is taken out of a team; ``own``: it is the reader."""
    team = standing.team
    campaign = language.gettext(
        "A campaign that is open stays as it is: who was asked when it opened stays asked and can answer. Published "
        "results do not change either."
    )
    lost, again = _own_loss(language, standing) if own else _loss(language, member)
    return RemovalPage(
        above=language.gettext("Team %(team)s", team=team.name),
        heading=language.gettext("Leave the team?") if own else language.gettext("Remove this person from the team?"),
        who=team.name if own else _who(member.name, member.email),
        follows=(lost, campaign, again),
        button=language.gettext("Leave the team") if own else language.gettext("Remove from the team"),
        keep=language.gettext("Stay") if own else language.gettext("Keep them"),
        back_url=url_for("teams.show_member", team_id=team.id, member_id=member.id),
    )


def build_administrator_removal(
    language: Language, record: OrganisationRecord, person: AdministratorRecord, *, own: bool
) -> RemovalPage:
    """Before somebody administers an organisation no more; ``own``: it is the reader."""
    follows = (
        (
            language.gettext("You no longer manage the teams of the organisation or see their published results."),
            language.gettext("In a team that you lead or are a member of, you stay what you are."),
            language.gettext("Only another administrator can add you again."),
        )
        if own
        else (
            language.gettext("They no longer manage the teams of the organisation or see their published results."),
            language.gettext("In a team that they lead or are a member of, they stay what they are."),
            language.gettext("You can add them again at any time."),
        )
    )
    return RemovalPage(
        above=record.name,
        heading=language.gettext("Stop administering this organisation?")
        if own
        else language.gettext("Remove this administrator?"),
        who=record.name if own else _who(person.name, person.email),
        follows=follows,
        button=language.gettext("Stop administering it") if own else language.gettext("Remove the administrator"),
        keep=language.gettext("Stay") if own else language.gettext("Keep them"),
        back_url=url_for("organisations.show", organisation_id=record.id, _anchor="administrators"),
    )


def _own_loss(language: Language, standing: TeamStanding) -> tuple[str, str]:
    """What the reader loses, and how that could be undone."""
    if Role.ORGANISATION_ADMIN in standing.roles:
        return (
            language.gettext(
                "You are in the team no more. As an administrator of its organisation you still manage it."
            ),
            language.gettext("You can add yourself again at any time."),
        )
    return (
        language.gettext("You no longer name members or run campaigns, and no longer see the results of the team."),
        language.gettext("Only somebody who still manages the team can let you in again."),
    )


def _loss(language: Language, member: MemberRecord) -> tuple[str, str]:
    again = language.gettext("Their assessments stay theirs. You can add them again at any time.")
    if member.role is TeamRole.LEAD:
        return (
            language.gettext(
                "They no longer name members or run campaigns, and no longer see the results of the team."
            ),
            again,
        )
    return (
        language.gettext("They are not asked in campaigns that open later, and no longer see the results of the team."),
        again,
    )


def _who(name: str, email: str) -> str:
    return f"{name} · {email}" if name and name != email else email
