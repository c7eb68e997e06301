"""No-break spaces and word joiners."""

from __future__ import annotations

import pytest

from assessment.languages import get_language
from assessment.languages.typography import hold_together, tie


def shown(text: str) -> str:
    """No-break spaces as tildes."""
    return tie(text, "ru").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Все они и в нём", "Все они и~в~нём"),
        ("Ответ на вопрос", "Ответ на~вопрос"),
        ("Колесо — круг", "Колесо~— круг"),
        ("попал бы в 95 случаях", "попал~бы~в~95~случаях"),
        ("26 часов за 12 недель", "26~часов за~12~недель"),
        ("%(n)s час", "%(n)s~час"),
        ("%(name)s час", "%(name)s час"),
        ("2026 CX", "2026 CX"),
        ("та же спица", "та~же~спица"),
        ("мало ли что", "мало~ли~что"),
        ("89 %", "89~%"),
        ("чьим-то руководством", "чьим-то руководством"),
        ("CX и ROI", "CX и~ROI"),
        ("не хватает %(n)s баллов", "не~хватает %(n)s~баллов"),
        ("слово", "слово"),
        ("в ", "в "),
    ],
)
def test_short_words_particles_dashes_and_signs_are_tied(text: str, tied: str) -> None:
    assert shown(text) == tied


def test_tying_twice_changes_nothing() -> None:
    once = tie("Из 100 человек — у 89 %, и это не всё", "ru")
    assert tie(once, "ru") == once


def test_only_spaces_change() -> None:
    text = "Из 100 человек — у 89 %, и это не всё"
    assert tie(text, "ru").replace("\u00a0", " ") == text


def test_english_is_left_alone() -> None:
    assert tie("a wheel — of 5 spokes", "en") == "a wheel — of 5 spokes"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("CX-стратегия", "CX-|стратегия"),
        ("по NPS®-опросу", "по NPS®-|опросу"),
        ("2-е издание", "2-|е издание"),
        ("бизнес-цели", "бизнес-цели"),
        ("e-mail", "e-mail"),
        ("2024-2026", "2024-2026"),
    ],
)
def test_an_abbreviation_is_held_together_with_what_follows_its_hyphen(text: str, held: str) -> None:
    assert hold_together(text, "ru").replace("\u2060", "|") == held
    assert hold_together(text, "en") == text


def test_texts_of_the_bank_are_held_together_on_pages_alone() -> None:
    text = {"ru": "CX-стратегия", "en": "CX strategy"}
    assert get_language("ru", on_pages=True).pick(text) == "CX-\u2060стратегия"
    assert get_language("ru").pick(text) == "CX-стратегия"
    assert get_language("ru", on_pages=True).pick({"": "CX-план"}) == "CX-план"
