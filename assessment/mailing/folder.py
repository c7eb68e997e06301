"""Mails into a folder, for whoever develops or tries the service: sent to nobody, read by whoever owns the folder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import Path

from assessment.mailing.message import Envelope
from assessment.mailing.outcomes import ServerAway

_NAME = re.compile(r"\d{8}T\d{6}-[0-9a-f]{32}")


class FolderCarrier:
    """Takes every mail and writes it down as ``.eml``. ``tell`` gets a line for each. Use as a context manager."""

    def __init__(self, folder: Path, *, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._tell = tell

    def __enter__(self) -> FolderCarrier:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def offer(self, envelope: Envelope) -> None:
        """Make the folder. Raises ServerAway when nothing can be written there."""
        del envelope
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as wrong:
            raise ServerAway(f"{self._folder}: {wrong.strerror}") from wrong

    def hand_over(self, envelope: Envelope) -> str:
        """Write the mail; whole or not at all. Raises ServerAway when it cannot be written."""
        headers = BytesHeaderParser(policy=default).parsebytes(envelope.content)
        path = self._folder / f"{headers['Date'].datetime:%Y%m%dT%H%M%S}-{headers['Message-ID'][1:33]}.eml"
        draft = path.with_suffix(f".{os.getpid()}.draft")
        try:
            draft.touch(mode=0o600)
            draft.write_bytes(envelope.content)
            draft.replace(path)
        except OSError as wrong:
            draft.unlink(missing_ok=True)
            raise ServerAway(f"{path}: {wrong.strerror}") from wrong
        self._tell(f"Mail to {envelope.recipient}: {headers['Subject']} ({path})")
        return str(path)

    def drop(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True, slots=True)
class FolderMail:
    """A mail that lies in the folder; ``id`` names it there. ``text`` is its plain text."""

    id: str
    recipient: str
    subject: str
    sent_at: datetime
    text: str


def list_folder(folder: Path, *, most: int) -> tuple[FolderMail, ...]:
    """The latest mails in the folder, the newest first; none where there is no folder."""
    newest = sorted((path for path in folder.glob("*.eml") if _NAME.fullmatch(path.stem)), reverse=True)[:most]
    return tuple(map(_read, newest))


def find_in_folder(folder: Path, mail_id: str) -> FolderMail | None:
    """One of them."""
    path = folder / f"{mail_id}.eml"
    return _read(path) if _NAME.fullmatch(mail_id) and path.is_file() else None


def _read(path: Path) -> FolderMail:
    message = message_from_bytes(path.read_bytes(), policy=default)
    body = message.get_body(("plain",))
    text: str = "" if body is None else body.get_content()
    return FolderMail(
        path.stem, str(message["To"]), str(message["Subject"]), message["Date"].datetime, text.replace("\r\n", "\n")
    )
