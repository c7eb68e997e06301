"""How mails fare: counted for whoever runs the site, and corrected by what mail servers send back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assessment.domain.mail import MailState
from assessment.mailing.bounces import read_bounce
from assessment.store import mails
from assessment.store.database import reading, transaction


class Verdict(StrEnum):
    """What a message that came back was. Only ``bounced`` changes anything."""

    BOUNCED = "bounced"
    NOT_FINAL = "not_final"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class CameBack:
    """A message that came back; ``words`` are the mail server's."""

    verdict: Verdict
    words: str = ""


def count_mails() -> Mapping[MailState, int]:
    """How many mails are in each state, in the order of a mail's life; none is left out."""
    with reading() as connection:
        counted = mails.count_states(connection)
    return {state: counted.get(state, 0) for state in MailState}


def take_back(content: bytes, *, now: datetime) -> CameBack:
    """Read a delivery status notification and mark the mail it is about as bounced. Doing it again is harmless."""
    bounce = read_bounce(content)
    if bounce is None:
        return CameBack(Verdict.NOT_OURS)
    if not bounce.failed:
        return CameBack(Verdict.NOT_FINAL, bounce.words)
    with transaction() as connection:
        known = mails.mark_bounced(connection, bounce.mail_id, at=now, trouble=bounce.words)
    return CameBack(Verdict.BOUNCED, bounce.words) if known else CameBack(Verdict.NOT_OURS)
