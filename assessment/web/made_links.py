"""The join link that somebody has made in this browser, so that loading its page again makes no other one.

The service keeps no copy of a link. The token lies in the signed cookie of whoever made it until they sign out.
"""

from __future__ import annotations

from datetime import datetime

from flask import session

from assessment.domain.team_refusals import JoinLinkNotValid
from assessment.use_cases.join_links import open_join_link

_KEY = "made_link"


def remember_made_link(token: str) -> None:
    session[_KEY] = token


def find_made_link(team_id: str, *, now: datetime) -> str | None:
    """The token of the link of this team that works now, if it was made in this browser."""
    token = session.get(_KEY)
    if not isinstance(token, str):
        return None
    try:
        team = open_join_link(token, now=now)
    except JoinLinkNotValid:
        return None
    return token if team.id == team_id else None


def forget_made_link() -> None:
    session.pop(_KEY, None)
