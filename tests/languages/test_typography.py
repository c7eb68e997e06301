"""No-break spaces."""

from __future__ import annotations

import pytest

from assessment.languages.typography import tie


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
