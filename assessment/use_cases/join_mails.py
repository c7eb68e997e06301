"""The mail with which somebody who used a join link confirms the address."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy import Connection

from assessment.domain.mail import Letter, MailKind
from assessment.languages import get_language
from assessment.store.database import reading
from assessment.store.mails import StoredMail
from assessment.store.team_members import StoredMember, find_member
from assessment.store.teams import StoredTeam
from assessment.use_cases.compose_mails import mail_locale, write_letter
from assessment.use_cases.mails import Composing, Mail, enqueue, register_composer
from assessment.wording.mails.teams import already_in_team_words, join_words

VALID = timedelta(days=7)
"""How long the link in the mail works."""


def register_join_mails() -> None:
    """Have confirmations of addresses written by this room."""
    register_composer(MailKind.JOIN_CONFIRMATION, _compose)


def write_join_mail(
    connection: Connection, team: StoredTeam, member: StoredMember, *, locale: str, now: datetime
) -> None:
    """At most one a day to an address about a team: strangers can ask for it."""
    mail = Mail(
        key=f"join/{member.id}/{now.date().isoformat()}",
        kind=MailKind.JOIN_CONFIRMATION,
        recipient=member.email,
        locale=locale,
        facts={"team": team.name, "team_id": team.id, "member_id": member.id},
    )
    enqueue(connection, mail, now=now)


def member_of_token(token: str, *, now: datetime) -> tuple[str, str] | None:
    """Ids of team and member that a confirmation is about; None when it is not ours, or too old."""
    try:
        team_id, member_id, until = _signer().loads(token)
    except (BadData, ValueError, TypeError):
        return None
    return (team_id, member_id) if now.timestamp() < until else None


def _compose(mail: StoredMail, composing: Composing) -> Letter | None:
    """None when the person was taken out of the team meanwhile."""
    team_id, member_id = mail.facts["team_id"], mail.facts["member_id"]
    with reading() as connection:
        member = find_member(connection, team_id, member_id)
    if member is None:
        return None
    language, team = get_language(mail_locale(mail)), mail.facts["team"]
    if member.confirmed_at is not None:
        return write_letter(mail, composing, already_in_team_words(language, team))
    token = _signer().dumps([team_id, member_id, int((composing.now + VALID).timestamp())])
    link = f"{composing.settings.base_url}/join/confirm/{token}"
    return write_letter(mail, composing, join_words(language, team, VALID.days), link=link)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="join confirmation")
