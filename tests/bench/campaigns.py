"""A campaign of a thousand: computing and publishing its result, its page and files, and the mails that invite."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, sleep

from flask import Flask

from assessment.app import create_app, prepare_site
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Level
from assessment.domain.releasing import Closed, release_result
from assessment.domain.suppression.policy import Policy
from assessment.mail_settings import Encryption, MailServer
from assessment.settings import Settings
from assessment.store.database import close_connections
from assessment.use_cases.parts import utc_now
from assessment.use_cases.run_campaign import close_due_campaigns
from assessment.use_cases.send_mails import send_waiting
from tests.bench.measure import milliseconds
from tests.bench.people import sheets
from tests.factories.accounts import make_account, sign_in
from tests.factories.assessments import SeededTokens
from tests.factories.frameworks import core_framework
from tests.factories.ports import HOST, free_port
from tests.factories.team_campaigns import answer, make_campaign, respondents_of
from tests.factories.teams import make_team


def measure(folder: Path, *, members: int) -> list[tuple[str, str]]:
    """What closing costs with ``members`` who all answered, and the mails and pages around it."""
    with _mail_server() as server, _site(folder, server) as app:
        lead = make_account(app)
        campaign = make_campaign(app, make_team(app, lead, members), framework_id=core_framework().id)
        mails = _send_all(app)
        for respondent, sheet in zip(respondents_of(app, campaign), sheets(core_framework(), members), strict=True):
            answer(app, campaign, respondent, sheet)
        published = _close(app)
        client = app.test_client()
        sign_in(client, lead)
        result = f"/campaigns/{campaign.id}/result"
        return [
            (f"figures of {members} members about themselves, and what may be told", _release(members)),
            (f"close a campaign of {members}: read, compute, publish", f"{1000 * published:.0f} ms"),
            ("team result page", milliseconds(lambda: client.get(result).data, 20)),
            ("team result as XLSX", milliseconds(lambda: client.get(f"{result}.xlsx").data, 5)),
            ("team report as a PDF", milliseconds(lambda: client.get(f"/campaigns/{campaign.id}/plan.pdf").data, 5)),
            ("invitations to a mail server on this machine, one worker", mails),
        ]


def _release(members: int) -> str:
    framework = core_framework()
    answers = {str(number): sheet for number, sheet in enumerate(sheets(framework, members, Level.INDIVIDUAL))}
    closed = Closed(
        framework=framework,
        kind=CampaignKind.THEMSELVES,
        sheets=answers,
        members=frozenset(answers),
        policy=Policy(),
        closed_on=date(2026, 11, 21),
        earlier=(),
    )
    return milliseconds(lambda: release_result(closed, None), 3, warm_up=0)


def _send_all(app: Flask) -> str:
    with app.app_context():
        start = perf_counter()
        sent = send_waiting(app.extensions["cx_wheel"])
        seconds = perf_counter() - start
    return f"{sent / seconds:.0f} per second ({sent} mails)"


def _close(app: Flask) -> float:
    """Seconds of closing the one campaign that is due when its deadline has gone by."""
    with app.app_context():
        start = perf_counter()
        closed = close_due_campaigns(utc_now() + timedelta(days=30))
        seconds = perf_counter() - start
    if closed != 1:
        raise RuntimeError(f"{closed} campaigns were closed instead of one")
    return seconds


@contextmanager
def _site(folder: Path, server: MailServer) -> Iterator[Flask]:
    settings = replace(Settings.from_environment({"CX_WHEEL_INSTANCE": str(folder)}), mail=server)
    app = create_app(settings, token_source=SeededTokens("bench"))
    prepare_site(app)
    yield app
    with app.app_context():
        close_connections()


@contextmanager
def _mail_server() -> Iterator[MailServer]:
    """A server in a process of its own that takes every mail and keeps none."""
    port = free_port()
    command = [sys.executable, "-m", "aiosmtpd", "-n", "-l", f"{HOST}:{port}", "-c", "aiosmtpd.handlers.Sink"]
    process = subprocess.Popen(command)
    try:
        sleep(1)
        yield MailServer(HOST, port, Encryption.NONE)
    finally:
        process.terminate()
        process.wait()
