"""The page of a team's plan: what it shows to whom, and what becomes of every form on it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count

import pytest
from flask import Flask
from icalendar import Calendar

from assessment.domain.campaign import CampaignKind
from assessment.domain.team_result import TeamResult
from assessment.use_cases.accounts import Account
from assessment.use_cases.memberships import claim_memberships
from tests.factories.accounts import make_account
from tests.factories.team_plans import OWN, STATE, SUPPORT, TERMS, TeamVisit, add_closed_campaign, publish, visit_plan
from tests.factories.team_results import about_the_team, about_themselves, nothing_shown, one_hidden
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visits import elements, ids, words

_CAMPAIGNS = count(1)


@pytest.fixture
def lead(app: Flask) -> Account:
    return make_account(app, "lead@example.org", name="Lead")


@pytest.fixture
def team(app: Flask, lead: Account) -> MadeTeam:
    return make_team(app, lead)


def campaign(app: Flask, team: MadeTeam, result: TeamResult | None = None, *, state: str = "closed") -> str:
    made = add_closed_campaign(app, team.team.id, campaign_id=f"campaign{next(_CAMPAIGNS)}", state=state)
    if result is not None:
        publish(app, made, result)
    return made


@pytest.fixture
def visit(app: Flask, lead: Account, team: MadeTeam) -> TeamVisit:
    return visit_plan(app, lead, campaign(app, team, about_themselves()))


@pytest.fixture
def member(app: Flask, visit: TeamVisit, team: MadeTeam) -> TeamVisit:
    """Another browser, of somebody of the team who does not lead it."""
    account = make_account(app, team.members[0].email)
    with app.app_context():
        claim_memberships(account.id, account.email, now=app.extensions["cx_wheel"].clock())
    return visit_plan(app, account, visit.campaign_id)


class TestWhatItShows:
    def test_steps_stand_with_owner_dates_progress_and_what_helps(self, visit: TeamVisit) -> None:
        said = words(visit.get())

        assert "Support · Team development plan for 12 weeks" in said
        assert "Six actions, 60 hours" in said
        assert "Expert support · Strategy · 23 Nov 2026 – 17 Jan 2027 Bring in an expert: strategy" in said
        assert "Owner Nobody yet Progress 0%" in said
        assert "What helps: Expert support of a project" in said
        assert "never from anybody's answers" in said
        assert "6 steps have no owner yet." in said

    def test_a_workshop_lists_its_topics_by_their_statements(self, visit: TeamVisit) -> None:
        said = words(visit.get())
        assert "Thin topics, as the statements name them:" in said

    def test_drawing_and_table_of_the_calendar_hold_the_same_steps(self, visit: TeamVisit) -> None:
        page = visit.get()
        bars = [rect for rect in elements(page, "rect") if "g-bar" in rect.get("class", "")]
        assert len(bars) == len(visit.steps())
        assert "Ask the team again Week of" in words(page)

    def test_ids_are_unique_and_every_field_has_its_label(self, visit: TeamVisit) -> None:
        page = visit.get()
        found = ids(page)
        labelled = {label["for"] for label in elements(page, "label")}
        fields = [one for one in elements(page, "input") if one.get("type") != "hidden"] + elements(page, "textarea")
        assert len(found) == len(set(found))
        assert {one["id"] for one in fields} <= labelled

    def test_the_page_is_whole_in_russian(self, visit: TeamVisit) -> None:
        visit.speak("ru")
        said = words(visit.get())
        assert "План развития команды на 12 недель" in said
        assert "Позовите эксперта: стратегия" in said
        assert not re.search(r"\b(hours|weeks|step|Done|owner|progress)\b", said)

    def test_ratings_of_the_team_are_planned_too(self, app: Flask, lead: Account, team: MadeTeam) -> None:
        visit = visit_plan(app, lead, campaign(app, team, about_the_team()))
        assert "A workshop to agree on examples: strategy" in words(visit.get())

    def test_what_is_hidden_is_said_not_to_be_guessed(self, app: Flask, lead: Account, team: MadeTeam) -> None:
        visit = visit_plan(app, lead, campaign(app, team, one_hidden()))
        assert "What is hidden there is not guessed here: metrics." in words(visit.get())
        assert not any("metrics" in step for step in visit.steps())


class TestWhoSeesIt:
    def test_a_member_reads_and_finds_no_form(self, visit: TeamVisit, member: TeamVisit) -> None:
        page = member.get()
        assert page.status_code == 200
        assert member.steps() == visit.steps()
        assert "The leads of the team change the plan." in words(page)
        assert not [form for form in elements(page, "form") if "/plan" in form["action"]]
        assert not elements(page, "datalist")

    def test_a_member_can_send_no_form(self, visit: TeamVisit, member: TeamVisit) -> None:
        before = visit.shown()
        seen = visit.seen(SUPPORT)
        for path, fields in {
            f"steps/{SUPPORT}": {**STATE, "seen": seen},
            f"steps/{SUPPORT}/done": {"done": "yes"},
            f"steps/{SUPPORT}/drop": {"seen": seen},
            f"steps/{SUPPORT}/swap": {"seen": seen, "action": "gap.strategy.open.learning"},
            f"steps/{SUPPORT}/return": {},
            "steps": OWN,
            "terms": TERMS,
        }.items():
            assert member.post(path, **fields).status_code == 404, path
        assert visit.shown() == before

    def test_for_a_stranger_it_does_not_exist(self, app: Flask, visit: TeamVisit) -> None:
        stranger = visit_plan(app, make_account(app, "stranger@example.org"), visit.campaign_id)
        for path in ("plan", "plan.pdf", "plan.ics"):
            assert stranger.get(path).status_code == 404
        assert stranger.post("terms", **TERMS).status_code == 404

    def test_somebody_not_signed_in_is_asked_to(self, app: Flask, visit: TeamVisit) -> None:
        answer = app.test_client().get(visit.address("plan"))
        assert answer.status_code in {302, 303}
        assert "/account/sign-in" in answer.headers["Location"]

    def test_the_names_to_choose_from_are_the_teams(self, visit: TeamVisit) -> None:
        names = [
            option["value"] for option in elements(visit.get(), "option") if option.get("value", "").startswith("M")
        ]
        assert names == [f"Member {number}" for number in range(1, 9)]


class TestNoPlan:
    @pytest.mark.parametrize(
        ("result", "said"),
        [
            (None, "this campaign is still open"),
            (nothing_shown(), "Fewer than 5 people answered"),
            (replace(nothing_shown(), kind=CampaignKind.LEAD_ALONE), "the lead alone rated the team"),
        ],
    )
    def test_the_page_says_why(
        self, app: Flask, lead: Account, team: MadeTeam, result: TeamResult | None, said: str
    ) -> None:
        visit = visit_plan(app, lead, campaign(app, team, result, state="closed" if result else "open"))
        page = visit.get()
        assert page.status_code == 200
        assert "There is no plan here yet" in words(page)
        assert said in words(page)
        assert ("To the result of this campaign" if result else "To the campaign") in words(page)
        for path in ("plan.pdf", "plan.ics"):
            assert visit.get(path).headers["Location"].endswith("/plan")
        assert visit.post("steps", **OWN).status_code == 303

    def test_an_unknown_campaign_does_not_exist(self, visit: TeamVisit) -> None:
        assert visit.client.get("/campaigns/nonsense/plan").status_code == 404


class TestFiles:
    def test_the_pdf_comes_to_leads_and_members_in_their_language(self, visit: TeamVisit, member: TeamVisit) -> None:
        member.speak("ru")
        answer = member.get("plan.pdf")
        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD" in answer.headers["Content-Disposition"]
        assert visit.get("plan.pdf").data.startswith(b"%PDF-")

    def test_the_calendar_holds_every_step_and_who_sees_to_it(self, visit: TeamVisit) -> None:
        visit.post(f"steps/{SUPPORT}", **STATE, seen=visit.seen(SUPPORT))
        answer = visit.get("plan.ics")
        events = Calendar.from_ical(answer.data).walk("VEVENT")
        assert len(events) == len(visit.steps())
        (ours,) = (event for event in events if "Bring in an expert" in event["SUMMARY"])
        assert "Owner: Olga" in ours["DESCRIPTION"]
        assert 'filename="CX Wheel team development plan 2026-11-21.ics"' in answer.headers["Content-Disposition"]
