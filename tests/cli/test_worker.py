"""The worker that sends mails: beside the site as its child, or by itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

import pytest

from assessment.app import create_app
from assessment.settings import Settings
from assessment.store.database import close_connections
from assessment.use_cases.mails import wake
from tests.factories.banks import TINY
from tests.factories.live_mails import ROOT, LiveWorker, is_alive
from tests.factories.live_site import LiveSite, running_site
from tests.factories.mails import put_mail
from tests.factories.ports import free_port

PATIENCE_S = 120


@pytest.fixture
def mailing_site(tmp_path: Path) -> Iterator[LiveSite]:
    with running_site(tmp_path, workers=1, mails=True, env={**TINY, "CX_WHEEL_ENV": "development"}) as site:
        yield site


def settings_of(folder: Path) -> Settings:
    return Settings.from_environment({"CX_WHEEL_INSTANCE": str(folder)})


def put_and_ring(folder: Path, recipient: str) -> None:
    """A mail as the site writes it down, with a ring for the worker."""
    app = create_app(settings_of(folder))
    with app.app_context():
        put_mail(recipient, now=datetime.now(UTC))
        wake()
        close_connections()


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = monotonic() + PATIENCE_S
    while not is_so():
        if monotonic() > deadline:
            raise TimeoutError("it does not come about")
        sleep(0.05)


def mail_worker(site: LiveSite) -> int | None:
    """The process that sends the site's mails."""
    for pid in site.worker_pids():
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except FileNotFoundError:
            continue
        if f"--parent={site.pid}".encode() in words:
            return pid
    return None


def mails_in(folder: Path) -> int:
    return len(list((folder / "mails").glob("*.eml")))


def test_the_site_sends_its_mails_and_tells_them_on_the_console(mailing_site: LiveSite) -> None:
    put_and_ring(mailing_site.folder, "anna@example.org")

    wait_until(lambda: mails_in(mailing_site.folder) == 1)
    wait_until(lambda: "Mail to anna@example.org: Your password was changed" in mailing_site.read_log())
    assert f"Mails go to nobody; read them at http://127.0.0.1:{mailing_site.port}/development/mails" in (
        mailing_site.read_log()
    )


def test_a_worker_that_dies_is_started_again(mailing_site: LiveSite) -> None:
    wait_until(lambda: mail_worker(mailing_site) is not None)
    first = mail_worker(mailing_site)
    assert first is not None
    os.kill(first, signal.SIGKILL)

    wait_until(lambda: mail_worker(mailing_site) not in {None, first})
    put_and_ring(mailing_site.folder, "anna@example.org")
    wait_until(lambda: mails_in(mailing_site.folder) == 1)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL], ids=["stopped", "killed"])
def test_no_worker_outlives_its_site(tmp_path: Path, how: signal.Signals) -> None:
    with running_site(tmp_path, workers=1, mails=True, env=TINY) as site:
        wait_until(lambda: mail_worker(site) is not None)
        worker = mail_worker(site)
        assert worker is not None
        os.kill(site.pid, how)
        site.wait_until_ended()

        wait_until(lambda: not is_alive(worker))


def test_a_site_with_a_queue_of_its_own_starts_no_worker(tmp_path: Path) -> None:
    env = {**TINY, "CX_WHEEL_QUEUE": f"redis://127.0.0.1:{free_port()}/0"}
    with running_site(tmp_path, workers=1, mails=None, env=env) as site:
        assert mail_worker(site) is None
        assert "CX_WHEEL_MAIL is not set: nobody gets mails" in site.read_log()


def test_a_worker_by_itself_prepares_the_database_and_works_though_the_queue_is_away(tmp_path: Path) -> None:
    away = {"CX_WHEEL_QUEUE": f"postgresql://127.0.0.1:{free_port()}/none", "CX_WHEEL_ENV": "development"}
    worker = LiveWorker(tmp_path, away)
    try:
        wait_until(lambda: "The queue cannot be opened" in worker.log.read_text(encoding="utf-8"))
        put_and_ring(tmp_path, "anna@example.org")
        worker.stop()
        worker = LiveWorker(tmp_path, away)
        wait_until(lambda: mails_in(tmp_path) == 1)
    finally:
        worker.stop()


def test_a_wrong_setting_is_told_in_one_line(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "assessment", "worker"],
        cwd=ROOT,
        env={**os.environ, "CX_WHEEL_INSTANCE": str(tmp_path), "CX_WHEEL_MAIL": "pigeon"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert run.stderr.startswith("Error: CX_WHEEL_MAIL must be folder, smtp://")
    assert "Traceback" not in run.stderr
