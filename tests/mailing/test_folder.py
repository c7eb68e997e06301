from __future__ import annotations

import stat
from email.headerregistry import Address
from pathlib import Path

import pytest

from assessment.domain.mail import Letter
from assessment.mailing.folder import FolderCarrier
from assessment.mailing.message import Envelope, build_envelope
from assessment.mailing.outcomes import ServerAway
from tests.factories.assessments import START


@pytest.fixture
def envelope() -> Envelope:
    return build_envelope(
        Letter("Ответьте", "Ссылка: https://wheel.test/x\n", "<p>Ссылка</p>"),
        mail_id="a" * 32,
        domain="wheel.test",
        sender=Address("CX Wheel", "no-reply", "wheel.test"),
        recipient="anna@example.org",
        now=START,
    )


def test_a_mail_is_a_file_that_others_on_the_machine_cannot_read(tmp_path: Path, envelope: Envelope) -> None:
    lines: list[str] = []
    folder = tmp_path / "mails"
    with FolderCarrier(folder, tell=lines.append) as carrier:
        carrier.offer(envelope)
        carrier.hand_over(envelope)

    (path,) = folder.iterdir()
    assert path.name == f"20261121T090000-{'a' * 32}.eml"
    assert path.read_bytes() == envelope.content
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert lines == [f"Mail to anna@example.org: Ответьте ({path})"]


def test_a_folder_that_cannot_be_written_to_leaves_the_mail_with_us(tmp_path: Path, envelope: Envelope) -> None:
    (tmp_path / "file").write_text("in the way")
    with FolderCarrier(tmp_path / "file" / "mails", tell=str) as carrier, pytest.raises(ServerAway):
        carrier.offer(envelope)
    with FolderCarrier(tmp_path / "away", tell=str) as carrier, pytest.raises(ServerAway):
        carrier.hand_over(envelope)
