"""What somebody who answers a campaign reads about who will see what, where the answering begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.use_cases.answer_campaign import describe_to, find_asking
from assessment.web.locale import current_language
from assessment.wording.audience import audience_words
from assessment.wording.campaigns import until_words


@dataclass(frozen=True, slots=True)
class AudienceNotice:
    """The line computed from the live rules, and until when the campaign takes answers."""

    line: str
    until: str


def find_audience(assessment_id: str) -> AudienceNotice | None:
    """The notice of an assessment; None for one that answers no campaign."""
    record = find_asking(assessment_id)
    if record is None:
        return None
    language = current_language()
    campaign = record.campaign
    words = audience_words(language, describe_to(campaign), campaign.kind)
    if campaign.closes_at is None:
        return AudienceNotice(words.line, "")
    until = language.gettext(
        "Answers are taken until %(moment)s.", moment=until_words(language, campaign.closes_at, record.time_zone)
    )
    return AudienceNotice(words.line, until)
