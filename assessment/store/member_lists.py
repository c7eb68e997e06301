"""Rows of lists of people that somebody is looking at before adding them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from assessment.store.keys import is_key
from assessment.store.tables import DbMemberList

StoredList = dict[str, Any]
"""What was read: ``people``, ``bad`` lines and ``ignored`` columns, each a list."""


def add_list(
    connection: Connection, list_id: str, *, team_id: str, user_id: int, made_at: datetime, found: StoredList
) -> None:
    row = {"id": list_id, "team_id": team_id, "user_id": user_id, "made_at": made_at, "people": found}
    connection.execute(insert(DbMemberList), row)


def find_list(connection: Connection, list_id: str, *, team_id: str, user_id: int) -> StoredList | None:
    """A list that this account made for this team; None without one."""
    if not is_key(list_id):
        return None
    this = _this(list_id, team_id, user_id)
    return connection.execute(select(DbMemberList.people).where(*this)).scalar_one_or_none()


def take_list(connection: Connection, list_id: str, *, team_id: str, user_id: int) -> StoredList | None:
    """The same list, which is gone afterwards."""
    if not is_key(list_id):
        return None
    this = _this(list_id, team_id, user_id)
    found = connection.execute(select(DbMemberList.people).where(*this).with_for_update()).scalar_one_or_none()
    connection.execute(delete(DbMemberList).where(*this))
    return found


def delete_old_lists(connection: Connection, *, before: datetime) -> None:
    connection.execute(delete(DbMemberList).where(DbMemberList.made_at < before))


def forget_address(connection: Connection, email: str) -> None:
    """Leave out whoever has this address, and every bad line that shows it."""
    lists = connection.execute(select(DbMemberList.id, DbMemberList.people).with_for_update()).all()
    for list_id, found in lists:
        people = [person for person in found["people"] if person["email"] != email]
        bad = [line for line in found["bad"] if email not in line["content"].lower()]
        if len(people) < len(found["people"]) or len(bad) < len(found["bad"]):
            values = {"people": {**found, "people": people, "bad": bad}}
            connection.execute(update(DbMemberList).where(DbMemberList.id == list_id).values(values))


def _this(list_id: str, team_id: str, user_id: int) -> tuple[ColumnElement[bool], ...]:
    return (DbMemberList.id == list_id, DbMemberList.team_id == team_id, DbMemberList.user_id == user_id)
