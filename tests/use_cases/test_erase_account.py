"""Deleting an account: what goes, what stays, what stands in the way."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import Connection, func, insert, select, text, update

from assessment.bank.shelf import Shelf
from assessment.domain.account_refusals import LeadsAlone, LeftAlone
from assessment.store.database import db, reading, transaction
from assessment.store.organisations import add_administrator
from assessment.store.tables import (
    DbAccountSession,
    DbAssessment,
    DbIdentity,
    DbInvitationLink,
    DbMail,
    DbOrganisation,
    DbPublishedResult,
    DbRespondent,
    DbShare,
    DbTeam,
    DbTeamMember,
    DbUser,
)
from assessment.use_cases.account_sessions import open_session
from assessment.use_cases.accounts import Account, find_account
from assessment.use_cases.erase_account import check_erasable, erase_account
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.organisations import create_organisation
from assessment.use_cases.sharing import share_result
from tests.factories.assessments import START, SeededTokens
from tests.factories.owners import account, lead_a_team, own_result
from tests.factories.sheets import sheet_of_totals
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import BOTH_LEVELS, answer, close, make_campaign, personal_link, respondents_of
from tests.factories.teams import make_team
from tests.factories.threads import in_threads


def count(table: type) -> int:
    with reading() as connection:
        found: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
        return found


def all_text() -> str:
    """Everything that stands in the database, as text."""
    with reading() as connection:
        return "\n".join(str(row) for table in db.metadata.sorted_tables for row in _rows(connection, table.name))


def _rows(connection: Connection, name: str) -> list[object]:
    return list(connection.execute(text(f"SELECT * FROM {name}")))  # noqa: S608  (names of our own tables)


def test_nothing_of_somebody_who_only_kept_assessments_is_left(shelf: Shelf) -> None:
    stays = account("stays@example.org")
    theirs = own_result(shelf, stays)
    goes = account("goes@example.org", name="Gone Person")
    own_result(shelf, goes)
    own_result(shelf, goes)
    with transaction() as connection:
        opened = open_session(goes.id, "Firefox", now=START, token_source=SeededTokens("session"))
        opened.write(connection)
        connection.execute(insert(DbIdentity), {"issuer": "https://id.example", "subject": "7", "user_id": goes.id})
    erase_account(goes, now=START)
    with reading() as connection:
        assert connection.execute(select(DbAssessment.id)).scalars().all() == [theirs]
        assert connection.execute(select(DbUser.email)).scalars().all() == ["stays@example.org"]
    assert (count(DbAccountSession), count(DbIdentity)) == (0, 0)
    assert "Gone Person" not in all_text()


def test_one_last_mail_says_so(shelf: Shelf) -> None:
    goes = account("goes@example.org", locale="ru")
    erase_account(goes, now=START)
    with reading() as connection:
        mail = connection.execute(select(DbMail.__table__)).mappings().one()
    assert (mail["kind"], mail["recipient"], mail["locale"], mail["user_id"]) == (
        "account_deleted",
        "goes@example.org",
        "ru",
        None,
    )


def test_deleting_again_changes_nothing(shelf: Shelf) -> None:
    goes = account("goes@example.org")
    erase_account(goes, now=START)
    erase_account(goes, now=START)
    assert count(DbMail) == 1


def test_what_was_shared_by_and_with_the_person_is_shared_no_more(shelf: Shelf) -> None:
    goes, other = account("goes@example.org"), account("other@example.org")
    lead_a_team(other)
    mine, theirs = own_result(shelf, goes), own_result(shelf, other)
    tokens = SeededTokens("shares")
    share_result(mine, goes, recipient=other.email, with_plan=True, now=START, token_source=tokens)
    share_result(theirs, other, recipient=goes.email, with_plan=True, now=START, token_source=tokens)
    erase_account(goes, now=START)
    assert count(DbShare) == 0


class TestInATeam:
    @pytest.fixture
    def shelf(self) -> Shelf:
        return shelf_of(BOTH_LEVELS)

    @pytest.fixture
    def lead(self) -> Account:
        return account("lead@example.org", name="Lead")

    def test_the_keyed_hash_alone_stays_and_no_mail_goes_there_any_more(self, site: Flask, lead: Account) -> None:
        team = make_team(site, lead, 6)
        goes = account("member1@example.org", name="Member 1")
        claim_memberships(goes.id, goes.email, now=START)
        campaign = make_campaign(site, team)
        for respondent in respondents_of(site, campaign):
            personal_link(site, respondent)
        before = {row.person for row in respondents_of(site, campaign)}
        (mine,) = (row for row in respondents_of(site, campaign) if row.email == goes.email)
        answer(site, campaign, mine, sheet_of_totals(BOTH_LEVELS, (30, 40, 20)))
        erase_account(goes, now=START)
        with reading() as connection:
            rows = connection.execute(select(DbRespondent.__table__)).mappings().all()
            (left,) = (row for row in rows if row["id"] == mine.id)
            links = connection.execute(select(DbInvitationLink.respondent_id)).scalars().all()
            members = connection.execute(select(DbTeamMember.email)).scalars().all()
        assert {row["person"] for row in rows} == before
        assert (left["email"], left["name"], left["user_id"], left["withdrawn"]) == (None, "", None, True)
        assert mine.id not in links
        assert goes.email not in members
        assert count(DbAssessment) == 0
        assert "Member 1'" not in all_text()

    def test_a_published_result_stays_to_the_last_letter(self, site: Flask, lead: Account) -> None:
        team = make_team(site, lead, 6)
        goes = account("member1@example.org")
        claim_memberships(goes.id, goes.email, now=START)
        campaign = make_campaign(site, team)
        for respondent in respondents_of(site, campaign):
            answer(site, campaign, respondent, sheet_of_totals(BOTH_LEVELS, (30, 40, 20)))
        close(site, campaign)
        with reading() as connection:
            before = connection.execute(select(DbPublishedResult.__table__)).one()
        erase_account(goes, now=START)
        with reading() as connection:
            assert connection.execute(select(DbPublishedResult.__table__)).one() == before
        assert count(DbAssessment) == 5

    def test_the_only_lead_has_to_hand_over_first(self, site: Flask, lead: Account) -> None:
        make_team(site, lead, 6, name="Support")
        make_team(site, lead, 6, name="Advice", seed="second")
        with pytest.raises(LeadsAlone) as refusal:
            erase_account(lead, now=START)
        assert [team.name for team in refusal.value.teams] == ["Advice", "Support"]
        assert find_account(lead.id) is not None
        assert count(DbTeam) == 2

    def test_somebody_named_lead_without_an_account_does_not_count(self, site: Flask, lead: Account) -> None:
        team = make_team(site, lead, 6)
        self._name_lead(team.members[0].id, None)
        with pytest.raises(LeadsAlone):
            check_erasable(lead)

    def test_with_a_second_lead_the_first_may_go(self, site: Flask, lead: Account) -> None:
        team = make_team(site, lead, 6)
        self._name_lead(team.members[0].id, account("member1@example.org").id)
        erase_account(lead, now=START)
        assert find_account(lead.id) is None
        assert count(DbTeam) == 1

    def test_of_leads_who_all_go_at_once_the_last_one_stays(self, site: Flask, lead: Account) -> None:
        team = make_team(site, lead, 6)
        others = [account(f"member{number}@example.org") for number in (1, 2, 3)]
        for member, other in zip(team.members, others, strict=False):
            self._name_lead(member.id, other.id)
        gone = in_threads(site, 4, lambda turn: self._is_gone([lead, *others][turn]))
        assert sorted(gone) == [False, True, True, True]

    def test_of_administrators_who_all_go_at_once_the_last_one_stays(self, site: Flask, lead: Account) -> None:
        admins = [account(f"admin{number}@example.org") for number in range(4)]
        made = create_organisation("Company", user_id=admins[0].id, now=START, token_source=SeededTokens("company"))
        with transaction() as connection:
            for other in admins[1:]:
                add_administrator(connection, made.id, other.id)
        make_team(site, lead, 6, organisation_id=made.id)
        gone = in_threads(site, 4, lambda turn: self._is_gone(admins[turn]))
        assert sorted(gone) == [False, True, True, True]

    @staticmethod
    def _is_gone(one: Account) -> bool:
        """Whether the account could be deleted."""
        try:
            erase_account(one, now=START)
        except LeadsAlone:
            return False
        return True

    @staticmethod
    def _name_lead(member_id: str, user_id: int | None) -> None:
        with transaction() as connection:
            named = update(DbTeamMember).where(DbTeamMember.id == member_id)
            connection.execute(named.values(role="lead", user_id=user_id))

    def test_the_only_administrator_of_an_organisation_with_teams_has_to_hand_over_first(
        self, site: Flask, lead: Account
    ) -> None:
        admin = account("admin@example.org")
        made = create_organisation("Company", user_id=admin.id, now=START, token_source=SeededTokens("company"))
        make_team(site, lead, 6, organisation_id=made.id)
        with pytest.raises(LeadsAlone) as refusal:
            erase_account(admin, now=START)
        assert (refusal.value.teams, refusal.value.organisations) == ((), (LeftAlone(made.id, "Company"),))

    def test_an_organisation_without_teams_goes_with_its_only_administrator(self) -> None:
        admin = account("admin@example.org")
        create_organisation("Company", user_id=admin.id, now=START, token_source=SeededTokens("company"))
        erase_account(admin, now=START)
        assert count(DbOrganisation) == 0
