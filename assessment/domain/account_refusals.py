"""What is refused about accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.refusals import Refusal


class CodeSpent(Refusal):
    """The code was used a moment ago, perhaps in another tab: it counts once."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A team or an organisation that nobody else looks after."""

    id: str
    name: str


class LeadsAlone(Refusal):
    """The account is the only lead of teams, or the only administrator of organisations: somebody has to take over."""

    def __init__(self, teams: Sequence[LeftAlone], organisations: Sequence[LeftAlone]) -> None:
        super().__init__(len(teams), len(organisations))
        self.teams = tuple(teams)
        self.organisations = tuple(organisations)


class AddressNotVerified(Refusal):
    """The identity provider does not say that the address is verified, so it opens no account."""


class AccountClosed(Refusal):
    """Whoever runs the site has closed the account to its owner."""
