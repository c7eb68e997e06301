"""Campaigns in every state, at fixed moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from assessment.domain.campaign import Campaign, CampaignKind, close_campaign, open_campaign
from tests.factories.releases import people

OPENED = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
DEADLINE = OPENED + timedelta(days=14)
MEMBERS = people(8)


def draft(**changes: Any) -> Campaign:
    """A draft that will close on the deadline by itself."""
    return Campaign(**{"id": "campaign-1", "kind": CampaignKind.THEMSELVES, "closes_at": DEADLINE, **changes})


def opened(members: frozenset[str] = MEMBERS, **changes: Any) -> Campaign:
    """An open campaign, by default of eight members."""
    return open_campaign(draft(**changes), members, OPENED)


def closed(**changes: Any) -> Campaign:
    """A campaign closed by hand a week after it opened."""
    return close_campaign(opened(**changes), OPENED + timedelta(days=7))
