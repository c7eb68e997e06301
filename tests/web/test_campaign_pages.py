"""Campaigns that are open or closed, as those who run them see them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from assessment.domain.campaign import CampaignState
from assessment.domain.mail import MailState
from assessment.store.database import transaction
from assessment.store.tables import DbMail
from assessment.use_cases.campaign_records import CampaignRecord
from tests.factories.accounts import make_account, sign_in
from tests.factories.assessments import START, FixedClock
from tests.factories.frameworks import core_framework
from tests.factories.leads import CORE, DRAFT, at, draft_on_page, lead_of, only_campaign
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import answer, close, make_campaign, personal_link, reread, respondents_of
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visits import words


@pytest.fixture
def team(app: Flask) -> MadeTeam:
    return make_team(app, make_account(app, name="Lead"))


@pytest.fixture
def lead(app: Flask, team: MadeTeam) -> FlaskClient:
    return lead_of(app, team)


class TestOpen:
    @pytest.fixture
    def opened(self, app: Flask, lead: FlaskClient, team: MadeTeam) -> CampaignRecord:
        draft_on_page(lead, team)
        record = only_campaign(app, team)
        assert lead.post(at(record, "/opening")).location == at(record)
        return reread(app, record)

    def test_it_says_that_nobody_sees_who_has_answered(self, lead: FlaskClient, opened: CampaignRecord) -> None:
        said = words(lead.get(at(opened)))

        assert opened.campaign.state is CampaignState.OPEN
        assert "The campaign is open, and the invitations are on their way." in said
        assert "8 people are asked. Anyone who joins or leaves" in said
        assert "While the campaign is open, nobody sees who has answered" in said
        assert said.count("Waiting to be sent") == 8

    def test_it_says_whom_reminders_reach_and_nothing_where_there_are_none(
        self, app: Flask, lead: FlaskClient, team: MadeTeam
    ) -> None:
        anonymous = make_campaign(app, team, framework_id=CORE, anonymous=True)
        soon = make_campaign(app, team, framework_id=CORE, closes_at=START + timedelta(hours=2))

        assert "The system reminds those who have not begun." in words(lead.get(at(anonymous)))
        said = words(lead.get(at(soon)))
        assert ("no reminders" in said, "The system reminds" in said) == (True, False)

    def test_pages_stay_the_same_to_the_letter_when_people_answer(
        self, app: Flask, lead: FlaskClient, opened: CampaignRecord
    ) -> None:
        lead.get(at(opened))
        before = {place: lead.get(place).text for place in (at(opened), at(opened, "/closing"))}
        people = respondents_of(app, opened)

        for one in people[:6]:
            answer(app, opened, one, same_answer(core_framework(), 3))
        answer(app, opened, people[6], {}, finish=False)

        for place, text in before.items():
            assert without_tokens(lead.get(place).text) == without_tokens(text)

    def test_the_result_is_not_to_be_had(self, lead: FlaskClient, opened: CampaignRecord) -> None:
        assert "/result" not in lead.get(at(opened)).text

    def test_more_time_is_given_and_never_taken(self, lead: FlaskClient, opened: CampaignRecord, app: Flask) -> None:
        less = lead.post(at(opened, "/extension"), data={"day": "2026-12-01", "time": "18:00"})
        assert less.status_code == 422
        assert "People have been told 5 December 2026, 18:00 (Berlin, UTC+1)" in words(less)

        lead.post(at(opened, "/extension"), data={"day": "2026-12-12", "time": "09:00"})
        assert "Answers are now taken until Saturday, 12 December 2026, 09:00" in words(lead.get(at(opened)))
        assert str(reread(app, opened).campaign.closes_at) == "2026-12-12 08:00:00+00:00"

    def test_more_time_knows_the_clocks_that_are_put_forward_and_back(
        self, lead: FlaskClient, opened: CampaignRecord, app: Flask
    ) -> None:
        left_out = lead.post(at(opened, "/extension"), data={"day": "2027-03-28", "time": "02:30"})
        assert left_out.status_code == 422
        assert "There is no 02:30 on 28 March 2027" in words(left_out)
        assert reread(app, opened) == opened

        twice = {"day": "2027-10-31", "time": "02:30"}
        lead.post(at(opened, "/extension"), data=twice)
        assert "until Sunday, 31 October 2027, 02:30 (Berlin, UTC+1)" in words(lead.get(at(opened)))
        assert lead.post(at(opened, "/extension"), data=twice).status_code == 422, "it is later by nothing"

    def test_invitations_that_did_not_arrive_come_first_and_are_counted(
        self, app: Flask, lead: FlaskClient, opened: CampaignRecord
    ) -> None:
        fresh = words(lead.get(at(opened)))
        assert ("may not have arrived" in fresh, "keeps trying" in fresh) == (False, False)
        last = respondents_of(app, opened)[-1]
        with app.app_context(), transaction() as connection:
            bounced = {"state": MailState.BOUNCED, "trouble": "550 nobody here"}
            connection.execute(update(DbMail).where(DbMail.respondent_id == last.id).values(bounced))
        said = words(lead.get(at(opened)))

        assert "1 invitation may not have arrived; the reason stands beside it." in said
        assert said.index(last.name) < said.index(respondents_of(app, opened)[0].name)
        assert "550 nobody here" in said

    def test_one_that_the_mail_server_has_not_taken_says_when_it_is_tried_again_and_waits_for_no_second_one(
        self, app: Flask, lead: FlaskClient, opened: CampaignRecord
    ) -> None:
        one = respondents_of(app, opened)[0]
        with app.app_context(), transaction() as connection:
            later = {"trouble": "450 greylisted", "due_at": START + timedelta(minutes=8)}
            connection.execute(update(DbMail).where(DbMail.respondent_id == one.id).values(later))
        said = words(lead.get(at(opened)))

        assert "has not taken it yet. Next attempt: 21 November 2026, 10:08 (Berlin, UTC+1)." in said
        assert "The system keeps trying, for about three days" in said
        assert "may not have arrived" not in said
        lead.post(at(opened, f"/people/{one.id}/invitation"))
        assert "no second one was added" in words(lead.get(at(opened)))

    def test_an_invitation_is_sent_again_and_a_link_revoked(
        self, app: Flask, lead: FlaskClient, opened: CampaignRecord
    ) -> None:
        one = respondents_of(app, opened)[0]

        sent = lead.post(at(opened, f"/people/{one.id}/invitation"))
        assert sent.location == f"{at(opened)}#person-{one.id}"
        lead.post(at(opened, f"/people/{one.id}/revocation"))
        assert "Link revoked" in words(lead.get(at(opened)))

    def test_somebody_of_another_campaign_is_not_found(
        self, app: Flask, lead: FlaskClient, team: MadeTeam, opened: CampaignRecord
    ) -> None:
        other = respondents_of(app, make_campaign(app, team, framework_id=CORE))[0]

        assert lead.post(at(opened, f"/people/{other.id}/invitation")).status_code == 404
        assert lead.post(at(opened, f"/people/{other.id}/revocation")).status_code == 404

    def test_pressed_twice_it_says_how_the_campaign_stands(self, lead: FlaskClient, opened: CampaignRecord) -> None:
        assert lead.post(at(opened, "/opening")).location == at(opened)
        assert "The campaign is open already." in words(lead.get(at(opened)))
        for place in ("/draft", "/archive", "/clone", "/deletion"):
            assert lead.post(at(opened, place), data=DRAFT).location == at(opened)

    def test_closing_asks_first_and_tells_no_number(
        self, app: Flask, lead: FlaskClient, opened: CampaignRecord
    ) -> None:
        asked = lead.get(at(opened, "/closing"))
        assert "8 people were asked. How many have answered is not shown" in words(asked)
        assert "If fewer than 5 people have answered, nothing will be shown" in words(asked)

        unticked = lead.post(at(opened, "/closing"))
        assert (unticked.status_code, reread(app, opened)) == (422, opened)
        assert "Tick the box to close the campaign." in words(unticked)

        assert lead.post(at(opened, "/closing"), data={"confirmed": "yes"}).location == at(opened)
        assert reread(app, opened).campaign.state is CampaignState.CLOSED


class TestClosed:
    @pytest.fixture
    def closed(self, app: Flask, team: MadeTeam) -> CampaignRecord:
        opened = make_campaign(app, team, framework_id=CORE)
        return close(app, opened)

    def test_whoever_has_answered_reads_no_deadline_any_more(
        self, app: Flask, client: FlaskClient, team: MadeTeam
    ) -> None:
        opened = make_campaign(app, team, framework_id=CORE)
        one = respondents_of(app, opened)[0]
        answer(app, opened, one, same_answer(core_framework(), 3))
        invitation = f"/invitation/{personal_link(app, one)}"
        assert "Answers are taken until" in words(client.get(invitation))
        close(app, opened)

        said = words(client.get(invitation))
        assert "Your own result is here for you alone." in said
        assert "Answers are taken until" not in said

    def test_invitations_that_were_still_waiting_were_not_sent(self, lead: FlaskClient, closed: CampaignRecord) -> None:
        said = words(lead.get(at(closed)))
        assert said.count("Not sent: the campaign closed first") == 8
        assert "8 invitations did not arrive." in said

    def test_it_leads_to_the_result(self, lead: FlaskClient, closed: CampaignRecord) -> None:
        page = lead.get(at(closed))

        assert "Closed on 21 November 2026, 10:00 (Berlin, UTC+1)." in words(page)
        assert "in 14 days" not in words(page)
        assert at(closed, "/result") in page.text
        assert "Send again" not in words(page)
        assert lead.get(at(closed, "/closing")).location == at(closed)

    def test_it_is_archived_and_asked_again(self, app: Flask, lead: FlaskClient, closed: CampaignRecord) -> None:
        lead.post(at(closed, "/archive"))
        assert reread(app, closed).campaign.state is CampaignState.ARCHIVED

        wave = lead.post(at(closed, "/clone")).location
        again = lead.post(at(closed, "/clone")).location
        assert wave == again
        assert "This is the next campaign, asked the same way." in words(lead.get(wave))

    def test_the_deadline_shows_where_no_job_has_closed_it_yet(
        self, app: Flask, lead: FlaskClient, team: MadeTeam, clock: FixedClock
    ) -> None:
        opened = make_campaign(app, team, framework_id=CORE, closes_at=START + timedelta(hours=1))
        clock.advance(2 * 3600)

        late = lead.post(at(opened, "/extension"), data={"day": "2026-12-12", "time": "09:00"})

        assert late.status_code == 422
        assert "has gone by" in words(late)


class TestLeadAlone:
    def test_the_lead_opens_it_and_answers_at_once(self, app: Flask, lead: FlaskClient, team: MadeTeam) -> None:
        draft_on_page(lead, team, kind="lead_alone")
        record = only_campaign(app, team)
        checked = lead.get(at(record))
        assert "Open it and answer" in words(checked)
        assert "invitation" not in words(checked)

        opened = lead.post(at(record, "/opening"))
        assert opened.location == at(record, "/answering")
        begun = lead.post(opened.location)
        assert re.fullmatch(r"/assessments/[\w-]+/questions/culture", begun.location)
        assert "These answers are yours alone" in words(lead.get(begun.location))
        assert "To my answers" in words(lead.get(at(record)))


class TestWhoMayNot:
    PLACES = ("", "/draft", "/closing", "/answering")
    FORMS = ("/opening", "/extension", "/closing", "/archive", "/clone", "/deletion", "/draft")

    def test_a_stranger_and_a_member_find_nothing(self, app: Flask, team: MadeTeam) -> None:
        app.config["WTF_CSRF_ENABLED"] = False
        record = make_campaign(app, team, open=False, framework_id=CORE)
        for email in ("stranger@example.org", "member1@example.org"):
            account = make_account(app, email)
            client = app.test_client()
            sign_in(client, account)
            for place in self.PLACES:
                assert client.get(at(record, place)).status_code == 404, place
            for place in self.FORMS:
                assert client.post(at(record, place), data=DRAFT).status_code == 404, place
            assert client.get(f"/teams/{team.team.id}/campaigns/new").status_code == 404
            assert client.post(f"/teams/{team.team.id}/campaigns/new", data=DRAFT).status_code == 404
        assert reread(app, record) == record

    def test_nobody_signed_in_is_led_to_the_sign_in_page(self, app: Flask, team: MadeTeam) -> None:
        record = make_campaign(app, team, open=False, framework_id=CORE)
        for place in self.PLACES:
            answer_ = app.test_client().get(at(record, place))
            assert answer_.status_code == 303
            assert answer_.location.startswith("/account/sign-in")

    def test_an_unknown_campaign_is_not_found(self, lead: FlaskClient) -> None:
        assert lead.get("/campaigns/nonsense").status_code == 404


def test_pages_are_whole_in_russian(app: Flask, lead: FlaskClient, team: MadeTeam) -> None:
    draft_on_page(lead, team, title="Осень")
    record = only_campaign(app, team)
    lead.get("/language/ru")
    places = [f"/teams/{team.team.id}/campaigns/new", at(record), at(record, "/draft")]
    pages = [lead.get(place) for place in places]
    lead.post(at(record, "/opening"))
    pages += [lead.get(at(record)), lead.get(at(record, "/closing"))]
    for page in pages:
        english = re.findall(r"\b(the|campaign|people|answers?|invitations?|you|open)\b", words(page), re.IGNORECASE)
        assert not english, f"{page.request.path}: {english}"


def without_tokens(text: str) -> str:
    """The page without what is new in every answer: form tokens, and what the last form said."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", text)
