"""The outbox: mails are written down in the transaction that is their reason, and sent by workers later.

Whoever has a reason for a mail calls ``enqueue`` inside that transaction and ``wake`` after it. What the mail says is
composed when it is sent, so that no secret lies in the database: see ``register_composer``.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Flask, current_app
from sqlalchemy import Connection

from assessment.domain.mail import Letter, MailKind, MailState
from assessment.settings import Settings
from assessment.store import mails
from assessment.store.mails import StoredMail
from assessment.use_cases.tokens import TokenSource

__all__ = [
    "Composer",
    "Composing",
    "Letter",
    "Mail",
    "MailKind",
    "MailState",
    "StoredMail",
    "enqueue",
    "register_composer",
    "register_waker",
    "wake",
]

_LOG = logging.getLogger("assessment.mail")
_WAKER = "cx_wheel_waker"


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to one address, to be written down.

    ``key`` names the occasion (at most 200 characters), such as ``invitation/<respondent_id>``: a second mail with the
    same key is not made. ``facts`` is what it needs to say, as JSON, without secrets. ``due_at`` is the moment it
    goes out, at once if not given. The ids say whom it concerns: it goes when they are erased.
    """

    key: str
    kind: MailKind
    recipient: str
    locale: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    user_id: int | None = None
    respondent_id: str | None = None
    campaign_id: str | None = None
    due_at: datetime | None = None


LastStep = Callable[[Connection], bool]


@dataclass(frozen=True, slots=True)
class Composing:
    """What a composer may use: settings (``base_url`` for every link), the moment, and a source of new tokens.

    ``remembered`` is for what it found out that holds for the few mails sent together with this one as well.
    ``last_steps`` are added by the composer: each is done in the transaction that lets the text go, such as storing the
    fingerprint of a link. One that says False finds that there is nothing to say any more: the mail is cancelled.
    """

    settings: Settings
    now: datetime
    token_source: TokenSource
    remembered: dict[str, Any] = field(default_factory=dict)
    last_steps: list[LastStep] = field(default_factory=list)


Composer = Callable[[StoredMail, Composing], Letter | None]
"""Writes the letter at the moment it is sent, outside any transaction; makes tokens, and stores them in a last step.

None when there is nothing to say any more (revoked, closed, erased): the mail is cancelled. May raise
DatabaseUnavailable, upon which the mail waits.
"""

_COMPOSERS: dict[MailKind, Composer] = {}


def register_composer(kind: MailKind, composer: Composer) -> None:
    """Have mails of this kind composed so, from now on. Called when the app is joined; the last one counts."""
    _COMPOSERS[kind] = composer


def find_composer(kind: MailKind) -> Composer | None:
    return _COMPOSERS.get(kind)


def enqueue(connection: Connection, mail: Mail, *, now: datetime) -> bool:
    """Write the mail down in the caller's transaction. False when its key is known: nothing new is written."""
    return mails.add_mail(
        connection,
        StoredMail(
            id=hashlib.sha256(mail.key.encode()).hexdigest()[:32],
            key=mail.key,
            kind=mail.kind,
            recipient=mail.recipient,
            locale=mail.locale,
            facts=mail.facts,
            user_id=mail.user_id,
            respondent_id=mail.respondent_id,
            campaign_id=mail.campaign_id,
            state=MailState.WAITING,
            attempts=0,
            created_at=now,
            due_at=mail.due_at or now,
            claimed_until=None,
            finished_at=None,
            trouble="",
        ),
    )


def register_waker(app: Flask, waker: Callable[[], None]) -> None:
    """Have ``wake`` call this one in the app."""
    app.extensions[_WAKER] = waker


def wake() -> None:
    """Tell the worker that there is something to send. To be called after the transaction.

    Never fails and never waits long: whatever the worker is not told, its sweep finds.
    """
    waker: Callable[[], None] | None = current_app.extensions.get(_WAKER)
    if waker is None:
        return
    try:
        waker()
    except Exception:  # a queue that is away must not fail what was already committed; the sweep finds the mail
        _LOG.warning("The worker could not be woken; its next sweep sends what waits", exc_info=True)
