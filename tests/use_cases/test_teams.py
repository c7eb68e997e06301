"""Who stands how to a team, and who is in it."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.domain.people import Role, TeamRole
from assessment.domain.permissions import Action
from assessment.domain.team_refusals import TeamNotFound
from assessment.use_cases.teams import get_team_for, list_leads, list_members
from tests.factories.teams import make_person, make_team


def test_a_team_does_not_exist_for_strangers(site: Flask) -> None:
    made = make_team(site, make_person(site, "lead@example.org"))
    stranger = make_person(site, "stranger@example.org")
    for team_id in (made.team.id, "no-such-team", "\0", "x" * 200):
        with pytest.raises(TeamNotFound):
            get_team_for(stranger.id, team_id)


def test_a_lead_may_manage_members_and_see_figures_only_when_published(site: Flask) -> None:
    lead = make_person(site, "lead@example.org")
    standing = get_team_for(lead.id, make_team(site, lead).team.id, Action.MANAGE_MEMBERS)
    assert standing.roles == {Role.PERSON, Role.TEAM_LEAD}
    assert not standing.may(Action.SEE_TEAM)
    assert not standing.may(Action.SEE_TEAM, published=True)
    assert standing.may(Action.SEE_TEAM, published=True, allowed_by_rules=True)


def test_everybody_is_listed_by_name_and_leads_need_an_account(site: Flask) -> None:
    lead = make_person(site, "lead@example.org", name="Zoe")
    made = make_team(site, lead, 3)
    assert [person.name for person in list_members(made.team.id)] == ["Member 1", "Member 2", "Member 3", "Zoe"]
    assert [person.role for person in list_leads(made.team.id)] == [TeamRole.LEAD]
    assert get_team_for(lead.id, made.team.id).team == made.team
    assert len(made.members) == 3
