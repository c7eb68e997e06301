"""Mails that come back: which of ours a delivery status notification (RFC 3464) is about, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.message import Message

from assessment.mailing.message import one_line

_OURS = re.compile(r"<([0-9a-f]{32})@[^<>\s]+>")
_LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a notification says of one of our mails. ``failed``: it is final; otherwise it was delayed or delivered.

    ``words`` are the mail servers', on one line.
    """

    mail_id: str
    failed: bool
    words: str


def read_bounce(content: bytes) -> Bounce | None:
    """What the message says of one of our mails; None when it is no notification, or about none of ours."""
    message = message_from_bytes(content)
    mail_id = _find_id(message)
    status = next(_parts(message, "message/delivery-status"), None)
    if mail_id is None or status is None or not status.is_multipart():
        return None
    told = [block for block in status.get_payload() if isinstance(block, Message) and block["Action"]]
    failed = [block for block in told if one_line(str(block["Action"])).lower() == "failed"]
    words = "; ".join(filter(None, map(_words, failed or told)))
    return Bounce(mail_id, bool(failed), words[:_LONGEST_WORDS])


def _find_id(message: Message) -> str | None:
    """Our name in the headers of the mail that came back, which are quoted in one of two ways."""
    for part in _parts(message, "message/rfc822"):
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            return _ours(inner[0])
    for part in _parts(message, "text/rfc822-headers"):
        quoted = part.get_payload(decode=True)
        if isinstance(quoted, bytes):
            return _ours(message_from_string(quoted.decode("utf-8", "replace")))
    return None


def _ours(original: Message) -> str | None:
    found = _OURS.search(str(original["Message-ID"]))
    return None if found is None else found[1]


def _parts(message: Message, kind: str) -> Iterator[Message]:
    """The notification's own parts of that kind, not those of the mail it quotes."""
    own = message.get_payload() if message.is_multipart() else []
    return (part for part in own if isinstance(part, Message) and part.get_content_type() == kind)


def _words(block: Message) -> str:
    diagnosis = one_line(str(block["Diagnostic-Code"] or "")).removeprefix("smtp; ")
    return diagnosis or one_line(str(block["Status"] or ""))
