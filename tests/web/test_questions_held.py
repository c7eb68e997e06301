"""What was sent but cannot be saved just now is held on the page that says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from assessment.domain.framework import Level
from assessment.settings import Settings
from assessment.use_cases.take_assessment import read_sheet
from tests.factories.frameworks import core_framework
from tests.factories.visitors import Visitor, hidden_fields

CULTURE = [item.id for item in core_framework().items_of(Level.INDIVIDUAL, "culture")]


def stored(app: Flask, assessment_id: str) -> dict[str, object]:
    with app.app_context():
        return dict(read_sheet(assessment_id).sheet.values)


def test_an_expired_session_keeps_the_answers_until_the_private_link_is_pasted(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    token = visitor.token()
    page = visitor.see(visitor.questions("culture"))
    visitor.forget_everything()
    held = visitor.answer("culture", {CULTURE[0]: 4}, page=page, go="competency:strategy")
    assert held.status_code in {400, 404}
    fields = hidden_fields(held)
    assert fields[f"answer.{CULTURE[0]}"] == "4"
    assert stored(app, visitor.assessment_id) == {}

    asked = visitor.client.post(visitor.questions("culture"), data=fields)
    assert asked.status_code == 404
    assert 'name="link"' in asked.text
    link = f"http://localhost/link/{token}"
    saved = visitor.client.post(visitor.questions("culture"), data={**hidden_fields(asked), "link": link})
    assert saved.status_code == 303
    assert saved.location == visitor.questions("strategy")
    assert stored(app, visitor.assessment_id) == {CULTURE[0]: 4}


def test_a_wrong_link_keeps_the_answers_too(app: Flask, visitor: Visitor, russian: Visitor) -> None:
    visitor.start()
    russian.start()
    page = visitor.see(visitor.questions("culture"))
    with visitor.client.session_transaction() as session:
        del session["links"]
    for wrong in ("nonsense", russian.token()):
        held = visitor.answer("culture", {CULTURE[0]: 4}, page=page, link=wrong)
        assert held.status_code == 404
        assert "This link does not open this assessment." in held.text
        assert hidden_fields(held)[f"answer.{CULTURE[0]}"] == "4"
    assert stored(app, visitor.assessment_id) == {}


def test_a_link_of_another_assessment_takes_no_key_and_saves_nothing_there(
    app: Flask, visitor: Visitor, russian: Visitor
) -> None:
    visitor.start()
    russian.start()
    page = visitor.see(visitor.questions("culture"))
    visitor.answer("culture", {CULTURE[0]: 4}, page=page, link=russian.token(), go="review")
    assert stored(app, russian.assessment_id) == {}


def test_a_page_whose_form_token_expired_is_saved_by_pressing_once_more(app: Flask, visitor: Visitor) -> None:
    visitor.start()
    page = visitor.see(visitor.questions("culture"))
    held = visitor.answer("culture", {CULTURE[0]: 4}, page=page, csrf_token="of yesterday", go="review")
    assert held.status_code == 400
    assert "Press the button to save your answers now." in held.text
    assert 'name="link"' not in held.text
    saved = visitor.client.post(visitor.questions("culture"), data=hidden_fields(held))
    assert saved.status_code == 303
    assert stored(app, visitor.assessment_id) == {CULTURE[0]: 4}


def test_a_form_token_is_not_repeated_among_the_held_fields(visitor: Visitor) -> None:
    visitor.start()
    page = visitor.see(visitor.questions("culture"))
    held = visitor.answer("culture", {}, page=page, csrf_token="of yesterday")
    assert "of yesterday" not in held.text


@pytest.mark.parametrize("hostile", ['"><script>alert(1)</script>', "<b>", "&quot;"])
def test_held_fields_are_escaped(visitor: Visitor, hostile: str) -> None:
    visitor.start()
    page = visitor.see(visitor.questions("culture"))
    held = visitor.answer("culture", {}, page=page, csrf_token="old", note=hostile)
    assert hostile not in held.text
    assert hidden_fields(held)["note"] == hostile


def test_a_database_that_is_away_keeps_the_answers_on_the_page(
    app: Flask, visitor: Visitor, settings: Settings
) -> None:
    visitor.start()
    page = visitor.see(visitor.questions("culture"))
    with _database_away(app, settings):
        held = visitor.answer("culture", {CULTURE[0]: 4}, page=page, go="review")
        assert held.status_code == 503
        assert "The answers of this page are kept here." in held.text
    saved = visitor.client.post(visitor.questions("culture"), data=hidden_fields(held))
    assert saved.status_code == 303
    assert stored(app, visitor.assessment_id) == {CULTURE[0]: 4}


def test_autosave_is_told_why_nothing_was_saved(app: Flask, visitor: Visitor, settings: Settings) -> None:
    visitor.start()
    token = hidden_fields(visitor.see("/continue"))["csrf_token"]
    with _database_away(app, settings):
        away = visitor.autosave({CULTURE[0]: 4}, csrf=token)
    assert (away.status_code, away.json) == (503, {"problem": "busy"})
    old = visitor.autosave({CULTURE[0]: 4}, csrf="of yesterday")
    assert (old.status_code, old.json) == (403, {"problem": "old_page"})
    with visitor.client.session_transaction() as session:
        del session["links"]
    locked = visitor.autosave({CULTURE[0]: 4}, csrf=token)
    assert (locked.status_code, locked.json) == (404, {"problem": "no_access"})


def test_other_pages_say_that_the_database_is_away(app: Flask, visitor: Visitor, settings: Settings) -> None:
    visitor.start()
    with _database_away(app, settings):
        for address in (visitor.questions("culture"), f"/assessments/{visitor.assessment_id}/review", "/health"):
            answer = visitor.see(address)
            assert answer.status_code == 503
            assert answer.headers["Retry-After"]
    assert visitor.see("/health").status_code == 200


@contextmanager
def _database_away(app: Flask, settings: Settings) -> Iterator[None]:
    """Nobody can open the file of the database."""
    from assessment.store.database import close_connections

    with app.app_context():
        close_connections()
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    aside = path.with_suffix(".aside")
    path.rename(aside)
    path.mkdir()
    yield
    with app.app_context():
        close_connections()
    path.rmdir()
    aside.rename(path)
