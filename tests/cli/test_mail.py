"""``cx-wheel mail`` as mail servers and people call it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from assessment.cli.main import main
from assessment.settings import Settings
from assessment.use_cases.send_mails import send_waiting
from tests.factories.bounces import notification
from tests.factories.mail_servers import Post, mail_server
from tests.factories.mails import outbox, parts_to, put_mail

Command = Callable[..., Result]


@pytest.fixture
def command(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs ``cx-wheel mail`` on the site of the test."""
    monkeypatch.setenv("CX_WHEEL_INSTANCE", str(settings.instance))
    monkeypatch.setenv("CX_WHEEL_DATABASE_URL", settings.database_url)
    return lambda *words, **options: CliRunner().invoke(main, ["mail", *words], **options)


@pytest.fixture
def mail_id(app: Flask) -> str:
    """A mail that was sent, beside one that was refused and one that waits."""
    with app.app_context():
        put_mail("anna@example.org")
        put_mail("gone@example.org")
        with mail_server(Post({"gone@example.org": "550 nobody"})) as (_, server):
            send_waiting(parts_to(server))
        put_mail("later@example.org")
        return outbox()["anna@example.org"].id


def test_the_list_counts_every_state(command: Command, mail_id: str) -> None:
    counted = dict(line.rsplit(maxsplit=1) for line in command("list").output.splitlines())

    assert counted == {
        "waiting": "1",
        "claimed": "0",
        "handing over": "0",
        "sent": "1",
        "refused": "1",
        "bounced": "0",
        "in doubt": "0",
        "given up": "0",
        "cancelled": "0",
    }


@pytest.mark.parametrize("by", ["standard input", "file"])
def test_a_bounce_marks_its_mail_with_the_servers_words(
    app: Flask, command: Command, mail_id: str, tmp_path: Path, by: str
) -> None:
    content = notification(mail_id)
    (tmp_path / "bounce.eml").write_bytes(content)
    ran = command("bounced", str(tmp_path / "bounce.eml")) if by == "file" else command("bounced", input=content)

    assert (ran.exit_code, ran.output) == (0, "Marked as bounced: 550 5.1.1 <anna@example.org>: user unknown\n")
    with app.app_context():
        states = {recipient: mail.state.value for recipient, mail in outbox().items()}
        assert states == {"anna@example.org": "bounced", "gone@example.org": "refused", "later@example.org": "waiting"}
        assert outbox()["anna@example.org"].trouble == "550 5.1.1 <anna@example.org>: user unknown"
    assert command("bounced", input=content).exit_code == 0


def test_a_delay_changes_nothing(app: Flask, command: Command, mail_id: str) -> None:
    ran = command("bounced", input=notification(mail_id, action="delayed", status="4.4.1", words=""))

    assert (ran.exit_code, ran.output) == (0, "Not the end of the mail; nothing is changed: 4.4.1\n")
    with app.app_context():
        assert outbox()["anna@example.org"].state.value == "sent"


@pytest.mark.parametrize("content", [b"Hello", notification("f" * 32)], ids=["no notification", "an unknown mail"])
def test_what_is_not_about_our_mails_is_said_to_be_so(command: Command, mail_id: str, content: bytes) -> None:
    ran = command("bounced", input=content)

    assert (ran.exit_code, ran.output) == (1, "Error: This is no notification about a mail of this site.\n")
