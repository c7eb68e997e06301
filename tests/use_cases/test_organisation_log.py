"""The log of an organisation: what its administrators read, and what they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, update

from assessment.bank.shelf import Shelf
from assessment.domain.audit import AuditAction, Unnamed
from assessment.domain.campaign import CampaignKind
from assessment.domain.people import TeamRole
from assessment.domain.team_refusals import OrganisationNotFound
from assessment.store.database import transaction
from assessment.store.tables import DbUser
from assessment.use_cases.accounts import Account
from assessment.use_cases.audit import ENTRIES_AT_ONCE, AuditEntry, note
from assessment.use_cases.change_team_steps import drop_step
from assessment.use_cases.change_teams import change_team, create_team, delete_team
from assessment.use_cases.draft_campaign import CampaignDraft, change_draft, clone, delete_draft
from assessment.use_cases.invitations import resend, revoke
from assessment.use_cases.join_links import create_join_link, join_with_account, revoke_join_link
from assessment.use_cases.member_lists import add_previewed, preview_pasted
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.organisation_log import get_organisation_log
from assessment.use_cases.organisations import (
    OrganisationRecord,
    add_administrator,
    create_organisation,
    remove_administrator,
    rename_organisation,
)
from assessment.use_cases.run_campaign import archive, close_due_campaigns, close_now, extend
from assessment.use_cases.team_members import add_member, change_member, leave_team, remove_member, set_role
from tests.factories.assessments import START, SeededTokens
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import BOTH_LEVELS, make_campaign, respondents_of
from tests.factories.team_plans import TODAY, ground_of, look
from tests.factories.teams import MadeTeam, make_person, make_team

TOKENS = SeededTokens("organisation log")
LATER = START + timedelta(days=60)


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(BOTH_LEVELS)


@pytest.fixture
def anna(site: Flask) -> Account:
    return make_person(site, "anna@example.org", name="Anna")


@pytest.fixture
def company(anna: Account) -> OrganisationRecord:
    return create_organisation("Company", user_id=anna.id, now=START, token_source=TOKENS)


@pytest.fixture
def lead(site: Flask) -> Account:
    return make_person(site, "lead@example.org", name="Olga")


@pytest.fixture
def team(site: Flask, lead: Account, company: OrganisationRecord) -> MadeTeam:
    return make_team(site, lead, 6, organisation_id=company.id)


def read(company: OrganisationRecord, reader: Account, page: int = 1) -> tuple[AuditEntry, ...]:
    return get_organisation_log(reader.id, company.id, page=page).entries.items


def actions(company: OrganisationRecord, reader: Account) -> list[str]:
    """The earliest first."""
    return [entry.action for entry in reversed(read(company, reader))]


def write(company: OrganisationRecord, user_id: int | None, action: AuditAction, kind: str) -> None:
    with transaction() as connection:
        note(
            connection,
            action,
            now=START,
            user_id=user_id,
            subject_kind=kind,
            subject_id="x",
            organisation_id=company.id,
        )


def make_link(team: MadeTeam, lead: Account) -> None:
    create_join_link(team.team.id, 7, user_id=lead.id, now=START, token_source=TOKENS)


class TestWhatIsWrittenDown:
    def test_of_teams_and_organisations(self, site: Flask, anna: Account, company: OrganisationRecord) -> None:
        lead = make_team(site, make_person(site, "lead@example.org"), 0, organisation_id=company.id).lead
        rename_organisation(company.id, "Firm", user_id=anna.id, now=START)
        add_administrator(company.id, lead.email, user_id=anna.id, now=START)
        remove_administrator(company.id, lead.user_id or 0, user_id=anna.id, now=START)
        made = create_team(anna, name="New", locale="en", organisation_id=company.id, now=START, token_source=TOKENS)
        change_team(made.id, name="Newer", locale="ru", organisation_id=company.id, user_id=anna.id, now=START)
        delete_team(made.id, user_id=anna.id, now=START)

        assert actions(company, anna) == [
            "organisation_created",
            "organisation_renamed",
            "administrator_added",
            "administrator_removed",
            "team_created",
            "team_changed",
            "team_deleted",
        ]

    def test_of_people_and_join_links(
        self, site: Flask, anna: Account, company: OrganisationRecord, team: MadeTeam
    ) -> None:
        here: str = team.team.id
        by: dict[str, Any] = {"user_id": anna.id, "now": START}
        add_member(here, address="n@example.org", name="", locale="en", token_source=TOKENS, **by)
        listed = preview_pasted(here, "o@example.org", token_source=TOKENS, **by)
        add_previewed(here, listed.id, token_source=TOKENS, **by)
        person = team.members[0].id
        change_member(here, person, name="Renamed", locale="en", **by)
        set_role(here, person, TeamRole.LEAD, **by)
        remove_member(here, person, **by)
        link = create_join_link(here, 7, token_source=TOKENS, **by)
        guest = make_person(site, "guest@example.org")
        join_with_account(link, guest, now=START, token_source=TOKENS)
        revoke_join_link(here, **by)
        leave_team(here, user_id=guest.id, now=START)

        assert actions(company, anna)[1:] == [
            "members_added",
            "members_added",
            "member_changed",
            "member_role_changed",
            "member_removed",
            "join_link_created",
            "member_joined",
            "join_link_revoked",
            "member_left",
        ]

    def test_of_campaigns_and_nobody_who_was_asked(
        self, site: Flask, anna: Account, lead: Account, company: OrganisationRecord, team: MadeTeam
    ) -> None:
        record = make_campaign(site, team)
        one = respondents_of(site, record)[0]
        extend(record.id, START + timedelta(days=30), now=START, by=lead.id)
        revoke(record.id, one.id, now=START, token_source=TOKENS, by=lead.id)
        resend(record.id, one.id, now=START, by=lead.id)
        close_now(record.id, now=START, by=lead.id)
        archive(record.id, now=START, by=lead.id)

        assert actions(company, anna)[1:] == [
            "campaign_drafted",
            "campaign_opened",
            "campaign_extended",
            "invitation_revoked",
            "invitation_sent_again",
            "campaign_closed",
            "campaign_archived",
        ]
        for told in (one.email, one.name, one.id):
            assert told not in str(read(company, anna))

    def test_of_drafts_and_what_became_of_their_threshold(
        self, site: Flask, anna: Account, lead: Account, company: OrganisationRecord, team: MadeTeam
    ) -> None:
        draft = make_campaign(site, team, open=False)
        wish = CampaignDraft("Autumn", CampaignKind.TEAM, START + timedelta(days=9), "UTC")
        for decided in (wish, wish, replace(wish, k=6)):
            change_draft(draft.id, decided, now=START, by=lead.id)
        delete_draft(draft.id, now=START, by=lead.id)

        assert actions(company, anna)[1:] == [
            "campaign_drafted",
            "campaign_changed",
            "campaign_threshold_set",
            "campaign_discarded",
        ]
        raised = read(company, anna)[1]
        assert raised.facts == {"title": "Autumn", "team": team.team.name, "k": 6, "before": 5}
        assert {entry.email for entry in read(company, anna)[:4]} == {lead.email}

    def test_of_the_next_campaign_and_of_changes_of_a_plan(
        self, site: Flask, anna: Account, lead: Account, company: OrganisationRecord, team: MadeTeam
    ) -> None:
        record = make_campaign(site, team, title="Autumn")
        close_now(record.id, now=START, by=lead.id)
        clone(record.id, now=START, token_source=TOKENS, by=lead.id)
        ground = replace(ground_of(record.id), by=lead.id, now=START)
        plan = look(ground).plan
        drop_step(ground, plan.steps[0].id, seen=plan.steps[0].mark, today=TODAY)

        dropped, cloned = read(company, anna)[:2]
        assert cloned.facts == {"title": "Autumn (2)", "team": team.team.name, "previous": "Autumn"}
        assert (cloned.action, dropped.action) == ("campaign_cloned", "campaign_plan_changed")
        assert (dropped.email, dropped.facts) == (lead.email, {"title": "Autumn", "team": team.team.name})


def test_a_team_that_moves_is_told_of_where_it_was_and_where_it_is(anna: Account, company: OrganisationRecord) -> None:
    other = create_organisation("Other", user_id=anna.id, now=START, token_source=TOKENS)
    made = create_team(anna, name="T", locale="en", organisation_id=company.id, now=START, token_source=TOKENS)
    for place in (other.id, None, company.id):
        change_team(made.id, name="T", locale="en", organisation_id=place, user_id=anna.id, now=START)

    assert actions(company, anna)[1:] == ["team_created", "team_moved_out", "team_moved_in"]
    assert actions(other, anna)[1:] == ["team_moved_in", "team_moved_out"]
    assert read(other, anna)[0].facts == {"team": "T", "organisation": "Other"}


def test_it_is_for_its_administrators_alone(
    site: Flask, anna: Account, lead: Account, company: OrganisationRecord, team: MadeTeam
) -> None:
    stranger = make_person(site, "stranger@example.org", roles=("site_admin", "trainer"))
    theirs = create_organisation("Theirs", user_id=stranger.id, now=START, token_source=TOKENS)
    for reader, organisation_id in ((stranger, company.id), (lead, company.id), (anna, theirs.id), (anna, "\0")):
        with pytest.raises(OrganisationNotFound):
            get_organisation_log(reader.id, organisation_id, page=1)
    assert actions(theirs, stranger) == ["organisation_created"]


def test_what_belongs_to_one_person_is_not_in_it_even_if_it_names_the_organisation(
    anna: Account, company: OrganisationRecord
) -> None:
    for kind in ("assessment", "account", "respondent"):
        write(company, anna.id, AuditAction.RESULT_SHARED, kind)
    assert actions(company, anna) == ["organisation_created"]


class TestWhoDidIt:
    def test_people_of_the_organisation_by_name_and_address(
        self, anna: Account, lead: Account, company: OrganisationRecord, team: MadeTeam
    ) -> None:
        make_link(team, lead)
        entry, founded = read(company, anna)
        assert (entry.name, entry.email, entry.own) == ("Olga", "lead@example.org", False)
        assert (founded.email, founded.own) == ("anna@example.org", True)

    def test_whoever_left_keeps_a_later_address_to_themselves(
        self, site: Flask, anna: Account, lead: Account, company: OrganisationRecord, team: MadeTeam
    ) -> None:
        make_link(team, lead)
        set_role(team.team.id, team.members[0].id, TeamRole.LEAD, user_id=lead.id, now=START)
        deputy = make_person(site, team.members[0].email)
        claim_memberships(deputy.id, deputy.email, now=START)
        leave_team(team.team.id, user_id=lead.id, now=START)
        with transaction() as connection:
            connection.execute(update(DbUser).where(DbUser.id == lead.id).values(email="olga@elsewhere.example"))
        entry = next(entry for entry in read(company, anna) if entry.action == "join_link_created")
        assert (entry.name, entry.email, entry.unnamed) == ("Olga", None, Unnamed.LEFT)
        assert "elsewhere" not in str(read(company, anna))

    def test_an_account_that_is_gone_the_site_itself_and_guests_are_told_apart(
        self, site: Flask, anna: Account, lead: Account, company: OrganisationRecord, team: MadeTeam
    ) -> None:
        make_campaign(site, team)
        close_due_campaigns(LATER)
        write(company, None, AuditAction.MEMBER_JOINED, "team")
        with transaction() as connection:
            connection.execute(delete(DbUser).where(DbUser.id == lead.id))
        told = {entry.action: (entry.name, entry.email, entry.unnamed) for entry in read(company, anna)}
        assert told["campaign_opened"] == ("", None, Unnamed.GONE)
        assert told["campaign_closed"] == ("", None, Unnamed.SITE)
        assert told["member_joined"] == ("", None, Unnamed.GUEST)


def test_it_comes_in_pages_newest_first(anna: Account, company: OrganisationRecord) -> None:
    for number in range(ENTRIES_AT_ONCE + 1):
        rename_organisation(company.id, f"N{number}", user_id=anna.id, now=START + timedelta(hours=number + 1))
    found = get_organisation_log(anna.id, company.id, page=2)
    assert (found.entries.count, found.entries.pages) == (ENTRIES_AT_ONCE + 2, 2)
    assert [entry.action for entry in found.entries.items] == ["organisation_renamed", "organisation_created"]
    assert read(company, anna)[0].facts["organisation"] == f"N{ENTRIES_AT_ONCE}"
    assert read(company, anna, page=3) == ()
