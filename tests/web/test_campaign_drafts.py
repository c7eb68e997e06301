"""Drafts of campaigns on pages: what is decided, what is refused, what is checked before opening."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.use_cases.campaign_records import list_campaigns
from tests.factories.accounts import make_account
from tests.factories.leads import DRAFT, at, draft_on_page, lead_of, only_campaign
from tests.factories.team_campaigns import reread
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visits import elements, ids, words


@pytest.fixture
def team(app: Flask) -> MadeTeam:
    return make_team(app, make_account(app, name="Lead"))


@pytest.fixture
def lead(app: Flask, team: MadeTeam) -> FlaskClient:
    return lead_of(app, team)


class TestDraft:
    def test_the_form_proposes_a_fortnight_and_explains_every_choice(self, lead: FlaskClient, team: MadeTeam) -> None:
        page = lead.get(f"/teams/{team.team.id}/campaigns/new")
        said = words(page)

        assert page.status_code == 200
        values = {one["id"]: one.get("value") for one in elements(page, "input") if "id" in one}
        assert (values["day"], values["time"], values["k"]) == ("2026-12-05", "18:00", "5")
        assert "Each member about themselves" in said
        assert "The service keeps no link between a person and the answers." in said
        labelled = {label["for"] for label in elements(page, "label")}
        fields = [one for one in elements(page, "input") if one.get("type") != "hidden"] + elements(page, "select")
        assert {one["id"] for one in fields if "id" in one} <= labelled
        assert len(ids(page)) == len(set(ids(page)))

    def test_what_was_decided_is_kept_and_shown_for_a_check(
        self, app: Flask, lead: FlaskClient, team: MadeTeam
    ) -> None:
        answer_ = draft_on_page(lead, team)

        record = only_campaign(app, team)
        assert (answer_.status_code, answer_.location) == (303, at(record))
        assert record.campaign.remind_before == (timedelta(days=7),)
        said = words(lead.get(at(record)))
        assert "8 people will be asked" in said
        assert "Member 1 Member 2" in said
        assert "5 December 2026, 18:00 (Berlin, UTC+1), in 14 days" in said
        assert "Figures are about all 8 of you together" in said
        assert "“covered”, “depends on one person” or is “not covered”" in said
        assert "8 invitations go out as soon as you open the campaign" in said
        assert "English – 4, Русский – 4" in said
        assert "28 November 2026, 18:00 (Berlin, UTC+1)" in said
        assert record.campaign.state is CampaignState.DRAFT

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"title": " "}, "Title: please write something here."),
            ({"title": ""}, "Please write something here."),
            ({"day": "soon"}, "Please enter a date."),
            ({"day": "2026-11-20"}, "20 November 2026, 18:00 (Berlin, UTC+1), has gone by."),
            ({"day": "2028-01-01"}, "choose from 21 November 2026 to 22 November 2027"),
            ({"time": "25:00"}, "Please enter a time, such as 18:00."),
            ({"day": "2027-03-28", "time": "02:30"}, "the clocks go from 02:00 straight to 03:00"),
            ({"zone": "Mars/Olympus"}, "Please choose one."),
            ({"zone": "../../etc/passwd"}, "Please choose one."),
            ({"k": "4"}, "choose from 5 to 1000"),
            ({"k": "many"}, "Please enter a whole number, such as 12."),
        ],
    )
    def test_what_cannot_be_is_shown_again_with_what_was_typed(
        self, app: Flask, lead: FlaskClient, team: MadeTeam, changes: dict[str, str], sentence: str
    ) -> None:
        page = draft_on_page(lead, team, **{"title": "Kept title", **changes})

        assert page.status_code == 422
        assert sentence in words(page)
        assert "Nothing was saved yet" in words(page)
        typed = {one["id"]: one.get("value") for one in elements(page, "input") if "id" in one}
        assert typed["title"] == changes.get("title", "Kept title")
        with app.app_context():
            assert list_campaigns(team.team.id) == ()

    def test_a_time_that_comes_twice_is_the_later_one_and_is_told_with_its_offset(
        self, app: Flask, lead: FlaskClient, team: MadeTeam
    ) -> None:
        draft_on_page(lead, team, day="2027-10-31", time="02:30")

        assert "31 October 2027, 02:30 (Berlin, UTC+1)" in words(lead.get(at(only_campaign(app, team))))

    @pytest.mark.parametrize(("linking", "whom"), [("linked", "have not answered"), ("anonymous", "have not begun")])
    def test_the_check_says_whom_reminders_reach(
        self, app: Flask, lead: FlaskClient, team: MadeTeam, linking: str, whom: str
    ) -> None:
        draft_on_page(lead, team, linking=linking)

        assert f"Reminders, to those who {whom} by then, and to nobody else" in words(
            lead.get(at(only_campaign(app, team)))
        )

    def test_a_draft_is_changed_and_thrown_away(self, app: Flask, lead: FlaskClient, team: MadeTeam) -> None:
        draft_on_page(lead, team)
        record = only_campaign(app, team)
        form = lead.get(at(record, "/draft"))
        chosen = [one["value"] for one in elements(form, "input") if "checked" in one]
        assert chosen == ["themselves", "y", "linked"]

        lead.post(at(record, "/draft"), data={**DRAFT, "kind": "team", "linking": "anonymous"})
        assert (reread(app, record).campaign.kind, reread(app, record).campaign.anonymous) == (CampaignKind.TEAM, True)
        gone = lead.post(at(record, "/deletion"))
        assert gone.location == f"/teams/{team.team.id}"
        assert lead.get(at(record)).status_code == 404

    def test_a_team_too_small_reads_why_and_finds_no_button(self, app: Flask) -> None:
        small_lead = make_account(app, "small@example.org")
        small = make_team(app, small_lead, 4, seed="small")
        client = lead_of(app, small)
        draft_on_page(client, small)
        record = only_campaign(app, small)

        page = client.get(at(record))
        assert "4 people would be asked, but figures are shown from 5 people on." in words(page)
        assert "/opening" not in page.text
        assert client.post(at(record, "/opening")).status_code == 422
        assert reread(app, record).campaign.state is CampaignState.DRAFT


@pytest.mark.parametrize(("members", "folds"), [(40, False), (41, True)])
def test_many_names_are_folded_away_so_that_the_button_stays_near(app: Flask, members: int, *, folds: bool) -> None:
    team = make_team(app, make_account(app, name="Lead"), members)
    lead = lead_of(app, team)
    draft_on_page(lead, team)
    page = lead.get(at(only_campaign(app, team))).text

    assert ("Show all names" in page) == folds
    assert f"Member {members}" in page
