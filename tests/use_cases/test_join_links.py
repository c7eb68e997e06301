"""Joining a team by oneself: at once with a confirmed account, by a mail without one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.domain.mail import Letter
from assessment.domain.refusals import OutOfRange
from assessment.domain.team_refusals import AddressUnusable, JoinLinkNotValid
from assessment.store.database import reading
from assessment.store.mails import StoredMail
from assessment.use_cases.join_links import (
    Joining,
    ask_to_join,
    confirm_joining,
    create_join_link,
    find_join_link,
    find_joining,
    join_with_account,
    open_join_link,
    revoke_join_link,
)
from assessment.use_cases.mails import Composing, find_composer
from assessment.use_cases.team_members import remove_member
from assessment.use_cases.teams import MemberRecord, list_members
from tests.factories.assessments import START, SeededTokens
from tests.factories.mails import outbox
from tests.factories.teams import MadeTeam, make_person, make_team

TOKENS = SeededTokens("join links")
DAY = timedelta(days=1)


@pytest.fixture
def made(site: Flask) -> MadeTeam:
    return make_team(site, make_person(site, "lead@example.org"), 1, name="Сервис")


def create(made: MadeTeam, days: int = 14) -> str:
    return create_join_link(made.team.id, days, user_id=made.lead_id, now=START, token_source=TOKENS)


def ask(token: str, address: str = "new@example.org", *, after: timedelta = timedelta(0)) -> str:
    return ask_to_join(token, address=address, name="New", locale="ru", now=START + after, token_source=TOKENS)


def find(made: MadeTeam, email: str) -> MemberRecord:
    (found,) = (member for member in list_members(made.team.id) if member.email == email)
    return found


def compose(site: Flask, mail: StoredMail) -> Letter | None:
    composer = find_composer(mail.kind)
    assert composer is not None
    return composer(mail, Composing(site.extensions["cx_wheel"].settings, START, TOKENS))


def count_mails() -> int:
    with reading() as connection:
        return int(connection.execute(text("SELECT count(*) FROM mails")).scalar_one())


def letter_to(site: Flask, email: str) -> Letter:
    (mail,) = (mail for mail in outbox().values() if mail.recipient == email)
    letter = compose(site, mail)
    assert letter is not None
    return letter


def confirmation_in(letter: Letter) -> str:
    (line,) = (line for line in letter.text.splitlines() if "/join/confirm/" in line)
    return line.rsplit("/", 1)[-1]


def test_the_token_of_a_link_is_stored_nowhere(made: MadeTeam) -> None:
    token = create(made)
    with reading() as connection:
        rows = connection.execute(text("SELECT * FROM join_links")).all()
    assert len(rows) == 1
    assert token not in str(rows)
    assert open_join_link(token, now=START) == made.team


def test_a_link_works_until_its_end_and_until_it_is_taken_back_or_replaced(made: MadeTeam) -> None:
    first = create(made)
    assert find_join_link(made.team.id, now=START + 14 * DAY - timedelta(seconds=1)) is not None
    for token, now in ((first, START + 14 * DAY), ("no-such-link", START), ("", START), ("\0", START)):
        with pytest.raises(JoinLinkNotValid):
            open_join_link(token, now=now)
    second = create(made)
    with pytest.raises(JoinLinkNotValid):
        open_join_link(first, now=START)
    revoke_join_link(made.team.id, user_id=made.lead_id, now=START)
    with pytest.raises(JoinLinkNotValid):
        ask(second)
    assert find_join_link(made.team.id, now=START) is None


@pytest.mark.parametrize("days", [0, 91, -1])
def test_a_link_works_for_a_day_to_ninety(made: MadeTeam, days: int) -> None:
    with pytest.raises(OutOfRange):
        create(made, days)


def test_a_confirmed_account_joins_at_once_and_once(site: Flask, made: MadeTeam) -> None:
    token, account = create(made), make_person(site, "anna@example.org", name="Anna", locale="ru")
    for _ in range(2):
        join_with_account(token, account, now=START, token_source=TOKENS)
    member = find(made, account.email)
    assert (member.user_id, member.name, member.locale, member.is_asked) == (account.id, "Anna", "ru", True)


def test_a_confirmed_account_takes_over_the_row_with_its_address(site: Flask, made: MadeTeam) -> None:
    account = make_person(site, made.members[0].email)
    join_with_account(create(made), account, now=START, token_source=TOKENS)
    assert find(made, account.email).id == made.members[0].id
    assert find(made, account.email).user_id == account.id


def test_an_account_without_a_confirmed_address_cannot_join_at_once(site: Flask, made: MadeTeam) -> None:
    account = make_person(site, "anna@example.org", confirmed=False)
    with pytest.raises(ValueError, match="confirmed"):
        join_with_account(create(made), account, now=START, token_source=TOKENS)


def test_anybody_else_is_in_the_team_once_the_mail_is_confirmed(site: Flask, made: MadeTeam) -> None:
    assert ask(create(made), " New@Example.ORG ") == "new@example.org"
    assert not find(made, "new@example.org").is_asked
    letter = letter_to(site, "new@example.org")
    assert "Сервис" in letter.subject
    assert "New" not in letter.text.replace("new@", "")
    token = confirmation_in(letter)
    assert find_joining(token, now=START) == Joining(made.team, done=False)
    assert not find(made, "new@example.org").is_asked
    for _ in range(2):
        confirm_joining(token, now=START)
        assert find_joining(token, now=START) == Joining(made.team, done=True)
    assert find(made, "new@example.org").is_asked


def test_a_confirmation_is_ours_and_fresh_and_about_somebody_in_the_team(site: Flask, made: MadeTeam) -> None:
    ask(create(made))
    token = confirmation_in(letter_to(site, "new@example.org"))
    for wrong, now in ((token[:-1], START), ("", START), ("x.y", START), (token, START + 7 * DAY)):
        with pytest.raises(JoinLinkNotValid):
            confirm_joining(wrong, now=now)
    remove_member(made.team.id, find(made, "new@example.org").id, user_id=made.lead_id, now=START)
    with pytest.raises(JoinLinkNotValid):
        confirm_joining(token, now=START)
    (mail,) = outbox().values()
    assert compose(site, mail) is None


def test_asking_is_answered_alike_whether_or_not_one_is_in_the_team(site: Flask, made: MadeTeam) -> None:
    token, known = create(made), made.members[0].email
    assert (ask(token, "new@example.org"), ask(token, known)) == ("new@example.org", known)
    assert {mail.recipient for mail in outbox().values()} == {"new@example.org", known}
    assert "/join/confirm/" not in letter_to(site, known).text
    assert find(made, known) == made.members[0]


def test_an_address_gets_one_mail_a_day_however_often_somebody_asks(made: MadeTeam) -> None:
    token = create(made)
    for _ in range(3):
        ask(token)
    assert count_mails() == 1
    ask(token, after=DAY)
    assert count_mails() == 2


def test_what_is_no_address_gets_no_mail(made: MadeTeam) -> None:
    with pytest.raises(AddressUnusable):
        ask(create(made), "a@b\r\nBcc: c@example.org")
    assert not outbox()
