"""Addresses of teams, organisations and campaigns, with who gets what there."""

from __future__ import annotations

from assessment.domain.permissions import Action
from tests.factories.world import Thing, Who
from tests.guards.access_rules import Matrix, Row, accounts, everybody, nobody, only, rows

_IN_TEAM = only(Who.MEMBER, Who.LEAD, Who.ADMIN)
_MANAGES = Matrix(Action.MANAGE_MEMBERS)
_RUNS = Matrix(Action.RUN_CAMPAIGN)
_SEES = Matrix(Action.SEE_TEAM)
_ASKED = only(Who.MEMBER)

_DRAFT = {
    "title": "Autumn 2026",
    "kind": "themselves",
    "day": "2026-12-05",
    "time": "18:00",
    "zone": "Europe/Berlin",
    "k": "5",
    "linking": "linked",
}
_PERSON = {"email": "new@example.org", "name": "New", "locale": "en"}
_STEP = {"title": "Read", "owner": "Olga", "start": "2026-12-01", "due": "2026-12-07", "hours": "2", "progress": "5"}
_TERMS = {"weekly_hours": "3", "weeks": "8", "start": "2026-11-23", "at_most": "4"}

_PEOPLE = (
    *rows(
        accounts,
        Thing.TEAM,
        "GET teams.mine",
        "GET teams.new",
        "GET organisations.new",
    ),
    Row("POST teams.create", Thing.TEAM, accounts, "teams.show", {"name": "New", "locale": "en"}),
    Row("POST organisations.create", Thing.TEAM, accounts, "organisations.show", {"name": "New"}),
    Row("GET teams.show", Thing.TEAM, _IN_TEAM),
    Row("POST teams.leave", Thing.TEAM, only(Who.MEMBER, Who.LEAD), "teams.mine", {"confirmed": "y"}),
    *rows(
        _MANAGES,
        Thing.TEAM,
        "GET teams.settings",
        "GET teams.confirm_deletion",
        "GET teams.add_people",
        "GET teams.show_member",
        "GET teams.join_link",
        ("POST teams.take_back_join_link", "teams.join_link"),
        "GET teams.ask_to_remove",
        ("POST teams.remove", "teams.show"),
    ),
    Row("POST teams.change", Thing.TEAM, _MANAGES, "teams.show", {"name": "New", "locale": "en"}),
    Row("POST teams.delete", Thing.TEAM, _MANAGES, "teams.mine", {"confirmed": "y"}),
    Row("POST teams.add", Thing.TEAM, _MANAGES, "teams.add_people", _PERSON),
    Row("POST teams.save_member", Thing.TEAM, _MANAGES, "teams.show", _PERSON),
    Row("POST teams.change_role", Thing.TEAM, _MANAGES, "teams.show", {"role": "lead"}),
    Row("POST teams.look_at_pasted", Thing.TEAM, _MANAGES, "teams.show_list", {"people": "new@example.org"}),
    Row("GET teams.show_list", Thing.TEAM, _MANAGES, "teams.show", args={"list_id": "added-already"}),
    Row("POST teams.look_at_file", Thing.TEAM, _MANAGES, status=422),
    Row("POST teams.add_list", Thing.TEAM, _MANAGES, "teams.show"),
    Row("POST teams.make_join_link", Thing.TEAM, _MANAGES, "teams.join_link", {"days": "7"}),
    *rows(
        _MANAGES,
        Thing.ORGANISATION,
        "GET organisations.show",
        ("GET organisations.ask_to_remove", "organisations.show"),  # of somebody who does not administer it
        ("POST organisations.remove", "organisations.show"),
    ),
    Row("GET organisations.log", Thing.ORGANISATION, Matrix(Action.READ_AUDIT_LOG)),
    Row("POST organisations.rename", Thing.ORGANISATION, _MANAGES, "organisations.show", {"name": "New"}),
    Row("POST organisations.add", Thing.ORGANISATION, _MANAGES, "organisations.show", {"email": "lead@example.org"}),
)

_JOINING = (
    Row("GET join.open_link", Thing.TEAM, everybody, "join.show"),
    Row("GET join.open_link", Thing.TEAM, nobody, args={"token": "wrong"}),
    Row("GET join.open_confirmation", Thing.TEAM, nobody, args={"token": "wrong"}),
    *rows(
        nobody,  # of those whose browser has opened no link
        Thing.TEAM,
        "GET join.show",
        "POST join.join",
        "POST join.ask",
        "GET join.confirm",
        "POST join.confirmed",
    ),
)

_CAMPAIGNS = (
    Row("GET campaigns.new", Thing.TEAM, _RUNS),
    Row("POST campaigns.create", Thing.TEAM, _RUNS, "campaigns.show", _DRAFT),
    *rows(
        _RUNS,
        Thing.DRAFT,
        "GET campaigns.show",
        "GET campaigns.edit",
        ("POST campaigns.open_", "campaigns.show"),
        ("POST campaigns.delete", "teams.show"),
        "GET team_result.show",
        "GET team_plan.show",
    ),
    Row("POST campaigns.change", Thing.DRAFT, _RUNS, "campaigns.show", _DRAFT),
    *rows(
        _RUNS,
        Thing.OPEN_CAMPAIGN,
        "GET campaigns.show",
        "GET campaigns.ask_to_close",
        ("POST campaigns.resend", "campaigns.show"),
        ("POST campaigns.revoke", "campaigns.show"),
    ),
    Row("POST campaigns.extend", Thing.OPEN_CAMPAIGN, _RUNS, "campaigns.show", {"day": "2026-12-24", "time": "18:00"}),
    Row("POST campaigns.close", Thing.OPEN_CAMPAIGN, _RUNS, "campaigns.show", {"confirmed": "y"}),
    *rows(
        _RUNS,
        Thing.CLOSED_CAMPAIGN,
        "GET campaigns.show",
        ("POST campaigns.archive", "campaigns.show"),
        ("POST campaigns.clone", "campaigns.show"),
    ),
    *rows(
        _ASKED, Thing.OPEN_CAMPAIGN, "GET invitations.show_member", ("POST invitations.begin_member", "questions.show")
    ),
    *rows(everybody, Thing.OPEN_CAMPAIGN, "GET invitations.show", ("POST invitations.begin", "questions.show")),
    Row("GET invitations.show", Thing.OPEN_CAMPAIGN, nobody, args={"token": "wrong"}),
    Row("POST invitations.begin", Thing.OPEN_CAMPAIGN, nobody, args={"token": "wrong"}),
)

_NOT_PUBLISHED = (
    "GET team_result.competency",
    "GET team_result.chart",
    "GET team_result.answers",
    "GET team_result.csv",
    "GET team_result.xlsx",
)

_RESULTS = (
    *rows(_IN_TEAM, Thing.OPEN_CAMPAIGN, "GET team_result.show", "GET team_plan.show"),  # when it will be known
    *rows(_SEES, Thing.OPEN_CAMPAIGN, *_NOT_PUBLISHED),
    *rows(_SEES, Thing.DRAFT, *_NOT_PUBLISHED),
    *rows(
        _SEES,
        Thing.CLOSED_CAMPAIGN,
        "GET team_result.show",
        "GET team_result.competency",
        "GET team_result.chart",
        "GET team_result.csv",
        "GET team_result.xlsx",
        "GET team_plan.show",
        "GET team_plan.pdf",
        "GET team_plan.ics",
    ),
    *rows(
        _SEES,
        Thing.RATED_CAMPAIGN,
        "GET team_result.show",
        "GET team_result.chart",
        "GET team_result.answers",
    ),
    *rows(
        _RUNS,
        Thing.CLOSED_CAMPAIGN,
        ("POST team_plan.tick_done", "team_plan.show"),
        ("POST team_plan.swap_step", "team_plan.show"),
        ("POST team_plan.drop_step", "team_plan.show"),
        ("POST team_plan.bring_back_step", "team_plan.show"),
    ),
    Row("POST team_plan.add_step", Thing.CLOSED_CAMPAIGN, _RUNS, "team_plan.show", _STEP),
    # the page comes back, as these forms were made from nothing that was seen
    Row("POST team_plan.change_terms", Thing.CLOSED_CAMPAIGN, _RUNS, form=_TERMS, status=409),
    Row("POST team_plan.change_step", Thing.CLOSED_CAMPAIGN, _RUNS, form=_STEP, status=409),
)

TEAMS = (*_PEOPLE, *_JOINING, *_CAMPAIGNS, *_RESULTS)
