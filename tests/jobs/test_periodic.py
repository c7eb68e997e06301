"""What the worker does from time to time."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.domain.campaign import CampaignState
from assessment.jobs import periodic
from assessment.store.database import reading
from assessment.store.limit_windows import DatabaseWindows
from tests.factories.assessments import START, FixedClock
from tests.factories.mails import list_mails, outbox, put_mail, send_into_folder
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import BOTH_LEVELS, FORTNIGHT, make_campaign, reread
from tests.factories.teams import make_person, make_team

DAY = timedelta(days=1)


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(BOTH_LEVELS)


def test_a_job_that_fails_keeps_no_other_from_its_turn(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[datetime] = []

    def broken(now: datetime) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(periodic, "PERIODIC", (("count to infinity", broken), ("note the time", done.append)))
    periodic.sweep(START)

    assert done == [START]
    assert "It was not possible to count to infinity" in caplog.text


def test_a_sweep_reminds_and_closes_in_time_and_only_once(site: Flask) -> None:
    campaign = make_campaign(site, make_team(site, make_person(site, "lead@example.org")))
    with site.app_context():
        for moment in (START + DAY, START + FORTNIGHT - 3 * DAY, START + FORTNIGHT, START + FORTNIGHT + DAY):
            periodic.sweep(moment)
            periodic.sweep(moment)
        with reading() as connection:
            kinds = Counter(mail.kind.value for mail in list_mails(connection))

    assert reread(site, campaign).campaign.state is CampaignState.CLOSED
    assert kinds == {"invitation": 8, "reminder": 8, "campaign_closed": 1}


def test_a_sweep_forgets_what_has_ended(site: Flask) -> None:
    clock: FixedClock = site.extensions["cx_wheel"].clock
    with site.app_context():
        windows = DatabaseWindows(clock=clock)
        windows.incr("short", 60)
        windows.incr("long", 3 * 31 * 86_400)
        put_mail()
        send_into_folder()
        periodic.sweep(clock.advance(31 * 86_400))

        assert (windows.reset(), outbox()) == (1, {})
