"""What a campaign is, in terms and words, as its organiser reads it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from assessment.domain.campaign import Campaign, CampaignKind, CampaignState
from assessment.languages import Language
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.wording.campaigns import kind_name, linking_name, moment_words, time_left, until_words

Facts = tuple[tuple[str, str], ...]


def campaign_facts(language: Language, record: CampaignRecord, now: datetime) -> Facts:
    """Kind, deadline, reminders, threshold and link between people and answers."""
    campaign = record.campaign
    facts = [(language.gettext("Asks"), kind_name(language, campaign.kind))]
    takes_answers = campaign.state in {CampaignState.DRAFT, CampaignState.OPEN}
    if campaign.closes_at is not None and takes_answers:
        moment = until_words(language, campaign.closes_at, record.time_zone)
        left = f", {time_left(language, campaign.closes_at, now)}" if campaign.closes_at > now else ""
        facts.append((language.gettext("Answers are taken until"), moment + left))
    if campaign.kind is not CampaignKind.LEAD_ALONE:
        times = reminder_words(language, record, now) or language.gettext("no reminders")
        if takes_answers:
            facts.append((language.gettext("Reminders"), times))
        people = language.ngettext("from %(n)s person up", "from %(n)s people up", campaign.k)
        facts.append((language.gettext("Figures are shown"), people))
        facts.append((language.gettext("Answers"), linking_name(language, anonymous=campaign.anonymous)))
    facts.append((language.gettext("Questionnaire"), language.gettext("version %(version)s", version=record.version)))
    return tuple(facts)


def reminder_words(language: Language, record: CampaignRecord, now: datetime) -> str:
    """When reminders go out, empty for never; those whose moment lies before the opening do not."""
    moments = sorted(_reminders(record.campaign, now))
    return "; ".join(moment_words(language, moment, record.time_zone) for moment in moments)


def _reminders(campaign: Campaign, now: datetime) -> Iterable[datetime]:
    opened = campaign.opened_at or now
    if campaign.closes_at is None:
        return
    for before in campaign.remind_before:
        if campaign.closes_at - before > opened:
            yield campaign.closes_at - before
