"""People as the service knows them when it asks what they may do."""

from __future__ import annotations

from enum import StrEnum

LONGEST_NAME = 200
"""Letters of the name of a person, a team or an organisation."""


class Role(StrEnum):
    """In what capacity somebody asks. One person may have several; each is asked for by itself."""

    PRIVATE_LINK = "private_link"
    PERSON = "person"
    TEAM_LEAD = "team_lead"
    ORGANISATION_ADMIN = "organisation_admin"
    TRAINER = "trainer"
    SITE_ADMIN = "site_admin"
    API_TOKEN = "api_token"  # noqa: S105  the name of a role


class TeamRole(StrEnum):
    """What somebody is in one team: members are asked, leads name members and run campaigns."""

    MEMBER = "member"
    LEAD = "lead"


def name_with_address(name: str, email: str) -> str:
    """How one of several people with the same name is told from the others."""
    return f"{name} <{email}>"
