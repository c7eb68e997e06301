"""What is forgotten about accounts as time goes by."""

from __future__ import annotations

from datetime import timedelta

from assessment.store.database import transaction
from assessment.use_cases.account_sessions import IDLE, find_signed_in, list_sessions, open_session
from assessment.use_cases.accounts import Account, find_account_by_email
from assessment.use_cases.tidy_accounts import UNCONFIRMED, forget_old_sessions, forget_unconfirmed_accounts
from tests.factories.assessments import START, SeededTokens
from tests.factories.owners import account

TOKENS = SeededTokens("sessions")
SECOND = timedelta(seconds=1)


def sign_in(person: Account) -> str:
    opened = open_session(person.id, "Firefox", now=START, token_source=TOKENS)
    with transaction() as connection:
        opened.write(connection)
    return opened.token


def test_a_device_is_known_by_its_secret_until_it_is_left_alone_for_long() -> None:
    person = account()
    token = sign_in(person)
    found = find_signed_in(token, now=START + IDLE)
    assert found is not None
    assert found.account == person
    assert find_signed_in(token, now=START + 2 * IDLE) is not None
    assert find_signed_in(token, now=START + 3 * IDLE + SECOND) is None
    for nonsense in ("", "x", token[:-1], "я", "\ud800"):
        assert find_signed_in(nonsense, now=START) is None


def test_being_seen_is_noted_once_an_hour() -> None:
    person = account()
    token = sign_in(person)
    soon, later = START + timedelta(minutes=59), START + timedelta(minutes=61)
    for now, seen in ((soon, START), (later, later)):
        find_signed_in(token, now=now)
        assert [session.seen_at for session in list_sessions(person.id, now=now)] == [seen]


def test_devices_left_alone_are_forgotten_and_others_stay() -> None:
    person = account()
    sign_in(person)
    assert forget_old_sessions(START + IDLE) == 0
    assert forget_old_sessions(START + IDLE + SECOND) == 1
    assert forget_old_sessions(START + IDLE + SECOND) == 0


def test_accounts_that_nobody_confirmed_go_after_a_month() -> None:
    account("waits@example.org", confirmed=False)
    account("stays@example.org")
    assert forget_unconfirmed_accounts(START + UNCONFIRMED) == 0
    assert forget_unconfirmed_accounts(START + UNCONFIRMED + SECOND) == 1
    assert find_account_by_email("waits@example.org") is None
    assert find_account_by_email("stays@example.org") is not None
