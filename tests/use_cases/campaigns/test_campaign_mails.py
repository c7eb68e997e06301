"""What people get by mail from a campaign, and that the links in it lead where they should."""

from __future__ import annotations

import re
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.domain.campaign import CampaignKind
from assessment.domain.mail import Letter, MailKind
from assessment.store.mails import StoredMail
from assessment.use_cases import mails
from assessment.use_cases.answer_campaign import Standing, look_at_invitation
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.invitations import list_invited, revoke
from assessment.use_cases.mails import Composing
from assessment.use_cases.reminders import send_due_reminders
from assessment.use_cases.sharing import share_result, take_back
from assessment.wording.duration import minutes_for
from tests.factories.assessments import START, FixedClock, SeededTokens
from tests.factories.mails import send_into_folder, states, text_of
from tests.factories.owners import account, lead_a_team, own_result
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import (
    BOTH_LEVELS,
    FORTNIGHT,
    answer,
    close,
    first_respondent,
    make_campaign,
    respondents_of,
    rows,
)
from tests.factories.teams import MadeTeam, make_person, make_team

SHEET = same_answer(BOTH_LEVELS, 3)
WEEK_BEFORE = (FORTNIGHT - timedelta(days=7)).total_seconds()
LINK = re.compile(r"http://127\.0\.0\.1:8000/invitation/([\w-]+)\n")


@pytest.fixture
def team(site: Flask) -> MadeTeam:
    return make_team(site, make_person(site, "lead@example.org", locale="ru"), name="Поддержка «24»")


@pytest.fixture
def campaign(site: Flask, team: MadeTeam) -> CampaignRecord:
    return make_campaign(site, team, title="Autumn <b>round</b>")


def to(recipient: str, letters: list[EmailMessage]) -> EmailMessage:
    """The latest mail to that address."""
    return [letter for letter in letters if letter["To"].addresses[0].addr_spec == recipient][-1]


def token_in(letter: EmailMessage) -> str:
    found = LINK.search(text_of(letter))
    assert found is not None
    return found[1]


def test_everybody_asked_gets_one_invitation_in_their_language_with_a_link_of_their_own(
    campaign: CampaignRecord,
) -> None:
    letters = send_into_folder()

    assert len({token_in(letter) for letter in letters}) == len(letters) == 8
    russian, english = to("member2@example.org", letters), to("member3@example.org", letters)
    assert english["Subject"] == "Please answer: Autumn <b>round</b>"
    said = text_of(english).replace("\u00a0", " ")
    assert "Answers are taken until: Saturday, 5 December 2026, 10:00 (Berlin, UTC+1)\n" in said
    assert russian["Subject"] == "Просим ответить: Autumn <b>round</b>"
    assert "Команда «Поддержка «24»»" in text_of(russian)
    asked = look_at_invitation(token_in(russian), now=START)
    assert (asked.standing, asked.record.id) == (Standing.TO_BEGIN, campaign.id)
    assert russian["To"].addresses[0].display_name == asked.name


def test_the_mail_says_who_will_see_what_by_the_rules_of_this_campaign(site: Flask, team: MadeTeam) -> None:
    make_campaign(site, team, CampaignKind.TEAM, k=7)
    texts = [text_of(letter) for letter in send_into_folder()]

    assert {"all 8 of you" in text and "at least 7" in text for text in texts if text.startswith("Hello")} == {True}


@pytest.mark.parametrize(
    ("name", "asks"),
    [("Olga Lead", "Кто спрашивает: Olga Lead, команда «Support»"), ("", "Кто спрашивает: команда «Support»")],
)
def test_invitation_and_reminder_say_who_asks_and_how_long_it_takes(
    site: Flask, clock: FixedClock, name: str, asks: str
) -> None:
    lead = make_person(site, "chief@example.org", name=name)
    campaign = make_campaign(site, make_team(site, lead, 8, name="Support"))
    statements = len(BOTH_LEVELS.items_of(campaign.level))
    least, most = minutes_for(statements)
    send_into_folder()
    send_due_reminders(clock.advance(WEEK_BEFORE))
    letters = [letter for letter in send_into_folder() if letter["To"].addresses[0].addr_spec == "member2@example.org"]

    assert len(letters) == 2
    for letter in letters:
        said = text_of(letter).replace("\u00a0", " ")
        assert f"\n{asks}\n" in said
        assert f"Займёт: {least}–{most} минут" in said
        assert "Ваши ответы видите только вы." in said
        html = letter.get_body(("html",))
        assert html is not None
        assert asks.split(": ")[1] in html.get_content().replace("\u00a0", " ")


def test_what_people_typed_is_text_in_the_html(campaign: CampaignRecord) -> None:
    body = send_into_folder()[0].get_body(("html",))
    assert body is not None
    html = body.get_content()

    assert "<b>round</b>" not in html
    assert not re.search(r"""(?:src|href)=["'](?!http://127\.0\.0\.1:8000)""", html)
    assert not re.search(r"<(?:script|img|link|iframe|form|object)\b|url\(", html)


def test_no_secret_lies_in_the_outbox(campaign: CampaignRecord) -> None:
    tokens = {token_in(letter) for letter in send_into_folder()}

    stored = str(rows("SELECT * FROM mails")) + str(rows("SELECT * FROM invitation_links"))
    assert tokens
    assert not [token for token in tokens if token in stored]


def test_who_was_shut_out_or_asked_too_late_gets_no_invitation(
    site: Flask, campaign: CampaignRecord, clock: FixedClock
) -> None:
    shut_out = respondents_of(site, campaign)[0]
    revoke(campaign.id, shut_out.id, now=START, token_source=SeededTokens("revoke"))
    clock.advance(FORTNIGHT.total_seconds())

    assert send_into_folder() == []
    assert set(states().values()) == {"cancelled"}


@pytest.mark.parametrize("before", [True, False])
def test_whose_links_are_revoked_while_the_mail_is_written_gets_none_and_stays_shut_out(
    site: Flask, campaign: CampaignRecord, monkeypatch: pytest.MonkeyPatch, *, before: bool
) -> None:
    one = first_respondent(site, campaign)
    compose = mails._COMPOSERS[MailKind.INVITATION]

    def shut_out(mail: StoredMail) -> None:
        if mail.respondent_id == one.id:
            revoke(campaign.id, one.id, now=START, token_source=SeededTokens("revoke"))

    def compose_meanwhile(mail: StoredMail, composing: Composing) -> Letter | None:
        if before:
            shut_out(mail)
        letter = compose(mail, composing)
        if not before:
            shut_out(mail)
        return letter

    monkeypatch.setitem(mails._COMPOSERS, MailKind.INVITATION, compose_meanwhile)
    reached = {letter["To"].addresses[0].addr_spec for letter in send_into_folder()}

    assert len(reached) == 7
    assert one.email not in reached
    assert states()[one.email or ""] == "cancelled"
    assert [invited.respondent_id for invited in list_invited(campaign.id) if invited.shut_out] == [one.id]


@pytest.mark.parametrize(("anonymous", "words"), [(True, "nothing was begun"), (False, "not submitted yet")])
def test_a_reminder_says_what_the_system_knows_and_goes_to_nobody_who_has_answered_since(
    site: Flask, team: MadeTeam, clock: FixedClock, *, anonymous: bool, words: str
) -> None:
    campaign = make_campaign(site, team, anonymous=anonymous)
    send_into_folder()
    send_due_reminders(clock.advance(WEEK_BEFORE))
    since = respondents_of(site, campaign)[0]
    answer(site, campaign, since, SHEET)
    reminders = send_into_folder()[8:]

    assert since.email not in {letter["To"].addresses[0].addr_spec for letter in reminders}
    assert len(reminders) == 7
    (english,) = {text_of(letter).splitlines()[2] for letter in reminders if "still" in letter["Subject"]}
    assert words in english


def test_those_who_lead_hear_that_the_result_is_there_and_nothing_of_what_it_says(
    site: Flask, campaign: CampaignRecord
) -> None:
    for respondent in respondents_of(site, campaign)[:4]:
        answer(site, campaign, respondent, SHEET)
    send_into_folder()
    close(site, campaign)
    letter = to("lead@example.org", send_into_folder())

    assert letter["Subject"] == "Опрос закрыт: Autumn <b>round</b>"
    assert f"http://127.0.0.1:8000/campaigns/{campaign.id}/result\n" in text_of(letter)
    said = text_of(letter).replace(campaign.id, "").replace("«24»", "").replace("127.0.0.1:8000", "")
    assert not re.search(r"\d", said)


def test_a_shared_result_is_announced_unless_it_was_taken_back(shelf: Shelf) -> None:
    anna, lead = account(), account("chief@example.org")
    lead_a_team(lead)
    results = [own_result(shelf, anna) for _ in range(2)]
    options = {"recipient": lead.email, "with_plan": False, "now": START}
    kept, back = (share_result(id_, anna, token_source=SeededTokens(id_), **options) for id_ in results)
    take_back(back, anna.id, now=START)
    (letter,) = send_into_folder()

    assert letter["Subject"] == f"{anna.email} shares a result with you"
    assert f"http://127.0.0.1:8000/shared/{kept}\n" in text_of(letter)
