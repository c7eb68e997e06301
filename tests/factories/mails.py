"""Mails in the outbox, sent for real. An app context must be active."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from flask import current_app
from sqlalchemy import Connection

from assessment.mail_settings import MailServer
from assessment.store import mails
from assessment.store.database import reading, transaction
from assessment.store.mails import StoredMail
from assessment.store.tables import DbMail
from assessment.use_cases.mails import Mail, MailKind, enqueue
from assessment.use_cases.parts import Parts
from assessment.use_cases.send_mails import send_waiting
from tests.factories.assessments import START


def put_mail(recipient: str = "anna@example.org", *, key: str = "", now: datetime = START, **changes: Any) -> None:
    """A mail into the outbox that needs nothing but itself."""
    usual: dict[str, Any] = {"kind": MailKind.PASSWORD_CHANGED, "locale": "en"}
    mail = Mail(key=key or f"test/{recipient}", recipient=recipient, **usual | changes)
    with transaction() as connection:
        enqueue(connection, mail, now=now)


def put_mails(count: int, *, now: datetime = START) -> list[str]:
    """That many mails in one transaction; their recipients, in the order in which they go out."""
    recipients = [f"p{number:03}@example.org" for number in range(count)]
    with transaction() as connection:
        for recipient in recipients:
            mail = Mail(f"test/{recipient}", MailKind.PASSWORD_CHANGED, recipient, "ru")
            enqueue(connection, mail, now=now)
    return recipients


def list_mails(connection: Connection) -> tuple[StoredMail, ...]:
    """All mails, in the order in which they are due."""
    return tuple(map(mails._read, connection.execute(mails._ALL.order_by(DbMail.due_at, DbMail.key))))


def outbox() -> Mapping[str, StoredMail]:
    """All mails by recipient."""
    with reading() as connection:
        return {mail.recipient: mail for mail in list_mails(connection)}


def states() -> Mapping[str, str]:
    """The state of each mail by recipient."""
    return {recipient: mail.state.value for recipient, mail in outbox().items()}


def parts_to(server: MailServer) -> Parts:
    """The parts of the present app, with mails going to that server."""
    parts: Parts = current_app.extensions["cx_wheel"]
    return replace(parts, settings=replace(parts.settings, mail=server))


def mails_in_folder() -> list[EmailMessage]:
    """Mails that lie in the folder, the oldest first, as a reader's program shows them."""
    parts: Parts = current_app.extensions["cx_wheel"]
    paths = sorted(parts.settings.mail_folder.glob("*.eml"))
    return [cast("EmailMessage", message_from_bytes(path.read_bytes(), policy=default)) for path in paths]


def send_into_folder() -> list[EmailMessage]:
    """Send what is due into the folder; all that lies there then."""
    send_waiting(current_app.extensions["cx_wheel"])
    return mails_in_folder()


def text_of(message: EmailMessage) -> str:
    """The plain text of a mail."""
    body = message.get_body(("plain",))
    if body is None:
        raise LookupError("the mail has no plain text")
    text: str = body.get_content()
    return text.replace("\r\n", "\n")
