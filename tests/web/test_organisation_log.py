"""The page with the log of an organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from flask import Flask

from assessment.use_cases.audit import ENTRIES_AT_ONCE
from assessment.use_cases.organisations import rename_organisation
from tests.factories.accounts import make_account
from tests.factories.answering_teams import team_sheets
from tests.factories.assessments import START
from tests.factories.frameworks import core_framework
from tests.factories.team_campaigns import answer, make_campaign, respondents_of
from tests.factories.team_visits import TeamVisit, find_address, signed_in
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visits import words


@dataclass(frozen=True)
class Company:
    """An organisation with one team. ``admin`` and ``lead`` are signed in; ``home`` is its address."""

    admin: TeamVisit
    lead: TeamVisit
    team: MadeTeam
    home: str

    @property
    def id(self) -> str:
        return self.home.rsplit("/", 1)[-1]

    @property
    def log(self) -> str:
        return f"{self.home}/log"


@pytest.fixture
def company(app: Flask) -> Company:
    admin = signed_in(app, "anna@example.org", name="Anna")
    home = admin.send("/organisations/new", "/organisations/new", name="Company <b>").location
    admin.see(home)
    lead = make_account(app, "olga@example.org", name="Olga <i>")
    team = make_team(app, lead, 6, organisation_id=home.rsplit("/", 1)[-1])
    return Company(admin, TeamVisit(app, lead), team, home)


def test_the_organisation_leads_to_its_log_and_back(company: Company) -> None:
    assert find_address(company.admin.see(company.home), r"/organisations/[^/]+/log") == company.log
    page = company.admin.see(company.log)
    assert "21 November 2026, 09:00 you Organisation “Company <b>” created" in words(page)
    assert f'href="{company.home}">Company &lt;b&gt;</a>' in page.text


def test_it_says_what_leads_did_by_name_and_address(company: Company) -> None:
    settings = f"/teams/{company.team.team.id}/settings"
    sent = company.lead.send(settings, settings, name="Care", locale="en", organisation=company.id)
    assert sent.status_code == 303
    said = words(company.admin.see(company.log))
    assert "Olga <i> · olga@example.org Settings of the team “Care” changed" in said
    assert "member1@example.org" not in said


def test_it_stays_the_same_whoever_answers(app: Flask, company: Company) -> None:
    record = make_campaign(app, company.team, framework_id="cx_competencies")
    before = words(company.admin.see(company.log))
    assert "Olga <i> · olga@example.org Campaign “Autumn” of the team “Support” opened" in before
    sheet = next(iter(team_sheets(core_framework(), 1).values()))
    answer(app, record, respondents_of(app, record)[0], sheet)
    assert words(company.admin.see(company.log)) == before


def test_it_comes_in_pages(app: Flask, company: Company) -> None:
    assert company.admin.account is not None
    with app.app_context():
        for number in range(ENTRIES_AT_ONCE):
            rename_organisation(company.id, f"N{number}", user_id=company.admin.account.id, now=START)
    page = company.admin.see(company.log)
    assert "Page 1 of 2" in words(page)
    assert f'href="{company.log}?page=2"' in page.text
    assert "Organisation “Company <b>” created" in words(company.admin.see(f"{company.log}?page=2"))
    for page_number in ("99", "0", "x", "9" * 30):
        assert company.admin.see(f"{company.log}?page={page_number}").status_code == 200


def test_it_is_whole_in_russian(company: Company) -> None:
    company.admin.see("/language/ru")
    said = words(company.admin.see(company.log))
    assert "вы Создана организация «Company <b>»" in said
    assert not re.search(r"\b(log|organisation|who|created|you)\b", said), said


def test_for_everybody_else_there_is_no_such_page(app: Flask, company: Company) -> None:
    other = signed_in(app, "other@example.org")
    theirs = other.send("/organisations/new", "/organisations/new", name="Theirs").location
    site_admin = signed_in(app, "site@example.org", roles=("site_admin",))
    for visit in (company.lead, other, site_admin):
        assert visit.see(company.log).status_code == 404
    assert company.admin.see(f"{theirs}/log").status_code == 404
    assert TeamVisit(app).see(company.log).location.startswith("/account/sign-in")
