"""A small framework that asks people about themselves and about their team, a team of eight, and its campaigns."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.use_cases.campaign_records import CampaignRecord
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import BOTH_LEVELS, make_campaign
from tests.factories.teams import MadeTeam, make_person, make_team


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(BOTH_LEVELS)


@pytest.fixture
def team(site: Flask) -> MadeTeam:
    return make_team(site, make_person(site, "lead@example.org"))


@pytest.fixture
def campaign(site: Flask, team: MadeTeam) -> CampaignRecord:
    """An open campaign that knows whose answers are whose."""
    return make_campaign(site, team)


@pytest.fixture
def anonymous(site: Flask, team: MadeTeam) -> CampaignRecord:
    """An open campaign that does not."""
    return make_campaign(site, team, anonymous=True)
