"""How handing a mail over can fail, apart by what may be done about it. ``words`` are the server's, on one line."""

from __future__ import annotations

from assessment.logs import hide_secrets

_LONGEST = 500


class MailTrouble(Exception):
    """A mail did not go out."""

    def __init__(self, words: str) -> None:
        self.words = " ".join(hide_secrets(" ".join(words.split())).split())[:_LONGEST]
        super().__init__(self.words)


class ServerAway(MailTrouble):
    """The server cannot be reached, hangs, or wants nothing from us just now: no mail gets through, try all later."""


class TryLater(MailTrouble):
    """The server does not want this mail now. It does not have it; others may get through."""


class MailRefused(MailTrouble):
    """The server does not want this mail at all, or it is no mail. It does not have it."""


class HandedInDoubt(MailTrouble):
    """The connection broke after the text was on its way: whether the server has the mail is not known."""
