"""Names inside sentences."""

from __future__ import annotations

import pytest

from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.names import join_with_and, mid_sentence, short_names_inside, short_names_quoted
from assessment.wording.numerals import Gender, number_word


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Design and change", "design and change"),
        ("Дизайн и изменения", "дизайн и изменения"),
        ("CX strategy", "CX strategy"),
        ("CX-стратегия", "CX-стратегия"),
        ("ROI", "ROI"),
        ("Метрики, измерения и ROI", "метрики, измерения и ROI"),
        ("Net Promoter Score", "Net Promoter Score"),
        ("I can", "I can"),
        ("A map of CX", "a map of CX"),
        ("Я", "я"),
        ("B2B sales", "B2B sales"),
        ("Understanding CX", "understanding CX"),
        ("", ""),
    ],
)
def test_only_ordinary_words_get_a_small_first_letter(name: str, inside: str) -> None:
    assert mid_sentence(name) == inside


def test_parts_are_joined_by_and_in_each_language(english: Language, russian: Language) -> None:
    assert join_with_and(english, []) == ""
    assert join_with_and(english, ["a"]) == "a"
    assert join_with_and(english, ["a", "b", "c"]) == "a, b and c"
    assert join_with_and(russian, ["а", "б"]).replace("\u00a0", " ") == "а и б"


def test_lists_of_names_stay_clear_where_a_name_holds_an_and(framework: Framework, english: Language) -> None:
    assert short_names_inside(english, framework, ["strategy", "design"]) == "strategy; design and change"
    assert short_names_inside(english, framework, ["strategy", "metrics"]) == "strategy and metrics"
    assert short_names_quoted(english, framework, ["strategy", "design"]) == "“Strategy” and “Design and change”"


def test_small_numbers_are_words_and_large_ones_figures(english: Language, russian: Language) -> None:
    assert [number_word(english, n, Gender.NEUTER) for n in (0, 1, 12, 13)] == ["0", "one", "twelve", "13"]
    assert [number_word(russian, 1, gender) for gender in Gender] == ["один", "одна", "одно"]
    assert [number_word(russian, 2, gender) for gender in Gender] == ["два", "две", "два"]
    assert number_word(russian, 5, Gender.FEMININE) == "пять"
