"""Joining by a link: what leads see of it, and what those see who use it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask

from assessment.use_cases.mails import Composing, find_composer
from assessment.use_cases.teams import list_members
from tests.factories.assessments import FixedClock
from tests.factories.mails import outbox
from tests.factories.team_visits import TeamVisit, signed_in
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visits import words


@pytest.fixture
def lead(app: Flask) -> TeamVisit:
    return signed_in(app)


@pytest.fixture
def made(app: Flask, lead: TeamVisit) -> MadeTeam:
    assert lead.account is not None
    return make_team(app, lead.account, 1, name="Сервис")


def make_link(lead: TeamVisit, made: MadeTeam, days: str = "14") -> str:
    """The path of a new join link, as the page shows it."""
    page = f"/teams/{made.team.id}/join-link"
    answer = lead.send(page, page, days=days)
    assert answer.location == page, words(answer)
    (link,) = re.findall(r'value="http://localhost(/join/[^"]+)"', lead.see(page).text)
    return str(link)


def asked(app: Flask, made: MadeTeam) -> set[str]:
    with app.app_context():
        return {member.email for member in list_members(made.team.id) if member.is_asked}


def mailed_link(app: Flask, email: str) -> str:
    """The path of the link in the mail to an address, as the worker would write it."""
    parts = app.extensions["cx_wheel"]
    with app.test_request_context():
        mail = outbox()[email]
        composer = find_composer(mail.kind)
        assert composer is not None
        letter = composer(mail, Composing(parts.settings, parts.clock(), parts.token_source))
    assert letter is not None
    (link,) = re.findall(r"http://localhost(/join/confirm/\S+)", letter.text)
    return str(link)


def ask(visit: TeamVisit, email: str = "new@example.org") -> str:
    answer = visit.send("/join", "/join/address", email=email, name="New", locale="en")
    assert answer.status_code == 200, words(answer)
    return words(answer)


def test_a_link_is_shown_by_the_browser_in_which_it_was_made_and_loading_again_keeps_it(
    app: Flask, lead: TeamVisit, made: MadeTeam
) -> None:
    page = f"/teams/{made.team.id}/join-link"
    assert "There is no active link" in words(lead.see(page))
    link = make_link(lead, made)
    assert link in lead.see(page).text
    assert TeamVisit(app).see(link).location == "/join"
    elsewhere = TeamVisit(app, lead.account)
    assert "There is an active link, until 5 December 2026" in words(elsewhere.see(page))
    assert link not in elsewhere.see(page).text


def test_a_link_is_not_shown_to_who_signs_in_here_next_nor_on_the_page_of_another_team(
    app: Flask, lead: TeamVisit, made: MadeTeam
) -> None:
    assert lead.account is not None
    other = make_team(app, lead.account, 1, seed="other")
    link = make_link(lead, made)
    assert link not in lead.see(f"/teams/{other.team.id}/join-link").text
    lead.send("/teams", "/account/sign-out")
    with lead.client.session_transaction() as kept:
        assert link.rsplit("/", 1)[-1] not in str(dict(kept))


def test_a_link_cannot_work_for_years(lead: TeamVisit, made: MadeTeam) -> None:
    page = f"/teams/{made.team.id}/join-link"
    for days in ("0", "91", "many", ""):
        assert lead.send(page, page, days=days).status_code == 422


def test_a_link_leaves_the_address_bar_before_anything_is_shown(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    link, visit = make_link(lead, made), TeamVisit(app)
    assert visit.see(link).location == "/join"
    page = visit.see("/join")
    assert "Сервис" in words(page)
    assert link.rsplit("/", 1)[-1] not in page.text


def test_a_signed_in_person_joins_with_one_button(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    link, visit = make_link(lead, made), signed_in(app, "anna@example.org")
    visit.see(link)
    assert "You are signed in as anna@example.org" in words(visit.see("/join"))
    answer = visit.send("/join", "/join")
    assert answer.location == f"/teams/{made.team.id}"
    assert "You are in this team" in words(visit.see(answer.location))
    visit.see(link)
    assert visit.see("/join").location == f"/teams/{made.team.id}"


def test_anybody_else_confirms_by_mail_and_opening_the_mail_alone_confirms_nothing(
    app: Flask, lead: TeamVisit, made: MadeTeam
) -> None:
    visit = TeamVisit(app)
    visit.see(make_link(lead, made))
    assert "We have sent an email to new@example.org" in ask(visit)
    assert "not confirmed yet" in words(lead.see(f"/teams/{made.team.id}"))
    phone = TeamVisit(app, locale="ru")
    assert phone.see(mailed_link(app, "new@example.org")).location == "/join/confirm"
    phone.see("/join/confirm")
    assert asked(app, made) == {"member1@example.org"}
    assert phone.send("/join/confirm", "/join/confirm").location == "/join/confirm"
    for _ in range(2):
        assert "Вы в команде «Сервис»" in words(phone.see("/join/confirm"))
    assert asked(app, made) == {"member1@example.org", "new@example.org"}


def test_the_answer_tells_nobody_who_is_in_the_team(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    link = make_link(lead, made)
    said = []
    for email in ("new@example.org", "member1@example.org"):
        visit = TeamVisit(app)
        visit.see(link)
        said.append(ask(visit, email).replace(email, "it"))
    assert said[0] == said[1]


def test_a_wrong_address_is_shown_again(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    visit = TeamVisit(app)
    visit.see(make_link(lead, made))
    answer = visit.send("/join", "/join/address", email="nobody", name="New", locale="en")
    assert answer.status_code == 422
    assert 'value="nobody"' in answer.text


def test_links_that_do_not_work_say_so(app: Flask, lead: TeamVisit, made: MadeTeam, clock: FixedClock) -> None:
    first = make_link(lead, made)
    second = make_link(lead, made, days="1")
    for link in (first, "/join/no-such-link", "/join/confirm/no-such-token", "/join", "/join/confirm"):
        answer = TeamVisit(app).see(link)
        assert answer.status_code == 404, link
        assert "This link does not work any more" in words(answer)
    visit = TeamVisit(app)
    visit.see(second)
    page = visit.see("/join")
    clock.advance(timedelta(days=1).total_seconds())
    late = visit.client.post("/join/address", data={"team": made.team.id, "csrf_token": _csrf(page.text)})
    assert late.status_code == 404


def test_a_link_that_is_taken_back_leaves_those_who_joined(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    link = make_link(lead, made)
    page = f"/teams/{made.team.id}/join-link"
    assert lead.send(page, page + "/revocation").status_code == 303
    assert TeamVisit(app).see(link).status_code == 404
    assert asked(app, made) == {"member1@example.org"}


def test_a_page_of_one_team_never_joins_another(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    visit = signed_in(app, "anna@example.org")
    visit.see(make_link(lead, made))
    page = visit.see("/join")
    assert lead.account is not None
    other = make_team(app, lead.account, 1, seed="other")
    visit.see(make_link(lead, other))
    fields = {"team": made.team.id, "csrf_token": _csrf(page.text)}
    assert visit.client.post("/join", data=fields).status_code == 404
    assert "anna@example.org" not in asked(app, made) | asked(app, other)


def _csrf(page: str) -> str:
    (token,) = set(re.findall(r'name="csrf_token" value="([^"]+)"', page))
    return str(token)
