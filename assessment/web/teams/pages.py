"""Page values of the list of teams and of a team, for those who run it and for those who are in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import url_for

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.paging import Paged, Paging
from assessment.domain.people import Role, TeamRole
from assessment.domain.suppression.policy import FLOOR
from assessment.languages import Language
from assessment.use_cases.answer_campaign import Asked
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.change_teams import TeamOverview
from assessment.use_cases.organisations import OrganisationRecord
from assessment.use_cases.teams import MemberRecord, TeamRecord
from assessment.web.locale import LOCALE_NAMES
from assessment.web.paging import PageLinks, build_links
from assessment.wording.campaigns import kind_name, state_name, until_words

PEOPLE_AT_ONCE = 50
SEARCHED_FROM = 12
"""People from which a field to search for one is of use."""


@dataclass(frozen=True, slots=True)
class NamedLink:
    """Something in a list: where it stands, its name, and what is known about it."""

    url: str
    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """One's teams and organisations."""

    teams: tuple[NamedLink, ...]
    organisations: tuple[NamedLink, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in the list. ``needs`` is set for whom something is still missing."""

    id: str
    name: str
    email: str
    locale: str
    language: str
    role: str
    needs: bool


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign in the list; ``result_url`` is empty before its result is published."""

    url: str
    title: str
    facts: str
    result_url: str


@dataclass(frozen=True, slots=True)
class TeamPage:
    """A team for those who run it. ``needs_people``: too few would be asked for anything to be shown.

    ``found`` tells how many a search found, empty without one.
    """

    id: str
    name: str
    organisation: str
    organisation_url: str
    lead: str
    needs_people: bool
    campaigns: tuple[CampaignRow, ...]
    people: tuple[PersonRow, ...]
    is_searchable: bool
    searched: str
    found: str
    links: PageLinks | None


@dataclass(frozen=True, slots=True)
class OwnTeamPage:
    """A team for who is a member of it: what it asks them now, what was published, and the way out."""

    id: str
    name: str
    organisation: str
    asked: tuple[NamedLink, ...]
    results: tuple[NamedLink, ...]
    refusal: str


def build_teams_page(
    language: Language, teams: Sequence[TeamOverview], organisations: Sequence[OrganisationRecord]
) -> TeamsPage:
    """The list of one's teams and organisations."""
    names = {organisation.id: organisation.name for organisation in organisations}
    return TeamsPage(
        tuple(
            NamedLink(
                url_for("teams.show", team_id=one.standing.team.id),
                one.standing.team.name,
                _facts(language, one, names),
            )
            for one in teams
        ),
        tuple(NamedLink(url_for("organisations.show", organisation_id=one.id), one.name, "") for one in organisations),
    )


def build_team_page(
    language: Language,
    team: TeamRecord,
    organisation: NamedLink | None,
    members: Sequence[MemberRecord],
    campaigns: Sequence[CampaignRecord],
    *,
    searched: str,
    page: int,
) -> TeamPage:
    """A team for those who run it; ``organisation`` has a url only for its administrators."""
    shown = [member for member in members if _matches(member, searched)]
    paging = Paging(page, PEOPLE_AT_ONCE)
    paged = Paged(tuple(shown[paging.offset : paging.offset + paging.size]), len(shown), paging)
    return TeamPage(
        id=team.id,
        name=team.name,
        organisation="" if organisation is None else organisation.name,
        organisation_url="" if organisation is None else organisation.url,
        lead=team_facts(language, members),
        needs_people=sum(member.is_asked for member in members) < FLOOR,
        campaigns=tuple(_campaign(language, record) for record in campaigns),
        people=tuple(person_row(language, member) for member in paged.items),
        is_searchable=len(members) >= SEARCHED_FROM,
        searched=searched,
        found=language.ngettext("%(n)s person found", "%(n)s people found", len(shown)) if searched else "",
        links=build_links(
            language,
            paged,
            lambda number: url_for("teams.show", team_id=team.id, q=searched or None, page=number, _anchor="people"),
        ),
    )


def build_own_team_page(
    language: Language,
    team: TeamRecord,
    organisation: str | None,
    campaigns: Sequence[CampaignRecord],
    asked: Sequence[Asked],
    *,
    refusal: str = "",
) -> OwnTeamPage:
    """A team for a member: of its campaigns those that ask this member now, and what is published."""
    published = [one for one in campaigns if is_published(one)]
    return OwnTeamPage(
        id=team.id,
        name=team.name,
        organisation=organisation or "",
        asked=tuple(_asked(language, one.record) for one in asked if one.record.team_id == team.id),
        results=tuple(
            NamedLink(
                url_for("team_result.show", campaign_id=record.id),
                record.title,
                _day_words(language, record),
            )
            for record in published
            if record.campaign.closed_at is not None
        ),
        refusal=refusal,
    )


def _asked(language: Language, record: CampaignRecord) -> NamedLink:
    url, closes_at = url_for("invitations.show_member", campaign_id=record.id), record.campaign.closes_at
    moment = "" if closes_at is None else until_words(language, closes_at, record.time_zone)
    until = language.gettext("answers are taken until %(moment)s", moment=moment) if moment else ""
    return NamedLink(url, record.title, until)


def team_facts(language: Language, members: Sequence[MemberRecord]) -> str:
    """How many people, how many of them would be asked, and who not."""
    asked = sum(member.is_asked for member in members)
    leads = sum(member.role is TeamRole.LEAD for member in members)
    waiting = len(members) - asked - leads
    said = [
        language.ngettext("%(n)s member", "%(n)s members", asked),
        language.ngettext("%(n)s lead", "%(n)s leads", leads),
    ]
    if waiting:
        said.append(language.ngettext("%(n)s not confirmed yet", "%(n)s not confirmed yet", waiting))
    return " · ".join(said)


def person_row(language: Language, member: MemberRecord) -> PersonRow:
    """Somebody as a row."""
    return PersonRow(
        id=member.id,
        name=member.name or member.email,
        email=member.email if member.name else "",
        locale=member.locale,
        language=LOCALE_NAMES.get(member.locale, member.locale),
        role=role_words(language, member),
        needs=member.waits or not member.confirmed,
    )


def role_words(language: Language, member: MemberRecord) -> str:
    """The role, and what it still waits for."""
    if member.waits:
        return language.gettext("Lead as soon as they sign in")
    if member.role is TeamRole.LEAD:
        return language.gettext("Lead")
    if not member.confirmed:
        return language.gettext("Has not confirmed the address yet")
    return language.gettext("Member")


def is_published(record: CampaignRecord) -> bool:
    """Whether there is a result of the group to look at."""
    closed = record.campaign.state in {CampaignState.CLOSED, CampaignState.ARCHIVED}
    return closed and record.campaign.kind is not CampaignKind.LEAD_ALONE


def _facts(language: Language, overview: TeamOverview, organisations: dict[str, str]) -> str:
    roles = overview.standing.roles
    if Role.TEAM_LEAD in roles:
        how = language.gettext("you lead it")
    elif overview.standing.facts.member:
        how = language.gettext("you are a member")
    else:
        how = language.gettext("you administer its organisation")
    people = language.ngettext("%(n)s person", "%(n)s people", overview.people)
    organisation = organisations.get(overview.standing.team.organisation_id or "")
    return " · ".join(part for part in (how, people, organisation) if part)


def _campaign(language: Language, record: CampaignRecord) -> CampaignRow:
    result = url_for("team_result.show", campaign_id=record.id) if is_published(record) else ""
    facts = [state_name(language, record.campaign.state), kind_name(language, record.campaign.kind)]
    facts.append(_day_words(language, record))
    return CampaignRow(
        url_for("campaigns.show", campaign_id=record.id), record.title, " · ".join(filter(None, facts)), result
    )


def _day_words(language: Language, record: CampaignRecord) -> str:
    """When it closed, or until when it takes answers, on the organiser's calendar: tells two of one title apart."""
    campaign, zone = record.campaign, ZoneInfo(record.time_zone)
    if campaign.closed_at is not None:
        return language.gettext("closed %(date)s", date=_day(language, campaign.closed_at.astimezone(zone)))
    if campaign.closes_at is None:
        return ""
    return language.gettext("until %(date)s", date=_day(language, campaign.closes_at.astimezone(zone)))


def _day(language: Language, moment: datetime) -> str:
    """The day in one piece."""
    return language.date(moment.date()).replace(" ", "\u00a0")


def _matches(member: MemberRecord, searched: str) -> bool:
    wanted = searched.casefold()
    return wanted in member.name.casefold() or wanted in member.email.casefold()
