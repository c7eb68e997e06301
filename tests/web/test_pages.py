"""Pages that explain: they say what the code does, in both languages."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from assessment.domain.change import REALLY
from assessment.languages import LOCALES, get_language
from tests.factories.frameworks import core_framework

CORE = core_framework()
PAGES = ("/scores", "/your-data", "/glossary", "/accessibility")


def read(client: FlaskClient, address: str, locale: str) -> str:
    answer = client.get(address, headers={"Accept-Language": locale})
    assert answer.status_code == 200
    return unescape(answer.text)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_leads_to_every_other(client: FlaskClient, address: str, locale: str) -> None:
    page = read(client, address, locale)
    assert f'<html lang="{locale}">' in page
    for other in PAGES:
        assert f'href="{other}"' in page


@pytest.mark.parametrize("locale", LOCALES)
def test_the_scores_page_gives_the_constants_and_limits_of_the_framework(client: FlaskClient, locale: str) -> None:
    page = read(client, "/scores", locale)
    language = get_language(locale, on_pages=True)
    assert language.decimal(CORE.measurement.sem, 1) in page
    assert language.decimal(CORE.measurement.tau2, 1) in page
    assert language.percent(0.8) in page
    assert language.whole(REALLY * 2**0.5 * CORE.measurement.sem) in page
    for band in CORE.bands:
        assert language.pick(band.name) in page
    for stage in CORE.stages:
        assert language.pick(stage.name) in page


def test_the_example_of_a_score_is_calculated(client: FlaskClient) -> None:
    page = read(client, "/scores", "en")
    assert "On a scale from 0 to 5 the answer 3 counts as 60." in page
    assert "from 40, below 70" in page
    assert "from 70 to 100" in page


@pytest.mark.parametrize("locale", LOCALES)
def test_the_glossary_has_every_term_with_its_definition(client: FlaskClient, locale: str) -> None:
    page = read(client, "/glossary", locale)
    language = get_language(locale, on_pages=True)
    assert CORE.glossary
    for term in CORE.glossary:
        assert language.pick(term.term) in page
        assert language.pick(term.definition) in page
        assert f'id="{term.code}"' in page


def test_a_term_in_another_language_is_marked_as_such(client: FlaskClient) -> None:
    assert '<span lang="en">customer experience (CX)</span>' in read(client, "/glossary", "ru")
    assert '<span lang="ru">клиентский опыт (CX)</span>' in read(client, "/glossary", "en")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_glossary_is_in_alphabetical_order_with_each_letter_once(client: FlaskClient, locale: str) -> None:
    page = read(client, "/glossary", locale)
    letters = re.findall(r'<h2 id="letter-\d+">(.)</h2>', page)
    anchors = re.findall(r'<a href="#(letter-\d+)">', page)
    own = [letter for letter in letters if letter.isascii() == (locale == "en")]
    assert own == sorted(own)
    assert len(set(letters)) == len(letters) == len(anchors)


def test_russian_terms_in_latin_letters_come_last(client: FlaskClient) -> None:
    letters = re.findall(r'<h2 id="letter-\d+">(.)</h2>', read(client, "/glossary", "ru"))
    scripts = [letter.isascii() for letter in letters]
    assert scripts == sorted(scripts)
    assert True in scripts


def test_pages_never_claim_what_they_must_not(client: FlaskClient) -> None:
    for address in ("/", *PAGES):
        page = read(client, address, "en")
        assert not re.search(r"certified|CCXP score|\bpassed\b", page)
