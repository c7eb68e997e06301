"""The numbers of the anonymity rules. Source: privacy specification, rules 2 and 6."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FLOOR = 5
"""Fewest people a figure is ever about. A campaign may ask for more, never for fewer."""

COMMENTS_FROM = 10
"""Fewest authors from whom comments are shown."""

SPREAD_FROM = 10
"""Fewest people of whom minimum, maximum, distribution, quartiles or a range of the mean are told."""

MOST_FILTERS = 2
"""Filters that may be laid over a group at once."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one campaign. ``k`` is the fewest people a figure is about; below 5 raises ValueError."""

    k: int = FLOOR

    def __post_init__(self) -> None:
        if self.k < FLOOR:
            raise ValueError(f"no campaign may show figures about fewer than {FLOOR} people")

    @property
    def comments_from(self) -> int:
        """Fewest authors from whom comments are shown."""
        return max(self.k, COMMENTS_FROM)

    @property
    def spread_from(self) -> int:
        """Fewest people of whom anything beyond a mean is told."""
        return max(self.k, SPREAD_FROM)


class Reason(StrEnum):
    """Why something is hidden or told only as a band: one sentence each, for everybody."""

    NOT_CLOSED = "not_closed"
    TOO_FEW = "too_few"
    REST_TOO_SMALL = "rest_too_small"
    BESIDE_HIDDEN = "beside_hidden"
    DIFFERENCE = "difference"
    TOO_FEW_RATED = "too_few_rated"
    SKIPPED_STATEMENTS = "skipped_statements"
    ALL_AGREE = "all_agree"
    MEMBERS_CHANGED = "members_changed"
    ASKED_AGAIN = "asked_again"
    SUBGROUP = "subgroup"
    SAYS_TOO_MUCH = "says_too_much"
    OTHER_VERSION = "other_version"
