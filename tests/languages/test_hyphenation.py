"""Soft hyphens in long Russian words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.languages.hyphenation import SOFT_HYPHEN, hyphenate

LETTERS = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВ -,", max_size=60)


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("ограничения", "ог-ра-ни-че-ния"),
        ("Совершенствую", "Со-вер-шенс-твую"),
        ("руководство", "ру-ко-водс-тво"),
    ],
)
def test_long_words_may_break_between_syllables(word: str, broken: str) -> None:
    assert hyphenate(word, "ru").replace(SOFT_HYPHEN, "-") == broken


def test_short_words_and_other_languages_stay_whole() -> None:
    assert hyphenate("Знаю достаточно", "ru") == "Знаю достаточно"
    assert hyphenate("responsibilities", "en") == "responsibilities"
    assert hyphenate("responsibilities", "ru") == "responsibilities"


@given(LETTERS)
def test_without_its_soft_hyphens_the_text_is_what_it_was(text: str) -> None:
    assert hyphenate(text, "ru").replace(SOFT_HYPHEN, "") == text


@given(LETTERS)
def test_every_piece_of_a_word_has_two_letters_and_a_word_never_starts_with_a_hyphen(text: str) -> None:
    for word in hyphenate(text, "ru").replace("-", " ").replace(",", " ").split():
        pieces = word.split(SOFT_HYPHEN)
        assert all(len(piece) >= 2 for piece in pieces) or len(pieces) == 1
