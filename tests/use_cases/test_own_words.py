from __future__ import annotations

import pytest

from assessment.domain.refusals import TextMissing, TextTooLong
from assessment.use_cases.own_words import clean_line, clean_text, cut_line


def test_a_line_has_single_spaces_and_no_breaks() -> None:
    assert clean_line("name", " Анна \n\t Петрова ", 100) == "Анна Петрова"


def test_a_text_keeps_its_breaks() -> None:
    assert clean_text("note", "one  \r\n\n two\n", 100) == "one\n\n two"


def test_control_characters_and_halves_of_letters_are_left_out() -> None:
    assert clean_line("name", "a\x00b\x1bc\ud83dd", 100) == "a b c d"


def test_emoji_markup_and_letters_of_every_script_stay() -> None:
    assert clean_line("name", "<b>Ж</b> 字 👩\u200d🚀", 100) == "<b>Ж</b> 字 👩\u200d🚀"


def test_letters_are_composed_before_they_are_counted() -> None:
    assert clean_line("name", "и\u0306", 1) == "й"


def test_the_limit_itself_is_allowed_and_one_more_is_not() -> None:
    assert clean_line("name", "x" * 100, 100) == "x" * 100
    with pytest.raises(TextTooLong):
        clean_line("name", "x" * 101, 100)


def test_what_comes_from_a_file_is_cut_instead_of_refused() -> None:
    assert cut_line(" x\x1b[31m\n" * 3, 100) == "x [31m x [31m x [31m"
    assert cut_line("y" * 100, 100) == "y" * 100
    assert cut_line("y" * 101, 100) == "y" * 99 + "…"


def test_only_a_required_text_may_not_be_empty() -> None:
    assert clean_text("how", " \n ", 10) == ""
    with pytest.raises(TextMissing) as refused:
        clean_line("title", " \n ", 10, required=True)
    assert refused.value.field == "title"
