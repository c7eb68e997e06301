"""What is refused about assessments in accounts and about sharing results, as named facts."""

from __future__ import annotations

from assessment.domain.refusals import Refusal


class OwnedByAnother(Refusal):
    """The assessment is in somebody else's account."""


class AnsweredAnonymously(Refusal):
    """The assessment answers an anonymous campaign: nothing may ever say whose it is."""


class NotInAccount(Refusal):
    """The assessment is in no account, so that only its private link opens it."""


class NotComparable(Refusal):
    """Two results of which nothing can be said together: another questionnaire, level or version, or the same one."""


class ShareNotFound(Refusal):
    """Nothing is shared here, or not with the asker, or it was taken back."""


class SharedWithOneself(Refusal):
    """The address is the owner's own."""


class SharedAlready(Refusal):
    """The result is shared with this address."""

    def __init__(self, recipient: str) -> None:
        super().__init__(recipient)
        self.recipient = recipient


class SharedTooWidely(Refusal):
    """The result is shared with ``limit`` people."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class OwnAccount(Refusal):
    """Administrators would shut themselves out."""
