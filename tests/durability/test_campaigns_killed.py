"""Processes that die in the middle of opening or closing a campaign: nothing half-sent, nothing half-published."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from flask import Flask
from sqlalchemy import event

from assessment.bank.shelf import Shelf
from assessment.store.database import close_connections, db
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.run_campaign import close_now, open_campaign
from tests.factories.assessments import START, SeededTokens
from tests.factories.frameworks import make_framework
from tests.factories.sheets import same_answer
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import answer, make_campaign, respondents_of, rows
from tests.factories.teams import MadeTeam, make_person, make_team

KILLS = int(os.environ.get("CX_WHEEL_KILLS", "4"))
MEMBERS = 8


@pytest.fixture
def shelf() -> Shelf:
    """Small, so that there is little to write."""
    return shelf_of(make_framework())


@pytest.fixture
def team(site: Flask) -> Iterator[MadeTeam]:
    team = make_team(site, make_person(site, "lead@example.org"), MEMBERS)
    with site.app_context():
        yield team


def run_until(step: int | None, act: Callable[[], object]) -> tuple[int, bool]:
    """Run it in a process of its own that dies before that step: how many steps it came to, and whether it died.

    Steps are the statements to the database and the commits; None lets it live.
    """
    close_connections()
    heard, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        steps = count()

        def next_step(*_: object) -> None:
            os.write(tell, b".")
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(db.engine, "before_cursor_execute", next_step)
        event.listen(db.engine, "commit", next_step)
        try:
            act()
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(heard, "rb") as pipe:
        came_to = len(pipe.read())
    return came_to, os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def chosen_steps(steps: int, seed: int) -> list[int]:
    """Where to die: every step once if there are few, the last one in any case."""
    chance = random.Random(seed)  # noqa: S311  a test's dice
    return [*sorted(chance.choices(range(steps), k=KILLS - 2)), steps - 1, steps]


def opening(site: Flask, draft: CampaignRecord, team: MadeTeam) -> Callable[[], object]:
    shelf = site.extensions["cx_wheel"].shelf
    lead = team.lead.user_id or 0
    return lambda: open_campaign(
        shelf, draft.id, opened_by=lead, now=START, token_source=SeededTokens(f"opening {draft.id}")
    )


def stands(campaign: CampaignRecord) -> tuple[object, ...]:
    """State of the campaign, people asked, invitations, published results, and mails that tell of them."""
    key = f"'{campaign.id}'"
    counted = (
        f"SELECT count(*) FROM respondents WHERE campaign_id = {key}",  # noqa: S608  an id of ours, here and below
        f"SELECT count(*) FROM mails WHERE campaign_id = {key} AND kind = 'invitation'",  # noqa: S608
        f"SELECT count(*) FROM published_results WHERE campaign_id = {key}",  # noqa: S608
        f"SELECT count(*) FROM mails WHERE campaign_id = {key} AND kind = 'campaign_closed'",  # noqa: S608
    )
    ((state,),) = rows(f"SELECT state FROM campaigns WHERE id = {key}")  # noqa: S608
    return (state, *(rows(query)[0][0] for query in counted))


DRAFTED = ("draft", 0, 0, 0, 0)
OPENED = ("open", MEMBERS, MEMBERS, 0, 0)
CLOSED = ("closed", MEMBERS, MEMBERS, 1, 1)


def test_a_campaign_is_opened_with_every_invitation_or_not_at_all(site: Flask, team: MadeTeam) -> None:
    first = make_campaign(site, team, open=False)
    steps, died = run_until(None, opening(site, first, team))
    assert (died, stands(first)) == (False, OPENED)

    draft = make_campaign(site, team, open=False)
    for step in chosen_steps(steps, seed=7):
        _, died = run_until(step, opening(site, draft, team))
        assert died == (step < steps)
        assert stands(draft) == (DRAFTED if died else OPENED)


def test_a_campaign_is_closed_with_its_result_or_not_at_all(site: Flask, team: MadeTeam) -> None:
    sheet = same_answer(make_framework(), 2)
    made = [make_campaign(site, team) for _ in range(2)]
    for campaign in made:
        for respondent in respondents_of(site, campaign)[: MEMBERS - 2]:
            answer(site, campaign, respondent, sheet)
    first, campaign = made
    steps, died = run_until(None, lambda: close_now(first.id, now=START))
    assert (died, stands(first)) == (False, CLOSED)

    for step in chosen_steps(steps, seed=11):
        _, died = run_until(step, lambda: close_now(campaign.id, now=START))
        assert died == (step < steps)
        assert stands(campaign) == (OPENED if died else CLOSED)
