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
from assessment.domain.ownership_refusals import (
    AnsweredAnonymously,
    NotComparable,
    NotInAccount,
    OwnAccount,
    OwnedByAnother,
    ShareNotFound,
)
from assessment.domain.refusals import (
    AlreadySubmitted,
    AssessmentNotFound,
    NotSubmitted,
    Refusal,
    StaleRevision,
    UnknownFramework,
)
from assessment.domain.team_refusals import (
    DraftGone,
    JoinLinkNotValid,
    LastAdministrator,
    LastLead,
    MemberNotFound,
    OrganisationNotFound,
    TeamFull,
    TeamNotFound,
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
    OwnedByAnother: 409,
    AnsweredAnonymously: 409,
    NotInAccount: 409,
    NotComparable: 409,
    ShareNotFound: 404,
    OwnAccount: 409,
    TeamNotFound: 404,
    OrganisationNotFound: 404,
    MemberNotFound: 404,
    JoinLinkNotValid: 404,
    LastLead: 409,
    LastAdministrator: 409,
    TeamFull: 409,
    DraftGone: 409,
}


def status_of(refusal: Refusal) -> int:
    """400 unless the refusal is about something missing (404), about its state (409), or about what is over (410)."""
    return next((status for kind, status in _STATUS.items() if isinstance(refusal, kind)), 400)


def words_of(refusal: Refusal) -> str:
    """One sentence in the request's language."""
    return refusal_sentence(current_language(), refusal)
