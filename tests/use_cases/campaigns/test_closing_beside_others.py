"""A campaign that closes while others write: nobody waits for its figures, and no submitted answer is left out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from typing import Any

import pytest
from flask import Flask

from assessment.domain.campaign import CampaignState
from assessment.domain.campaign_refusals import AnsweringEnded
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form, Participation
from assessment.domain.team_result import TeamResult
from assessment.store.database import DatabaseUnavailable, reading
from assessment.store.published import find_publication
from assessment.use_cases import publish_result, run_campaign
from assessment.use_cases.campaign_records import CampaignRecord, get_campaign
from assessment.use_cases.own_data import erase
from assessment.use_cases.run_campaign import close_due_campaigns, close_now, extend
from tests.factories.answering_teams import team_sheets
from tests.factories.assessments import START
from tests.factories.sheets import same_answer
from tests.factories.team_campaigns import BOTH_LEVELS, FORTNIGHT, answer, close, make_campaign, respondents_of, rows
from tests.factories.teams import MadeTeam

SHEET = same_answer(BOTH_LEVELS, 3)
Meanwhile = Callable[[Callable[[int], object]], list[int]]


@pytest.fixture
def campaign(site: Flask, team: MadeTeam) -> CampaignRecord:
    """Six of eight have answered."""
    campaign = make_campaign(site, team)
    for one in respondents_of(site, campaign)[:6]:
        answer(site, campaign, one, SHEET)
    return campaign


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Has something happen while figures are computed; gets the number of the time. The list: how many sheets each."""
    sheets: list[int] = []
    release = publish_result.release_result

    def use(act: Callable[[int], object]) -> list[int]:
        def computing(closed: Any, previous: Any) -> Any:
            sheets.append(len(closed.sheets))
            act(len(sheets))
            return release(closed, previous)

        monkeypatch.setattr(publish_result, "release_result", computing)
        return sheets

    return use


def published(campaign: CampaignRecord) -> TeamResult:
    """What everybody sees of it."""
    with reading() as connection:
        found = find_publication(connection, campaign.id)
    assert found is not None
    return found.result


@pytest.fixture
def two(site: Flask, team: MadeTeam) -> tuple[CampaignRecord, CampaignRecord]:
    """The same team asked the same twice at once: of the first somebody is silent, of the second nobody."""
    two = make_campaign(site, team), make_campaign(site, team)
    for campaign, silent in zip(two, (1, 0), strict=True):
        people = respondents_of(site, campaign)[silent:]
        for one, sheet in zip(people, team_sheets(BOTH_LEVELS, len(people)).values(), strict=True):
            answer(site, campaign, one, sheet)
    return two


def forms(campaign: CampaignRecord) -> set[tuple[Form, Reason | None]]:
    """How its competencies are told, and why not as numbers."""
    return {(spoke.score.form, spoke.score.reason) for spoke in published(campaign).competencies}


NUMBERS = {(Form.NUMBER, None)}
LEVELS = {(Form.BAND, Reason.ASKED_AGAIN)}


def test_others_write_while_the_figures_are_computed(
    site: Flask, campaign: CampaignRecord, team: MadeTeam, meanwhile: Meanwhile
) -> None:
    sheets = meanwhile(lambda _: make_campaign(site, team, open=False))
    close_now(campaign.id, now=START)

    assert sheets == [6]
    assert get_campaign(campaign.id).campaign.state is CampaignState.CLOSED


def test_what_is_submitted_while_the_figures_are_computed_is_in_them(
    site: Flask, campaign: CampaignRecord, meanwhile: Meanwhile
) -> None:
    late = respondents_of(site, campaign)[6:8]

    def submit(time: int) -> None:
        for one in late if time == 1 else ():
            answer(site, campaign, one, SHEET)

    sheets = meanwhile(submit)
    close_now(campaign.id, now=START)

    assert sheets == [6, 8]
    assert published(campaign).participation == Participation(8, 8)


def test_what_is_erased_while_the_figures_are_computed_is_not_in_them(
    site: Flask, team: MadeTeam, meanwhile: Meanwhile
) -> None:
    campaign = make_campaign(site, team)
    given = [answer(site, campaign, one, SHEET) for one in respondents_of(site, campaign)[:5]]
    sheets = meanwhile(lambda time: erase(given[0]) if time == 1 else None)
    close_now(campaign.id, now=START)

    assert sheets == [5, 4]
    assert published(campaign).hidden is Reason.TOO_FEW


def test_when_answers_keep_coming_the_last_figures_are_computed_while_all_wait(
    site: Flask, campaign: CampaignRecord, meanwhile: Meanwhile
) -> None:
    late = respondents_of(site, campaign)[6:8]
    sheets = meanwhile(lambda time: answer(site, campaign, late[time - 1], SHEET) if time <= 2 else None)
    close_now(campaign.id, now=START)

    assert sheets == [6, 7, 8]
    assert rows("SELECT count(*) FROM published_results") == [(1,)]


def test_after_the_deadline_no_answer_comes_in_however_long_the_figures_take(
    site: Flask, campaign: CampaignRecord, meanwhile: Meanwhile
) -> None:
    late, over = respondents_of(site, campaign)[6], START + FORTNIGHT

    def too_late(_: int) -> None:
        site.extensions["cx_wheel"].clock.now = over
        with pytest.raises((AnsweringEnded, AssertionError)):  # no link is made any more either
            answer(site, campaign, late, SHEET)

    sheets = meanwhile(too_late)

    assert close_due_campaigns(over) == 1
    assert sheets == [6]


def test_one_that_somebody_else_closed_meanwhile_is_closed_once(campaign: CampaignRecord, meanwhile: Meanwhile) -> None:
    sheets = meanwhile(lambda time: close_now(campaign.id, now=START + FORTNIGHT) if time == 1 else None)

    assert close_due_campaigns(START + FORTNIGHT) == 0
    assert sheets == [6, 6]
    assert rows("SELECT count(*) FROM published_results") == [(1,)]
    assert rows("SELECT count(*) FROM mails WHERE kind = 'campaign_closed'") == [(1,)]


def test_one_that_got_more_time_meanwhile_stays_open(campaign: CampaignRecord, meanwhile: Meanwhile) -> None:
    just_before = START + FORTNIGHT - timedelta(seconds=1)
    meanwhile(lambda _: extend(campaign.id, START + 2 * FORTNIGHT, now=just_before))

    assert close_due_campaigns(START + FORTNIGHT) == 0
    assert get_campaign(campaign.id).campaign.state is CampaignState.OPEN
    assert rows("SELECT count(*) FROM published_results") == [(0,)]


def test_a_database_that_goes_away_meanwhile_leaves_it_to_the_next_sweep(
    campaign: CampaignRecord, meanwhile: Meanwhile
) -> None:
    def away(time: int) -> None:
        if time == 1:
            raise DatabaseUnavailable("away")

    meanwhile(away)
    with pytest.raises(DatabaseUnavailable):
        close_due_campaigns(START + FORTNIGHT)
    assert get_campaign(campaign.id) == campaign

    assert close_due_campaigns(START + FORTNIGHT) == 1


def test_one_that_another_of_the_team_overtakes_tells_what_may_be_told_beside_it(
    site: Flask, two: tuple[CampaignRecord, CampaignRecord], meanwhile: Meanwhile
) -> None:
    first, second = two
    sheets = meanwhile(lambda time: close(site, second) if time == 1 else None)
    close_now(first.id, now=START)

    assert sheets == [7, 8, 7]
    assert (forms(second), forms(first)) == (NUMBERS, LEVELS)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_two_of_a_team_that_close_at_once_are_held_against_each_other(
    site: Flask, two: tuple[CampaignRecord, CampaignRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One has published and not committed when the other comes to it. On SQLite there is one writer at a time."""
    first, second = two
    tell = run_campaign.tell_leads
    closing: list[Future[CampaignRecord]] = []

    def telling(connection: Any, record: CampaignRecord, **options: Any) -> None:
        tell(connection, record, **options)
        if not closing:
            closing.append(pool.submit(close, site, second))
            while not (closing[0].done() or is_somebody_waiting()):
                sleep(0.01)

    monkeypatch.setattr(run_campaign, "tell_leads", telling)
    with ThreadPoolExecutor(1) as pool:
        close_now(first.id, now=START)
    closing[0].result()

    assert (forms(first), forms(second)) == (NUMBERS, LEVELS)


def is_somebody_waiting() -> bool:
    """Whether a transaction waits for another one, in PostgreSQL."""
    return bool(rows("SELECT 1 FROM pg_locks WHERE NOT granted"))
