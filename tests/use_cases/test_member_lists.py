"""Lists of people are looked at before anybody is added, and exactly what was looked at is added."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from assessment.domain.listed_people import Trouble
from assessment.domain.people import TeamRole
from assessment.domain.team_refusals import BadListFile, DraftGone, TeamFull
from assessment.store.database import transaction
from assessment.use_cases.join_links import ask_to_join, create_join_link
from assessment.use_cases.member_lists import (
    Added,
    ListPreview,
    add_previewed,
    forget_old_lists,
    get_preview,
    preview_file,
    preview_pasted,
)
from assessment.use_cases.memberships import forget_memberships
from assessment.use_cases.team_members import add_member
from assessment.use_cases.teams import list_members
from tests.factories.assessments import START, SeededTokens
from tests.factories.teams import MadeTeam, make_person, make_team

TOKENS = SeededTokens("member lists")


@pytest.fixture
def made(site: Flask) -> MadeTeam:
    return make_team(site, make_person(site, "lead@example.org"), 1)


def preview(made: MadeTeam, content: str) -> ListPreview:
    return preview_file(made.team.id, content.encode(), user_id=made.lead_id, now=START, token_source=TOKENS)


def add(made: MadeTeam, list_id: str, user_id: int | None = None) -> Added:
    return add_previewed(made.team.id, list_id, user_id=user_id or made.lead_id, now=START, token_source=TOKENS)


def emails(made: MadeTeam) -> set[str]:
    return {member.email for member in list_members(made.team.id)}


def test_nothing_is_stored_before_it_was_confirmed_and_then_exactly_that(made: MadeTeam) -> None:
    before = emails(made)
    seen = preview(made, "email;имя;роль;язык\na@example.org;=1+1;lead;en\nbad;B\nmember1@example.org\nb@example.org\n")
    assert emails(made) == before
    assert [(line.line, line.trouble) for line in seen.bad] == [(3, Trouble.NOT_AN_ADDRESS), (4, Trouble.IN_TEAM)]
    assert add(made, seen.id) == Added(2, 0)
    added = {member.email: member for member in list_members(made.team.id) if member.email not in before}
    assert {email: (one.name, one.role, one.locale) for email, one in added.items()} == {
        "a@example.org": ("=1+1", TeamRole.LEAD, "en"),
        "b@example.org": ("", TeamRole.MEMBER, "en"),
    }


def test_whoever_deletes_the_account_is_left_out_of_a_list_that_waits(site: Flask, made: MadeTeam) -> None:
    goes = make_person(site, "goes@example.org")
    seen = preview(made, "email\na@example.org\ngoes@example.org\nGOES@example.org\nnonsense\n")
    with transaction() as connection:
        forget_memberships(connection, goes.id, goes.email)

    kept = get_preview(made.team.id, seen.id, user_id=made.lead_id)
    assert [line.content for line in kept.bad] == ["nonsense"]
    assert add(made, seen.id) == Added(1, 0)
    assert goes.email not in emails(made)


def test_a_list_that_nobody_said_yes_to_is_forgotten_after_a_day(made: MadeTeam) -> None:
    seen = preview(made, "email\na@example.org\n")
    forget_old_lists(START + timedelta(days=1, seconds=1))

    with pytest.raises(DraftGone):
        add(made, seen.id)


def test_a_list_is_added_once_by_its_own_sender_to_its_own_team(site: Flask, made: MadeTeam) -> None:
    seen = preview(made, "email\na@example.org\n")
    stranger = make_person(site, "stranger@example.org")
    for list_id, user_id in (
        (seen.id, stranger.id),
        ("no-such-list", made.lead_id),
        ("\0", made.lead_id),
        ("", made.lead_id),
    ):
        with pytest.raises(DraftGone):
            add(made, list_id, user_id)
    assert add(made, seen.id).added == 1
    with pytest.raises(DraftGone):
        add(made, seen.id)
    assert len(emails(made)) == 3


def test_lists_nobody_came_back_to_are_gone_after_a_day(made: MadeTeam) -> None:
    old = preview(made, "email\na@example.org\n")
    later = START + timedelta(days=1, seconds=1)
    preview_pasted(made.team.id, "b@example.org", user_id=made.lead_id, now=later, token_source=TOKENS)
    with pytest.raises(DraftGone):
        add(made, old.id)


def test_who_came_meanwhile_is_left_as_they_are(made: MadeTeam) -> None:
    seen = preview(made, "email,name\na@example.org,From the list\nb@example.org,B\n")
    add_member(
        made.team.id,
        address="a@example.org",
        name="By hand",
        locale="ru",
        user_id=made.lead_id,
        now=START,
        token_source=TOKENS,
    )
    assert add(made, seen.id) == Added(1, 1)
    assert {"By hand", "B"} <= {member.name for member in list_members(made.team.id)}


def test_who_waits_for_a_confirmation_is_confirmed_by_a_list(made: MadeTeam) -> None:
    token = create_join_link(made.team.id, 14, user_id=made.lead_id, now=START, token_source=TOKENS)
    ask_to_join(token, address="w@example.org", name="W", locale="ru", now=START, token_source=TOKENS)
    assert add(made, preview(made, "email\nw@example.org\n").id) == Added(1, 0)
    (waited,) = (member for member in list_members(made.team.id) if member.email == "w@example.org")
    assert waited.is_asked


def test_a_list_of_known_people_adds_nobody(made: MadeTeam) -> None:
    seen = preview(made, "email\nmember1@example.org\n")
    assert (seen.people, len(seen.bad)) == ((), 1)
    assert add(made, seen.id) == Added(0, 0)


def test_a_list_stays_as_it_was_read_while_its_sender_looks_at_it(site: Flask, made: MadeTeam) -> None:
    text = "email,name,role,phone\na@example.org,A,lead,1\nanna@x,org,,2\nA@example.org,,,3\nmember1@example.org,,,4\n"
    seen = preview(made, text)
    assert len(seen.bad) == 3
    assert get_preview(made.team.id, seen.id, user_id=made.lead_id) == seen
    with pytest.raises(DraftGone):
        get_preview(made.team.id, seen.id, user_id=make_person(site, "stranger@example.org").id)


def test_a_team_does_not_grow_past_its_limit(made: MadeTeam) -> None:
    many = preview(made, "email\n" + "".join(f"p{number}@example.org\n" for number in range(9_998)))
    assert add(made, many.id).added == 9_998
    assert not preview(made, "email\np1@example.org\n").people
    with pytest.raises(TeamFull):
        preview(made, "email\none.more@example.org\n")


def test_a_file_that_cannot_be_read_leaves_the_team_alone(made: MadeTeam) -> None:
    with pytest.raises(BadListFile):
        preview_file(made.team.id, b"PK\x03\x04", user_id=made.lead_id, now=START, token_source=TOKENS)
    assert len(emails(made)) == 2
