"""A result that is not there yet: when it comes, and why not before."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.languages import Language
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.web.team_result.links import WayBack
from assessment.wording.team_verdict import kind_words
from assessment.wording.team_waiting import waiting_headline, waiting_reason, waiting_sentence


@dataclass(frozen=True, slots=True)
class WaitingPage:
    eyebrow: str
    headline: str
    when: str
    why: str
    back: WayBack


def build_waiting_page(language: Language, record: CampaignRecord, team: str, back: WayBack) -> WaitingPage:
    """The page of a campaign that has not closed."""
    campaign = record.campaign
    return WaitingPage(
        eyebrow=" · ".join((team, kind_words(language, campaign.kind))),
        headline=waiting_headline(language, campaign.state),
        when=waiting_sentence(language, campaign.state, campaign.closes_at, record.time_zone),
        why=waiting_reason(language),
        back=back,
    )
