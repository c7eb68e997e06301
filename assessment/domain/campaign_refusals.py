"""What campaigns refuse, as named facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from assessment.domain.refusals import Refusal


class CampaignNotIn(Refusal):
    """The campaign is in a state in which this cannot be done; ``states`` are those in which it could."""

    def __init__(self, state: str, states: Sequence[str]) -> None:
        super().__init__(state)
        self.state = state
        self.states = tuple(states)


class GroupTooSmall(Refusal):
    """So few people are asked that nothing could ever be shown."""

    def __init__(self, members: int, fewest: int) -> None:
        super().__init__(members, fewest)
        self.members = members
        self.fewest = fewest


class DeadlinePassed(Refusal):
    """The moment lies behind."""

    def __init__(self, deadline: datetime) -> None:
        super().__init__(deadline)
        self.deadline = deadline


class DeadlineNotLater(Refusal):
    """A campaign that is open can only be given more time."""

    def __init__(self, deadline: datetime) -> None:
        super().__init__(deadline)
        self.deadline = deadline


class NotAMember(Refusal):
    """The person was not in the group when the campaign opened."""


class CampaignNotFound(Refusal):
    """There is no such campaign."""


class RespondentNotFound(Refusal):
    """The campaign asks no such person."""


class InvitationNotFound(Refusal):
    """No personal link has this token."""


class InvitationRevoked(Refusal):
    """The personal link was revoked; a newer mail may hold another one."""


class AnsweringEnded(Refusal):
    """The campaign takes no more answers since ``ended_at``; what was saved before stays with the person."""

    def __init__(self, ended_at: datetime) -> None:
        super().__init__(ended_at)
        self.ended_at = ended_at


class BegunElsewhere(Refusal):
    """The answers to an anonymous campaign were begun; nothing here knows which ones are this person's."""


class ResultNotPublished(Refusal):
    """The campaign has not closed yet, and nothing is shown before that."""
