"""Adding people: one, a pasted list, a file; and what is wrong with a list is said before anything is stored."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from assessment.use_cases.teams import list_members
from tests.factories.team_visits import TeamVisit, find_address, signed_in
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visits import words


@pytest.fixture
def lead(app: Flask) -> TeamVisit:
    return signed_in(app)


@pytest.fixture
def made(app: Flask, lead: TeamVisit) -> MadeTeam:
    assert lead.account is not None
    return make_team(app, lead.account, 1)


def here(made: MadeTeam, rest: str) -> str:
    return f"/teams/{made.team.id}/members/{rest}"


def look(lead: TeamVisit, sent: TestResponse) -> TestResponse:
    """The page of a list that was read."""
    assert sent.status_code == 303, words(sent)
    return lead.see(str(sent.location))


def emails(app: Flask, made: MadeTeam) -> set[str]:
    with app.app_context():
        return {member.email for member in list_members(made.team.id)}


def test_one_person_is_added_and_the_page_is_ready_for_the_next(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    page = here(made, "new")
    answer = lead.send(page, f"/teams/{made.team.id}/members", email="Anna@Example.org", name="Anna", locale="ru")
    assert answer.location == page
    assert "anna@example.org is in the team" in words(lead.see(page))
    assert "anna@example.org" in emails(app, made)


@pytest.mark.parametrize(
    ("email", "sentence"),
    [("nobody", "There is no @ in this address."), ("MEMBER1@example.org", "is in the team already"), ("", "")],
)
def test_an_address_that_cannot_be_added_is_shown_again(
    lead: TeamVisit, made: MadeTeam, email: str, sentence: str
) -> None:
    answer = lead.send(here(made, "new"), f"/teams/{made.team.id}/members", email=email, name="Name", locale="en")
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'value="Name"' in answer.text


def test_a_pasted_list_is_shown_first_and_then_added(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    before = emails(app, made)
    text = "Анна <anna@пример.рф>, boris@example.org; nonsense\nBORIS@example.org\nmember1@example.org"
    seen = look(lead, lead.send(here(made, "new"), here(made, "pasted"), people=text))
    said = words(seen)
    assert "2 people will be added" in said
    assert "3 lines are left out" in said
    assert "There is no address in it." in said
    assert "The same address is in line 1." in said
    assert "Already in the team." in said
    assert emails(app, made) == before
    added = lead.press(seen, find_address(seen, r"/teams/[^/]+/members/lists/[^\"]+"))
    assert added.status_code == 303
    assert emails(app, made) == before | {"anna@пример.рф", "boris@example.org"}
    assert "2 people were added." in words(lead.see(added.location))
    again = lead.press(seen, find_address(seen, r"/teams/[^/]+/members/lists/[^\"]+"))
    assert "was added already" in words(lead.see(again.location))


def test_a_file_is_read_whatever_its_columns_and_hostile_texts_stay_texts(
    app: Flask, lead: TeamVisit, made: MadeTeam
) -> None:
    content = "роль;имя;адрес;телефон\nlead;=1+1;a@example.org;1\nboss;<b>;b@example.org;2\n".encode("cp1251")
    seen = look(lead, lead.send_file(here(made, "new"), here(made, "file"), content))
    said = words(seen)
    assert "1 person will be added" in said
    assert "=1+1" in said
    assert "&lt;b&gt;" in seen.text
    assert "The role is neither member nor lead." in said
    assert "Columns that are not used: телефон." in said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There is nobody in this list"),
        (b"PK\x03\x04", "the file of a spreadsheet program"),
        (b"a@example.org\0", "This file is no text"),
        ("имя\nМюллер\n".encode("cp866"), "The letters of this file cannot be read"),
        (b"name\nAnna\n", "names no column of addresses"),
        (b"email\n" + b"a@example.org\n" * 10_001, "more than 10,000 lines"),
        (b"a@example.org\n" * 75_000, "larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_a_sentence(
    app: Flask, lead: TeamVisit, made: MadeTeam, content: bytes, sentence: str
) -> None:
    answer = lead.send_file(here(made, "new"), here(made, "file"), content)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert len(emails(app, made)) == 2


def test_a_file_far_too_large_is_refused_in_a_sentence_too(lead: TeamVisit, made: MadeTeam) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n' + b"a" * 5_000_000
    answer = lead.client.post(here(made, "file"), data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413
    assert "larger than 1 MB" in words(answer)
    assert f'href="{here(made, "new")}"' in answer.text


def test_no_file_and_an_empty_paste_are_asked_for_again(lead: TeamVisit, made: MadeTeam) -> None:
    for rest in ("file", "pasted"):
        answer = lead.send(here(made, "new"), here(made, rest))
        assert answer.status_code == 422
        assert "There is nobody in this list" in words(answer)


def test_ten_thousand_lines_are_read_and_added(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    rows = "".join(f"person{number}@example.org,Person {number}\n" for number in range(9_000))
    bad = "".join(f"nonsense {number}\n" for number in range(1_000))
    seen = look(lead, lead.send_file(here(made, "new"), here(made, "file"), f"email,name\n{rows}{bad}".encode()))
    assert "9000 people will be added" in words(seen)
    assert "1000 lines are left out" in words(seen)
    lead.press(seen, find_address(seen, r"/teams/[^/]+/members/lists/[^\"]+"))
    assert len(emails(app, made)) == 9_002


def test_a_pasted_list_may_be_longer_than_other_forms(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    text = "\n".join(
        f"Somebody with quite a long name {number} <person{number}@example.org>" for number in range(8_000)
    )
    seen = look(lead, lead.send(here(made, "new"), here(made, "pasted"), people=text))
    assert "8000 people will be added" in words(seen)


def test_a_list_can_be_loaded_again_and_going_back_to_it_once_added_leads_to_the_team(
    app: Flask, lead: TeamVisit, made: MadeTeam
) -> None:
    address = str(lead.send(here(made, "new"), here(made, "pasted"), people="a@example.org\nnonsense").location)
    for _ in range(2):
        assert "1 person will be added" in words(lead.see(address))
        assert "There is no address in it." in words(lead.see(address))
    lead.press(lead.see(address), address)
    back = lead.see(address)
    assert back.location == f"/teams/{made.team.id}#people"
    assert "was added already" in words(lead.see(back.location))
    assert "a@example.org" in emails(app, made)


def test_nobody_adds_the_list_of_another(app: Flask, lead: TeamVisit, made: MadeTeam) -> None:
    seen = look(lead, lead.send(here(made, "new"), here(made, "pasted"), people="a@example.org"))
    address = find_address(seen, r"/teams/[^/]+/members/lists/[^\"]+")
    stranger = signed_in(app, "stranger@example.org")
    assert stranger.send("/teams/new", address).status_code == 404
    own = stranger.create_team()
    other = stranger.send(own, f"{own}/members/lists/{address.rsplit('/', 1)[-1]}")
    assert "was added already" in words(stranger.see(other.location))
    assert "a@example.org" not in emails(app, made)


def test_an_address_pasted_with_its_name_brings_the_name_along(lead: TeamVisit, made: MadeTeam) -> None:
    pasted = "Anna Orlova <anna@example.org>,"
    lead.send(here(made, "new"), f"/teams/{made.team.id}/members", email=pasted, name="", locale="en")
    assert "Anna Orlova anna@example.org" in words(lead.see(f"/teams/{made.team.id}"))
