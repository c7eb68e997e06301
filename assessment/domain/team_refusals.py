"""What teams and organisations refuse, as named facts."""

from __future__ import annotations

from assessment.domain.address_faults import AddressFault
from assessment.domain.refusals import Refusal


class TeamNotFound(Refusal):
    """There is no such team, or the asker has nothing to do with it."""


class OrganisationNotFound(Refusal):
    """There is no such organisation, or the asker does not administer it."""


class MemberNotFound(Refusal):
    """The team has no such member any more."""


class AddressUnusable(Refusal):
    """Nothing can be sent to what was given as an address."""

    def __init__(self, fault: AddressFault) -> None:
        super().__init__(fault)
        self.fault = fault


class AlreadyInTeam(Refusal):
    """Somebody with this address is in the team."""

    def __init__(self, email: str) -> None:
        super().__init__(email)
        self.email = email


class LastLead(Refusal):
    """The team would be left without anybody who can run it."""


class TeamFull(Refusal):
    """The team would have more than ``limit`` people."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class LastAdministrator(Refusal):
    """The organisation would be left without anybody who administers it."""


class NotKnownInOrganisation(Refusal):
    """Nobody in the organisation's teams has confirmed this address with an account."""

    def __init__(self, email: str) -> None:
        super().__init__(email)
        self.email = email


class JoinLinkNotValid(Refusal):
    """There is no such link, or it has expired, or it was taken back."""


class DraftGone(Refusal):
    """The list that was looked at has been stored already, or is too old."""


class BadListFile(Refusal):
    """A list of people that cannot be read as a whole.

    ``reason`` is one of size, lines, spreadsheet, binary, encoding, columns, cell, empty; for ``cell``, ``line`` is
    the one in which it begins.
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason, line)
        self.reason = reason
        self.line = line
