"""Sending what waits in the outbox, each mail once, however many workers do it and wherever one of them dies.

A mail is claimed, composed, offered to the mail server, and only when the server waits for its text is it written down
that the text is on its way. Who dies before that has sent nothing, and the mail is taken again when the claim has run
out. Who dies after it leaves the mail in doubt, and it is not sent again by itself.

One transaction a mail says that the last one was sent, stores the link of this one, and lets its text go: every
transaction waits for the disk, which takes longer than all the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from assessment.domain.mail import Letter, MailState
from assessment.mailing.carriers import Carrier, open_carrier
from assessment.mailing.message import Envelope, build_envelope
from assessment.mailing.outcomes import HandedInDoubt, MailRefused, ServerAway, TryLater
from assessment.mailing.smtp import Patience
from assessment.store import mails
from assessment.store.database import DatabaseUnavailable, empty_journal, transaction
from assessment.store.mails import StoredMail
from assessment.use_cases.mails import Composing, LastStep, find_composer
from assessment.use_cases.parts import Parts

BATCH = 20
"""Mails that a worker claims at once and sends over one connection."""

MOST_ATTEMPTS = 24
"""So often is a mail tried before it is given up: for about three days."""

CLAIM = timedelta(minutes=3)
"""After so long without a word of its worker a mail is taken by another one."""

HANDING_OVER = timedelta(minutes=5)
"""After so long without an answer it is in doubt. Longer than a mail server is waited for."""

KEPT_AFTER_END = timedelta(days=30)
"""So long do mails stay listed that belong to no campaign."""

_SLOW_S = 0.5
"""A mail server that takes longer for a mail is not waited for with the note that the last one was sent."""

_FIRST_PAUSE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(hours=4)
_LOG = logging.getLogger("assessment.mail")


def pause_after(attempts: int) -> timedelta:
    """How long a mail waits after so many attempts: a minute, two, four, up to four hours."""
    return min(_FIRST_PAUSE * (1 << min(attempts - 1, 20)), _LONGEST_PAUSE)


def send_waiting(
    parts: Parts,
    *,
    stopping: Callable[[], bool] = lambda: False,
    tell: Callable[[str], None] = lambda _: None,
    patience: Patience | None = None,
) -> int:
    """Send what is due, until nothing is, the mail server is away, or ``stopping`` says so. How many were sent.

    ``tell`` gets a line for each mail that goes into the folder. Raises DatabaseUnavailable: what was claimed by then
    is taken again later.
    """
    sent = 0
    while not stopping():
        with transaction() as connection:
            now = parts.clock()
            claimed = mails.claim_mails(connection, now=now, until=now + CLAIM, most=BATCH)
        if not claimed:
            break
        with open_carrier(parts.settings, tell=tell, patience=patience) as carrier:
            batch = _Batch(parts, carrier, stopping)
            batch.send(claimed)
        sent += batch.sent
        if batch.broke_off:
            break
    return sent


def tidy_outbox(now: datetime) -> None:
    """Doubt what was left in the middle of being handed over, and forget what ended long ago."""
    with transaction() as connection:
        doubted = mails.doubt_abandoned(connection, now=now)
        mails.forget_ended(connection, now=now, after=KEPT_AFTER_END)
        farewells = mails.forget_farewells(connection)
    if farewells:
        empty_journal()
    if doubted:
        _LOG.warning("%d mails are in doubt: a worker ended while it was handing them over", doubted)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A mail that the server has taken, which is not written down yet."""

    mail: StoredMail
    at: datetime


class _Batch:
    """Mails claimed together, over one connection."""

    def __init__(self, parts: Parts, carrier: Carrier, stopping: Callable[[], bool]) -> None:
        self._parts = parts
        self._carrier = carrier
        self._stopping = stopping
        self._remembered: dict[str, Any] = {}
        self._taken: _Taken | None = None
        self.sent = 0
        self.broke_off = False

    def send(self, claimed: tuple[StoredMail, ...]) -> None:
        """Each of them; when the server goes away or the worker is to stop, the rest waits again."""
        for place, mail in enumerate(claimed):
            if self.broke_off or self._stopping():
                self.broke_off = True
                with transaction() as connection:
                    self._settle(connection)
                    mails.give_back(connection, claimed[place:])
                return
            self._send(mail)
        self._settle_now()

    def _send(self, mail: StoredMail) -> None:
        """One mail, whatever becomes of it."""
        begun = monotonic()
        try:
            last_steps, envelope = self._compose(mail)
            if envelope is None:
                self._finish(mail, MailState.CANCELLED)
                return
            self._carrier.offer(envelope)
            if not self._begin_handing_over(mail, last_steps):
                return
            self._carrier.hand_over(envelope)
        except HandedInDoubt as doubt:
            self.broke_off = True
            self._finish(mail, MailState.IN_DOUBT, doubt.words)
        except MailRefused as refused:
            self._finish(mail, MailState.REFUSED, refused.words)
        except TryLater as later:
            self._postpone(mail, later.words)
        except ServerAway as away:
            self.broke_off = True
            _LOG.warning("The mail server takes no mails: %s", away.words)
            self._postpone(mail, away.words)
        else:
            self.sent += 1
            self._taken = _Taken(mail, self._parts.clock())
            if monotonic() - begun > _SLOW_S:
                self._settle_now()

    def _compose(self, mail: StoredMail) -> tuple[Sequence[LastStep], Envelope | None]:
        """The mail as it goes out, None when there is nothing to say, and what has to be done before it does.

        Raises MailRefused and TryLater.
        """
        settings, now = self._parts.settings, self._parts.clock()
        composing = Composing(settings, now, self._parts.token_source, self._remembered)
        letter = self._write(mail, composing)
        if letter is None:
            return (), None
        envelope = build_envelope(
            letter,
            mail_id=mail.id,
            domain=settings.mail_domain,
            sender=settings.sender,
            recipient=mail.recipient,
            now=now,
        )
        return composing.last_steps, envelope

    def _write(self, mail: StoredMail, composing: Composing) -> Letter | None:
        composer = find_composer(mail.kind)
        if composer is None:
            raise TryLater(f"nobody writes mails of the kind {mail.kind}")
        try:
            return composer(mail, composing)
        except DatabaseUnavailable:
            raise
        except Exception as wrong:  # one mail that cannot be written must not hold up the others
            _LOG.exception("A mail of the kind %s could not be written", mail.kind)
            raise TryLater(f"the mail could not be written ({type(wrong).__name__})") from wrong

    def _begin_handing_over(self, mail: StoredMail, last_steps: Sequence[LastStep]) -> bool:
        """Write down that the text is on its way. False, and the server gets no text, when the mail is not ours any
        more or there is nothing to say any more."""
        with transaction() as connection:
            goes_out = all(step(connection) for step in last_steps)
            self._settle(connection)
            if goes_out:
                until = self._parts.clock() + HANDING_OVER
                goes_out = mails.begin_handing_over(connection, mail, until=until)
            else:
                mails.finish_mail(connection, mail, MailState.CANCELLED, at=self._parts.clock())
        if not goes_out:
            self._carrier.drop()
        return goes_out

    def _finish(self, mail: StoredMail, state: MailState, trouble: str = "") -> None:
        with transaction() as connection:
            self._settle(connection)
            mails.finish_mail(connection, mail, state, at=self._parts.clock(), trouble=trouble)

    def _postpone(self, mail: StoredMail, trouble: str) -> None:
        if mail.attempts >= MOST_ATTEMPTS:
            self._finish(mail, MailState.GIVEN_UP, trouble)
            return
        with transaction() as connection:
            self._settle(connection)
            due_at = self._parts.clock() + pause_after(mail.attempts)
            mails.postpone_mail(connection, mail, due_at=due_at, trouble=trouble)

    def _settle(self, connection: Connection) -> None:
        """Write down what the server has taken, if it is not yet; where that fails the mail is in doubt."""
        if self._taken is not None:
            mails.finish_mail(connection, self._taken.mail, MailState.SENT, at=self._taken.at)
            self._taken = None

    def _settle_now(self) -> None:
        if self._taken is not None:
            with transaction() as connection:
                self._settle(connection)
