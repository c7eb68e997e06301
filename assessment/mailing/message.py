"""A letter as a message: headers and bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, quote

from email_validator import EmailNotValidError, validate_email

from assessment.domain.mail import Letter
from assessment.mailing.outcomes import MailRefused

_LONGEST_NAME = 80
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a mail server needs beside the text: bare addresses, and whether one of them is not in ASCII."""

    sender: str
    recipient: str
    international: bool
    content: bytes


def build_envelope(
    letter: Letter, *, mail_id: str, domain: str, sender: Address, recipient: str, now: datetime
) -> Envelope:
    """The letter to this address. ``domain`` completes the mail's own name.

    The same arguments give the same bytes. Raises MailRefused when the address is none.
    """
    address, international = read_address(recipient)
    headers = {
        "From": _person("From", sender.display_name, sender.addr_spec),
        "To": _person("To", one_line(letter.name)[:_LONGEST_NAME], address),
        "Subject": _text("Subject", one_line(letter.subject)),
        "Date": format_datetime(now),
        "Message-ID": message_id(mail_id, domain),
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return Envelope(sender.addr_spec, address, international, head.encode() + _body(letter, mail_id))


def message_id(mail_id: str, domain: str) -> str:
    """The name under which mail servers know the mail, and give it back in a bounce."""
    return f"<{mail_id}@{domain}>"


def one_line(text: str) -> str:
    """The text without line breaks, control characters and marks that turn its direction round."""
    return " ".join(_INVISIBLE.sub(" ", text).split())


def read_address(recipient: str) -> tuple[str, bool]:
    """The address as mail servers take it, and whether they must know international ones. Raises MailRefused."""
    try:
        found = validate_email(recipient, check_deliverability=False)
    except EmailNotValidError as wrong:
        raise MailRefused(f"not an address: {wrong}") from wrong
    return (found.normalized, True) if found.ascii_email is None else (found.ascii_email, False)


def _body(letter: Letter, mail_id: str) -> bytes:
    """The headers that tell the parts, and the parts: plain text first, in ASCII on the wire."""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    message.set_boundary(f"=_{mail_id}")
    return message.as_bytes()


def _person(header: str, name: str, address: str) -> str:
    if not name:
        return address
    return f"{_text(header, name) if not name.isascii() else _quoted(name)}\r\n <{address}>"


def _quoted(name: str) -> str:
    return f'"{quote(name)}"'


def _text(header: str, text: str) -> str:
    """The text as encoded words where it is not ASCII. The library's newer way loses spaces between long words."""
    return Header(text, "us-ascii" if text.isascii() else "utf-8", header_name=header).encode(linesep="\r\n")
