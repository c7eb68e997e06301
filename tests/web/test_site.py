"""Language, health, the style guide, and what an error says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Environment, Settings
from assessment.store.database import close_connections
from assessment.use_cases.take_assessment import read_sheet
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.visitors import Visitor

SENTENCES = {
    400: ("The page could not be read", "Страницу не\u00a0удалось прочитать"),
    403: ("This page is not for you", "Эта страница вам недоступна"),
    404: ("There is no such page", "Такой страницы нет"),
    405: ("This page cannot be opened like that", "Так эта страница не\u00a0открывается"),
    413: ("That was too much at once", "Слишком много за\u00a0один раз"),
    429: ("Too many attempts", "Слишком много попыток"),
    500: ("Something broke on our side", "Что-то сломалось у\u00a0нас"),
    503: ("We cannot save anything just now", "Сейчас мы\u00a0не\u00a0можем ничего сохранить"),
}


@pytest.fixture
def development(settings: Settings, shelf: Shelf) -> Iterator[FlaskClient]:
    settings = replace(settings, environment=Environment.DEVELOPMENT)
    app = create_app(settings, clock=FixedClock(), token_source=SeededTokens(), shelf=shelf)
    prepare_site(app)
    yield app.test_client()
    with app.app_context():
        close_connections()


@pytest.mark.parametrize(
    ("asked", "language"),
    [("ru", "ru"), ("ru-RU,ru;q=0.9,en;q=0.8", "ru"), ("de,ru;q=0.5", "ru"), ("de", "en"), ("", "en"), ("en-GB", "en")],
)
def test_the_browser_chooses_the_language_until_the_person_does(client: FlaskClient, asked: str, language: str) -> None:
    page = client.get("/", headers={"Accept-Language": asked})
    assert f'<html lang="{language}">' in page.text


def test_a_chosen_language_stays_chosen(visitor: Visitor) -> None:
    answer = visitor.see("/language/ru?next=/glossary")
    assert (answer.status_code, answer.location) == (303, "/glossary")
    assert '<html lang="ru">' in visitor.see("/").text


def test_a_language_we_do_not_have_is_not_found(visitor: Visitor) -> None:
    assert visitor.see("/language/xx").status_code == 404


def test_changing_the_language_leads_to_no_other_site(visitor: Visitor) -> None:
    assert visitor.see("/language/ru?next=//evil.example/").location == "/"


def test_an_assessment_follows_the_language_its_person_chooses(app: Flask, visitor: Visitor) -> None:
    assessment_id = visitor.start()
    visitor.see(f"/language/ru?next=/assessments/{assessment_id}/review")
    with app.app_context():
        assert read_sheet(assessment_id).record.locale == "ru"


def test_an_assessment_of_others_keeps_its_language(app: Flask, visitor: Visitor, russian: Visitor) -> None:
    assessment_id = visitor.start()
    russian.see(f"/language/ru?next=/assessments/{assessment_id}/review")
    with app.app_context():
        assert read_sheet(assessment_id).record.locale == "en"


def test_a_private_link_never_stands_in_another_link(visitor: Visitor) -> None:
    page = visitor.see("/link/wrong-but-secret")
    assert "wrong-but-secret" not in page.text


@pytest.mark.parametrize("status", sorted(SENTENCES))
def test_every_error_says_what_happened_what_was_kept_and_what_to_do(app: Flask, status: int) -> None:
    app.testing = False
    app.add_url_rule("/broken", view_func=lambda: abort(status))
    for locale, sentence in zip(("en", "ru"), SENTENCES[status], strict=True):
        answer = app.test_client().get("/broken", headers={"Accept-Language": locale})
        assert answer.status_code == status
        assert sentence in answer.text
        assert ("What was saved before is still there." in answer.text) == (locale == "en")
        assert 'href="/"' in answer.text


def test_a_crash_shows_a_page_and_none_of_its_causes(app: Flask) -> None:
    app.testing = False
    app.add_url_rule("/broken", view_func=lambda: 1 / 0)
    answer = app.test_client().get("/broken")
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text
    assert "ZeroDivision" not in answer.text


def test_a_method_that_does_not_work_names_those_that_do(client: FlaskClient) -> None:
    answer = client.get("/assessments")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_body_that_is_too_large_is_refused(visitor: Visitor) -> None:
    answer = visitor.client.post("/continue", data={"link": "x" * 2_000_000})
    assert answer.status_code == 413


def test_health_is_ok_while_answers_can_be_saved(client: FlaskClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.text) == (200, "ok\n")


def test_the_style_guide_is_shut_in_production(client: FlaskClient) -> None:
    assert client.get("/style-guide").status_code == 404


def test_the_style_guide_shows_every_component(development: FlaskClient) -> None:
    answer = development.get("/style-guide")
    assert answer.status_code == 200
    for name in ("cx-btn", "cx-progress", "cx-scale", "cx-state--bad", "cx-conflict", "cx-wheel", "cx-roll", "cx-dots"):
        assert name in answer.text


def test_the_icon_is_found_at_the_old_address_and_crawlers_are_kept_from_private_pages(client: FlaskClient) -> None:
    assert client.get("/favicon.ico").mimetype == "image/svg+xml"
    assert "Disallow: /assessments/\nDisallow: /link/" in client.get("/robots.txt").text
