"""Rows of lists of people that somebody is looking at before adding them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from assessment.store.keys import is_key
from assessment.store.tables import DbMemberList


def add_list(
    connection: Connection,
    list_id: str,
    *,
    team_id: str,
    user_id: int,
    made_at: datetime,
    people: Sequence[dict[str, Any]],
) -> None:
    row = {"id": list_id, "team_id": team_id, "user_id": user_id, "made_at": made_at, "people": list(people)}
    connection.execute(insert(DbMemberList), row)


def take_list(connection: Connection, list_id: str, *, team_id: str, user_id: int) -> list[dict[str, Any]] | None:
    """The people of a list that this account made for this team, which is gone afterwards; None without one."""
    if not is_key(list_id):
        return None
    this = (DbMemberList.id == list_id, DbMemberList.team_id == team_id, DbMemberList.user_id == user_id)
    people = connection.execute(select(DbMemberList.people).where(*this).with_for_update()).scalar_one_or_none()
    connection.execute(delete(DbMemberList).where(*this))
    return people


def delete_old_lists(connection: Connection, *, before: datetime) -> None:
    connection.execute(delete(DbMemberList).where(DbMemberList.made_at < before))


def forget_address(connection: Connection, email: str) -> None:
    """Leave out whoever has this address."""
    lists = connection.execute(select(DbMemberList.id, DbMemberList.people).with_for_update()).all()
    for list_id, people in lists:
        others = [person for person in people if person["email"] != email]
        if len(others) < len(people):
            connection.execute(update(DbMemberList).where(DbMemberList.id == list_id).values(people=others))
