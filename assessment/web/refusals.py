"""Which HTTP status a refusal has, and its words on a page."""

from __future__ import annotations

from assessment.domain.campaign_refusals import (
    AnsweringEnded,
    BegunElsewhere,
    CampaignNotFound,
    CampaignNotIn,
    InvitationNotFound,
    InvitationRevoked,
    RespondentNotFound,
    ResultNotPublished,
)
from assessment.domain.refusals import (
    AlreadySubmitted,
    AssessmentNotFound,
    NotSubmitted,
    Refusal,
    StaleRevision,
    UnknownFramework,
)
from assessment.web.locale import current_language
from assessment.wording.refusals import refusal_sentence

_STATUS: dict[type[Refusal], int] = {
    AssessmentNotFound: 404,
    UnknownFramework: 404,
    AlreadySubmitted: 409,
    NotSubmitted: 409,
    StaleRevision: 409,
    CampaignNotFound: 404,
    RespondentNotFound: 404,
    InvitationNotFound: 404,
    InvitationRevoked: 410,
    AnsweringEnded: 410,
    BegunElsewhere: 409,
    CampaignNotIn: 409,
    ResultNotPublished: 409,
}


def status_of(refusal: Refusal) -> int:
    """400 unless the refusal is about something missing (404), about its state (409), or about what is over (410)."""
    return next((status for kind, status in _STATUS.items() if isinstance(refusal, kind)), 400)


def words_of(refusal: Refusal) -> str:
    """One sentence in the request's language."""
    return refusal_sentence(current_language(), refusal)
