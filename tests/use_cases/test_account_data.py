"""Everything about an account in one file: all that is stored about its owner, and nothing about others."""

from __future__ import annotations

import json

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.store.database import transaction
from assessment.use_cases.account_data import export_account
from assessment.use_cases.account_sessions import open_session
from assessment.use_cases.accounts import Account
from assessment.use_cases.audit import AuditAction, note
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.organisations import create_organisation
from assessment.use_cases.sharing import share_result
from tests.factories.assessments import START, SeededTokens
from tests.factories.owners import account, lead_a_team, own_result
from tests.factories.teams import make_team

OTHER = "boris@example.org"


@pytest.fixture
def anna() -> Account:
    return account(name="Anna Sample")


@pytest.mark.usefixtures("site")
class TestWhatIsInIt:
    def test_a_new_account_has_a_profile_and_nothing_else(self, anna: Account) -> None:
        found = export_account(anna, now=START)
        assert found["account"]["email"] == "anna@example.org"
        assert found["account"]["name"] == "Anna Sample"
        assert found["account"]["confirmed_at"] == found["made_at"] == "2026-11-21T09:00:00Z"
        assert found["account"]["has_password"] is False
        assert {key for key, value in found.items() if value == []} == set(found) - {"account", "made_at"}

    def test_devices_and_organisations_are_there_and_secrets_are_not(self, anna: Account) -> None:
        create_organisation("Company", user_id=anna.id, now=START, token_source=SeededTokens("company"))
        opened = open_session(anna.id, "Firefox", now=START, token_source=SeededTokens("device"))
        with transaction() as connection:
            opened.write(connection)
        found = export_account(anna, now=START)
        assert [device["device"] for device in found["devices"]] == ["Firefox"]
        assert found["organisations"] == [{"organisation": "Company"}]
        assert [entry["action"] for entry in found["log"]] == ["organisation_created"]
        assert opened.token not in json.dumps(found)


@pytest.mark.usefixtures("site")
class TestAssessments:
    def test_each_has_its_answers_its_result_and_whom_it_is_shared_with(self, shelf: Shelf) -> None:
        anna, reader = account(), account(OTHER)
        lead_a_team(reader)
        mine = own_result(shelf, anna)
        own_result(shelf, reader)
        share_result(mine, anna, recipient=OTHER, with_plan=False, now=START, token_source=SeededTokens("share"))
        found = export_account(anna, now=START)
        assert [one["id"] for one in found["assessments"]] == [mine]
        assert found["assessments"][0]["answers"]
        assert found["assessments"][0]["result"]["competencies"]
        assert [share["recipient"] for share in found["assessments"][0]["shares"]] == [OTHER]
        assert found["mails"] == [], "the one to the reader is the reader's"
        assert [entry["action"] for entry in found["log"]] == ["assessment_taken", "result_shared"]


class TestTeams:
    def test_own_places_are_there_without_the_others(self, site: Flask) -> None:
        lead = account("lead@example.org")
        make_team(site, lead, 6, name="Support")
        member = account("member1@example.org")
        claim_memberships(member.id, member.email, now=START)
        found = export_account(member, now=START)
        assert [(place["team"], place["role"]) for place in found["teams"]] == [("Support", "member")]
        told = json.dumps(found)
        assert "lead@example.org" not in told
        assert "member2@example.org" not in told


@pytest.mark.usefixtures("site")
class TestOthers:
    def test_nothing_of_them_is_in_it(self, shelf: Shelf) -> None:
        boris = account(OTHER, name="Boris Other")
        theirs = own_result(shelf, boris)
        anna = account()
        lead_a_team(anna)
        share_result(theirs, boris, recipient=anna.email, with_plan=True, now=START, token_source=SeededTokens("share"))
        with transaction() as connection:
            facts = {"email": OTHER}
            note(
                connection,
                AuditAction.MEMBER_REMOVED,
                now=START,
                user_id=anna.id,
                subject_kind="team",
                subject_id="team",
                facts=facts,
            )
        found = export_account(anna, now=START)
        assert [share["with_plan"] for share in found["shared_with_me"]] == [True]
        assert [mail["kind"] for mail in found["mails"]] == ["result_shared"]
        told = json.dumps(found)
        for secret in (OTHER, "Boris Other", theirs):
            assert secret not in told
