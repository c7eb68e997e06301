"""Mails: the occasions for which one goes out, what may become of it, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MailKind(StrEnum):
    """The occasion of a mail."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    CAMPAIGN_CLOSED = "campaign_closed"
    JOIN_CONFIRMATION = "join_confirmation"
    CONFIRM_ADDRESS = "confirm_address"
    ADDRESS_TAKEN = "address_taken"
    RESET_PASSWORD = "reset_password"  # noqa: S105  an occasion, no secret
    PASSWORD_CHANGED = "password_changed"  # noqa: S105  as above
    CHANGE_ADDRESS = "change_address"
    ADDRESS_CHANGED = "address_changed"
    ACCOUNT_DELETED = "account_deleted"
    RESULT_SHARED = "result_shared"


class MailState(StrEnum):
    """Where a mail is. ``handing_over`` stands from just before its text goes to the mail server until the answer.

    ``refused``: the server said no for good. ``bounced``: accepted, and sent back later. ``in_doubt``: whether the
    server has it is not known, so it is not sent again by itself. ``given_up``: too many attempts. ``cancelled``:
    there was nothing to say any more.
    """

    WAITING = "waiting"
    CLAIMED = "claimed"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    REFUSED = "refused"
    BOUNCED = "bounced"
    IN_DOUBT = "in_doubt"
    GIVEN_UP = "given_up"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says: a subject on one line, plain text, and the same as HTML without anything from outside.

    ``name`` is the recipient's, for the address on the letter; empty where it is not to be told.
    """

    subject: str
    text: str
    html: str
    name: str = ""
