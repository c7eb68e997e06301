"""What there is to say of a team's result before there is one."""

from __future__ import annotations

from datetime import datetime

from assessment.domain.campaign import CampaignState
from assessment.languages import Language
from assessment.wording.campaigns import moment_words


def waiting_headline(language: Language, state: CampaignState) -> str:
    """Why there is no result yet, in one line."""
    if state is CampaignState.DRAFT:
        return language.gettext("This campaign has not opened yet")
    return language.gettext("This campaign is still open")


def waiting_sentence(language: Language, state: CampaignState, closes_at: datetime | None, time_zone: str) -> str:
    """When the result comes."""
    if state is CampaignState.DRAFT:
        return language.gettext("First the team is asked; its result is shown here once the campaign has closed.")
    if closes_at is None:
        return language.gettext("Its result is shown here as soon as the lead closes it.")
    return language.gettext(
        "Its result is shown here once it closes: %(moment)s.", moment=moment_words(language, closes_at, time_zone)
    )


def waiting_reason(language: Language) -> str:
    """Why not before."""
    return language.gettext("Figures that changed with every answer would show who answered last.")
