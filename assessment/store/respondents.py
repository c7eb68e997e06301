"""Rows of respondents and of their personal links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, exists, insert, or_, select, update

from assessment.domain.natural_order import natural_key
from assessment.store.assessments import WITHDRAWN
from assessment.store.tables import DbAssessment, DbCampaign, DbCampaignAssessment, DbInvitationLink, DbRespondent


@dataclass(frozen=True, slots=True)
class StoredRespondent:
    """Somebody asked. ``email`` is None once it was erased; ``person`` is the keyed hash of it and stays."""

    id: str
    campaign_id: str
    member_id: str | None
    user_id: int | None
    person: str
    email: str | None
    name: str
    locale: str
    begun: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A personal link."""

    token_hash: str
    respondent_id: str
    created_at: datetime
    revoked_at: datetime | None


_ALL = select(*DbRespondent.__table__.columns)
_BY_ID = _ALL.where(DbRespondent.id == bindparam("key"))
_OF_CAMPAIGN = _ALL.where(DbRespondent.campaign_id == bindparam("key"))
_PERSONS = select(DbRespondent.person).where(DbRespondent.campaign_id == bindparam("key"))
_OF_ACCOUNT = (
    _ALL.join(DbCampaign, DbCampaign.id == DbRespondent.campaign_id)
    .where(DbRespondent.user_id == bindparam("key"))
    .order_by(DbCampaign.created_at.desc(), DbRespondent.id)
)
_LINK = select(*DbInvitationLink.__table__.columns).where(DbInvitationLink.token_hash == bindparam("key"))
_OF_LINK = DbInvitationLink.respondent_id == bindparam("key")
_IS_LIVE = exists().where(DbInvitationLink.respondent_id == DbRespondent.id, DbInvitationLink.revoked_at.is_(None))
_HAS_LINK = exists().where(DbInvitationLink.respondent_id == DbRespondent.id)
_NOT_SHUT_OUT = or_(~_HAS_LINK, _IS_LIVE)
_HAS_SUBMITTED = exists().where(
    DbCampaignAssessment.respondent_id == DbRespondent.id,
    DbAssessment.id == DbCampaignAssessment.assessment_id,
    DbAssessment.status == "submitted",
)
_MAY_BE_REMINDED = and_(DbRespondent.email.is_not(None), DbRespondent.withdrawn.is_(False), _NOT_SHUT_OUT)
_TO_REMIND = and_(DbRespondent.campaign_id == bindparam("key"), _MAY_BE_REMINDED)
_LINKED_TO_REMIND = _ALL.where(_TO_REMIND, ~_HAS_SUBMITTED).order_by(DbRespondent.id)
_UNLINKED_TO_REMIND = _ALL.where(_TO_REMIND, DbRespondent.begun.is_(False)).order_by(DbRespondent.id)
_THIS = DbRespondent.id == bindparam("key")
_BY_ACCOUNT = _ALL.where(DbRespondent.campaign_id == bindparam("key"), DbRespondent.user_id == bindparam("account"))
_OPENED = (
    select(DbCampaignAssessment.assessment_id)
    .join(DbInvitationLink, DbInvitationLink.respondent_id == DbCampaignAssessment.respondent_id)
    .join(DbAssessment, DbAssessment.id == DbCampaignAssessment.assessment_id)
    .where(
        DbInvitationLink.token_hash == bindparam("key"),
        DbInvitationLink.revoked_at.is_(None),
        ~DbAssessment.token_hash.startswith(WITHDRAWN, autoescape=True),
    )
)
_OPENS = select(_OPENED.where(DbCampaignAssessment.assessment_id == bindparam("assessment")).exists())


def add_respondents(connection: Connection, respondents: Sequence[StoredRespondent]) -> None:
    """The membership of a campaign that opens."""
    if respondents:
        connection.execute(insert(DbRespondent), [asdict(one) for one in respondents])


def find_respondent(connection: Connection, respondent_id: str) -> StoredRespondent | None:
    row = connection.execute(_BY_ID, {"key": respondent_id}).one_or_none()
    return None if row is None else StoredRespondent(*row)


def lock_respondent(connection: Connection, respondent_id: str) -> StoredRespondent | None:
    """Like find_respondent, and nobody else begins for this person until the transaction ends."""
    row = connection.execute(_BY_ID.with_for_update(), {"key": respondent_id}).one_or_none()
    return None if row is None else StoredRespondent(*row)


def list_respondents(connection: Connection, campaign_id: str) -> tuple[StoredRespondent, ...]:
    """Everybody asked, by name; those without one by their address, the erased first."""
    found = (StoredRespondent(*row) for row in connection.execute(_OF_CAMPAIGN, {"key": campaign_id}))
    return tuple(sorted(found, key=lambda one: (natural_key(one.name or one.email or ""), one.id)))


def list_persons(connection: Connection, campaign_id: str) -> frozenset[str]:
    """The keyed hashes of everybody asked."""
    return frozenset(connection.execute(_PERSONS, {"key": campaign_id}).scalars())


def list_of_account(connection: Connection, user_id: int) -> tuple[StoredRespondent, ...]:
    """Where an account is asked, the newest campaign first."""
    return tuple(StoredRespondent(*row) for row in connection.execute(_OF_ACCOUNT, {"key": user_id}))


def list_to_remind(connection: Connection, campaign_id: str, *, anonymous: bool) -> tuple[StoredRespondent, ...]:
    """Who may be reminded and has not submitted; of an anonymous campaign, who has not begun."""
    statement = _UNLINKED_TO_REMIND if anonymous else _LINKED_TO_REMIND
    return tuple(StoredRespondent(*row) for row in connection.execute(statement, {"key": campaign_id}))


def is_to_remind(connection: Connection, respondent_id: str, *, anonymous: bool) -> bool:
    """Whether this respondent may be reminded and has not submitted; if the campaign is anonymous, has not begun."""
    what = DbRespondent.begun.is_(False) if anonymous else ~_HAS_SUBMITTED
    return connection.execute(
        select(exists().where(_THIS, _MAY_BE_REMINDED, what)), {"key": respondent_id}
    ).scalar_one()


def mark_begun(connection: Connection, respondent_id: str) -> None:
    """The person has begun, and wants to be asked again if they had withdrawn."""
    connection.execute(update(DbRespondent).where(_THIS).values(begun=True, withdrawn=False), {"key": respondent_id})


def mark_begun_among(connection: Connection, campaign_id: str, respondent_id: str) -> None:
    """The same, with the rows of everybody asked written anew.

    PostgreSQL keeps with each row which transaction wrote it, and rows in the order in which they were written: one
    row written together with the answers would be found again by that. The caller has locked the campaign.
    """
    this = DbRespondent.id == bindparam("this")
    values = {"begun": or_(DbRespondent.begun, this), "withdrawn": and_(DbRespondent.withdrawn, ~this)}
    statement = update(DbRespondent).where(DbRespondent.campaign_id == bindparam("of_campaign")).values(values)
    connection.execute(statement, {"of_campaign": campaign_id, "this": respondent_id})


def mark_withdrawn(connection: Connection, respondent_id: str) -> None:
    """The person has erased the answers and wants no more mails."""
    connection.execute(update(DbRespondent).where(_THIS).values(withdrawn=True), {"key": respondent_id})


def add_link(connection: Connection, link: StoredLink) -> None:
    connection.execute(insert(DbInvitationLink), asdict(link))


def find_link(connection: Connection, token_hash: str) -> StoredLink | None:
    row = connection.execute(_LINK, {"key": token_hash}).one_or_none()
    return None if row is None else StoredLink(*row)


def revoke_links(connection: Connection, respondent_id: str, *, at: datetime) -> int:
    """Let no link of the person open anything any more; how many there were."""
    statement = update(DbInvitationLink).where(_OF_LINK, DbInvitationLink.revoked_at.is_(None)).values(revoked_at=at)
    return connection.execute(statement, {"key": respondent_id}).rowcount


def has_links(connection: Connection, respondent_id: str) -> bool:
    """Whether the person ever had a link."""
    return connection.execute(select(exists().where(_OF_LINK)), {"key": respondent_id}).scalar_one()


def list_shut_out(connection: Connection, campaign_id: str) -> frozenset[str]:
    """Ids of those of whose links every one is revoked."""
    statement = select(DbRespondent.id).where(DbRespondent.campaign_id == bindparam("key"), ~_NOT_SHUT_OUT)
    return frozenset(connection.execute(statement, {"key": campaign_id}).scalars())


def is_shut_out(connection: Connection, respondent_id: str) -> bool:
    """Whether this respondent is one of them."""
    return connection.execute(select(exists().where(_THIS, ~_NOT_SHUT_OUT)), {"key": respondent_id}).scalar_one()


def find_by_account(connection: Connection, campaign_id: str, user_id: int) -> StoredRespondent | None:
    """The person of an account among those asked."""
    row = connection.execute(_BY_ACCOUNT, {"key": campaign_id, "account": user_id}).first()
    return None if row is None else StoredRespondent(*row)


def opens(connection: Connection, token_hash: str, assessment_id: str) -> bool:
    """Whether a personal link that was not revoked is one of the person who gave these answers."""
    return bool(connection.execute(_OPENS, {"key": token_hash, "assessment": assessment_id}).scalar_one())


def find_opened(connection: Connection, token_hash: str) -> str | None:
    """The assessment that a personal link opens: what its person has begun."""
    return connection.execute(_OPENED, {"key": token_hash}).scalar_one_or_none()
